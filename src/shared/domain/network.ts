import type { RelationKind } from '../actors/relations';
import type { ActorKind } from './actors';

/** What ties two actors: how often they stand together, and what the researcher wrote of them. Each pair once, `a` < `b`. */
export interface ActorTie {
  a: string;
  b: string;
  /** Excerpts that both are tagged on, claims that both took a position on, events that both took part in. */
  excerpts: number;
  claims: number;
  events: number;
  /** Written from `from`, which is one of the two. */
  relations: { id: string; from: string; kind: RelationKind; label: string }[];
  /** All of these together. */
  weight: number;
}

export interface NetworkActor {
  id: string;
  name: string;
  kind: ActorKind;
  tags: string[];
}

/** The actors that are tied to others, and their ties, the heaviest first. */
export interface ActorNetwork {
  actors: NetworkActor[];
  ties: ActorTie[];
  /** Actors that nothing ties to another one. */
  alone: number;
  /** Lighter ties that are left out, because nobody could read them. */
  left: number;
}
