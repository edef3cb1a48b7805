import { fold } from '../../../../shared/search/fold';

/**
 * What a document can be filtered by, as words of the FTS5 column `facets`: `§` + name + value, where a value is a row id
 * without its hyphens or a folded word. Ids, not names: renaming a tag touches no document's facets.
 */
export const facetNames = [
  'kind',
  'form',
  'source',
  'tag',
  'actor',
  'claim',
  'collection',
  // Dates, see dates.ts.
  'year',
  'inyear',
  'month',
  'inmonth',
  'day',
] as const;
export type FacetName = (typeof facetNames)[number];

export function facet(name: FacetName, value: string): string {
  return `§${name}${fold(value).replace(/[^\p{L}\p{N}]/gu, '')}`;
}
