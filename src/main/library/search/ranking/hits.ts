import { sentencesAround } from '../../../../shared/anchoring';
import type { HitPlace, SearchHit, TextRange } from '../../../../shared/search/types';
import type { StoredDocument } from '../documents/store';
import { facet } from '../facets/facets';
import type { FieldMatches, RankedDocument } from './rank';

/** A text up to this length is shown whole; of a longer one, a part of about that length. UTF-16 code units. */
const shownLength = 360;
const lead = 60;

/** What is shown of ranked documents: one hit a noun, at most three passages a source, no passage of an excerpt that is a hit itself. */
export function hitsOf(ranked: readonly RankedDocument[], limit: number): SearchHit[] {
  const hits: SearchHit[] = [];
  const seen = new Set<string>();
  const passages = new Map<string, number>();
  const excerpts = ranked.filter(({ document }) => document.kind === 'excerpt' && document.snapshotId !== null);
  for (const result of ranked) {
    if (hits.length >= limit) break;
    const { document } = result;
    if (document.kind === 'snapshot') {
      const shown = passages.get(document.hitId) ?? 0;
      if (shown >= 3 || standsInExcerpt(result, excerpts)) continue;
      passages.set(document.hitId, shown + 1);
    } else {
      const key = `${document.kind} ${document.hitId}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    hits.push(hitOf(result));
  }
  return hits;
}

/** Whether all that was found in a passage lies in an excerpt that is found as well. */
function standsInExcerpt(passage: RankedDocument, excerpts: readonly RankedDocument[]): boolean {
  const ranges = rangesOf(passage.text);
  if (ranges.length === 0) return false;
  const { snapshotId, start } = passage.document;
  const covering = excerpts.filter(({ document }) => document.snapshotId === snapshotId);
  return ranges.every(([from, to]) =>
    covering.some(
      ({ document }) => (document.start ?? 0) <= (start ?? 0) + from && (start ?? 0) + to <= (document.end ?? 0),
    ),
  );
}

function hitOf(result: RankedDocument): SearchHit {
  const { document, title, text, score, focus } = result;
  const ranges = rangesOf(text);
  const focused = text.matches.length === 0 ? 0 : text.map().toOriginal(focus, focus + 1)[0];
  const [from, to] = partShown(document.text, focused);
  const before = from > 0 ? '… ' : '';
  const shown = `${before}${document.text.slice(from, to)}${to < document.text.length ? ' …' : ''}`;
  const hit: SearchHit = {
    kind: document.kind,
    id: document.hitId,
    opens: { kind: document.opensKind, id: document.opensId },
    title: document.title,
    text: shown,
    score: Math.max(0, Math.min(1, score)),
    highlights: {
      title: rangesOf(title),
      text: ranges
        .filter(([start, end]) => start >= from && end <= to)
        .map(([start, end]) => [start - from + before.length, end - from + before.length]),
    },
  };
  const place = placeOf(document, from - before.length);
  if (place === null) return hit;
  if (document.kind === 'snapshot' && ranges.length > 0) {
    const [first, last] = densestRange(document.text, ranges, focused);
    const [start, end] = sentencesAround(document.text, first, last);
    place.end = place.start + end;
    place.start += start;
  }
  return { ...hit, place };
}

/** From the first to the last of the words that were found close together, within one paragraph. */
function densestRange(text: string, ranges: readonly TextRange[], focused: number): TextRange {
  const near = ranges.filter(([start]) => start >= focused && start <= focused + shownLength);
  const [from, to] = near[0] ?? ranges[0]!;
  const paragraphEnd = text.indexOf('\n', from);
  const within = near.findLast(([, end]) => paragraphEnd < 0 || end <= paragraphEnd);
  return [from, within?.[1] ?? to];
}

const quotationForm = facet('form', 'quotation');

/** Where a document stands in a snapshot; `shown` is where in it the text shown begins. */
export function placeOf(document: StoredDocument, shown: number): HitPlace | null {
  const { kind, sourceId, snapshotId, start, end, text } = document;
  if (sourceId === null || snapshotId === null || start === null || end === null) return null;
  const own =
    kind === 'snapshot' || (text.length === end - start && document.facets.split(' ').includes(quotationForm));
  return { sourceId, snapshotId, start, end, shift: own ? start + shown : null };
}

/** Original ranges of what matched, in order, overlaps joined. */
export function rangesOf(field: FieldMatches): TextRange[] {
  const ranges: TextRange[] = [];
  if (field.matches.length === 0) return ranges;
  const best = new Map<number, number>();
  for (const { clause, cost } of field.matches) best.set(clause, Math.min(cost, best.get(clause) ?? 1));
  for (const { token, length, clause, cost } of field.matches) {
    // Beside the very word, words that are merely like it are not what was meant.
    if (cost > best.get(clause)! + 0.3) continue;
    const [start, end] = field.map().toOriginal(token.start, token.start + length);
    const last = ranges.at(-1);
    if (last !== undefined && start < last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) ranges.push([start, end]);
  }
  return ranges;
}

function partShown(text: string, focus: number): TextRange {
  if (text.length <= shownLength + lead) return [0, text.length];
  let from = Math.max(0, Math.min(focus - lead, text.length - shownLength));
  let to = Math.min(text.length, from + shownLength);
  if (from > 0) from = afterSpace(text, from, focus);
  if (to < text.length) {
    const space = text.lastIndexOf(' ', to);
    to = space > focus ? space : to;
    if (/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(to - 1, to + 1))) to += 1;
  }
  return [from, to];
}

function afterSpace(text: string, from: number, focus: number): number {
  const space = text.indexOf(' ', from);
  if (space >= 0 && space < focus) return space + 1;
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(from - 1, from + 1)) ? from - 1 : from;
}
