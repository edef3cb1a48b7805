import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { claimStatus, independentSources, standOf, type StatusEvidence, type StatusPosition } from './status';

const piece: StatusEvidence = { stance: 'supports', sourceId: '', originId: null, date: '' };
const supports = (sourceId: string): StatusEvidence => ({ ...piece, sourceId });
const contradicts = (sourceId: string): StatusEvidence => ({
  ...piece,
  stance: 'contradicts',
  sourceId,
});
const held = (actorId: string, stance: StatusPosition['stance'], date = ''): StatusPosition => ({
  actorId,
  stance,
  manner: 'held',
  date,
});

describe('claim status', () => {
  it.each<[string, StatusEvidence[], StatusPosition[], string]>([
    ['nothing', [], [], 'unsupported'],
    ['context only', [{ ...piece, stance: 'context', sourceId: 's1' }], [], 'unsupported'],
    ['an assertion is not evidence', [], [held('a', 'asserts')], 'unsupported'],
    ['one source', [supports('s1')], [], 'single-source'],
    ['two excerpts of one source are one source', [supports('s1'), supports('s1')], [], 'single-source'],
    ['two sources', [supports('s1'), supports('s2')], [], 'corroborated'],
    [
      'two sources of one origin are one',
      [
        { ...supports('s1'), originId: 'o' },
        { ...supports('s2'), originId: 'o' },
      ],
      [],
      'single-source',
    ],
    ['evidence against', [contradicts('s1')], [], 'denied'],
    ['a denial alone', [], [held('a', 'denies')], 'denied'],
    ['evidence both ways', [supports('s1'), contradicts('s2')], [], 'contested'],
    ['support and a denial', [supports('s1'), supports('s2')], [held('a', 'denies')], 'contested'],
    ['actors disagree', [], [held('a', 'asserts'), held('b', 'denies')], 'contested'],
    [
      'a reported denial is not held',
      [supports('s1')],
      [{ ...held('a', 'denies'), manner: 'reported' }],
      'single-source',
    ],
    ['declining to comment says nothing', [supports('s1')], [held('a', 'declines', '2023')], 'single-source'],
    [
      'a denial given up',
      [supports('s1')],
      [held('a', 'denies', '2022'), held('a', 'confirms', '2023')],
      'single-source',
    ],
    [
      'a retracted assertion',
      [supports('s1')],
      [held('a', 'asserts', '2022'), held('a', 'retracts', '2023')],
      'retracted',
    ],
    [
      'retracted, but another still affirms',
      [supports('s1')],
      [held('a', 'retracts', '2023'), held('b', 'confirms')],
      'single-source',
    ],
    [
      'a retracted denial',
      [supports('s1')],
      [held('a', 'denies', '2022'), held('a', 'retracts', '2023')],
      'single-source',
    ],
    [
      'asserted again after retracting',
      [],
      [held('a', 'retracts', '2022'), held('a', 'asserts', '2023')],
      'unsupported',
    ],
  ])('%s', (_name, evidence, positions, status) => expect(claimStatus(evidence, positions)).toBe(status));

  it('takes the latest dated position, undated ones only where none is dated', () => {
    expect(standOf([held('a', 'denies'), held('a', 'asserts', '1999')])).toBe('affirms');
    expect(standOf([held('a', 'denies', '2023-04-06'), held('a', 'asserts', '2023')])).toBe('denies');
    expect(standOf([held('a', 'denies', '2023'), held('a', 'asserts', '2023')])).toBe('divided');
  });

  const evidence = fc.array(
    fc.record({
      stance: fc.constantFrom('supports' as const, 'contradicts' as const, 'context' as const),
      sourceId: fc.constantFrom('s1', 's2', 's3'),
      originId: fc.constantFrom(null, 'o1', 'o2'),
      date: fc.constantFrom('', '2022', '2023-01'),
    }),
    { maxLength: 6 },
  );
  const positions = fc.array(
    fc.record({
      actorId: fc.constantFrom('a', 'b', 'c'),
      stance: fc.constantFrom(...(['asserts', 'denies', 'confirms', 'declines', 'retracts'] as const)),
      manner: fc.constantFrom('held' as const, 'reported' as const),
      date: fc.constantFrom('', '2022', '2022-05', '2023', '2023-04-06', '2021/..'),
    }),
    { maxLength: 8 },
  );
  it('does not depend on the order of evidence or positions (property)', () => {
    fc.assert(
      fc.property(
        evidence.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        positions.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([pieces, shuffledPieces], [taken, shuffledTaken]) => {
          expect(claimStatus(shuffledPieces, shuffledTaken)).toBe(claimStatus(pieces, taken));
        },
      ),
    );
  });
  it('is never moved by what is only reported (property)', () => {
    fc.assert(
      fc.property(evidence, positions, (pieces, taken) => {
        const heldOnly = taken.filter((position) => position.manner === 'held');
        expect(claimStatus(pieces, taken)).toBe(claimStatus(pieces, heldOnly));
      }),
    );
  });

  it('is what the table in the documentation says (property)', () => {
    const text = readFileSync(new URL('../../../docs/claims.md', import.meta.url), 'utf8');
    const rows = [...text.matchAll(/^\| (?:yes|any) \|.*$/gmu)].map(([line]) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(rows.length).toBeGreaterThan(8);
    const fits = (cell: string | undefined, fact: boolean | number) =>
      cell === 'any' ||
      (typeof fact === 'boolean'
        ? cell === (fact ? 'yes' : 'no')
        : cell?.endsWith('or more')
          ? fact >= Number.parseInt(cell, 10)
          : String(fact) === cell);
    fc.assert(
      fc.property(evidence, positions, (pieces, taken) => {
        const stands = ['a', 'b', 'c'].map((actor) => standOf(taken.filter(({ actorId }) => actorId === actor)));
        const facts = [
          stands.includes('retracted'),
          stands.includes('affirms') || stands.includes('divided'),
          stands.includes('denies') || stands.includes('divided'),
          independentSources(pieces, 'supports'),
          independentSources(pieces, 'contradicts'),
        ];
        const row = rows.find((cells) => facts.every((fact, index) => fits(cells[index], fact)));
        expect(claimStatus(pieces, taken)).toBe(row?.at(-1));
      }),
      { numRuns: 1000 },
    );
  });
});
