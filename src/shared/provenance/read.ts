import type { MemoDocument } from '../memo/document';
import { passagesOf, type Passage } from './passages';
import { quotationsOf, type QuotedWords } from './quotations';
import { sentencesOf, type Sentence } from './sentences';

/** A memo read for what its sentences rest on. */
export interface MemoReading {
  document: MemoDocument;
  passages: Passage[];
  sentences: Sentence[];
  quotations: QuotedWords[];
}

export function readMemo(document: MemoDocument, locale: string): MemoReading {
  const passages = passagesOf(document);
  const sentences = passages.flatMap((passage) => sentencesOf(passage, locale));
  return { document, passages, sentences, quotations: quotationsOf(passages, sentences) };
}
