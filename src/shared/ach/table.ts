import { achRatings, type AchRating, type AchTable, type AchWeight } from '../domain/ach';

export const ratingNames: Record<AchRating, string> = {
  CC: 'very consistent',
  C: 'consistent',
  N: 'neutral',
  I: 'inconsistent',
  II: 'very inconsistent',
  NA: 'not applicable',
};
export const weightNames: Record<AchWeight, string> = { low: 'Low', medium: 'Medium', high: 'High' };

/** Number for people: 1.375, 2, 0.5. */
export const scoreText = (score: number) => String(Math.round(score * 1000) / 1000);

/**
 * The table as rows of text, for the terminal and spreadsheets: a head, a line for each piece of evidence, then the scores.
 * Hypotheses are in the order of their rank.
 */
export function achRows(table: AchTable): string[][] {
  const hypotheses = byRank(table);
  return [
    ['Evidence', 'Source', 'Credibility', 'Relevance', 'Diagnosticity', ...hypotheses.map((one) => one.statement)],
    ...table.itemList.map((item) => [
      item.text,
      item.kind === 'claim' ? 'claim' : item.citation,
      item.credibility,
      item.relevance,
      scoreText(item.diagnosticity),
      ...hypotheses.map(({ id }) => item.ratings[id] ?? ''),
    ]),
    ['Inconsistency', '', '', '', '', ...hypotheses.map((one) => scoreText(one.score))],
    ['Weighted inconsistency', '', '', '', '', ...hypotheses.map((one) => scoreText(one.weighted))],
    ['Rank', '', '', '', '', ...hypotheses.map((one) => String(one.rank))],
  ];
}

/** Hypotheses with the least against them first; equals in the order they were added. */
export function byRank({ hypothesisList }: AchTable): AchTable['hypothesisList'] {
  return hypothesisList.toSorted((a, b) => a.rank - b.rank);
}

/** The rating that letters and digits stand for as they are typed: 1–6, or c, i, n, x; the same letter again makes it stronger. */
export function typedRating(key: string, now: AchRating | undefined): AchRating | null {
  const letter = key.toLowerCase();
  if (letter === 'c') return now === 'C' ? 'CC' : 'C';
  if (letter === 'i') return now === 'I' ? 'II' : 'I';
  if (letter === 'n') return 'N';
  if (letter === 'x') return 'NA';
  return /^[1-6]$/.test(key) ? achRatings[Number(key) - 1]! : null;
}
