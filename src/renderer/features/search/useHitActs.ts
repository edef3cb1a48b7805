import type { Target } from '../../../shared/domain/common';
import { failureFrom } from '../../../shared/result';
import type { SearchHit, SearchKind } from '../../../shared/search/types';
import { useNavigation } from '../../app/navigation';
import { call } from '../../client';
import { useToasts, type MenuEntry } from '../../ui';
import { useWriteInMemo } from '../memos/quoting';
import { citedHit, isCitable } from './copy';
import { placeOfHit } from './hits';

export const hitShortcuts = {
  open: 'enter',
  beside: 'mod+enter',
  cite: 'mod+shift+c',
  copy: 'mod+c',
} as const;

/** What putting a hit into the memo is called, and what is said when it is there. Events, memos and notes have no place in one. */
const citing: Partial<Record<SearchKind, { act: string; done: string }>> = {
  excerpt: { act: 'Quote in the memo', done: 'Quoted' },
  source: { act: 'Cite in the memo', done: 'Cited' },
  snapshot: { act: 'Excerpt and quote in the memo', done: 'Excerpted, and quoted' },
  claim: { act: 'State in the memo', done: 'Stated' },
  actor: { act: 'Mention in the memo', done: 'Mentioned' },
};

export interface HitActs {
  open: (hit: SearchHit, beside: boolean) => void;
  cite: (hit: SearchHit) => void;
  copy: (hit: SearchHit) => void;
  menuFor: (hit: SearchHit) => MenuEntry[];
}

/** What can be done with a hit, the same on the search page and in the palette. Whatever is done, the search is remembered. */
export function useHitActs(query: string): HitActs {
  const navigation = useNavigation();
  const write = useWriteInMemo();
  const toasts = useToasts();

  const remember = () => {
    const words = query.trim().slice(0, 2000);
    // Losing a past search is not worth a message.
    if (words !== '') call('search.remember', { query: words }).catch(() => {});
  };
  const fail = (error: unknown) => toasts.fail(failureFrom(error));

  const open = (hit: SearchHit, beside: boolean) => {
    remember();
    (beside ? navigation.openBeside : navigation.open)(placeOfHit(hit));
  };

  const cite = (hit: SearchHit) => {
    const words = citing[hit.kind];
    if (words === undefined) {
      return toasts.say('This has no place in a text. Excerpts, sources, claims, actors and passages can be cited.');
    }
    remember();
    write((memo) => {
      const put = async () => {
        const takeOut = await memo.put([await targetOf(hit)]);
        const said = `${words.done} in “${memo.title}”`;
        // A passage became an excerpt of the library, which is undone with it.
        if (hit.kind === 'snapshot') toasts.say(said, { undo: takeOut });
        else toasts.say(said, { action: { label: 'Undo', run: takeOut } });
      };
      put().catch(fail);
    });
  };

  const copy = (hit: SearchHit) => {
    if (!isCitable(hit)) return;
    remember();
    citedHit(hit)
      .then((text) => navigator.clipboard.writeText(text))
      .then(() => toasts.say('Copied with its citation'), fail);
  };

  const menuFor = (hit: SearchHit): MenuEntry[] => {
    const act = citing[hit.kind]?.act;
    return [
      { label: 'Open', shortcut: hitShortcuts.open, run: () => open(hit, false) },
      { label: 'Open beside', shortcut: hitShortcuts.beside, run: () => open(hit, true) },
      ...(act ? ['line' as const, { label: act, shortcut: hitShortcuts.cite, run: () => cite(hit) }] : []),
      ...(isCitable(hit) ? [{ label: 'Copy with citation', shortcut: hitShortcuts.copy, run: () => copy(hit) }] : []),
    ];
  };
  return { open, cite, copy, menuFor };
}

/** What goes into a memo for a hit; a passage that nobody excerpted is excerpted first. */
async function targetOf({ kind, id, place }: SearchHit): Promise<Target> {
  if (kind === 'snapshot' && place) {
    const { snapshotId, start, end } = place;
    return { kind: 'excerpt', id: (await call('excerpts.add', { snapshotId, start, end })).id };
  }
  return { kind: kind as Target['kind'], id };
}
