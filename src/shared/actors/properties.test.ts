import { describe, expect, it } from 'vitest';
import { actorKinds } from '../domain/actors';
import { actorProperties, areProperties, propertiesFault, propertiesOf, valuesOf } from './properties';
import { isMutual, relationInWords, relationKinds } from './relations';

describe('properties of actors', () => {
  it('are named once, and every kind of actor has some', () => {
    expect(new Set(actorProperties.map(({ name }) => name)).size).toBe(actorProperties.length);
    for (const kind of actorKinds) expect(propertiesOf(kind).length).toBeGreaterThan(2);
  });

  it.each([
    ['person', { birthDate: '1961~', nationality: 'Vellmark; Orud', website: 'https://selm.example/a?b=1' }, null],
    ['person', { birthDate: 'in spring' }, 'Born'],
    ['person', { legalForm: 'GmbH' }, 'not for this kind'],
    ['person', { constructor: 'x' }, 'no property'],
    ['organisation', { website: 'javascript:alert(1)' }, 'https://'],
    ['organisation', { website: 'https://a b' }, 'https://'],
    ['organisation', { leiCode: ' padded' }, 'LEI'],
    ['state', { wikidataId: 'Q42' }, null],
    ['state', { wikidataId: 'Q042' }, 'Q42'],
    ['place', { address: 'x\u0000' }, 'not for this kind'],
    ['group', { address: 'x\u0000' }, 'Address'],
  ] as const)('of a %s: %j', (kind, properties, fault) => {
    const found = propertiesFault(kind, properties);
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });

  it('in an archive may be of any kind of actor, but known and well formed', () => {
    expect(areProperties({ birthDate: '1961', legalForm: 'GmbH' })).toBe(true);
    expect(areProperties({ birthDate: '' })).toBe(false);
    expect(areProperties({ toString: 'x' })).toBe(false);
  });

  it('hold several values where that makes sense', () => {
    const facts = propertiesOf('person').find(({ name }) => name === 'nationality')!;
    expect(valuesOf(facts, 'Vellmark;; Orud ')).toEqual(['Vellmark', 'Orud']);
  });
});

describe('relations', () => {
  it('read from both sides, alike only where they are mutual', () => {
    for (const kind of relationKinds) {
      const [forward, backward] = [false, true].map((back) => relationInWords({ kind, label: '' }, back));
      expect(forward === backward).toBe(isMutual(kind));
    }
    expect(relationInWords({ kind: 'member', label: 'observer' }, false)).toBe('member of (observer)');
    expect(relationInWords({ kind: 'member', label: '' }, true)).toBe('has as member');
  });
});
