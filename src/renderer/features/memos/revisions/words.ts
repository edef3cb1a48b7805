import type { ComparedMemoRow, MemoRevisionInfo } from '../../../../shared/domain/memos';
import { capturedOn } from '../../snapshots/captured';
import { changesInWords, isChange } from '../../snapshots/changes';

/** What a revision is called: its name, else when it was kept. */
export function revisionName({ name, createdAt }: MemoRevisionInfo): string {
  return name || capturedOn(createdAt);
}

/** All changes in one line. */
export function summary(rows: readonly ComparedMemoRow[], isSame: boolean): string {
  const words = changesInWords(rows.filter(isChange), 'sentence');
  if (words !== '') return words;
  return isSame ? 'The two texts are the same.' : 'The words are the same; formatting, marks or layout differ.';
}
