import { useMemo } from 'react';
import { completableAt, fieldsBeginning } from '../../../shared/search/complete';
import type { Completion } from '../../../shared/search/types';
import { useCall } from '../../client';

/** So many letters of a word may be a field's name; fewer begin most words. */
const FIELD_LETTERS = 2;
const SHOWN = 8;
/** Longer queries were pasted. */
const LONGEST = 500;

export interface Completions {
  /** Where in the query what they complete begins. */
  start: number;
  items: readonly Completion[];
  /**
   * A value is being chosen, so that arrows and Enter are about these. Not while a plain word might become a field's name, nor
   * when the value is complete as it stands: then only Tab completes, and arrows and Enter stay with the results.
   */
  choosing: boolean;
  /** The query with one of them put in, and where the caret goes then. */
  completed: (item: Completion) => { query: string; caret: number };
}

/** What may be meant at the caret, and whether a value's completions are still to come. */
export interface Completing {
  completions: Completions | null;
  pending: boolean;
}

/** `caret` is null while the box is not written in. */
export function useCompletions(query: string, caret: number | null): Completing {
  const place = useMemo(() => {
    const found = caret === null || query.length > LONGEST ? null : completableAt(query, caret);
    if (found?.type !== 'field') return found;
    return found.typed.length >= FIELD_LETTERS && fieldsBeginning(found.typed).length > 0 ? found : null;
  }, [query, caret]);
  const {
    data: answer,
    isPlaceholderData,
    isPending,
    isError,
  } = useCall(
    'search.complete',
    { query, caret: caret ?? 0, limit: SHOWN },
    { enabled: place !== null, keepPrevious: true },
  );
  const pending = place?.type === 'value' && !isError && (isPending || isPlaceholderData);
  const completions = useMemo((): Completions | null => {
    // The last answer stays until the next one is there; one about another place in the query does not.
    if (place === null || answer === undefined || answer.start !== place.start) return null;
    const { start, end } = place;
    const there = query.slice(start, end);
    const items = answer.completions.filter(({ text }) => text.trim() !== there);
    if (items.length === 0) return null;
    return {
      start,
      items,
      choosing: place.type === 'value' && items.length === answer.completions.length,
      completed: ({ text }) => ({ query: query.slice(0, start) + text + query.slice(end), caret: start + text.length }),
    };
  }, [place, answer, query]);
  return { completions, pending };
}
