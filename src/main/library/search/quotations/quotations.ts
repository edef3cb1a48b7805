import { locateQuotation } from '../../../../shared/anchoring';
import type { SearchHit } from '../../../../shared/search/types';
import type { Reader } from '../../db/types';
import { passagesBetween, type StoredDocument } from '../documents/store';
import type { RankedDocument } from '../ranking/rank';

/** So many of the best passages are places where the quotation may stand. */
const tried = 4;
/** Passages have about so many characters at least; see passages.ts. */
const passageLength = 240;
/** What is shown of a long one. */
const shownLength = 360;

/**
 * Hits with the places where a pasted quotation stands as a whole put first: the excerpt that has it, or the very passage of
 * the text. Looked for around the passages that were found by its words, over the bounds of paragraphs.
 */
export async function withQuotationFirst(
  db: Reader,
  quote: string,
  ranked: readonly RankedDocument[],
  hits: readonly SearchHit[],
): Promise<SearchHit[]> {
  const places: SearchHit[] = [];
  const passages = ranked.filter(({ document }) => document.kind === 'snapshot').slice(0, tried);
  for (const { document } of passages) {
    if (places.some(({ place }) => place && liesIn(document, place))) continue;
    const place = await placeAround(db, quote, document);
    if (place !== null && !places.some((other) => samePlace(other, place))) places.push(place);
  }
  if (places.length === 0) return [...hits];
  const first = places.map((place) => hits.find((hit) => hit.kind === 'excerpt' && contains(hit, place)) ?? place);
  const others = hits.filter(
    (hit) => !first.includes(hit) && !(hit.kind === 'snapshot' && places.some((place) => overlaps(hit, place))),
  );
  return [...first, ...others];
}

/** The quotation in the passages around one; they leave out white space only, so their texts make up the source's. */
async function placeAround(db: Reader, quote: string, found: StoredDocument): Promise<SearchHit | null> {
  const reach = Math.ceil((quote.length * 1.3) / passageLength) + 1;
  const passages = await passagesBetween(db, found.ownerId, found.part - reach, found.part + reach);
  const base = passages[0]?.start ?? 0;
  let text = '';
  for (const passage of passages) text = text.padEnd((passage.start ?? base) - base, '\n') + passage.text;
  const range = locateQuotation(text, quote);
  if (range === null || found.sourceId === null || found.snapshotId === null) return null;
  const [start, end] = range;
  const shown = text.slice(start, Math.min(end, start + shownLength)).trimEnd();
  return {
    kind: 'snapshot',
    id: found.hitId,
    opens: { kind: found.opensKind, id: found.opensId },
    title: found.title,
    text: end > start + shownLength ? `${shown} …` : shown,
    score: 1,
    highlights: { title: [], text: [[0, shown.length]] },
    place: {
      sourceId: found.sourceId,
      snapshotId: found.snapshotId,
      start: base + start,
      end: base + end,
      // The whole place is what was looked for.
      shift: null,
    },
  };
}

function liesIn({ snapshotId, start, end }: StoredDocument, place: NonNullable<SearchHit['place']>): boolean {
  return snapshotId === place.snapshotId && (start ?? 0) >= place.start && (end ?? 0) <= place.end;
}

function samePlace(a: SearchHit, b: SearchHit): boolean {
  return a.place?.snapshotId === b.place?.snapshotId && a.place?.start === b.place?.start;
}

function contains({ place: outer }: SearchHit, { place: inner }: SearchHit): boolean {
  if (outer?.snapshotId !== inner?.snapshotId || !outer || !inner) return false;
  return outer.start <= inner.start && inner.end <= outer.end;
}

function overlaps({ place: a }: SearchHit, { place: b }: SearchHit): boolean {
  return a !== undefined && a.snapshotId === b?.snapshotId && a.start < b.end && b.start < a.end;
}
