import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { MemoRevisionInfo } from '../../../../shared/domain/memos';
import { useCall } from '../../../client';
import { Select } from '../../../ui';
import { ChangeSteps } from '../../../ui/ChangeSteps';
import { isChange } from '../../snapshots/changes';
import { ComparedSentence } from './ComparedSentence';
import { revisionName, summary } from './words';
import styles from './revisions.module.css';
import type { MemoFacts } from '../facts';

const present = 'present';

export interface RevisionChangesProps {
  memo: MemoFacts;
  shown: MemoRevisionInfo;
  revisions: readonly MemoRevisionInfo[];
}

/** A revision and another state of the memo side by side, the earlier one at the left, sentence by sentence. */
export function RevisionChanges({ memo, shown, revisions }: RevisionChangesProps) {
  const [other, setOther] = useState(present);
  const place = (id: string) => (id === present ? -1 : revisions.findIndex((each) => each.id === id));
  // The list has the newest first.
  const [olderId, newerId] = place(shown.id) > place(other) ? [shown.id, other] : [other, shown.id];
  const idOf = (id: string) => (id === present ? null : id);
  const answer = useCall('memos.compare', { memoId: memo.id, olderId: idOf(olderId), newerId: idOf(newerId) });
  const titleOf = (id: string) => {
    const info = revisions.find((each) => each.id === id);
    return info ? revisionName(info) : 'Present text';
  };
  const choices = [
    { value: present, label: 'Present text' },
    ...revisions.filter(({ id }) => id !== shown.id).map((info) => ({ value: info.id, label: revisionName(info) })),
  ];

  const rows = useMemo(() => answer.data?.rows ?? [], [answer.data]);
  const changes = useMemo(() => rows.flatMap((row, index) => (isChange(row) ? [index] : [])), [rows]);
  const [at, setAt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  // Its answers are used here alone, and never memoised.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'unchanged' ? 36 : 72),
    overscan: 6,
  });
  const goTo = (next: number) => {
    const index = changes[next];
    if (index === undefined) return;
    setAt(next);
    virtual.scrollToIndex(index, { align: 'center' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n') goTo(at + 1);
    else if (event.key === 'p') goTo(at - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.changes}>
      <div className={styles.bar}>
        <Select
          label="Compared with"
          value={other}
          options={choices}
          onChange={(next) => {
            setOther(next);
            setAt(0);
          }}
          className={styles.other}
        />
        <span className={styles.facts} role="status">
          {answer.error ? answer.error.message : answer.data && summary(rows, answer.data.isSame)}
        </span>
        {changes.length > 0 && <ChangeSteps at={at} count={changes.length} onGo={goTo} />}
      </div>
      {changes.length > 0 && (
        <>
          <div className={styles.heads}>
            <span dir="auto">{titleOf(olderId)}</span>
            <span dir="auto">{titleOf(newerId)}</span>
          </div>
          <div
            ref={scroller}
            className={styles.scroll}
            role="application"
            aria-label="Both texts compared"
            tabIndex={0}
            onKeyDown={onKeyDown}
          >
            <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
              {virtual.getVirtualItems().map(({ index, key, start }) => (
                <div
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={styles.place}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <ComparedSentence
                    row={rows[index]!}
                    isCurrent={index === changes[at]}
                    onCurrent={() => setAt(Math.max(0, changes.indexOf(index)))}
                  />
                </div>
              ))}
            </div>
          </div>
        </>
      )}
    </div>
  );
}
