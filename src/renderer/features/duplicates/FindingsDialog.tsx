import { fieldLabel, itemTypeOf } from '../../../shared/citing/item-types';
import type { SourceDetail } from '../../../shared/domain/sources';
import { valueText } from '../../../shared/sources/findings';
import { originWords } from '../../../shared/sources/origins';
import { useAct } from '../../client';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './duplicates.module.css';

/** What an import found, beside what the source says; each is taken over or turned down by itself. */
export function FindingsDialog({ source, onClose }: { source: SourceDetail; onClose: () => void }) {
  const take = useAct('sources.takeFinding');
  const keep = useAct('sources.dismissFinding');
  const { id, csl, findings, metadataOrigin } = source;
  const text = (field: string, value: unknown) =>
    field === 'type' ? itemTypeOf(String(value)).label : valueText(field, value);
  return (
    <Dialog open onClose={onClose} title="What it says now" wide>
      {findings.length === 0 ? (
        <p>Nothing is left to decide.</p>
      ) : (
        <ul className={styles.offers}>
          {findings.map(({ field, value, origin }) => {
            const label = field === 'type' ? 'Type' : fieldLabel(field);
            return (
              <li key={field} className={styles.offer}>
                <span>{label}</span>
                <span className={styles.value} dir="auto">
                  {text(field, csl[field]) || <em className={styles.nothing}>nothing</em>}
                  <span className={styles.note}>{originWords(metadataOrigin[field]) || 'What you have'}</span>
                </span>
                <span className={styles.value} dir="auto">
                  {text(field, value)}
                  <span className={styles.note}>{originWords(origin) || 'Found now'}</span>
                </span>
                <span className={styles.offerActs}>
                  <Button look="secondary" onClick={() => void take.act({ id, field })}>
                    Take over<span className="visually-hidden">: {label}</span>
                  </Button>
                  <Button onClick={() => void keep.act({ id, field })}>
                    Keep yours<span className="visually-hidden">: {label}</span>
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Dialog>
  );
}
