import { wordsOf } from './tokens';

export const queryFields = ['actor', 'tag', 'source', 'author', 'kind', 'claim', 'status', 'date', 'in'] as const;
export type QueryField = (typeof queryFields)[number];

/** One thing to look for. `words` are folded. */
export type QueryTerm =
  | { type: 'word'; word: string; /** Still being typed: words that begin so count too. */ open: boolean }
  | { type: 'phrase'; words: string[] }
  | { type: 'field'; field: QueryField; value: string };

/**
 * A query as read: every clause must be met, by any one of its terms; no term of `not` may be. `a b OR c` is a and (b or c).
 */
export interface SearchQuery {
  clauses: QueryTerm[][];
  not: QueryTerm[];
  /** A sentence for the user when the query could not be read as written; it is then read as plain words. */
  problem: string | null;
}

/** More words than this are not looked for. */
const wordLimit = 2000;
/** Nobody types a query of more words than this; its quotation marks, hyphens and colons are those of the text it was copied from. */
const typedWords = 16;
const lengthLimit = 20_000;

const pattern = /(-)?(?:(\p{L}+):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]|(\S+))/gu;

/** A word, a quoted part, a field with its value, or an `OR`, with where it stands. */
export interface QueryPiece {
  whole: string;
  start: number;
  end: number;
  negated: boolean;
  joins: boolean;
  /** What stands before a colon. */
  name: string | undefined;
  field: QueryField | undefined;
  quoted: string | undefined;
  bare: string | undefined;
}

/** Cuts a query whose quotation marks are even into its pieces. */
export function* piecesOf(text: string): Generator<QueryPiece> {
  for (const match of text.matchAll(pattern)) {
    const [whole, minus, name, quoted, bare] = match;
    yield {
      whole,
      start: match.index,
      end: match.index + whole.length,
      // subtle: a hyphen counts as "not" only where a word begins; matchAll starts pieces inside a word after a quote.
      negated: minus !== undefined && (match.index === 0 || /\s/u.test(text[match.index - 1]!)),
      joins: minus === undefined && name === undefined && (bare === 'OR' || bare === '|'),
      name,
      field: queryFields.find((known) => known === name?.toLowerCase()),
      quoted,
      bare,
    };
  }
}

export function isUnbalanced(text: string): boolean {
  return (text.match(/["“”„«»]/gu)?.length ?? 0) % 2 === 1;
}

/** A field with its value, or OR: what is copied from a text has neither. */
const operator = new RegExp(`(?:^|\\s)(?:-?(?:${queryFields.join('|')}):\\S|OR\\s|\\|\\s)`, 'u');

/** Reads a query. Never throws, whatever the string; see SearchQuery for what `OR`, `-`, quotes and fields mean. */
export function parseQuery(input: string): SearchQuery {
  const text = input.slice(0, lengthLimit);
  const plain = plainQuery(text);
  if (plain.clauses.length > typedWords && !operator.test(text)) return plain;
  if (isUnbalanced(text)) {
    const problem = 'A quotation mark is missing, so the words were searched one by one.';
    return isQuotation(plain) ? plain : { ...plain, problem };
  }
  const query: SearchQuery = { clauses: [], not: [], problem: null };
  let joins = false;
  let words = 0;
  for (const piece of piecesOf(text)) {
    if (words > wordLimit) break;
    if (piece.joins) {
      joins = query.clauses.length > 0;
      continue;
    }
    const { whole, name, field, negated, quoted, bare } = piece;
    const empty = queryFields.find((known) => bare !== undefined && `${known}:` === bare.toLowerCase());
    if (name === undefined && empty !== undefined) {
      query.problem ??= `Say what to look for after “${empty}:”.`;
      continue;
    }
    let terms: QueryTerm[];
    if (field !== undefined) {
      const value = (quoted ?? bare ?? '').trim();
      if (value === '') {
        query.problem ??= `Say what to look for after “${field}:”.`;
        continue;
      }
      terms = [{ type: 'field', field, value }];
    } else if (quoted !== undefined && name === undefined) {
      const phrase = wordsOf(quoted).slice(0, wordLimit);
      terms = phrase.length === 0 ? [] : [{ type: 'phrase', words: phrase }];
    } else {
      const found = wordsOf(whole).slice(0, wordLimit);
      const open = piece.end === input.length;
      const joined = (negated || joins) && found.length > 1;
      terms = joined
        ? [{ type: 'phrase', words: found }]
        : found.map((word, place) => ({ type: 'word', word, open: open && place === found.length - 1 }));
    }
    words += terms.length;
    if (terms.length === 0) continue;
    if (negated) query.not.push(...terms);
    else if (joins) query.clauses.at(-1)!.push(...terms);
    else query.clauses.push(...terms.map((term) => [term]));
    joins = false;
  }
  if (joins) query.problem ??= 'Something is missing after “OR”.';
  return isProse(query, text) ? plainQuery(text) : query;
}

/** Fewer words are typed, not pasted. */
const pastedWords = 8;

/** Whether a query may be a passage pasted from somewhere: many words, and nothing asked of them. */
export function isQuotation(query: Pick<SearchQuery, 'clauses' | 'not'>): boolean {
  return asksNothing(query) && countWords(query) >= pastedWords;
}

function asksNothing({ clauses, not }: Pick<SearchQuery, 'clauses' | 'not'>): boolean {
  return not.length === 0 && clauses.every(([first, ...others]) => first?.type !== 'field' && others.length === 0);
}

function countWords({ clauses }: Pick<SearchQuery, 'clauses'>): number {
  return clauses.flat().reduce((sum, term) => sum + (term.type === 'phrase' ? term.words.length : 1), 0);
}

/** Quotation marks inside a pasted passage are its author's and ask for nothing; nobody types curly ones. */
function isProse(query: SearchQuery, text: string): boolean {
  const types = new Set(query.clauses.flat().map(({ type }) => type));
  if (!types.has('word') || !types.has('phrase') || !isQuotation(query)) return false;
  return /[“”„«»]/u.test(text);
}

/** All of the text as plain words. */
export function plainQuery(text: string, problem: string | null = null): SearchQuery {
  const words = wordsOf(text.slice(0, lengthLimit)).slice(0, wordLimit);
  const open = !/\s$/u.test(text);
  return {
    clauses: words.map((word, place) => [{ type: 'word', word, open: open && place === words.length - 1 }]),
    not: [],
    problem,
  };
}
