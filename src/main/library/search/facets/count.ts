import type { ClaimStatus } from '../../../../shared/domain/claims';
import type { FacetField, FacetValue, SearchFacet } from '../../../../shared/search/types';
import type { Reader } from '../../db/types';
import { statusesOfClaims } from '../../claims/material/store';
import { facetLabels, facetWordsOf } from './store';

/** So many values of each are worth a line. */
const shown = 12;
/** Statuses are worked out from evidence, so of a bounded number of claims. */
const claimLimit = 500;
const counted = ['kind', 'tag', 'actor', 'source', 'year', 'claim'] as const;
const prefix = new RegExp(`^§(${counted.join('|')})(.+)$`, 'u');

/** How many of the documents, some of which are loaded, have each value of each facet, the most common values first; facets without a value are left out. */
export async function countFacets(
  db: Reader,
  documents: readonly number[],
  loaded: readonly { id: number; facets: string }[],
): Promise<SearchFacet[]> {
  if (documents.length === 0) return [];
  const known = new Map(loaded.map(({ id, facets }) => [id, facets]));
  const unknown = documents.filter((id) => !known.has(id));
  const facetWords = documents.flatMap((id) => known.get(id)?.split(' ') ?? []);
  if (unknown.length > 0) for (const word of (await facetWordsOf(db, unknown)).split(' ')) facetWords.push(word);
  const counts = new Map(counted.map((name) => [name as string, new Map<string, number>()]));
  const cache = new Map<string, [Map<string, number>, string] | null>();
  for (const word of facetWords) {
    let place = cache.get(word);
    if (place === undefined) {
      const [, name, value] = prefix.exec(word) ?? [];
      place = name === undefined ? null : [counts.get(name)!, value!];
      cache.set(word, place);
    }
    if (place !== null) place[0].set(place[1], (place[0].get(place[1]) ?? 0) + 1);
  }
  const top = (name: (typeof counted)[number]) =>
    [...counts.get(name)!].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, shown);
  const [tags, actors, sources] = [top('tag'), top('actor'), top('source')];
  const ids = (values: [string, number][]) => values.map(([value]) => asId(value));
  const labels = await facetLabels(db, { tag: ids(tags), actor: ids(actors), source: ids(sources) });
  const named = (field: FacetField, values: [string, number][]): FacetValue[] =>
    values.flatMap(([value, count]) => {
      const known = labels.get(asId(value));
      return known === undefined ? [] : [{ label: known.label, term: queryTerm(field, known.name), count }];
    });
  const plain = (field: FacetField, values: [string, number][]): FacetValue[] =>
    values.map(([value, count]) => ({ label: value, term: queryTerm(field, value), count }));
  const years = top('year').flatMap(([year, count]): [string, number][] => [[year.replace(/^b/u, '-'), count]]);
  const facets: SearchFacet[] = [
    { field: 'kind', values: plain('kind', top('kind')) },
    { field: 'tag', values: named('tag', tags) },
    { field: 'actor', values: named('actor', actors) },
    { field: 'source', values: named('source', sources) },
    { field: 'date', values: plain('date', years) },
    { field: 'status', values: plain('status', await countStatuses(db, counts.get('claim')!)) },
  ];
  return facets.filter(({ values }) => values.length > 0);
}

async function countStatuses(db: Reader, claims: ReadonlyMap<string, number>): Promise<[string, number][]> {
  const common = [...claims].sort((a, b) => b[1] - a[1]).slice(0, claimLimit);
  if (common.length === 0) return [];
  const counts = new Map<ClaimStatus, number>();
  for (const [id, status] of await statusesOfClaims(
    db,
    common.map(([value]) => asId(value)),
  )) {
    counts.set(status, (counts.get(status) ?? 0) + (claims.get(id.replaceAll('-', '')) ?? 0));
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** A facet's value has lost its hyphens. */
function asId(value: string): string {
  return value.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}

/** `tag:border`, `tag:"arms control"`: what finds this value when it is added to a query. */
export function queryTerm(field: string, value: string): string {
  const clean = value.replace(/["“”„«»]/gu, '');
  return /\s/u.test(clean) || clean === '' ? `${field}:"${clean}"` : `${field}:${clean}`;
}
