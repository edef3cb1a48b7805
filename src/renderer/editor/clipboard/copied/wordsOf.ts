import type { LexicalEditor } from 'lexical';
import type { CopyWords } from './words';

/** What the citations of an editor say now; given by what renders them. */
const known = new WeakMap<LexicalEditor, CopyWords>();

export function setCopyWords(editor: LexicalEditor, words: CopyWords): () => void {
  known.set(editor, words);
  return () => void known.delete(editor);
}

export function copyWordsOf(editor: LexicalEditor): CopyWords | undefined {
  return known.get(editor);
}
