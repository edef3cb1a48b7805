import type { Excerpt } from '../../../shared/domain/excerpts';
import { Button } from '../../ui/Button';
import styles from './anchors.module.css';

/** So much of an excerpt tells which one is meant; UTF-16 code units. */
const SHOWN = 160;

/** Above the newest text, while somebody looks for the place of an excerpt in it. */
export function PlacingNotice({ excerpt, onCancel }: { excerpt: Excerpt; onCancel: () => void }) {
  const { exact } = excerpt.anchor;
  const words = exact.length > SHOWN ? `${exact.slice(0, SHOWN).replace(/\s\S*$/u, '')} …` : exact;
  return (
    <div className={styles.placing} role="status">
      <span className={styles.placingWords}>
        Select where this stands now: <q dir="auto">{words}</q>
      </span>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}
