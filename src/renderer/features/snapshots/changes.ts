import type { ComparisonRow } from '../../../shared/domain/sources';
import { count } from '../../ui/count';

export type ChangedRow = Extract<ComparisonRow, { kind: 'changed' | 'removed' | 'added' }>;

export function isChange(row: ComparisonRow): row is ChangedRow {
  return row.kind === 'changed' || row.kind === 'removed' || row.kind === 'added';
}

/** What happened to a paragraph, in words. */
export function changeName({ kind, moved }: ChangedRow): string {
  if (moved) return kind === 'removed' ? 'Moved elsewhere' : 'Moved here';
  return { changed: 'Changed', removed: 'Removed', added: 'Added' }[kind];
}

/** All changes in one line: "3 paragraphs changed, 1 added, 2 removed, 1 moved; they touch 2 excerpts". */
export function summary(rows: readonly ComparisonRow[]): string {
  const changes = rows.filter(isChange);
  const number = (test: (row: ChangedRow) => boolean) => changes.filter(test).length;
  const [changed, added, removed, moved] = [
    number(({ kind }) => kind === 'changed'),
    number((row) => row.kind === 'added' && !row.moved),
    number((row) => row.kind === 'removed' && !row.moved),
    number((row) => row.kind === 'added' && row.moved),
  ];
  const parts = [
    changed > 0 && `${count(changed, 'paragraph')} changed`,
    added > 0 && `${added} added`,
    removed > 0 && `${removed} removed`,
    moved > 0 && `${moved} moved`,
  ].filter(Boolean);
  if (parts.length === 0) return 'The two texts are the same, word for word.';
  const touched = new Set(changes.flatMap(({ excerptIds }) => excerptIds)).size;
  const excerpts = touched === 0 ? 'no excerpt is touched' : `${count(touched, 'excerpt')} touched`;
  return `${parts.join(', ')}; ${excerpts}.`;
}
