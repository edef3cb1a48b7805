import { memo } from 'react';
import type { ActorCell, SourceCell } from '../../../shared/domain/matrix';
import { cx } from '../../ui';
import { CellMark } from './CellMark';
import styles from './matrix.module.css';

export interface MatrixCellProps {
  id: string;
  row: number;
  column: number;
  /** For screen readers. */
  label: string;
  cell: ActorCell | SourceCell | undefined;
  left: number;
  width: number;
  /** The cell that the keyboard is at. */
  active: boolean;
  selected: boolean;
  onPick: (row: number, column: number) => void;
}

/** One cell; drawn again only when something of it changed, for scrolling draws the grid at every frame. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
  const { id, row, column, label, cell, left, width, active, selected, onPick } = props;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={selected}
      aria-label={label}
      className={cx(styles['cell'], active && styles['active'])}
      style={{ left, width }}
      onClick={() => onPick(row, column)}
    >
      <CellMark cell={cell} />
    </div>
  );
});
