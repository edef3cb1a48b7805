import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { useAct } from '../../client';
import type { ClaimDetail, ClaimRelation, ClaimRelationKind } from '../../../shared/domain/claims';
import { Button, Dialog, IconButton, Input, Section, Select, StatusMark } from '../../ui';
import { ClaimPicker } from '../pickers/ClaimPicker';
import styles from './claims.module.css';

/** How a relation reads from the claim being shown; also how it is chosen. */
const readings = {
  refines: 'Refines',
  refined: 'Is refined by',
  entails: 'Entails',
  entailed: 'Is entailed by',
  conflicts: 'Conflicts with',
} as const;
type Reading = keyof typeof readings;
const options = Object.entries(readings).map(([value, label]) => ({ value: value as Reading, label }));
const kinds: Record<Reading, ClaimRelationKind> = {
  refines: 'refines',
  refined: 'refines',
  entails: 'entails',
  entailed: 'entails',
  conflicts: 'conflicts',
};

function readingOf({ kind, direction }: ClaimRelation): string {
  if (kind === 'conflicts' || direction === 'to') return readings[kind];
  return kind === 'refines' ? readings.refined : readings.entailed;
}

/** How the claim bears on others, and they on it. */
export function RelationsSection({ claim }: { claim: ClaimDetail }) {
  const [adding, setAdding] = useState(false);
  const { open } = useNavigation();
  const remove = useAct('claims.unrelate', { success: 'Relation removed' });
  return (
    <Section
      title="Related claims"
      count={claim.relations.length}
      acts={
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setAdding(true)}>
          Relate a claim
        </Button>
      }
    >
      {claim.relations.length === 0 ? (
        <p className={styles['none']}>None yet. Say which claims this one refines, entails or conflicts with.</p>
      ) : (
        <ul className={styles['relations']}>
          {claim.relations.map((relation) => (
            <li key={relation.id} className={styles['relation']}>
              <span className={styles['reading']}>{readingOf(relation)}</span>
              <span className={styles['mark']}>
                <StatusMark status={relation.status} />
              </span>
              <div>
                <Button look="link" onClick={() => open({ view: 'claims', id: relation.claimId })}>
                  {relation.statement}
                </Button>
                {relation.reason && <div className={styles['noteText']}>{relation.reason}</div>}
              </div>
              <IconButton
                small
                label={`Remove the relation to “${relation.statement}”`}
                icon={<X size={14} />}
                onClick={() => void remove.act({ id: relation.id })}
              />
            </li>
          ))}
        </ul>
      )}
      {adding && <RelateDialog claim={claim} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function RelateDialog({ claim, onClose }: { claim: ClaimDetail; onClose: () => void }) {
  const [reading, setReading] = useState<Reading>('conflicts');
  const [otherId, setOtherId] = useState('');
  const [reason, setReason] = useState('');
  const relate = useAct('claims.relate', { onSuccess: onClose });
  const turned = reading === 'refined' || reading === 'entailed';
  return (
    <Dialog
      open
      onClose={onClose}
      title="Relate a claim"
      submitLabel="Relate"
      submitDisabled={otherId === '' || relate.pending}
      onSubmit={() =>
        void relate.act({
          fromId: turned ? otherId : claim.id,
          toId: turned ? claim.id : otherId,
          kind: kinds[reading],
          reason,
        })
      }
    >
      <Select label="This claim" value={reading} options={options} onChange={setReading} />
      <ClaimPicker label="The claim" value={otherId} onChange={setOtherId} without={[claim.id]} autoFocus />
      <Input label="Why (optional)" value={reason} onChange={setReason} maxLength={2000} />
    </Dialog>
  );
}
