import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { keyOf, matrixWords } from '../../../shared/claims/matrix';
import type { ActorCell, Matrix, SourceCell } from '../../../shared/domain/matrix';
import { ActorIcon } from '../../ui';
import { MatrixRow } from './MatrixRow';
import styles from './matrix.module.css';

const ROW = 56;
const COLUMN = 160;
const HEAD = 60;
const CLAIM = 300;

interface Place {
  claimId: string;
  columnId: string;
}
export interface MatrixGridProps {
  matrix: Matrix;
  chosen: Place | null;
  onChoose: (place: Place) => void;
}

/**
 * Claims down, columns across; only what is in sight exists, and claims and names stay in sight. A grid for screen readers: arrows,
 * Home, End, Page keys move, with Ctrl to the ends of all; Enter shows what a cell rests on.
 */
export function MatrixGrid({ matrix, chosen, onChoose }: MatrixGridProps) {
  const { claims, columns } = matrix;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const row = Math.min(at.row, claims.length - 1);
  const column = Math.min(at.column, Math.max(0, columns.length - 1));
  // subtle: the virtualizers change without their identity changing, so this component is not memoized.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: claims.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 3,
    // Rows come after the frame that scrolled, not inside it; the overscan covers that frame.
    useFlushSync: false,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
  });
  const across = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN,
    overscan: 2,
    useFlushSync: false,
    paddingStart: CLAIM,
    scrollPaddingStart: CLAIM,
  });
  const cells = useMemo(
    () => new Map((matrix.cells as readonly (ActorCell | SourceCell)[]).map((cell) => [keyOf(cell), cell])),
    [matrix.cells],
  );
  const wordsOf = useMemo(() => matrixWords(matrix), [matrix]);
  const inSight = across.getVirtualItems();

  const go = (nextRow: number, nextColumn: number) => {
    const to = {
      row: Math.max(0, Math.min(claims.length - 1, nextRow)),
      column: Math.max(0, Math.min(columns.length - 1, nextColumn)),
    };
    setAt(to);
    rows.scrollToIndex(to.row);
    across.scrollToIndex(to.column);
  };
  const pick = useCallback(
    (toRow: number, toColumn: number) => {
      const [claim, one] = [claims[toRow], columns[toColumn]];
      setAt({ row: toRow, column: toColumn });
      if (claim && one) onChoose({ claimId: claim.id, columnId: one.id });
    },
    [claims, columns, onChoose],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const ends = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW) - 2);
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(ends ? claims.length : row + 1, column),
      ArrowUp: () => go(ends ? 0 : row - 1, column),
      ArrowRight: () => go(row, ends ? columns.length : column + 1),
      ArrowLeft: () => go(row, ends ? 0 : column - 1),
      Home: () => go(ends ? 0 : row, 0),
      End: () => go(ends ? claims.length : row, columns.length),
      PageDown: () => go(row + page, column),
      PageUp: () => go(row - page, column),
      Enter: () => pick(row, column),
      ' ': () => pick(row, column),
    };
    const move = moves[event.key];
    if (!move || event.altKey) return;
    event.preventDefault();
    move();
  };

  // Where what a cell rests on takes some of the room, the cell stays in sight.
  const keepInSight = useRef(() => {});
  useEffect(() => {
    keepInSight.current = () => {
      rows.scrollToIndex(row);
      across.scrollToIndex(column);
    };
  });
  const [room, setRoom] = useState(0);
  useEffect(() => {
    if (!scroller.current) return;
    const observer = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (room > 0) keepInSight.current();
  }, [room]);

  const activeId = `${gridId}-${row}-${column}`;
  const width = across.getTotalSize();
  return (
    <div
      ref={scroller}
      className={styles['scroller']}
      data-drawn={`${claims.length} ${columns.length}`}
      role="grid"
      aria-label={matrix.across === 'actors' ? 'Claims by actors' : 'Claims by sources'}
      aria-rowcount={claims.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={columns.length > 0 ? activeId : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="row" aria-rowindex={1} className={styles['head']} style={{ width, height: HEAD }}>
        <div role="columnheader" aria-colindex={1} className={styles['corner']} style={{ width: CLAIM }}>
          Claim
        </div>
        {inSight.map((item) => {
          const one = columns[item.index];
          if (!one) return null;
          return (
            <div
              key={one.id}
              role="columnheader"
              aria-colindex={item.index + 2}
              className={styles['column']}
              style={{ left: item.start, width: item.size }}
              title={one.note === '' ? one.name : `${one.name}: ${one.note}`}
            >
              <span className={styles['columnName']} dir="auto">
                {one.kind && <ActorIcon kind={one.kind} />}
                {one.name}
              </span>
              {one.note !== '' && <span className={styles['columnNote']}>{one.note}</span>}
            </div>
          );
        })}
      </div>
      <div role="rowgroup" style={{ position: 'relative', width, height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((line) => {
          const claim = claims[line.index];
          if (!claim) return null;
          return (
            <MatrixRow
              key={claim.id}
              claim={claim}
              index={line.index}
              top={line.start - HEAD}
              height={line.size}
              width={width}
              claimWidth={CLAIM}
              columns={columns}
              inSight={inSight}
              cells={cells}
              wordsOf={wordsOf}
              gridId={gridId}
              active={line.index === row ? column : -1}
              chosenColumn={chosen?.claimId === claim.id ? chosen.columnId : ''}
              onPick={pick}
            />
          );
        })}
      </div>
    </div>
  );
}
