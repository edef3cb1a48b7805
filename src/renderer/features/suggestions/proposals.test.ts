import { expect, it } from 'vitest';
import type { SuggestedActor } from '../../../shared/domain/suggestions';
import { neighbour, statementFrom, wishFor, type Proposal } from './proposals';

const actor = (name: string, existing: SuggestedActor['existing'] = null): SuggestedActor => ({
  key: `actor:${name}`,
  kind: 'person',
  name,
  aliases: [],
  roles: [],
  mentions: [],
  confidence: 1,
  reason: '',
  existing,
  candidates: [],
});

it('words a claim as a sentence, without marks around it', () => {
  expect(statementFrom('“the gate\n was shut,”')).toBe('The gate was shut.');
  expect(statementFrom('Who shot me?')).toBe('Who shot me?');
  expect(statementFrom('“ ”')).toBe('');
});

it('goes on to the next of a kind, from the last one back, and from the only one nowhere', () => {
  const open = ['Ada', 'Bo', 'Cy'].map((name): Proposal => {
    const suggested = actor(name);
    return { kind: 'actor', key: suggested.key, suggested };
  });
  expect(neighbour(open, 'actor:Ada')?.key).toBe('actor:Bo');
  expect(neighbour(open, 'actor:Cy')?.key).toBe('actor:Bo');
  expect(neighbour(open.slice(0, 1), 'actor:Ada')).toBeUndefined();
});

it('means by an actor of the text what was decided about it, and nobody where it was rejected', () => {
  const actors = [actor('Ada'), actor('Bo', { actorId: 'b', name: 'Bo', confidence: 1, reason: '' })];
  const decided = { key: 'actor:Ada', kind: 'actor', label: 'Ada' } as const;
  expect(wishFor('actor:Ada', actors, [])).toMatchObject({ is: 'new', name: 'Ada' });
  expect(wishFor('actor:Bo', actors, [])).toMatchObject({ is: 'existing', actorId: 'b' });
  expect(wishFor('actor:Ada', actors, [{ ...decided, decision: 'accepted', targetId: 'a' }])).toMatchObject({
    is: 'existing',
    actorId: 'a',
  });
  expect(wishFor('actor:Ada', actors, [{ ...decided, decision: 'rejected', targetId: null }])).toBeNull();
});
