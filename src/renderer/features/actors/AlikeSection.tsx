import { useState } from 'react';
import { useNavigation } from '../../app/navigation';
import { useAct, useCall } from '../../client';
import type { ActorDetail, ActorSummary } from '../../../shared/domain/actors';
import { ActorChip, Button, DateText, Dialog, Section } from '../../ui';
import { ActorPicker } from '../pickers/ActorPicker';
import styles from './actors.module.css';

/** Actors that may be this one, each with the reason, to merge or to keep apart; nothing where there are none. */
export function AlikeSection({ actor }: { actor: ActorDetail }) {
  const { open } = useNavigation();
  const alike = useCall('actors.alike', { id: actor.id }).data ?? [];
  const actors = useCall('actors.list', {}, { enabled: alike.length > 0 }).data ?? [];
  const merge = useAct('actors.merge', { success: 'Actors merged' });
  const apart = useAct('actors.keepApart', { success: 'Kept apart' });
  const found = alike.flatMap((pair) => {
    const other = actors.find(({ id }) => id === (pair.actorId === actor.id ? pair.otherId : pair.actorId));
    return other ? [{ pair, other }] : [];
  });
  if (found.length === 0) return null;
  return (
    <Section title="May be the same actor" count={found.length}>
      <table className={styles['table']}>
        <tbody>
          {found.map(({ pair, other }) => (
            <tr key={other.id}>
              <td>
                <ActorChip name={other.name} kind={other.kind} onClick={() => open({ view: 'actors', id: other.id })} />
              </td>
              <td className={styles['quiet']}>
                {pair.reason} · {Math.round(pair.confidence * 100)} %
              </td>
              <td className={styles['end']}>
                <div className={styles['rowActs']}>
                  <Button
                    disabled={merge.pending}
                    aria-label={`Merge ${other.name} into this one`}
                    onClick={() => void merge.act({ keptId: actor.id, otherId: other.id })}
                  >
                    Merge into this one
                  </Button>
                  <Button
                    aria-label={`${other.name} is somebody else`}
                    onClick={() => void apart.act({ id: actor.id, otherId: other.id })}
                  >
                    Somebody else
                  </Button>
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** What was merged into this actor; each can be taken out again at any time. */
export function MergedSection({ actor }: { actor: ActorDetail }) {
  const { open } = useNavigation();
  const unmerge = useAct('actors.unmerge', {
    success: 'Unmerged',
    onSuccess: ({ id }) => open({ view: 'actors', id }),
  });
  if (actor.merged.length === 0) return null;
  return (
    <Section title="Merged into this actor" count={actor.merged.length}>
      <table className={styles['table']}>
        <tbody>
          {actor.merged.map((other) => (
            <tr key={other.id}>
              <td>
                <bdi>{other.name}</bdi>
              </td>
              <td className={styles['quiet']}>
                merged <DateText date={other.mergedAt.slice(0, 10)} />
              </td>
              <td className={styles['end']}>
                <Button
                  disabled={unmerge.pending}
                  aria-label={`Unmerge ${other.name}`}
                  onClick={() => void unmerge.act({ id: other.id })}
                >
                  Unmerge
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Chooses the actor that is the same as this one, and says what will happen. */
export function MergeDialog({ actor, onClose }: { actor: ActorSummary; onClose: () => void }) {
  const [otherId, setOtherId] = useState('');
  const other = useCall('actors.list', {}).data?.find(({ id }) => id === otherId);
  const merge = useAct('actors.merge', { success: 'Actors merged', onSuccess: onClose });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Merge into ${actor.name}`}
      submitLabel="Merge"
      submitDisabled={otherId === '' || merge.pending}
      onSubmit={() => void merge.act({ keptId: actor.id, otherId })}
    >
      <ActorPicker label="The same actor" value={otherId} onChange={setOtherId} without={[actor.id]} autoFocus />
      <p className={styles['remark']}>
        {other
          ? `“${other.name}” becomes an alias of “${actor.name}”, which gets its roles, positions, relations, excerpts and events. `
          : 'Its names become aliases of this actor, which gets its roles, positions, relations, excerpts and events. '}
        You can unmerge them at any time.
      </p>
    </Dialog>
  );
}
