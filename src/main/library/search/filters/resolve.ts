import { actorKinds } from '../../../../shared/domain/actors';
import { claimStatuses } from '../../../../shared/domain/claims';
import { cslTypes } from '../../../../shared/domain/csl';
import { excerptKinds } from '../../../../shared/domain/excerpts';
import { fold } from '../../../../shared/search/fold';
import type { QueryField } from '../../../../shared/search/query';
import { wordsOf } from '../../../../shared/search/tokens';
import { searchKinds } from '../../../../shared/search/types';
import type { Reader } from '../../db/types';
import { facet, type FacetName } from '../facets';
import { phrase } from '../recall';
import { documentsById, matchingIds } from '../store';
import type { Vocabulary } from '../vocabulary';
import { claimsWithStatus, collectionRows, tagRows, type NamedRow } from './store';

/** What a field of the query asks for, as the index can answer it. */
export type Filter =
  /** An FTS5 expression over facets. */
  { type: 'facet'; expression: string } | { type: 'columns'; columns: string } | { type: 'problem'; problem: string };

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
      return dateFilter(wanted, value);
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
  const words = values.slice(0, facetLimit).map((value) => phrase([facet(name, value)]));
  return { type: 'facet', expression: words.join(' OR ') };
}

function facetsOrProblem(name: FacetName, word: string, value: string, ids: readonly string[]): Filter {
  return ids.length === 0
    ? problem(`No ${word} is called “${value}”, so that filter was left out.`)
    : facets(name, ids);
}

function named(name: FacetName, word: string, value: string, rows: readonly NamedRow[]): Filter {
  const wanted = fold(value).trim();
  const folded = rows.map((row) => ({ id: row.id, name: fold(row.name).trim() }));
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

/** `2023`, `2021..2023`, `2021..`, `..2021`, `>2021`, `<2021`; months and days are read as their year. */
function dateFilter(wanted: string, value: string): Filter {
  const single = /^(\d{4})(?:-\d{2}){0,2}$/.exec(wanted);
  const range = /^(\d{4})?(?:-\d{2}){0,2}(?:\.\.|\/)(\d{4})?(?:-\d{2}){0,2}$/.exec(wanted);
  const open = /^([<>])=?(\d{4})(?:-\d{2}){0,2}$/.exec(wanted);
  const reach = 150;
  let first: number;
  let last: number;
  if (single !== null) first = last = Number(single[1]);
  else if (range !== null && (range[1] ?? range[2]) !== undefined) {
    first = Number(range[1] ?? Number(range[2]) - reach);
    last = Number(range[2] ?? Number(range[1]) + reach);
  } else if (open !== null) {
    first = open[1] === '>' ? Number(open[2]) : Number(open[2]) - reach;
    last = open[1] === '>' ? Number(open[2]) + reach : Number(open[2]);
  } else return problem(`“${value}” is not read as a date. Write 2023, 2021..2023 or >2021.`);
  last = Math.min(last, first + 2 * reach);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => String(first + place));
  if (years.length === 0) return problem(`“${value}” ends before it begins.`);
  return facets('year', years);
}

/** Ids of one kind of noun that have all the words of the value, or words much like them. */
async function matchingRows(
  db: Reader,
  kind: 'actor' | 'source' | 'claim',
  value: string,
  columns: string | null,
  vocabulary: Vocabulary,
): Promise<string[]> {
  const words = wordsOf(value).slice(0, 12);
  if (words.length === 0) return [];
  const ofKind = phrase([facet('kind', kind)]);
  const ask = async (similar: boolean) => {
    const parts = words.map((word) => {
      const exact = vocabulary.exact(word);
      const variants = similar
        ? vocabulary.similar(word)
        : [...(exact === null ? [] : [exact]), ...vocabulary.withPrefix(word)];
      return variants.map(({ term }) => phrase([term])).join(' OR ');
    });
    if (parts.includes('')) return [];
    const wanted = parts.map((part) => `(${part})`).join(' AND ');
    const expression = `${ofKind} AND ${columns === null ? '' : `${columns} : `}(${wanted})`;
    const documents = await documentsById(db, await matchingIds(db, expression, facetLimit));
    return [...new Set(documents.map(({ hitId }) => hitId))];
  };
  const found = await ask(false);
  return found.length > 0 ? found : ask(true);
}
