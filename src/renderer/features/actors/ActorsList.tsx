import { useMemo, useState } from 'react';
import * as v from 'valibot';
import { NounList } from '../../app/NounList';
import { useChoice } from '../../app/preferences';
import type { ListProps } from '../../app/views';
import { useCall } from '../../client';
import { actorKinds, type ActorKind, type ActorSummary } from '../../../shared/domain/actors';
import { ActorIcon, EmptyState, FilterBar, IconRow, pick, Select } from '../../ui';
import styles from './actors.module.css';
import { actorKindNames } from './names';

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
  const shown = useMemo(() => {
    const ofKind = (actors.data ?? []).filter((actor) => kind === 'any' || actor.kind === kind);
    return filter.trim() === ''
      ? ofKind
      : pick(filter, ofKind, (actor) => [actor.name, ...actor.aliases, actor.role], 500);
  }, [actors.data, filter, kind]);
  return (
    <>
      <FilterBar noun="actors" value={filter} onChange={setFilter}>
        <Select label="Kind" hideLabel value={kind} options={kindOptions} onChange={setKind} />
      </FilterBar>
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
