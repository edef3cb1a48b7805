import { defaultLocale, defaultStyleId } from '../../../shared/citing/defaults';
import type { SearchHit } from '../../../shared/search/types';
import { locatorAt } from '../../../shared/sources/locators';
import { call } from '../../client';
import { citationItemOf } from '../../editor/insert';
import { citedText } from '../excerpts/copy';

/** Whether copying a hit copies a citation. */
export function isCitable({ kind }: SearchHit): boolean {
  return kind === 'excerpt' || kind === 'snapshot' || kind === 'source';
}

/** A hit for the clipboard: an excerpt's or passage's words with their citation, a source's entry in a bibliography. */
export async function citedHit({ kind, id, place }: SearchHit): Promise<string> {
  if (kind === 'source') return bibliographyEntry(id);
  if (kind !== 'snapshot' || place === undefined) return citedText(await call('excerpts.get', { id }));
  const { snapshotId, sourceId, start, end } = place;
  const [{ text, blocks }, { shortCitation }] = await Promise.all([
    call('snapshots.get', { id: snapshotId }),
    call('sources.get', { id: sourceId }),
  ]);
  const locator = locatorAt(blocks, start, end);
  return citedText({ kind: 'quotation', text: text.slice(start, end), shortCitation, locator });
}

/** In the style and language of the memo that was written in last. */
async function bibliographyEntry(sourceId: string): Promise<string> {
  const memos = await call('memos.list', {});
  const latest = memos.toSorted((a, b) => (a.modifiedAt < b.modifiedAt ? 1 : -1))[0];
  const item = await citationItemOf({ kind: 'source', id: sourceId }, call);
  const { bibliography, citations } = await call('citing.render', {
    styleId: latest?.styleId ?? defaultStyleId,
    locale: latest?.locale ?? defaultLocale,
    clusters: [{ id: 'copied', items: [item], note: 1 }],
  });
  const runs = bibliography[0]?.runs ?? citations[0]?.runs ?? [];
  return runs.map(({ text }) => text).join('');
}
