import { sourceName, type ProvenanceFacts, type SourceFact } from '../facts';
import { finding, type Finding } from '../finding';
import { citationsIn, placeIn, type Place } from '../passages';
import type { MemoReading } from '../read';

interface Use {
  citedId: string;
  place: Place;
  citationId: string | null;
}

/** Cited sources that are not there, retracted or undated: each said once, where the source is cited first. */
export function sourceRules(reading: MemoReading, facts: ProvenanceFacts): Finding[] {
  const firsts = new Map<string, { use: Use; times: number; citedIds: Set<string> }>();
  for (const use of usesOf(reading, facts)) {
    const id = facts.sources.get(use.citedId)?.id ?? use.citedId;
    const first = firsts.get(id);
    if (first) {
      first.times += 1;
      first.citedIds.add(use.citedId);
    } else firsts.set(id, { use, times: 1, citedIds: new Set([use.citedId]) });
  }
  return [...firsts].flatMap(([id, { use, times, citedIds }]) =>
    judge(id, use, times, [...citedIds], facts.sources.get(use.citedId)),
  );
}

/** Every citation's item in the order of the text, and linked quotations, whose source exports cite. */
function usesOf({ passages }: MemoReading, { excerpts }: ProvenanceFacts): Use[] {
  return passages.flatMap((passage): Use[] => {
    if (passage.footnote !== null) return [];
    const cited = citationsIn(passage).flatMap(({ citation, place }) =>
      citation.items.map(({ sourceId }) => ({ citedId: sourceId, place, citationId: citation.id })),
    );
    const linked = excerpts.get(passage.excerptId ?? '');
    return linked
      ? [...cited, { citedId: linked.sourceId, place: placeIn(passage, 0, passage.text.length), citationId: null }]
      : cited;
  });
}

function judge(
  id: string,
  { place, citationId }: Use,
  times: number,
  sourceIds: string[],
  source: SourceFact | undefined,
): Finding[] {
  const often = times === 1 ? '' : ` The memo cites it ${times} times.`;
  const relink = { kind: 'relink', label: 'Cite another source', sourceIds } as const;
  if (!source) {
    const message = `The cited source is not in the library.${often} Cite another one in its place.`;
    const about = [id];
    return [finding({ rule: 'source-not-in-library', place, citationId, words: '', message, about, fixes: [relink] })];
  }
  const name = sourceName(source);
  const at = { place, citationId, words: name };
  if (source.standing === 'trashed') {
    const restore = { kind: 'restore', label: 'Restore the source', target: { kind: 'source', id } } as const;
    const message = `${name} is in the Trash.${often} Restore it, or cite another source in its place.`;
    return [finding({ rule: 'source-not-in-library', ...at, message, about: [id, 'trash'], fixes: [restore, relink] })];
  }
  const open = { kind: 'open', label: 'Open the source', target: { kind: 'source', id } } as const;
  const found: Finding[] = [];
  if (source.retracted) {
    const message = `${name} was retracted.${often} Cite another source, or say in the text that it was.`;
    found.push(finding({ rule: 'source-retracted', ...at, message, about: [id], fixes: [open, relink] }));
  }
  if (source.issued === '') {
    const message = `${name} has no date.${often} Find out when it was published.`;
    found.push(finding({ rule: 'source-undated', ...at, message, about: [id], fixes: [open] }));
  }
  return found;
}
