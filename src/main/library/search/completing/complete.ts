import { actorKinds } from '../../../../shared/domain/actors';
import { claimStatuses } from '../../../../shared/domain/claims';
import { excerptKinds } from '../../../../shared/domain/excerpts';
import { completableAt, fieldsBeginning } from '../../../../shared/search/complete';
import { fold } from '../../../../shared/search/fold';
import { pick } from '../../../../shared/search/pick';
import type { QueryField } from '../../../../shared/search/query';
import { wordsOf } from '../../../../shared/search/tokens';
import { searchKinds, type Completion, type SearchCompletions } from '../../../../shared/search/types';
import type { Reader } from '../../db/types';
import { queryTerm } from '../facets/count';
import { facet } from '../facets/facets';
import { phrase } from '../recall/expressions';
import { matchingHits } from '../recall/store';
import type { Vocabulary } from '../words/vocabulary';
import { completionRows, labelRows, matchedExpressions, type CompletionRow } from './store';

const fieldHelp: Record<QueryField, string> = {
  actor: 'about a person, state or organisation',
  tag: 'with a tag',
  source: 'from a source',
  author: 'by an author',
  kind: 'excerpts, sources, claims …',
  claim: 'on a claim',
  status: 'on claims with a status',
  date: 'a day, month, year or range',
  in: 'in a collection, or in title or text only',
};

/** What may be meant at the caret: fields that begin so, or values of the field, those that begin as typed first. */
export async function complete(
  db: Reader,
  { query, caret, limit }: { query: string; caret: number; limit: number },
  vocabulary: Vocabulary,
  year: number,
): Promise<SearchCompletions> {
  const place = completableAt(query, caret);
  if (place === null) return { start: caret, end: caret, completions: [] };
  const { start, end, typed } = place;
  if (place.type === 'field') {
    const completions = fieldsBeginning(typed).map((field) => ({
      text: `${field}:`,
      label: `${field}:`,
      detail: fieldHelp[field],
    }));
    return { start, end, completions: completions.slice(0, limit) };
  }
  const rows = await valuesOf(db, place.field, typed, vocabulary, year, limit);
  const completions = rows.slice(0, limit).map(({ name, label, detail }): Completion => {
    const text = queryTerm(place.field, name).slice(place.field.length + 1);
    return { text: end === query.length ? `${text} ` : text, label, detail };
  });
  return { start, end, completions };
}

async function valuesOf(
  db: Reader,
  field: QueryField,
  typed: string,
  vocabulary: Vocabulary,
  year: number,
  limit: number,
): Promise<CompletionRow[]> {
  switch (field) {
    case 'kind':
      return beginning([...searchKinds, ...excerptKinds, ...actorKinds], typed);
    case 'status':
      return beginning(claimStatuses, typed);
    case 'date':
      return beginning(await yearsFound(db, year), typed);
    case 'tag':
      return chosen(await labelRows(db, 'tag'), typed, limit);
    case 'in': {
      const collections = chosen(await labelRows(db, 'collection'), typed, limit);
      return [...beginning(['title', 'text', 'tags'], typed), ...collections];
    }
    default:
      return named(db, field, typed, vocabulary, limit);
  }
}

const plain = (name: string): CompletionRow => ({ name, label: name, detail: '' });

function beginning(names: readonly string[], typed: string): CompletionRow[] {
  const wanted = fold(typed).trim();
  return [...new Set(names)].filter((name) => fold(name).startsWith(wanted)).map(plain);
}

function chosen(rows: readonly CompletionRow[], typed: string, limit: number): CompletionRow[] {
  return pick(rows, typed, [{ name: 'name', get: ({ name }) => name }], { limit }).map(({ item }) => item);
}

/** Years of the last century that something is dated, the latest first. */
async function yearsFound(db: Reader, year: number): Promise<string[]> {
  const years = Array.from({ length: 120 }, (_, place) => String(year + 20 - place));
  const expression = (one: string) => phrase([facet('year', one)]);
  const found = new Set(await matchedExpressions(db, years.map(expression)));
  return years.filter((one) => found.has(expression(one)));
}

/** Nouns with all of these words, the last one as a beginning. */
async function named(
  db: Reader,
  field: 'actor' | 'claim' | 'source' | 'author',
  typed: string,
  vocabulary: Vocabulary,
  limit: number,
): Promise<CompletionRow[]> {
  const kind = field === 'author' ? 'source' : field;
  const words = wordsOf(typed).slice(0, 12);
  const parts = words.map((word, place) => {
    const exact = vocabulary.exact(word);
    const begun = place === words.length - 1 ? vocabulary.withPrefix(word) : [];
    const variants = [...(exact === null ? [] : [exact]), ...begun];
    return (variants.length > 0 ? variants : vocabulary.similar(word, 2))
      .map(({ term }) => phrase([term]))
      .join(' OR ');
  });
  if (parts.includes('')) return [];
  const columns = field === 'author' ? '{text extra} : ' : '';
  const expression = [phrase([facet('kind', kind)]), ...parts.map((part) => `${columns}(${part})`)].join(' AND ');
  const ids = await matchingHits(db, expression, limit * 4);
  const rows = await completionRows(db, field, ids);
  const known = new Set<string>();
  return rows.filter(({ name }) => {
    if (name === '' || known.has(fold(name))) return false;
    known.add(fold(name));
    return true;
  });
}
