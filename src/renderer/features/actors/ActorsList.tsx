import { useMemo, useState } from 'react';
import * as v from 'valibot';
import { NounList } from '../../app/NounList';
import { useChoice } from '../../app/preferences';
import type { ListProps } from '../../app/views';
import { useCall } from '../../client';
import type { AlikeActors } from '../../../shared/actors/matching/match';
import { actorKinds, type ActorKind, type ActorSummary } from '../../../shared/domain/actors';
import { ActorIcon, Button, count, EmptyState, FilterBar, IconRow, pick, Select } from '../../ui';
import styles from './actors.module.css';
import { actorKindNames } from './names';

const noPairs: readonly AlikeActors[] = [];

type KindFilter = ActorKind | 'any';
const kindOptions = [
  { value: 'any' as KindFilter, label: 'Any kind' },
  ...actorKinds.map((kind) => ({
    value: kind as KindFilter,
    label: actorKindNames[kind],
    icon: <ActorIcon kind={kind} />,
  })),
];

export function ActorRow({ actor }: { actor: ActorSummary }) {
  const uses = actor.excerptCount + actor.positionCount;
  return (
    <IconRow
      icon={<ActorIcon kind={actor.kind} />}
      title={actor.name}
      end={
        <span className={styles['count']} title={`${actor.excerptCount} excerpts, ${actor.positionCount} positions`}>
          {uses > 0 ? uses : ''}
        </span>
      }
      under={
        <>
          {actor.role}
          {actor.role && actor.aliases.length > 0 && ' · '}
          {actor.aliases.map((alias, index) => (
            <span key={alias}>
              {index > 0 && ', '}
              {/* Names of several scripts in one line: each keeps its own direction. */}
              <bdi>{alias}</bdi>
            </span>
          ))}
        </>
      }
    />
  );
}

export function ActorsList({ place }: ListProps<'actors'>) {
  const [filter, setFilter] = useState('');
  const [kind, setKind] = useChoice<KindFilter>('actors.kind', v.picklist(['any', ...actorKinds]), 'any');
  const actors = useCall('actors.list', {});
  const alike = useCall('actors.alike', {}).data ?? noPairs;
  const [onlyAlike, setOnlyAlike] = useState(false);
  const narrowed = onlyAlike && alike.length > 0;
  const shown = useMemo(() => {
    const paired = new Set(narrowed ? alike.flatMap(({ actorId, otherId }) => [actorId, otherId]) : []);
    const ofKind = (actors.data ?? []).filter(
      (actor) => (kind === 'any' || actor.kind === kind) && (!narrowed || paired.has(actor.id)),
    );
    return filter.trim() === ''
      ? ofKind
      : pick(filter, ofKind, (actor) => [actor.name, ...actor.aliases, actor.role], 500);
  }, [actors.data, filter, kind, narrowed, alike]);
  return (
    <>
      <FilterBar noun="actors" value={filter} onChange={setFilter}>
        <Select label="Kind" hideLabel value={kind} options={kindOptions} onChange={setKind} />
      </FilterBar>
      {alike.length > 0 && (
        <div className={styles['alike']}>
          <span>{count(alike.length, 'pair')} may be the same actor</span>
          <Button look="link" onClick={() => setOnlyAlike(!onlyAlike)}>
            {narrowed ? 'Show all actors' : 'Show them'}
          </Button>
        </div>
      )}
      <NounList
        kind="actor"
        items={shown}
        textOf={({ name }) => name}
        rowHeight={52}
        selectedId={place.id}
        renderRow={(actor) => <ActorRow actor={actor} />}
        empty={
          actors.isPending ? undefined : (actors.data?.length ?? 0) > 0 ? (
            <EmptyState title="No actor like that">Aliases and other scripts are searched too.</EmptyState>
          ) : (
            <EmptyState title="No actors yet" command="actor.new">
              A person, state, organisation, group or place, with every name it goes by.
            </EmptyState>
          )
        }
      />
    </>
  );
}
