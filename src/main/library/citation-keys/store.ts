import type { CslItem } from '../../../shared/domain/csl';
import type { KeyProposal } from '../../../shared/domain/citation-keys';
import { uniqueCitationKey } from '../../../shared/sources/citation-key';
import { defaultKeyPattern, keyByPattern, readKeyPattern, type KeyPattern } from '../../../shared/sources/key-pattern';
import { CommonplaceError } from '../../../shared/result';
import type { Change } from '../changes/types';
import type { LibraryContext } from '../context';
import type { Reader } from '../db/types';
import { parseCsl, parseOrigin } from '../sources/read';

const settingName = 'citation-key-pattern';

/** The library's pattern as it is written. */
export async function keyPattern(db: Reader): Promise<string> {
  const row = await db.get<{ value: string }>('SELECT value FROM setting WHERE name = ? AND deleted_at IS NULL', [
    settingName,
  ]);
  return row?.value ?? defaultKeyPattern;
}

export async function setKeyPattern(change: Change, linkId: LibraryContext['linkId'], pattern: string): Promise<void> {
  await change.insert('setting', { id: linkId('setting', settingName), name: settingName, value: pattern });
}

/** A pattern that people typed. @throws CommonplaceError `bad-input` with what is wrong */
export function requireKeyPattern(text: string): KeyPattern {
  const read = readKeyPattern(text);
  if (!read.ok) throw new CommonplaceError('bad-input', read.reason);
  return read.pattern;
}

/** The key that the library's pattern makes of an item, before it is made unique. */
export async function keyFor(db: Reader, csl: CslItem): Promise<string> {
  const read = readKeyPattern(await keyPattern(db));
  return keyByPattern(csl, read.ok ? read.pattern : requireKeyPattern(defaultKeyPattern));
}

/** Says in `metadata_origin` whose a source's key is. Sources of older versions say nothing. */
export const keyOriginField = 'citation-key';
export const madeByPattern = 'pattern';
export const givenKey = 'given';

/** Whether a key stays as it is when keys are made anew: somebody typed it, or a bibliography had it. */
export function isPinned(citationKey: string, csl: CslItem, metadataOrigin: Record<string, string>): boolean {
  const origin = metadataOrigin[keyOriginField];
  if (origin !== undefined) return origin !== madeByPattern;
  // Before it was written down: what the pattern of that time makes was made by it.
  const base = keyByPattern(csl, requireKeyPattern(defaultKeyPattern));
  return !(citationKey.startsWith(base) && /^[a-z]{0,2}$/u.test(citationKey.slice(base.length)));
}

/** What making keys anew by a pattern would change: sources that are neither pinned nor cited in a memo, oldest first. */
export async function proposeKeys(
  db: Reader,
  pattern: KeyPattern,
): Promise<{ proposals: KeyProposal[]; pinned: number; cited: number; kept: number }> {
  const rows = await db.all<{
    id: string;
    key: string;
    csl: string;
    origin: string;
    title: string;
    deleted_at: string | null;
    cited: number;
  }>(
    `SELECT s.id, s.citation_key AS key, s.csl, s.metadata_origin AS origin, s.title, s.deleted_at,
       EXISTS (SELECT 1 FROM memo_reference r WHERE r.kind = 'source' AND r.target_id = s.id) AS cited
     FROM source s ORDER BY s.created_at, s.id`,
  );
  const counts = { pinned: 0, cited: 0, kept: 0 };
  const taken = new Set<string>();
  const free: { id: string; key: string; title: string; base: string }[] = [];
  for (const { id, key, csl: json, origin, title, deleted_at: trashed, cited } of rows) {
    const csl = parseCsl(json);
    const pinned = isPinned(key, csl, parseOrigin(origin));
    if (trashed !== null || pinned || cited === 1) {
      taken.add(key);
      if (trashed === null) counts[pinned ? 'pinned' : 'cited'] += 1;
    } else free.push({ id, key, title, base: keyByPattern(csl, pattern) });
  }
  // What is as the pattern wants it stays, so that doing it twice changes nothing.
  for (const { key, base } of free) if (isOf(key, base) && !taken.has(key)) taken.add(key);
  const proposals: KeyProposal[] = [];
  for (const { id, key, title, base } of free) {
    if (isOf(key, base)) {
      counts.kept += 1;
      continue;
    }
    const to = uniqueCitationKey(base, (each) => taken.has(each));
    taken.add(to);
    proposals.push({ sourceId: id, title, from: key, to });
  }
  return { proposals, ...counts };
}

function isOf(key: string, base: string): boolean {
  return key.startsWith(base) && /^[a-z]{0,2}$/u.test(key.slice(base.length));
}

/** Writes keys that were proposed, two of which may change places. */
export async function writeKeys(change: Change, proposals: readonly KeyProposal[]): Promise<void> {
  const froms = new Set(proposals.map(({ from }) => from));
  // subtle: keys are unique at every moment, so those whose new key another still has step aside first.
  const aside = proposals.filter(({ to }) => froms.has(to));
  for (const { sourceId } of aside) await change.update('source', sourceId, { citation_key: `~${sourceId}` });
  const later = new Set(aside);
  for (const proposal of proposals) if (!later.has(proposal)) await writeKey(change, proposal);
  for (const proposal of aside) await writeKey(change, proposal);
}

async function writeKey(change: Change, { sourceId, to }: KeyProposal): Promise<void> {
  await change.update('source', sourceId, { citation_key: to });
  await setKeyOrigin(change, sourceId, madeByPattern);
}

/** Pins a key, or leaves it to the pattern. */
export async function setKeyOrigin(change: Change, sourceId: string, origin: string): Promise<void> {
  const row = await change.get<{ metadata_origin: string }>('SELECT metadata_origin FROM source WHERE id = ?', [
    sourceId,
  ]);
  const metadataOrigin = { ...parseOrigin(row?.metadata_origin ?? '{}'), [keyOriginField]: origin };
  await change.update('source', sourceId, { metadata_origin: JSON.stringify(metadataOrigin) });
}
