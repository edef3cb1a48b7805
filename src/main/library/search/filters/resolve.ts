import { actorKinds } from '../../../../shared/domain/actors';
import { claimStatuses } from '../../../../shared/domain/claims';
import { cslTypes } from '../../../../shared/domain/csl';
import { excerptKinds } from '../../../../shared/domain/excerpts';
import { fold } from '../../../../shared/search/fold';
import type { QueryField } from '../../../../shared/search/query';
import { wordsOf } from '../../../../shared/search/tokens';
import { searchKinds } from '../../../../shared/search/types';
import type { Reader } from '../../db/types';
import { dateRangeFacets, readDateRange } from '../facets/dates';
import { facet, type FacetName } from '../facets/facets';
import { phrase } from '../recall/expressions';
import { matchingHits } from '../recall/store';
import type { Vocabulary } from '../words/vocabulary';
import { claimsWithStatus, collectionRows, namedExactly, tagRows, type NamedRow } from './store';

/** What a field of the query asks for, as the index can answer it. */
export type Filter =
  /** A document must have one of these facet words. */
  { type: 'facets'; words: string[] } | { type: 'columns'; columns: string } | { type: 'problem'; problem: string };

/** Facets of one filter; more things than this cannot be told apart by a word anyway. */
const facetLimit = 300;
const known = { title: '{title}', titles: '{title}', text: '{text}', tags: '{extra}' } as const;

/** Turns `field:value` into a filter. What cannot be found is a problem to be told, and the filter is left out. */
export async function resolveFilter(
  db: Reader,
  field: QueryField,
  value: string,
  vocabulary: Vocabulary,
): Promise<Filter> {
  const wanted = fold(value).trim();
  switch (field) {
    case 'tag':
      return named('tag', 'tag', value, await tagRows(db));
    case 'in': {
      const columns = Object.entries(known).find(([name]) => name === wanted)?.[1];
      if (columns !== undefined) return { type: 'columns', columns };
      return named('collection', 'collection', value, await collectionRows(db));
    }
    case 'kind':
      return kindFilter(wanted, value);
    case 'status': {
      const status = claimStatuses.find((one) => one.replace('-', ' ') === wanted.replace('-', ' '));
      if (status === undefined) {
        return problem(`“${value}” is no status of a claim. There are ${claimStatuses.join(', ')}.`);
      }
      const ids = await claimsWithStatus(db, status);
      return ids.length === 0 ? problem(`No claim is ${status} now.`) : facets('claim', ids);
    }
    case 'date':
      return dateFilter(value);
    case 'actor':
      return facetsOrProblem('actor', 'actor', value, await matchingRows(db, 'actor', value, null, vocabulary));
    case 'claim':
      return facetsOrProblem('claim', 'claim', value, await matchingRows(db, 'claim', value, null, vocabulary));
    case 'source':
      return facetsOrProblem('source', 'source', value, await matchingRows(db, 'source', value, null, vocabulary));
    case 'author':
      return facetsOrProblem(
        'source',
        'author',
        value,
        await matchingRows(db, 'source', value, '{text extra}', vocabulary),
      );
  }
}

const problem = (sentence: string): Filter => ({ type: 'problem', problem: sentence });

function facets(name: FacetName, values: readonly string[]): Filter {
  return { type: 'facets', words: values.slice(0, facetLimit).map((value) => facet(name, value)) };
}

function facetsOrProblem(name: FacetName, word: string, value: string, ids: readonly string[]): Filter {
  return ids.length === 0
    ? problem(`No ${word} is called “${value}”, so that filter was left out.`)
    : facets(name, ids);
}

function named(name: FacetName, word: string, value: string, rows: readonly NamedRow[]): Filter {
  const wanted = fold(value).trim();
  // A value cannot have quotation marks in it, a name can.
  const folded = rows.map((row) => ({ id: row.id, name: fold(row.name).replaceAll('"', '').trim() }));
  for (const agrees of [
    (name_: string) => name_ === wanted,
    (name_: string) => name_.startsWith(wanted),
    (name_: string) => name_.includes(wanted),
  ]) {
    const ids = folded.filter((row) => agrees(row.name)).map((row) => row.id);
    if (ids.length > 0) return facets(name, ids);
  }
  return facetsOrProblem(name, word, value, []);
}

function kindFilter(wanted: string, value: string): Filter {
  const singular = wanted.replace(/s$/u, '');
  const is = (kind: string) => kind === wanted || kind === singular;
  const kind = searchKinds.find(is);
  if (kind !== undefined) return facets('kind', [kind]);
  const form = [...excerptKinds, ...actorKinds, ...cslTypes].find(is);
  if (form !== undefined) return facets('form', [form]);
  return problem(`“${value}” is no kind of thing here. There are ${searchKinds.join(', ')}.`);
}

function dateFilter(value: string): Filter {
  const range = readDateRange(value);
  if (range === null)
    return problem(`“${value}” is not read as a date. Write 2023, 2023-05, 2021..2023, >2021 or another EDTF date.`);
  return { type: 'facets', words: dateRangeFacets(range) };
}

/** Ids of one kind of noun that have all the words of the value, or words much like them. */
async function matchingRows(
  db: Reader,
  kind: 'actor' | 'source' | 'claim',
  value: string,
  columns: string | null,
  vocabulary: Vocabulary,
): Promise<string[]> {
  // A facet's own name, a citation key: exactly that one, not all that are called something like it.
  const own = columns === null ? await namedExactly(db, kind, value.trim()) : [];
  if (own.length > 0) return own;
  const words = wordsOf(value).slice(0, 12);
  if (words.length === 0) return [];
  const ofKind = phrase([facet('kind', kind)]);
  const ask = async (similar: boolean) => {
    const parts = words.map((word) => {
      const exact = vocabulary.exact(word);
      const variants = similar
        ? vocabulary.similar(word, 2)
        : [...(exact === null ? [] : [exact]), ...vocabulary.withPrefix(word)];
      return variants.map(({ term }) => phrase([term])).join(' OR ');
    });
    if (parts.includes('')) return [];
    const wanted = parts.map((part) => `(${part})`).join(' AND ');
    const expression = `${ofKind} AND ${columns === null ? '' : `${columns} : `}(${wanted})`;
    return matchingHits(db, expression, facetLimit);
  };
  const found = await ask(false);
  return found.length > 0 ? found : ask(true);
}
