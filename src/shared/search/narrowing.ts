import { fold } from './fold';
import { isUnbalanced, piecesOf, type QueryField } from './query';
import { searchKinds, type SearchKind } from './types';

/** A field in a query that narrows its results, with where it stands: `-tag:"arms control"`. */
export interface Narrowing {
  field: QueryField;
  value: string;
  not: boolean;
  start: number;
  end: number;
}

/** What a query is narrowed by. A field beside an `OR` is one of several ways to be found, and narrows nothing by itself. */
export function narrowingsOf(query: string): Narrowing[] {
  if (isUnbalanced(query)) return [];
  const pieces = [...piecesOf(query)];
  return pieces.flatMap(({ field, quoted, bare, negated, start, end }, place) => {
    const value = (quoted ?? bare ?? '').trim();
    if (field === undefined || value === '' || pieces[place - 1]?.joins || pieces[place + 1]?.joins) return [];
    return [{ field, value, not: negated, start, end }];
  });
}

/** Whether a query is narrowed by this term already, as facets give them: `tag:"arms control"`. */
export function findNarrowing(query: string, term: string): Narrowing | undefined {
  const [wanted] = narrowingsOf(term);
  return narrowingsOf(query).find(
    ({ field, value, not }) => !not && field === wanted?.field && fold(value) === fold(wanted.value),
  );
}

/** The query narrowed by a term, ready to be typed on. */
export function withTerm(query: string, term: string): string {
  return `${query.trimEnd()} ${term} `.trimStart();
}

/** The query without a part of it. */
export function withoutPart(query: string, { start, end }: Pick<Narrowing, 'start' | 'end'>): string {
  const before = query.slice(0, start).trimEnd();
  const after = query.slice(end).trimStart();
  return before === '' || after === '' ? before + after : `${before} ${after}`;
}

/** The one kind of hits that a query asks for, if it asks for one. */
export function kindIn(query: string): SearchKind | null {
  const kinds = kindNarrowings(query);
  return kinds.length === 1 ? kinds[0]!.kind : null;
}

/** The query asking for one kind of hits, or for all. */
export function withKind(query: string, kind: SearchKind | null): string {
  const bare = kindNarrowings(query).reduceRight((text, { narrowing }) => withoutPart(text, narrowing), query);
  return kind === null ? bare : withTerm(bare, `kind:${kind}`);
}

function kindNarrowings(query: string): { kind: SearchKind; narrowing: Narrowing }[] {
  return narrowingsOf(query).flatMap((narrowing) => {
    const value = fold(narrowing.value).replace(/s$/u, '');
    const kind = searchKinds.find((known) => known === value);
    return narrowing.field === 'kind' && !narrowing.not && kind !== undefined ? [{ kind, narrowing }] : [];
  });
}
