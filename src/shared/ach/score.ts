import type { AchRating, AchWeight } from '../domain/ach';

/**
 * Analysis of competing hypotheses after Richards J. Heuer, Jr., Psychology of Intelligence Analysis (CIA Center for the Study of
 * Intelligence, 1999), chapter 8: evidence is rated against every hypothesis, and the one with the least evidence against it is
 * the likeliest, not the one with the most for it. Scores as in the PARC ACH 2.0 software that he worked on with Palo Alto
 * Research Center: an inconsistent rating counts −1, a very inconsistent one −2, everything else 0; in the weighted score each
 * counts by credibility and relevance of its line. We show sums as positive numbers, so that "less" is less.
 */
const against: Record<AchRating, number> = { CC: 0, C: 0, N: 0, NA: 0, I: 1, II: 2 };

/** What a line counts by its credibility or relevance: PARC's weights, low 0.5, medium 0.75 and high 1, which multiply. */
const weights: Record<AchWeight, number> = { low: 0.5, medium: 0.75, high: 1 };

/** Where a rating stands from very consistent to very inconsistent, for diagnosticity; NA says nothing. */
const places: Record<Exclude<AchRating, 'NA'>, number> = { CC: 0, C: 1, N: 2, I: 3, II: 4 };

export interface ScoredLine {
  credibility: AchWeight;
  relevance: AchWeight;
  /** By hypothesis; what is not there is not rated. */
  ratings: Readonly<Record<string, AchRating>>;
}
export interface Score {
  /** At least 0; a whole number. */
  score: number;
  weighted: number;
  /** From 1. */
  rank: number;
}

/**
 * The inconsistency of each hypothesis and its rank: 1 for the least by the weighted score, ties by the plain one; equals share a
 * rank. What is not rated counts for nothing.
 */
export function scoresOf(hypotheses: readonly string[], lines: readonly ScoredLine[]): Map<string, Score> {
  const sums = hypotheses.map((id) => {
    let [score, weighted] = [0, 0];
    for (const { ratings, credibility, relevance } of lines) {
      const rating = Object.hasOwn(ratings, id) ? ratings[id] : undefined;
      if (rating === undefined) continue;
      score += against[rating];
      // Eighths and sixteenths only: sums are exact.
      weighted += against[rating] * weights[credibility] * weights[relevance];
    }
    return { id, score, weighted };
  });
  const less = (a: (typeof sums)[number], b: (typeof sums)[number]) =>
    a.weighted < b.weighted || (a.weighted === b.weighted && a.score < b.score);
  return new Map(
    sums.map((one) => [
      one.id,
      { score: one.score, weighted: one.weighted, rank: 1 + sums.filter((other) => less(other, one)).length },
    ]),
  );
}

/**
 * How far a line tells the hypotheses apart: 0 where it rates all alike (Heuer: evidence that is consistent with all hypotheses has
 * no diagnostic value), 1 where it is very consistent with one and very inconsistent with another; between them, how far the most
 * distant two of its ratings are apart on the way from CC to II. Lines with fewer than two ratings, NA apart, tell nothing.
 */
export function diagnosticityOf(ratings: Readonly<Record<string, AchRating>>): number {
  const found = Object.values(ratings).flatMap((rating) => (rating === 'NA' ? [] : [places[rating]]));
  return found.length < 2 ? 0 : (Math.max(...found) - Math.min(...found)) / 4;
}
