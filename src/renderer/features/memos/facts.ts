import { useMemo } from 'react';
import type { MemoSummary } from '../../../shared/domain/memos';

/** What an open memo is called and how it is cited. */
export type MemoFacts = Pick<MemoSummary, 'id' | 'title' | 'styleId' | 'locale'>;

/** Of what the list says, what is shown around the text: the same object through all saves of the text. */
export function useFacts({ id, title, styleId, locale }: MemoSummary): MemoFacts {
  return useMemo(() => ({ id, title, styleId, locale }), [id, title, styleId, locale]);
}
