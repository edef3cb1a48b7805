import type { ReactNode } from 'react';
import type { ComparedMemoRow } from '../../../../shared/domain/memos';
import { count } from '../../../ui';
import { changeName, isChange, type ChangedOf } from '../../snapshots/changes';
import { DifferenceText } from '../../snapshots/DifferenceText';
import styles from './revisions.module.css';

export interface ComparedSentenceProps {
  row: ComparedMemoRow;
  isCurrent: boolean;
  onCurrent: () => void;
}

/** One sentence in both texts: what was taken out at the left, what was put in at the right. */
export function ComparedSentence({ row, isCurrent, onCurrent }: ComparedSentenceProps) {
  if (row.kind === 'unchanged') {
    return <p className={styles.unchanged}>{count(row.sentences, 'sentence')} unchanged</p>;
  }
  if (!isChange(row)) {
    return (
      <Pair startsParagraph={row.startsParagraph}>
        <p className={styles.same} dir="auto">
          {row.text}
        </p>
        <p className={styles.same} dir="auto">
          {row.text}
        </p>
      </Pair>
    );
  }
  const [older, newer] = sides(row);
  return (
    <div
      className={styles.change}
      role="group"
      aria-label={changeName(row)}
      aria-current={isCurrent || undefined}
      // The steps do by keyboard what pointing at a change does.
      onClick={onCurrent}
    >
      <Pair startsParagraph={row.startsParagraph}>
        {older}
        {newer}
      </Pair>
    </div>
  );
}

function Pair({ startsParagraph, children }: { startsParagraph: boolean; children: ReactNode }) {
  return (
    <div className={styles.pair} data-starts={startsParagraph || undefined}>
      {children}
    </div>
  );
}

function sides(row: ChangedOf<ComparedMemoRow>): [ReactNode, ReactNode] {
  if (row.kind === 'changed') {
    return [
      <p key="older" dir="auto">
        <DifferenceText parts={row.parts.filter(({ kind }) => kind !== 'added')} />
      </p>,
      <p key="newer" dir="auto">
        <DifferenceText parts={row.parts.filter(({ kind }) => kind !== 'removed')} />
      </p>,
    ];
  }
  const words = (
    <p key={row.kind} dir="auto">
      {row.moved ? (
        <>
          <span className={styles.moved}>{changeName(row)}</span> {row.text}
        </>
      ) : (
        <DifferenceText parts={[{ kind: row.kind, text: row.text }]} />
      )}
    </p>
  );
  const nothing = <span key="nothing" />;
  return row.kind === 'removed' ? [words, nothing] : [nothing, words];
}
