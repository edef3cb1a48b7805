import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import type { ReferenceOutcome, ReferencesOutcome } from '../../../shared/domain/imports';
import styles from './imports.module.css';

/** Longer lists are for the sources list. */
const SHOWN = 200;

const statusWords = { added: '', completed: 'Completed', 'already-there': 'Already there' } as const;

function counts({ items, refused }: ReferencesOutcome): string {
  const count = (status: ReferenceOutcome['status']) => items.filter((item) => item.status === status).length;
  const parts = [
    `${items.length + refused.length} entries`,
    count('added') > 0 && `${count('added')} new`,
    count('completed') > 0 && `${count('completed')} completed`,
    count('already-there') > 0 && `${count('already-there')} already there`,
    refused.length > 0 && `${refused.length} refused`,
  ];
  return parts.filter(Boolean).join(' · ');
}

function Item({ item }: { item: ReferenceOutcome }) {
  const { open } = useNavigation();
  const filled = item.filled.length > 0 ? `: ${item.filled.join(', ')}` : '';
  return (
    <li>
      <Button look="link" onClick={() => open({ view: 'sources', id: item.sourceId })}>
        {item.title}
      </Button>
      {item.status !== 'added' && <span className={styles.detail}>{`${statusWords[item.status]}${filled}`}</span>}
      {item.warnings.map((warning) => (
        <span key={warning} className={styles.detail}>
          {warning}
        </span>
      ))}
    </li>
  );
}

/** A bibliography's entries: how many of each kind, what was refused and why, and each with what became of it. */
export function ReferencesReport({ outcome }: { outcome: ReferencesOutcome }) {
  const { items, refused } = outcome;
  // What needs attention comes first.
  const sorted = [...items].sort((a, b) => Number(a.warnings.length === 0) - Number(b.warnings.length === 0));
  return (
    <>
      <span className={styles.detail}>{counts(outcome)}</span>
      {refused.slice(0, SHOWN).map(({ entry, reason }, index) => (
        <span key={index} className={styles.bad}>
          “{entry}”: {reason}
        </span>
      ))}
      <details className={styles.entries}>
        <summary>Entries</summary>
        <ul>
          {sorted.slice(0, SHOWN).map((item, index) => (
            <Item key={index} item={item} />
          ))}
        </ul>
        {items.length > SHOWN && <p className={styles.detail}>and {items.length - SHOWN} more</p>}
      </details>
    </>
  );
}
