import { useMemo, useState } from 'react';
import type { SuggestedActor, SuggestedActorWish } from '../../../shared/domain/suggestions';
import { useCall } from '../../client';
import { ActorIcon, Combobox, Dialog } from '../../ui';
import styles from './suggestions.module.css';

export interface LinkDialogProps {
  suggested: SuggestedActor;
  onLink: (wish: SuggestedActorWish) => void;
  onClose: () => void;
}

/** Says which actor of the library a suggested one is. Those that it could be come first. */
export function LinkDialog({ suggested, onLink, onClose }: LinkDialogProps) {
  const { key, name, aliases, existing, candidates } = suggested;
  const [actorId, setActorId] = useState(existing?.actorId ?? candidates[0]?.actorId ?? '');
  const actors = useCall('actors.list', {}).data;
  const items = useMemo(() => {
    const near = new Set([existing, ...candidates].map((one) => one?.actorId));
    return (actors ?? [])
      .toSorted((a, b) => Number(near.has(b.id)) - Number(near.has(a.id)))
      .map((actor) => ({
        id: actor.id,
        label: actor.name,
        note: actor.role,
        icon: <ActorIcon kind={actor.kind} />,
        alsoFoundBy: actor.aliases,
      }));
  }, [actors, existing, candidates]);
  const chosen = (actors ?? []).find(({ id }) => id === actorId);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Who is “${name}”?`}
      submitLabel="Link"
      submitDisabled={actorId === ''}
      onSubmit={() => onLink({ is: 'existing', actorId, key, aliases: [name, ...aliases] })}
    >
      <Combobox
        label="Actor"
        placeholder="Find by any name"
        items={items}
        value={actorId}
        onChange={setActorId}
        hint={
          actors?.length === 0 ? 'There are no actors in your library yet. Accept this one as a new actor.' : undefined
        }
        autoFocus
      />
      {chosen && (
        <p className={styles.quiet}>
          {chosen.name} gets the names it does not have yet: {[name, ...aliases].join(', ')}.
        </p>
      )}
    </Dialog>
  );
}
