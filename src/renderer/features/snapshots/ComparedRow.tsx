import type { Excerpt } from '../../../shared/domain/excerpts';
import type { ComparisonRow } from '../../../shared/domain/sources';
import { shortLocator } from '../../../shared/excerpts/locator';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import { ExcerptQuote } from '../excerpts/ExcerptQuote';
import { placeInSource } from '../excerpts/ExcerptCard';
import { changeName, isChange } from './changes';
import { DifferenceText } from './DifferenceText';
import styles from './compare.module.css';

export interface ComparedRowProps {
  row: ComparisonRow;
  isCurrent: boolean;
  excerpts: ReadonlyMap<string, Excerpt>;
  onCurrent: () => void;
  /** Shows the current change in the text. */
  onShow: () => void;
}

/** A paragraph of two texts compared, with the excerpts that its change touches. */
export function ComparedRow({ row, isCurrent, excerpts, onCurrent, onShow }: ComparedRowProps) {
  if (row.kind === 'unchanged') {
    return <p className={styles.unchanged}>{count(row.paragraphs, 'paragraph')} unchanged</p>;
  }
  const locator = <span className={styles.locator}>{shortLocator(row.locator)}</span>;
  if (!isChange(row)) {
    return (
      <div className={styles.row}>
        {locator}
        <p className={styles.same} dir="auto">
          {row.text}
        </p>
      </div>
    );
  }
  const name = changeName(row);
  const touched = row.excerptIds.flatMap((id) => excerpts.get(id) ?? []);
  return (
    <div
      className={styles.row}
      data-current={isCurrent || undefined}
      role="group"
      aria-label={`${name} ${shortLocator(row.locator)}`.trim()}
      aria-current={isCurrent || undefined}
      // The steps do by keyboard what pointing at a change does.
      onClick={onCurrent}
    >
      {locator}
      <div className={styles.change}>
        <div className={styles.kind}>
          <span>{name}</span>
          {isCurrent && (
            <Button look="link" onClick={onShow}>
              Show in the text
            </Button>
          )}
        </div>
        <p className={styles.text} data-moved={row.moved || undefined} dir="auto">
          <DifferenceText parts={row.parts} />
        </p>
      </div>
      {touched.length > 0 && (
        <ul className={styles.touched} aria-label="Excerpts it touches">
          {touched.map((excerpt) => (
            <li key={excerpt.id}>
              <TouchedExcerpt excerpt={excerpt} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Leads to where one decides about it, or to where it stands. */
function TouchedExcerpt({ excerpt }: { excerpt: Excerpt }) {
  const { open } = useNavigation();
  const { id, sourceId, standing } = excerpt;
  const place = standing?.needsLook ? { view: 'settle' as const, sourceId, id } : placeInSource(excerpt);
  return (
    <ExcerptQuote excerpt={excerpt} clamped withoutSource>
      <Button look="link" onClick={() => open(place)}>
        {standing?.needsLook ? 'Settle' : 'Show excerpt'}
      </Button>
    </ExcerptQuote>
  );
}
