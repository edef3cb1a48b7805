import type { ComparedMemoRow, MemoRevisionInfo } from '../../../../shared/domain/memos';
import { count } from '../../../ui';

export const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** What a revision is called: its name, else when it was kept. */
export function revisionName({ name, createdAt }: MemoRevisionInfo): string {
  return name || moment.format(new Date(createdAt));
}

export type ChangedRow = Extract<ComparedMemoRow, { kind: 'changed' | 'removed' | 'added' }>;

export function isChange(row: ComparedMemoRow): row is ChangedRow {
  return row.kind !== 'unchanged' && row.kind !== 'same';
}

/** All changes in one line: "3 sentences changed, 1 added, 2 removed, 1 moved". */
export function summary(rows: readonly ComparedMemoRow[], isSame: boolean): string {
  const number = (test: (row: ChangedRow) => boolean) => rows.filter(isChange).filter(test).length;
  const changed = number(({ kind }) => kind === 'changed');
  const parts = [
    changed > 0 && `${count(changed, 'sentence')} changed`,
    ...(['added', 'removed'] as const).map((kind) => {
      const some = number((row) => row.kind === kind && !row.moved);
      return some > 0 && `${some} ${kind}`;
    }),
    ...[number((row) => row.kind === 'added' && row.moved)].map((moved) => moved > 0 && `${moved} moved`),
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(', ');
  return isSame ? 'The two texts are the same.' : 'The words are the same; formatting, marks or layout differ.';
}
