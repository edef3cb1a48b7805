import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asOf, knownBy } from './as-of';
import { explainStatus } from './explain';
import { ledgerOn, type LedgerPosition } from './ledger';
import { claimStatus, type StatusEvidence } from './status';

const position = (
  actorId: string,
  stance: LedgerPosition['stance'],
  date: string,
  manner: LedgerPosition['manner'] = 'held',
): LedgerPosition => ({
  id: `${actorId} ${stance} ${date}`,
  claimId: 'c',
  actorId,
  actorName: `Actor ${actorId}`,
  stance,
  manner,
  date,
});

describe('what was there on a date', () => {
  it.each([
    ['2023-03-11', '2023-03-11', 'yes'],
    ['2023-03-12', '2023-03-11', 'no'],
    ['2023-03-12', '2023-03', 'yes'],
    ['2023', '2023-03-11', 'perhaps'],
    ['2022', '2023-03-11', 'yes'],
    ['', '2023-03-11', 'perhaps'],
    ['2021/..', '2023-03-11', 'yes'],
    ['../2020', '2019-01-01', 'perhaps'],
    ['2030', '', 'yes'],
  ])('%s by %s: %s', (date, on, known) => expect(knownBy(date, on)).toBe(known));

  it('only ever grows with time (property)', () => {
    const date = fc.constantFrom('', '2022', '2022-05', '2023', '2023-04-06', '2021/..', '2022~', '199X');
    fc.assert(
      fc.property(fc.array(fc.record({ date })), fc.constantFrom('2021', '2022-05', '2022-12-31'), (items, on) => {
        const then = asOf(items, on);
        const later = asOf(items, '2023-04-06');
        expect(then.every((item) => later.includes(item))).toBe(true);
      }),
    );
  });
});

describe('the ledger', () => {
  const positions = [
    position('a', 'asserts', '2023-01-27'),
    position('a', 'retracts', '2023-04-06'),
    position('b', 'denies', '2023-03-11', 'reported'),
    position('b', 'declines', '2023-03-29'),
    position('d', 'denies', '2023'),
  ];
  const standsOn = (date: string) =>
    Object.fromEntries(ledgerOn(positions, date).map(({ actorId, stand, perhaps }) => [actorId, [stand, perhaps]]));

  it('says who held what on a date; a retraction supersedes, hearsay never counts, the undated may be later', () => {
    expect(standsOn('2022-12')).toEqual({});
    expect(standsOn('2023-02')).toEqual({ a: ['affirms', false], d: ['denies', true] });
    expect(standsOn('2023-03-30')).toEqual({ a: ['affirms', false], b: ['none', false], d: ['denies', true] });
    expect(standsOn('2023-04-06')).toMatchObject({ a: ['retracted', false] });
    expect(standsOn('')).toMatchObject({ a: ['retracted', false], d: ['denies', false] });
  });

  it('names what a stand rests on, what was said last, and what is only reported', () => {
    const [entry] = ledgerOn(positions, '').filter(({ actorId }) => actorId === 'b');
    expect(entry).toMatchObject({
      stand: 'none',
      positionIds: [],
      latest: { stance: 'declines', date: '2023-03-29' },
      reported: [{ stance: 'denies', date: '2023-03-11' }],
    });
  });
});

describe('a claim’s status in words', () => {
  const piece = (sourceId: string, stance: StatusEvidence['stance'], originId: string | null = null) => ({
    sourceId,
    stance,
    originId,
    date: '',
  });
  const explain = (evidence: StatusEvidence[], positions: LedgerPosition[]) =>
    explainStatus({ status: claimStatus(evidence, positions), evidence, positions });

  it('names sources once, who stands where now, and says that hearsay does not count', () => {
    expect(
      explain(
        [piece('a', 'supports'), piece('a', 'supports'), piece('b', 'contradicts')],
        [
          position('x', 'asserts', ''),
          position('y', 'denies', '2023'),
          position('y', 'confirms', '2024'),
          position('z', 'denies', '', 'reported'),
        ],
      ),
    ).toBe(
      'There is something for it and something against it. 1 source supports it; 1 source contradicts it; ' +
        'Actor x and Actor y stand by it. 1 reported position is not counted.',
    );
  });

  it('says where sources share an origin', () => {
    expect(explain([piece('a', 'supports', 'o'), piece('b', 'supports', 'o')], [])).toBe(
      'Everything in its favour comes from one source, or from one origin. 2 sources support it, all of one origin.',
    );
    expect(explain([piece('a', 'supports', 'o'), piece('b', 'supports', 'o'), piece('d', 'supports')], [])).toContain(
      '3 sources support it, of 2 origins.',
    );
  });
});
