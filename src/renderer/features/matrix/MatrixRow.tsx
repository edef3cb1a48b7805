import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import { keyOf } from '../../../shared/claims/matrix';
import type { ActorCell, MatrixClaim, MatrixColumn, SourceCell } from '../../../shared/domain/matrix';
import { StatusMark } from '../../ui';
import { MatrixCell } from './MatrixCell';
import styles from './matrix.module.css';

export interface MatrixRowProps {
  claim: MatrixClaim;
  index: number;
  top: number;
  height: number;
  width: number;
  claimWidth: number;
  columns: readonly MatrixColumn[];
  /** Where the columns stand that are in sight; the same list until others are. */
  inSight: readonly VirtualItem[];
  cells: ReadonlyMap<string, ActorCell | SourceCell>;
  wordsOf: (claimId: string, columnId: string) => string;
  gridId: string;
  /** The column that the keyboard is at; -1 where it is in another row. */
  active: number;
  /** Id of the chosen cell's column; '' where none of this row is chosen. */
  chosenColumn: string;
  onPick: (row: number, column: number) => void;
}

/** One claim with its cells; drawn again only when something of it changed. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { claim, index, columns, cells, wordsOf, gridId } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles['row']}
      style={{ transform: `translateY(${props.top}px)`, height: props.height, width: props.width }}
    >
      <div role="rowheader" aria-colindex={1} className={styles['claim']} style={{ width: props.claimWidth }}>
        <StatusMark status={claim.status} />
        <span className={styles['statement']} dir="auto" title={claim.statement}>
          {claim.statement}
        </span>
      </div>
      {props.inSight.map((item) => {
        const one = columns[item.index];
        if (!one) return null;
        return (
          <MatrixCell
            key={one.id}
            id={`${gridId}-${index}-${item.index}`}
            row={index}
            column={item.index}
            label={`${one.name}: ${wordsOf(claim.id, one.id) || 'nothing'}`}
            cell={cells.get(keyOf({ claimId: claim.id, columnId: one.id }))}
            left={item.start}
            width={item.size}
            active={item.index === props.active}
            selected={one.id === props.chosenColumn}
            onPick={props.onPick}
          />
        );
      })}
    </div>
  );
});
