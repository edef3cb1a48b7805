import type { ActorKind, ActorName } from '../../domain/actors';
import { keysOf } from './keys';
import { agreement, prepareName, type Agreement } from './names';

/** What is compared of an actor. */
export interface NamedActor {
  id: string;
  kind: ActorKind;
  name: string;
  names: readonly Pick<ActorName, 'kind' | 'text'>[];
}

export interface ActorMatch {
  actorId: string;
  /** 0–1: how far letters alone can tell. 1 is the same name; below 0.5 other actors may as well be meant. */
  confidence: number;
  /** Why, in words: "alias", "same letters in another script". */
  reason: string;
  /** The name of the actor that matched. */
  name: string;
}

const agreements: Record<Agreement, readonly [confidence: number, reason: string]> = {
  same: [1, 'same name'],
  order: [0.95, 'same name, its parts in another order'],
  script: [0.85, 'same letters in another script'],
  spelling: [0.6, 'another spelling'],
  acronym: [0.7, 'abbreviation'],
  initials: [0.55, 'initials'],
  surname: [0.4, 'surname only'],
};

/** How much a kind of name is worth, and what it is called. */
const nameKinds: Record<ActorName['kind'], readonly [worth: number, words: string]> = {
  name: [1, ''],
  alias: [0.97, 'alias'],
  'previous-name': [0.9, 'previous name'],
  'weak-alias': [0.6, 'weak alias'],
};

/**
 * The actors that a name may mean, the likeliest first, each with a confidence and a reason. Precision comes before recall: Ali is
 * not Alia in any script. A surname alone is worth more where only one actor has it.
 */
export function matchActors<T extends NamedActor>(name: string, actors: readonly T[]): ActorMatch[] {
  const wanted = prepareName(name);
  if (wanted.words.length === 0) return [];
  const found: (ActorMatch & { sign: Agreement })[] = [];
  for (const actor of actors) {
    let best: (ActorMatch & { sign: Agreement }) | undefined;
    for (const [index, own] of namesOf(actor).entries()) {
      const sign = agreement(wanted, prepareName(own.text), actor.kind === 'person');
      if (sign === null) continue;
      const match = {
        actorId: actor.id,
        name: own.text,
        sign,
        ...judged(sign, index === 0 ? 'name' : own.kind, wanted),
      };
      if (best === undefined || match.confidence > best.confidence) best = match;
    }
    if (best !== undefined) found.push(best);
  }
  const surnames = found.filter(({ sign }) => sign === 'surname').length;
  return found
    .map(({ sign, ...match }) =>
      sign === 'surname' && surnames === 1 && found.length === 1
        ? { ...match, confidence: 0.6, reason: 'surname only, and nobody else has it' }
        : match,
    )
    .sort((a, b) => b.confidence - a.confidence || (a.actorId < b.actorId ? -1 : 1));
}

/** The name shown, then the others. */
function namesOf(actor: NamedActor): readonly Pick<ActorName, 'kind' | 'text'>[] {
  return [{ kind: 'name', text: actor.name }, ...actor.names.filter(({ text }) => text !== actor.name)];
}

function judged(sign: Agreement, kind: ActorName['kind'], wanted: { words: readonly string[] }) {
  const [strength, sense] = agreements[sign];
  const [worth, called] = nameKinds[kind];
  // One word alone is less than two, where letters were guessed.
  const guessed = sign === 'script' && wanted.words.length === 1 ? 0.8 : 1;
  const confidence = Math.round(strength * worth * guessed * 100) / 100;
  const reason = called === '' ? sense : sign === 'same' ? called : `${sense} (${called})`;
  return { confidence, reason };
}

export interface AlikeActors {
  actorId: string;
  otherId: string;
  confidence: number;
  reason: string;
}

/**
 * Pairs of actors that may be one: of the same kind, by more than a surname. The likeliest first; each pair once, with the smaller
 * id first. Actors are only compared where a word of theirs begins alike in plain letters, so that thousands are no trouble.
 */
export function alikeActors(actors: readonly NamedActor[]): AlikeActors[] {
  const groups = new Map<string, Set<NamedActor>>();
  for (const actor of actors) {
    for (const { text } of namesOf(actor)) {
      for (const key of keysOf(text)) {
        const group = groups.get(key) ?? new Set();
        groups.set(key, group.add(actor));
      }
    }
  }
  const pairs = new Map<string, AlikeActors>();
  for (const group of groups.values()) {
    // What half the library shares tells nobody from anybody.
    if (group.size < 2 || group.size > 200) continue;
    const members = [...group];
    for (const [index, actor] of members.entries()) {
      for (const other of members.slice(index + 1)) {
        const [first, second] = actor.id < other.id ? [actor, other] : [other, actor];
        const id = `${first.id} ${second.id}`;
        if (pairs.has(id) || first.kind !== second.kind) continue;
        const match = bestOf(first, second);
        if (match !== null) pairs.set(id, { actorId: first.id, otherId: second.id, ...match });
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.confidence - a.confidence || (a.actorId < b.actorId ? -1 : 1));
}

function bestOf(actor: NamedActor, other: NamedActor): { confidence: number; reason: string } | null {
  let best: { confidence: number; reason: string } | null = null;
  for (const { kind, text } of namesOf(other)) {
    if (kind === 'weak-alias') continue;
    const [match] = matchActors(text, [actor]);
    if (match === undefined || match.reason.startsWith('surname only')) continue;
    const confidence = Math.round(match.confidence * nameKinds[kind][0] * 100) / 100;
    if (confidence >= 0.5 && (best === null || confidence > best.confidence))
      best = { confidence, reason: match.reason };
  }
  return best;
}
