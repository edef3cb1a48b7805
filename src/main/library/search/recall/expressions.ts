import type { Variant } from '../words/vocabulary';
import type { RecallPlan, WantedClause } from './plan';

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

export function anyOf(clause: WantedClause, wanted: (variant: Variant) => boolean): string | null {
  return any([
    ...clause.words.flatMap(({ variants }) => variants.filter(wanted).map(({ term }) => phrase([term]))),
    ...clause.phrases.map(phrase),
    ...clause.facets.map((word) => phrase([word])),
  ]);
}

export function any(expressions: readonly (string | null)[]): string | null {
  const given = expressions.filter((expression) => expression !== null);
  return given.length === 0 ? null : given.length === 1 ? given[0]! : `(${given.join(' OR ')})`;
}

export function all(expressions: readonly (string | null)[]): string | null {
  return expressions.length === 0 || expressions.includes(null) ? null : expressions.join(' AND ');
}

export function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size <= 0) return [[]];
  return items.flatMap((item, place) => subsets(items.slice(place + 1), size - 1).map((rest) => [item, ...rest]));
}
