import { describe, expect, it } from 'vitest';
import type { ActorNetwork, ActorTie, NetworkActor } from '../../../shared/domain/network';
import { neighboursOf, visibleNetwork, type NetworkFilter } from './visible';

const actor = (id: string, facts: Partial<NetworkActor> = {}): NetworkActor => ({
  id,
  name: id,
  kind: 'person',
  tags: [],
  ...facts,
});
const tie = (a: string, b: string, excerpts: number, facts: Partial<ActorTie> = {}): ActorTie => ({
  a,
  b,
  excerpts,
  claims: 0,
  events: 0,
  relations: [],
  weight: excerpts,
  ...facts,
});
const network: ActorNetwork = {
  actors: [actor('a'), actor('b', { kind: 'state' }), actor('c', { tags: ['Rivers'] }), actor('d')],
  ties: [
    tie('a', 'b', 5),
    tie('b', 'c', 2),
    tie('a', 'c', 1),
    tie('c', 'd', 0, { relations: [{ id: 'r', from: 'c', kind: 'leads', label: '' }], weight: 1 }),
  ],
  alone: 0,
  left: 0,
};
const all: NetworkFilter = { hiddenKinds: [], tag: '', by: 'any', atLeast: 1, focus: null };
const shownBy = (filter: Partial<NetworkFilter>) => {
  const { actors, ties } = visibleNetwork(network, { ...all, ...filter });
  return [actors.map(({ id }) => id).join(''), ties.map(({ a, b }) => a + b).join(' ')];
};

describe('what is shown of a network', () => {
  it.each([
    ['everything', {}, 'bacd', 'ab bc ac cd'],
    ['without states', { hiddenKinds: ['state'] }, 'cad', 'ac cd'],
    ['heavier ties, and what somebody wrote', { atLeast: 2 }, 'bacd', 'ab bc cd'],
    ['relations alone', { by: 'relations' }, 'cd', 'cd'],
    ['excerpts alone', { by: 'excerpts' }, 'bac', 'ab bc ac'],
    ['one neighbourhood', { focus: 'a' }, 'bac', 'ab bc ac'],
    ['a neighbourhood keeps its light ties', { focus: 'a', atLeast: 2 }, 'bac', 'ab bc ac'],
    ['a tag', { tag: 'Rivers' }, '', ''],
    ['a tag around an actor without it', { tag: 'Rivers', focus: 'a' }, 'ac', 'ac'],
  ] as const)('%s', (_, filter, actors, ties) => expect(shownBy(filter)).toEqual([actors, ties]));

  it('is no more than can be read, unless asked for', () => {
    const many = Array.from({ length: 80 }, (_, n) => actor(`n${n}`));
    const ties = many.flatMap((one, i) =>
      many.slice(i + 1).map((other, j) => tie(one.id, other.id, 1 + ((i + j) % 9))),
    );
    const crowded = { actors: many, ties, alone: 0, left: 0 };
    const shown = visibleNetwork(crowded, { ...all, atLeast: 0 });
    expect(shown.ties.length).toBeLessThanOrEqual(1280);
    expect(shown.lighter).toBe(ties.length - shown.ties.length);
    expect(shown.actors).toHaveLength(80);
    expect(visibleNetwork(crowded, { ...all, atLeast: 1 }).ties).toHaveLength(ties.length);
  });

  it('has the closest neighbour first', () => {
    expect(neighboursOf(visibleNetwork(network, all), 'c').map((each) => each.actor.id)).toEqual(['b', 'a', 'd']);
  });
});
