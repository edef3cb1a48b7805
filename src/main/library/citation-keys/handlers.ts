import type { Handlers } from '../../../shared/contract';
import type { LibraryContext } from '../context';
import { requireLive } from '../common/store';
import { getSource } from '../sources/store';
import {
  givenKey,
  keyPattern,
  madeByPattern,
  proposeKeys,
  requireKeyPattern,
  setKeyOrigin,
  setKeyPattern,
  writeKeys,
} from './store';

type CitationKeyMethod =
  'citationKeys.preview' | 'citationKeys.setPattern' | 'citationKeys.remake' | 'citationKeys.pin';

/** Citation keys by a pattern. A key changes only when somebody asks for it: not when a source or the pattern does. */
export function citationKeysHandlers({ db, change, linkId }: LibraryContext): Handlers<CitationKeyMethod> {
  return {
    'citationKeys.preview': ({ pattern }) =>
      db.read(async (reader) => {
        const written = pattern ?? (await keyPattern(reader));
        return { pattern: written, ...(await proposeKeys(reader, requireKeyPattern(written))) };
      }),
    async 'citationKeys.setPattern'({ pattern }) {
      requireKeyPattern(pattern);
      await change({ label: 'Change citation key pattern' }, (writer) => setKeyPattern(writer, linkId, pattern));
      return null;
    },
    'citationKeys.remake': () =>
      change({ label: 'Make citation keys anew' }, async (writer) => {
        const { proposals } = await proposeKeys(writer, requireKeyPattern(await keyPattern(writer)));
        await writeKeys(writer, proposals);
        return { changed: proposals.length };
      }),
    'citationKeys.pin': ({ id, pinned }) =>
      change({ label: pinned ? 'Keep citation key' : 'Leave citation key to the pattern' }, async (writer) => {
        await requireLive(writer, 'source', id);
        await setKeyOrigin(writer, id, pinned ? givenKey : madeByPattern);
        return getSource(writer, id);
      }),
  };
}
