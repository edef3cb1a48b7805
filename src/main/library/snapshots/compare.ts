import { compareTexts, foldTypography, rowsAroundChanges, type ComparedRow } from '../../../shared/anchoring';
import type { StandingOf, TextPlace } from '../../../shared/domain/anchors';
import type { ComparisonRow, Snapshot, SnapshotComparison } from '../../../shared/domain/sources';
import { CommonplaceError } from '../../../shared/result';
import type { TextRange } from '../../../shared/search/types';
import { locatorAt } from '../../../shared/sources/locators';
import { standingsShown } from '../anchors/find';
import { inSlices } from '../common/slices';
import type { Reader } from '../db/types';
import { getSnapshot } from './store';

/** What changed from one snapshot of a source to another, and which excerpts that touches. @throws `not-found`, `bad-input` */
export async function compareSnapshots(db: Reader, olderId: string, newerId: string): Promise<SnapshotComparison> {
  const older = await getSnapshot(db, olderId);
  const newer = await getSnapshot(db, newerId);
  if (older.sourceId !== newer.sourceId) {
    throw new CommonplaceError('bad-input', 'These are texts of two sources. Compare two snapshots of the same one.');
  }
  const rows = await inSlices(compareTexts(older, newer));
  const touched = changedExcerpts(older, newer, await standingsShown(db, olderId), await standingsShown(db, newerId));
  const shownRows = Array.from(rowsAroundChanges(rows), (row): ComparisonRow =>
    row.kind === 'unchanged' ? { kind: 'unchanged', paragraphs: row.count } : shown(row, older, newer, touched),
  );
  return { olderId, newerId, rows: shownRows };
}

/** An excerpt whose words are not the same in both texts, with its place in each. */
interface ChangedExcerpt {
  id: string;
  older: TextPlace | null;
  newer: TextPlace | null;
}

function changedExcerpts(
  older: Snapshot,
  newer: Snapshot,
  before: readonly StandingOf[],
  after: readonly StandingOf[],
): ChangedExcerpt[] {
  const places = new Map(after.map(({ excerptId, place }) => [excerptId, place]));
  const words = (text: string, place: TextPlace) => foldTypography(text.slice(place.start, place.end)).trim();
  return before.flatMap(({ excerptId: id, place }): ChangedExcerpt[] => {
    const other = places.get(id) ?? null;
    if (place === null && other === null) return [];
    if (place !== null && other !== null && words(older.text, place) === words(newer.text, other)) return [];
    return [{ id, older: place, newer: other }];
  });
}

function shown(row: ComparedRow, older: Snapshot, newer: Snapshot, touched: readonly ChangedExcerpt[]): ComparisonRow {
  const [before, after] = ['older' in row ? row.older : null, 'newer' in row ? row.newer : null];
  const [text, range] = after === null ? [older, before!] : [newer, after];
  const locator = locatorAt(text.blocks, ...range);
  const words = text.text.slice(...range);
  if (row.kind === 'same') return { kind: 'same', text: words, locator };
  const parts = row.kind === 'changed' ? row.parts : [{ kind: row.kind, text: words }];
  return {
    kind: row.kind,
    parts,
    moved: row.kind !== 'changed' && row.moved,
    older: asPlace(before),
    newer: asPlace(after),
    locator,
    excerptIds: touched
      .filter((excerpt) => liesIn(excerpt.older, before) || liesIn(excerpt.newer, after))
      .map(({ id }) => id),
  };
}

function asPlace(range: TextRange | null): TextPlace | null {
  return range && { start: range[0], end: range[1] };
}

function liesIn(place: TextPlace | null, range: TextRange | null): boolean {
  return place !== null && range !== null && place.start < range[1] && place.end > range[0];
}
