import { displayDate } from '../../../shared/dates/display';
import type { ActorCell, SourceCell } from '../../../shared/domain/matrix';
import { cx } from '../../ui';
import { StanceIcon } from '../claims/PositionMark';
import { stanceNames } from '../claims/words';
import styles from './matrix.module.css';

/** What stands in a cell: the latest position held, solid; what is only reported, dashed and in italics; counts for sources. */
export function CellMark({ cell }: { cell: ActorCell | SourceCell | undefined }) {
  if (!cell) return null;
  if ('supports' in cell) return <SourceMark cell={cell} />;
  const { stand, perhaps, latest, reported } = cell;
  return (
    <>
      {latest && (
        <span className={styles['held']}>
          <StanceIcon stance={latest.stance} />
          <span className={styles['words']}>{stand === 'divided' ? 'Says both' : short[latest.stance]}</span>
          <span className={styles['date']}>
            {displayDate(latest.date)}
            {perhaps && ' ?'}
          </span>
        </span>
      )}
      {reported && (
        <span className={cx(styles['reported'])}>
          <StanceIcon stance={reported.stance} />
          <span className={styles['words']}>{short[reported.stance]}</span>
          <span className={styles['date']}>{displayDate(reported.date)}</span>
        </span>
      )}
    </>
  );
}

const short = { ...stanceNames, declines: 'Declines' };

function SourceMark({ cell }: { cell: SourceCell }) {
  return (
    <span className={styles['held']}>
      {cell.supports > 0 && <Count stance="asserts" number={cell.supports} words="for" />}
      {cell.contradicts > 0 && <Count stance="denies" number={cell.contradicts} words="against" />}
      {cell.context > 0 && <span className={styles['date']}>{cell.context} context</span>}
      {cell.perhaps && <span className={styles['date']}>?</span>}
    </span>
  );
}

function Count({ stance, number, words }: { stance: 'asserts' | 'denies'; number: number; words: string }) {
  return (
    <span className={styles['count']}>
      <StanceIcon stance={stance} />
      {number} {words}
    </span>
  );
}
