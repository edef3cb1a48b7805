import type { ComparisonRow } from '../../../shared/domain/sources';
import { count } from '../../ui/count';

/** What was done to a paragraph or sentence; what stands in both texts in other places is removed from one and added to the other. */
interface Change {
  kind: 'changed' | 'removed' | 'added';
  moved?: boolean;
}

export type ChangedOf<Row> = Extract<Row, Change>;
export type ChangedRow = ChangedOf<ComparisonRow>;

export function isChange<Row extends { kind: string }>(row: Row): row is ChangedOf<Row> {
  return row.kind === 'changed' || row.kind === 'removed' || row.kind === 'added';
}

/** What happened to a paragraph or sentence, in words. */
export function changeName({ kind, moved }: Change): string {
  if (moved) return kind === 'removed' ? 'Moved elsewhere' : 'Moved here';
  return { changed: 'Changed', removed: 'Removed', added: 'Added' }[kind];
}

/** All changes in one line: "3 sentences changed, 1 added, 2 removed, 1 moved"; '' for none. */
export function changesInWords(changes: readonly Change[], noun: string): string {
  const number = (test: (change: Change) => boolean | undefined) => changes.filter(test).length;
  const [changed, added, removed, moved] = [
    number(({ kind }) => kind === 'changed'),
    number((row) => row.kind === 'added' && !row.moved),
    number((row) => row.kind === 'removed' && !row.moved),
    number((row) => row.kind === 'added' && row.moved),
  ];
  return [
    changed > 0 && `${count(changed, noun)} changed`,
    added > 0 && `${added} added`,
    removed > 0 && `${removed} removed`,
    moved > 0 && `${moved} moved`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** The same of two snapshots: "3 paragraphs changed, 1 added, 2 removed, 1 moved; 2 excerpts touched." */
export function summary(rows: readonly ComparisonRow[]): string {
  const changes = rows.filter(isChange);
  const words = changesInWords(changes, 'paragraph');
  if (words === '') return 'The two texts are the same, word for word.';
  const touched = new Set(changes.flatMap(({ excerptIds }) => excerptIds)).size;
  const excerpts = touched === 0 ? 'no excerpt is touched' : `${count(touched, 'excerpt')} touched`;
  return `${words}; ${excerpts}.`;
}
