import type { KeyboardEvent } from 'react';
import type { MemoRevisionInfo } from '../../../../shared/domain/memos';
import { count, cx } from '../../../ui';
import { capturedOn } from '../../snapshots/captured';
import { revisionName } from './words';
import styles from './revisions.module.css';

export interface RevisionListProps {
  /** Newest first. */
  revisions: readonly MemoRevisionInfo[];
  chosen: string;
  onChoose: (id: string) => void;
}

/** The revisions to choose from; arrows move the choice. */
export function RevisionList({ revisions, chosen, onChoose }: RevisionListProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = revisions.findIndex(({ id }) => id === chosen) + step;
    const info = revisions[next];
    if (!info) return;
    onChoose(info.id);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <ul className={styles.list} aria-label="Revisions" onKeyDown={onKeyDown}>
      {revisions.map((info) => (
        <li key={info.id}>
          <button
            type="button"
            className={cx(styles.revision, info.id === chosen && styles.chosen)}
            aria-pressed={info.id === chosen}
            onClick={() => onChoose(info.id)}
          >
            <span className={styles.name}>{revisionName(info)}</span>
            <span className={styles.facts}>
              {info.name && `${capturedOn(info.createdAt)} · `}
              {count(info.words, 'word')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
