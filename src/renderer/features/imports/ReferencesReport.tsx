import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import { fileRemarks } from '../../../shared/imports/named-files';
import type { NamedFile, ReferenceOutcome, ReferencesOutcome } from '../../../shared/domain/imports';
import styles from './imports.module.css';

/** Longer lists are for the sources list. */
const SHOWN = 200;

const statusWords = { added: '', completed: 'Completed', 'already-there': 'Already there' } as const;

function counts({ items, refused, files }: ReferencesOutcome): string {
  const brought = files.filter(({ status }) => status === 'in').length;
  const countOf = (status: ReferenceOutcome['status']) => items.filter((item) => item.status === status).length;
  const parts = [
    count(items.length + refused.length, 'entry', 'entries'),
    countOf('added') > 0 && `${countOf('added')} new`,
    countOf('completed') > 0 && `${countOf('completed')} completed`,
    countOf('already-there') > 0 && `${countOf('already-there')} already there`,
    refused.length > 0 && `${refused.length} refused`,
    brought > 0 && count(brought, 'file'),
  ];
  return parts.filter(Boolean).join(' · ');
}

const fileWords = {
  in: 'brought in',
  'already-there': 'already there',
  waiting: 'missing',
  refused: 'refused',
} as const;

function Item({ item, files }: { item: ReferenceOutcome; files: readonly NamedFile[] }) {
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
      {files.map(({ path, status }) => (
        <span key={path} className={styles.detail}>
          {`${path}: ${fileWords[status]}`}
        </span>
      ))}
    </li>
  );
}

/** A bibliography's entries: how many of each kind, what was refused and why, and each with what became of it. */
export function ReferencesReport({ outcome }: { outcome: ReferencesOutcome }) {
  const { items, refused, files } = outcome;
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
      {fileRemarks(files)
        .slice(0, SHOWN)
        .map((remark) => (
          <span key={remark} className={styles.detail}>
            {remark}
          </span>
        ))}
      <details className={styles.entries}>
        <summary>Entries</summary>
        <ul>
          {sorted.slice(0, SHOWN).map((item, index) => (
            <Item key={index} item={item} files={files.filter(({ sourceId }) => sourceId === item.sourceId)} />
          ))}
        </ul>
        {items.length > SHOWN && <p className={styles.detail}>and {items.length - SHOWN} more</p>}
      </details>
    </>
  );
}
