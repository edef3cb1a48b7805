import { Maximize, Minus, Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import * as v from 'valibot';
import { useNavigation } from '../../app/navigation';
import { useChoice } from '../../app/preferences';
import { useCall } from '../../client';
import { actorKinds, type ActorKind } from '../../../shared/domain/actors';
import type { ActorNetwork } from '../../../shared/domain/network';
import {
  ActorIcon,
  Button,
  Combobox,
  count,
  cx,
  EmptyState,
  IconButton,
  looks,
  Overview,
  Select,
  type Look,
} from '../../ui';
import { actorKindNames } from '../actors/names';
import { ChosenActor } from './ChosenActor';
import { NetworkGraph, type GraphControl } from './NetworkGraph';
import { NetworkTable } from './NetworkTable';
import styles from './network.module.css';
import { tieSorts, visibleNetwork, type TieSort, type VisibleNetwork } from './visible';

const sortNames: Record<TieSort, string> = {
  any: 'Everything shared',
  excerpts: 'Excerpts',
  claims: 'Claims',
  events: 'Events',
  relations: 'Relations',
};
const sortOptions = tieSorts.map((value) => ({ value, label: sortNames[value] }));
const weights = ['0', '1', '2', '3', '5', '10', '20'] as const;
type Weight = (typeof weights)[number];

/** Who is tied to whom: all actors, or one and its neighbours. */
export function NetworkPage({ focus }: { focus: string | null }) {
  const { data: network, error, isPending } = useCall('actors.network', {});
  if (error) return <EmptyState title={error.message} />;
  if (!network || isPending) return null;
  if (network.ties.length === 0) {
    return (
      <EmptyState title="No ties yet" command="actor.new">
        Tag two actors on one excerpt, take down their positions on one claim, put them into one event, or add a
        relation on the page of an actor: here you see who stands with whom.
      </EmptyState>
    );
  }
  return <Network network={network} focus={focus} />;
}

function Network({ network, focus }: { network: ActorNetwork; focus: string | null }) {
  const { open } = useNavigation();
  const [hiddenKinds, setHiddenKinds] = useState<readonly ActorKind[]>([]);
  const [tag, setTag] = useState('');
  const [by, setBy] = useState<TieSort>('any');
  const [weight, setWeight] = useState<Weight>('0');
  const [look, setLook] = useChoice<Look>('network.look', v.picklist(looks), 'picture');
  const [picked, setPicked] = useState<string | null>(null);
  const graph = useRef<GraphControl>(null);
  const shown = useMemo(
    () => visibleNetwork(network, { hiddenKinds, tag, by, atLeast: Number(weight), focus }),
    [network, hiddenKinds, tag, by, weight, focus],
  );
  const chosenId = picked ?? focus;
  const chosen = shown.actors.find(({ id }) => id === chosenId) ?? null;
  const focused = network.actors.find(({ id }) => id === focus);
  // Hiding some does not move the rest; the whole network and each neighbourhood have their own places.
  const placing = useMemo(
    () =>
      `${focus ?? ''} ${by} ${network.actors.length} ${network.ties.length} ${shown.atLeast} ${tag} ${hiddenKinds.join()}`,
    [focus, by, network, shown.atLeast, tag, hiddenKinds],
  );
  const items = useMemo(
    () => shown.actors.map(({ id, name, kind }) => ({ id, label: name, icon: <ActorIcon kind={kind} /> })),
    [shown.actors],
  );
  const tags = useMemo(() => [...new Set(network.actors.flatMap((actor) => actor.tags))].sort(), [network]);
  return (
    <Overview
      title="Network"
      facts={summary(shown, network)}
      look={look}
      onLook={setLook}
      head={
        focus !== null && (
          <Button look="link" onClick={() => open({ view: 'network' })}>
            {focused ? `Only around ${focused.name}: show everybody` : 'Show everybody'}
          </Button>
        )
      }
    >
      <div className={styles['bar']} role="search" aria-label="Filter the network">
        <Combobox
          label="Find an actor"
          hideLabel
          placeholder="Find an actor"
          className={styles['find']}
          items={items}
          value=""
          clearOnChoose
          onChange={(id) => {
            setPicked(id);
            graph.current?.focus();
          }}
        />
        <Select label="Tied by" hideLabel value={by} options={sortOptions} onChange={setBy} />
        <Select
          label="At least"
          hideLabel
          value={weight}
          options={weights.map((value) => ({ value, label: weightName(value, shown.atLeast) }))}
          onChange={setWeight}
        />
        {tags.length > 0 && (
          <Select
            label="Tag"
            hideLabel
            value={tag}
            options={[{ value: '', label: 'Any tag' }, ...tags.map((value) => ({ value, label: value }))]}
            onChange={setTag}
          />
        )}
        <div className={styles['kinds']} role="group" aria-label="Kinds of actors">
          {actorKinds.map((kind) => {
            const on = !hiddenKinds.includes(kind);
            return (
              <button
                key={kind}
                type="button"
                className={cx(styles['kind'], styles[kind])}
                aria-pressed={on}
                onClick={() =>
                  setHiddenKinds(on ? [...hiddenKinds, kind] : hiddenKinds.filter((each) => each !== kind))
                }
              >
                <span className={styles['shape']} aria-hidden />
                {actorKindNames[kind]}
              </button>
            );
          })}
        </div>
      </div>
      {shown.ties.length === 0 ? (
        <EmptyState title="Nothing is left of the network">
          Show more kinds of actors, another tag or lighter ties.
        </EmptyState>
      ) : look === 'table' ? (
        <NetworkTable network={shown} />
      ) : (
        <div className={styles['body']}>
          <NetworkGraph
            ref={graph}
            network={shown}
            placing={placing}
            chosen={chosen?.id ?? null}
            onChoose={setPicked}
            onOpen={(id) => open({ view: 'actors', id })}
            announcement={
              chosen ? `${chosen.name}, ${actorKindNames[chosen.kind]}, tied to ${count(chosen.ties, 'actor')}` : ''
            }
          />
          <div className={styles['zoom']} role="group" aria-label="Zoom">
            <IconButton label="Zoom in (+)" icon={<Plus size={15} />} onClick={() => graph.current?.zoomBy(1.25)} />
            <IconButton label="Zoom out (−)" icon={<Minus size={15} />} onClick={() => graph.current?.zoomBy(0.8)} />
            <IconButton label="Show all (0)" icon={<Maximize size={15} />} onClick={() => graph.current?.fit()} />
          </div>
          {chosen && <ChosenActor actor={chosen} network={shown} focused={chosen.id === focus} onChoose={setPicked} />}
        </div>
      )}
    </Overview>
  );
}

function weightName(weight: Weight, atLeast: number): string {
  if (weight === '0') return atLeast > 1 ? `As many as can be read (${atLeast} or more)` : 'All ties';
  return weight === '1' ? 'Even the lightest' : `Shared ${weight} times or more`;
}

function summary(shown: VisibleNetwork, network: ActorNetwork): string {
  const hidden = shown.lighter + network.left;
  return [
    `${count(shown.actors.length, 'actor')}, ${count(shown.ties.length, 'tie')}`,
    hidden > 0 && `${hidden.toLocaleString('en')} lighter ones hidden`,
    network.alone > 0 && `${count(network.alone, 'actor')} tied to nobody`,
  ]
    .filter(Boolean)
    .join(' · ');
}
