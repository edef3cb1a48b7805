import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import type { AnnotatedOutcome, AnnotationsOutcome } from '../../../shared/domain/annotations';
import styles from './imports.module.css';

/** Longer lists are for the notes of the source, where all of it is kept. */
const SHOWN = 100;

function facts({ status, excerpts, notes, alreadyThere, unanchored }: AnnotatedOutcome): string {
  const parts = [
    status === 'added' && 'New source',
    excerpts > 0 && count(excerpts, 'excerpt'),
    notes > 0 && count(notes, 'note'),
    alreadyThere > 0 && `${alreadyThere} already there`,
    unanchored.length > 0 && `${unanchored.length} kept in ${unanchored.length === 1 ? 'a note' : 'notes'}`,
  ];
  return parts.filter(Boolean).join(' · ') || 'Nothing new';
}

function Item({ item }: { item: AnnotatedOutcome }) {
  const { open } = useNavigation();
  return (
    <li>
      <Button look="link" onClick={() => open({ view: 'sources', id: item.sourceId })}>
        {item.title}
      </Button>
      <span className={styles.detail}>{facts(item)}</span>
      {item.unanchored.slice(0, SHOWN).map(({ quote, reason }, index) => (
        <span key={index} className={styles.detail}>
          “{quote}”: {reason}
        </span>
      ))}
    </li>
  );
}

/** Annotations by their sources: how many became excerpts, and which could not be anchored and why. */
export function AnnotationsReport({ outcome: { items, refused } }: { outcome: AnnotationsOutcome }) {
  return (
    <>
      {refused.slice(0, SHOWN).map(({ entry, reason }, index) => (
        <span key={index} className={styles.bad}>
          “{entry}”: {reason}
        </span>
      ))}
      <ul className={styles.annotated}>
        {items.slice(0, SHOWN).map((item) => (
          <Item key={item.sourceId} item={item} />
        ))}
      </ul>
      {items.length > SHOWN && <p className={styles.detail}>and {items.length - SHOWN} more</p>}
    </>
  );
}
