import { useCallback, useMemo } from 'react';
import { matchActors } from '../../../shared/actors/matching/match';
import { useCall } from '../../client';
import { ActorIcon, type ComboboxItem } from '../../ui';

/** Below this, others may as well be meant: the usual search of the box finds those. */
const SURE = 0.5;
const MOST = 5;

export interface ActorItems {
  items: ComboboxItem[];
  /** The actors that a name means although it is written otherwise, each with the reason. */
  meant: (text: string) => { id: string; note?: string }[];
}

/** The actors to choose from by any of their names, in any script, but for those in `without`. */
export function useActorItems(without: readonly string[], enabled = true): ActorItems {
  const actors = useCall('actors.list', {}, { enabled }).data;
  // subtle: `without` is a new list at every render; what is left out must not make the items anew.
  const left = without.join(' ');
  const offered = useMemo(() => (actors ?? []).filter(({ id }) => !left.includes(id)), [actors, left]);
  const items = useMemo(
    () =>
      offered.map(({ id, name, kind, role, aliases }) => ({
        id,
        label: name,
        note: role,
        icon: <ActorIcon kind={kind} />,
        alsoFoundBy: aliases,
      })),
    [offered],
  );
  const meant = useCallback(
    (text: string) =>
      matchActors(text, offered)
        .filter(({ confidence }) => confidence >= SURE)
        .slice(0, MOST)
        .map(({ actorId, confidence, reason }) => (confidence === 1 ? { id: actorId } : { id: actorId, note: reason })),
    [offered],
  );
  return { items, meant };
}
