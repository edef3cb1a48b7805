import type { ProvenanceFacts } from '../facts';
import { finding, type Finding, type Fix } from '../finding';
import { citationsIn, placeIn, type Place } from '../passages';
import type { MemoReading } from '../read';

/** Linked quotations and citations that rest on an excerpt which is in the Trash or gone, while its source is there. */
export function excerptsMissing({ passages }: MemoReading, { excerpts, sources }: ProvenanceFacts): Finding[] {
  const judge = (id: string, place: Place, words: string, citationId: string | null): Finding[] => {
    const excerpt = excerpts.get(id);
    if (excerpt?.standing === 'live') return [];
    const source = excerpt && [...sources.values()].find((fact) => fact.id === excerpt.sourceId);
    // What is wrong with the source is said of the source.
    if (source?.standing === 'trashed') return [];
    const fixes: Fix[] = excerpt
      ? [{ kind: 'restore', label: 'Restore the excerpt', target: { kind: 'excerpt', id } }]
      : [];
    const message = excerpt
      ? 'The excerpt that this rests on is in the Trash. Restore it, or quote again from the source.'
      : 'The excerpt that this rests on is not in the library. Quote again from the source.';
    return [finding({ rule: 'excerpt-not-in-library', place, words, citationId, message, about: [id, words], fixes })];
  };
  return passages.flatMap((passage): Finding[] => {
    if (passage.footnote !== null) return [];
    const whole = placeIn(passage, 0, passage.text.length);
    const linked = passage.excerptId === null ? [] : judge(passage.excerptId, whole, passage.text, null);
    const cited = citationsIn(passage).flatMap(({ citation, place }) =>
      citation.items.flatMap(({ excerptId }) =>
        excerptId === null || excerptId === passage.excerptId ? [] : judge(excerptId, place, '', citation.id),
      ),
    );
    return [...linked, ...cited];
  });
}
