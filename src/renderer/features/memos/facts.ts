import { useMemo } from 'react';
import type { MemoSummary } from '../../../shared/domain/memos';

/** What an open memo is called and how it is cited. */
export interface MemoFacts extends Pick<MemoSummary, 'id' | 'title' | 'styleId' | 'locale'> {
  /** Nothing was saved in it yet. */
  isEmpty: boolean;
}

/** Of what the list says, what is shown around the text: the same object through all saves of the text. */
export function useFacts({ id, title, styleId, locale, words, citations }: MemoSummary): MemoFacts {
  const isEmpty = words === 0 && citations === 0;
  return useMemo(() => ({ id, title, styleId, locale, isEmpty }), [id, title, styleId, locale, isEmpty]);
}
