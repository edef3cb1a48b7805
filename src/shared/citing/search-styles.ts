import { pick } from '../search/pick';
import { wordsOf } from '../search/tokens';
import type { StyleInfo } from './types';

/** Styles with the words they are found by, folded once: there are thousands, and a search at every letter. */
export interface FoundStyle {
  style: StyleInfo;
  words: string;
}

export function searchable(styles: readonly StyleInfo[]): FoundStyle[] {
  return styles.map((style) => ({
    style,
    words: ` ${wordsOf(`${style.title} ${style.id.replace(/[-/]/g, ' ')}`).join(' ')} `,
  }));
}

/**
 * Styles that hold every word of the query, those with whole words first; where there are none, what Fuse finds with a slip
 * of the fingers in between. An empty query gives all as they are.
 */
export function searchStyles(styles: readonly FoundStyle[], query: string): StyleInfo[] {
  const words = wordsOf(query.slice(0, 200)).slice(0, 8);
  if (words.length === 0) return styles.map(({ style }) => style);
  const exact = styles.filter(({ words: text }) => words.every((word) => text.includes(word)));
  if (exact.length === 0) {
    const key = { name: 'words', get: ({ words: text }: FoundStyle) => text };
    return pick(styles, query, [key], { limit: 100 }).map(({ item }) => item.style);
  }
  // "7" is all of "7th": who types it means the edition.
  const whole = words.map((word) =>
    (/^\d+$/u.test(word) ? ['', 'st', 'nd', 'rd', 'th'] : ['']).map((end) => ` ${word}${end} `),
  );
  const score = ({ words: text }: FoundStyle) =>
    words.reduce((sum, word, index) => {
      const isWhole = whole[index]?.some((form) => text.includes(form));
      return sum + (isWhole ? 2 : text.includes(` ${word}`) ? 1 : 0);
    }, 0);
  // subtle: sorting is stable, so that equal ones keep the order of the list, in which the usual styles come first.
  return exact
    .map((found) => ({ found, score: score(found) }))
    .sort((a, b) => b.score - a.score)
    .map(({ found }) => found.style);
}
