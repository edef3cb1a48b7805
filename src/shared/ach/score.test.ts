import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { achRatings, achWeights } from '../domain/ach';
import { diagnosticityOf, scoresOf, type ScoredLine } from './score';

const line = (ratings: ScoredLine['ratings'], credibility = 'high', relevance = 'high') =>
  ({ credibility, relevance, ratings }) as ScoredLine;

describe('analysis of competing hypotheses', () => {
  it('counts what is against a hypothesis, never what is for it', () => {
    const scores = scoresOf(
      ['mined', 'flood', 'neglect'],
      [
        line({ mined: 'II', flood: 'C', neglect: 'CC' }),
        line({ mined: 'CC', flood: 'I', neglect: 'N' }),
        line({ mined: 'CC', flood: 'I', neglect: 'NA' }, 'low', 'medium'),
      ],
    );
    expect(Object.fromEntries(scores)).toEqual({
      neglect: { score: 0, weighted: 0, rank: 1 },
      flood: { score: 2, weighted: 1.375, rank: 2 },
      mined: { score: 2, weighted: 2, rank: 3 },
    });
  });

  it('gives equals one rank, and nothing to what is not rated', () => {
    const scores = scoresOf(['a', 'b', 'c'], [line({ c: 'I' })]);
    expect([...scores.values()].map(({ rank }) => rank)).toEqual([1, 1, 3]);
  });

  it.each([
    [{ a: 'C', b: 'C' }, 0],
    [{ a: 'CC', b: 'II' }, 1],
    [{ a: 'N', b: 'I', c: 'NA' }, 0.25],
    [{ a: 'II', b: 'NA' }, 0],
    [{}, 0],
  ] as const)('%o tells the hypotheses apart by %d', (ratings, much) => expect(diagnosticityOf(ratings)).toBe(much));

  const lines = fc.array(
    fc.record({
      credibility: fc.constantFrom(...achWeights),
      relevance: fc.constantFrom(...achWeights),
      ratings: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(...achRatings)),
    }),
    { maxLength: 30 },
  );
  it('does not depend on the order of lines, weighs at most in full, and ranks the least first (property)', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const scores = scoresOf(['a', 'b', 'c'], all);
        expect(scoresOf(['a', 'b', 'c'], all.toReversed())).toEqual(scores);
        for (const { score, weighted, rank } of scores.values()) {
          expect(weighted).toBeLessThanOrEqual(score);
          expect(weighted).toBeGreaterThanOrEqual(score / 4);
          for (const other of scores.values()) if (other.weighted < weighted) expect(other.rank).toBeLessThan(rank);
        }
        expect(Math.min(...[...scores.values()].map(({ rank }) => rank))).toBe(1);
        for (const { ratings } of all) {
          expect(diagnosticityOf(ratings)).toBeGreaterThanOrEqual(0);
          expect(diagnosticityOf(ratings)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
