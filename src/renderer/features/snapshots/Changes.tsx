import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import type { SnapshotComparison } from '../../../shared/domain/sources';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { ChangeSteps } from '../../ui/ChangeSteps';
import { isChange, summary } from './changes';
import { ComparedRow } from './ComparedRow';
import styles from './compare.module.css';

export interface ChangesProps {
  sourceId: string;
  comparison: SnapshotComparison;
  excerpts: ReadonlyMap<string, Excerpt>;
  /** Its keys are for the pane one works in. */
  isWorkedIn: boolean;
}

/** The changes in the order of the newer text, and the way from one to the next. Only rows in sight exist. */
export function Changes({ sourceId, comparison, excerpts, isWorkedIn }: ChangesProps) {
  const { open } = useNavigation();
  const { rows, olderId, newerId } = comparison;
  const scroller = useRef<HTMLDivElement>(null);
  const changes = useMemo(() => rows.flatMap((row, index) => (isChange(row) ? [index] : [])), [rows]);
  const [at, setAt] = useState(0);
  // Its answers are used here alone, and never memoised.
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'unchanged' ? 56 : 120),
    overscan: 6,
  });
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);

  const goTo = (next: number) => {
    const index = changes[next];
    if (index === undefined) return;
    setAt(next);
    virtual.scrollToIndex(index, { align: 'center' });
  };
  const showInText = () => {
    const row = rows[changes[at] ?? -1];
    if (!row || !isChange(row)) return;
    const place = row.newer ?? row.older;
    if (place) open({ view: 'sources', id: sourceId, at: { snapshotId: row.newer ? newerId : olderId, ...place } });
  };
  useCommands(
    isWorkedIn && changes.length > 0
      ? [
          { id: 'compare.next', title: 'Next change', group: 'Compare', shortcut: 'n', run: () => goTo(at + 1) },
          {
            id: 'compare.previous',
            title: 'Previous change',
            group: 'Compare',
            shortcut: 'p',
            run: () => goTo(at - 1),
          },
          {
            id: 'compare.show',
            title: 'Show this change in the text',
            group: 'Compare',
            shortcut: 'o',
            run: showInText,
          },
        ]
      : [],
  );
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.summary}>{summary(rows)}</span>
        {changes.length > 0 && <ChangeSteps at={at} count={changes.length} onGo={goTo} />}
      </div>
      <div ref={scroller} className={styles.scroll} role="document" aria-label="Both texts compared" tabIndex={0}>
        <div className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ComparedRow
                row={rows[index]!}
                isCurrent={index === changes[at]}
                excerpts={excerpts}
                onCurrent={() => setAt(Math.max(0, changes.indexOf(index)))}
                onShow={showInText}
              />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}
