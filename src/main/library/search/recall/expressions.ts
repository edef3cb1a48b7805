import { beginning } from '../words/beginnings';
import type { RecallPlan, WantedClause, WantedWord } from './plan';

/** FTS5 expressions: built from folded words and facets only, never from what a user typed. */

export function restricted(expression: string, { filters, columns, not }: RecallPlan): string {
  const inColumns =
    expression !== '' && columns !== null ? `${columns} : (${expression})` : expression === '' ? '' : `(${expression})`;
  const required = [...filters.map((filter) => `(${filter})`), inColumns].filter(Boolean).join(' AND ');
  const excluded = not.words.length + not.phrases.length > 0;
  return excluded ? `(${required}) NOT (${excludedExpression({ not })})` : required;
}

export function excludedExpression({ not }: Pick<RecallPlan, 'not'>): string {
  return any([...not.words.map((word) => phrase([word])), ...not.phrases.map(phrase)]) ?? phrase(['']);
}

/** subtle: words hold letters, marks and digits only, so a quoted string is all the escaping FTS5 needs. */
export function phrase(words: readonly string[]): string {
  return `"${words.join(' ').replaceAll('"', '')}"`;
}

/** How far from what was typed a word may be: not at all (it may go on), a slip in it, or as far as words are likes. */
export type Reach = 'written' | 'near' | 'likes';
/** What the likes that are near cost at most. */
const nearCost = 0.45;

/** Any way to meet the clause within reach. */
export function anyOf(clause: WantedClause, reach: Reach, { columns }: RecallPlan): string | null {
  return any([
    ...clause.words.flatMap((word) => termsOf(word, reach, columns).map((term) => phrase([term]))),
    ...clause.phrases.map(phrase),
    ...clause.facets.map((word) => phrase([word])),
  ]);
}

function termsOf({ word, variants }: WantedWord, reach: Reach, columns: string | null): string[] {
  // Beginnings stand beside the facets, so they do not tell in which column a word is.
  const begun = columns === null && variants.some(({ how }) => how === 'prefix');
  const begins = begun ? beginning(word) : null;
  const wanted = variants.filter(({ how, cost }) => {
    if (how === 'prefix') return begins === null;
    return how === 'exact' || reach === 'likes' || (reach === 'near' && cost <= nearCost);
  });
  return [...wanted.map(({ term }) => term), ...(begins === null ? [] : [begins])];
}

export function any(expressions: readonly (string | null)[]): string | null {
  const given = expressions.filter((expression) => expression !== null);
  return given.length === 0 ? null : given.length === 1 ? given[0]! : `(${given.join(' OR ')})`;
}

export function all(expressions: readonly (string | null)[]): string | null {
  return expressions.length === 0 || expressions.includes(null) ? null : `(${expressions.join(' AND ')})`;
}

/** At least so many of them. Written so that each stands in it as seldom as can be: every time it does, its words are read. */
export function atLeast(count: number, expressions: readonly (string | null)[]): string | null {
  if (count >= expressions.length) return all(expressions);
  if (count === 1) return any(expressions);
  const [first, ...rest] = expressions;
  return any([all([first!, atLeast(count - 1, rest)]), atLeast(count, rest)]);
}
