import type { ActorKind } from '../../../shared/domain/actors';
import type { ActorNetwork, ActorTie, NetworkActor } from '../../../shared/domain/network';

export const tieSorts = ['any', 'excerpts', 'claims', 'events', 'relations'] as const;
/** Which ties count. */
export type TieSort = (typeof tieSorts)[number];

export interface NetworkFilter {
  hiddenKinds: readonly ActorKind[];
  /** Only actors with this tag; '' for all. */
  tag: string;
  by: TieSort;
  /** Lighter ties are left out, unless somebody wrote a relation. 0: as many as can be read, and the closest of every actor. */
  atLeast: number;
  /** Only this actor, those tied to it, and what ties these. */
  focus: string | null;
}

export interface ShownActor extends NetworkActor {
  /** Weights of its ties that are shown. */
  weight: number;
  ties: number;
}
export interface ShownTie extends ActorTie {
  /** The weight that counts here. */
  shown: number;
}
export interface VisibleNetwork {
  /** The weightiest first. */
  actors: ShownActor[];
  ties: ShownTie[];
  /** What `atLeast` came to. */
  atLeast: number;
  /** Ties that are too light. */
  lighter: number;
}

/** More lines than these nobody can follow. */
const readable = 1200;

/** What of a network is to be shown. */
export function visibleNetwork(network: ActorNetwork, filter: NetworkFilter): VisibleNetwork {
  const actors = new Map(
    network.actors
      .filter(
        ({ id, kind, tags }) =>
          id === filter.focus ||
          (!filter.hiddenKinds.includes(kind) && (filter.tag === '' || tags.includes(filter.tag))),
      )
      .map((actor) => [actor.id, actor]),
  );
  let ties = network.ties
    .map((tie): ShownTie => ({ ...tie, shown: weightBy(tie, filter.by) }))
    .filter(({ a, b, shown }) => shown > 0 && actors.has(a) && actors.has(b));
  const { focus } = filter;
  if (focus !== null) {
    const near = new Set([focus, ...ties.filter(touches(focus)).flatMap(({ a, b }) => [a, b])]);
    ties = ties.filter(({ a, b }) => near.has(a) && near.has(b));
  }
  const atLeast = filter.atLeast || lightestReadable(ties);
  const closest = filter.atLeast === 0 ? closestTies(ties) : new Set<ShownTie>();
  const heavy = ties.filter(
    (tie) =>
      tie.shown >= atLeast || tie.relations.length > 0 || closest.has(tie) || (focus !== null && touches(focus)(tie)),
  );
  const sums = new Map<string, { weight: number; ties: number }>();
  for (const tie of heavy) {
    for (const id of [tie.a, tie.b]) {
      const sum = sums.get(id) ?? { weight: 0, ties: 0 };
      sums.set(id, { weight: sum.weight + tie.shown, ties: sum.ties + 1 });
    }
  }
  const shown = [...sums].map(([id, sum]) => ({ ...actors.get(id)!, ...sum }));
  return {
    actors: shown.sort((x, y) => y.weight - x.weight || (x.name < y.name ? -1 : 1)),
    ties: heavy.sort((x, y) => y.shown - x.shown),
    atLeast,
    lighter: ties.length - heavy.length,
  };
}

const touches =
  (id: string) =>
  ({ a, b }: Pick<ActorTie, 'a' | 'b'>) =>
    a === id || b === id;

function weightBy(tie: ActorTie, by: TieSort): number {
  if (by === 'any') return tie.weight;
  return by === 'relations' ? tie.relations.length : tie[by];
}

function lightestReadable(ties: readonly ShownTie[]): number {
  const weights = ties.map(({ shown }) => shown).sort((x, y) => y - x);
  const limit = weights[readable];
  return limit === undefined ? 1 : limit + 1;
}

/** The heaviest tie of every actor, so that nobody who is tied to somebody is left out. */
function closestTies(ties: readonly ShownTie[]): Set<ShownTie> {
  const seen = new Set<string>();
  const closest = new Set<ShownTie>();
  for (const tie of [...ties].sort((x, y) => y.shown - x.shown)) {
    if (!seen.has(tie.a) || !seen.has(tie.b)) closest.add(tie);
    seen.add(tie.a).add(tie.b);
  }
  return closest;
}

/** The neighbours of an actor, the closest first. */
export function neighboursOf(network: VisibleNetwork, id: string): { actor: ShownActor; tie: ShownTie }[] {
  const actors = new Map(network.actors.map((actor) => [actor.id, actor]));
  return network.ties
    .filter(touches(id))
    .map((tie) => ({ actor: actors.get(tie.a === id ? tie.b : tie.a)!, tie }))
    .filter(({ actor }) => actor !== undefined);
}
