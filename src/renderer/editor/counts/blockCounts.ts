import { $isDecoratorNode, $isElementNode, $isLineBreakNode, $isTextNode, type LexicalNode } from 'lexical';
import { countWords, inlineText } from '../../../shared/memo/text';
import { $isFootnoteNode } from '../footnote/FootnoteNode';

export interface Counts {
  words: number;
  /** With spaces, without the breaks between lines. */
  characters: number;
  /** Words of the author's own footnotes, which are in neither of the others. */
  footnoteWords: number;
}

export const noCounts: Counts = { words: 0, characters: 0, footnoteWords: 0 };

/** Code points: what a reader calls a character but for rare marks that join. */
export function countCharacters(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // The second half of a pair, and line feeds, are no characters of their own.
    if (code !== 10 && (code & 0xfc00) !== 0xdc00) count += 1;
  }
  return count;
}

/** The words and characters of one block, and of the footnotes in it. */
export function $countBlock(block: LexicalNode): Counts {
  let text = '';
  let footnoteWords = 0;
  const visit = (node: LexicalNode) => {
    if ($isElementNode(node)) {
      for (let child = node.getFirstChild(); child; child = child.getNextSibling()) visit(child);
      if (!node.isInline()) text += '\n';
    } else if ($isLineBreakNode(node)) text += '\n';
    else if ($isFootnoteNode(node)) footnoteWords += countWords(inlineText(node.getContent()));
    else if ($isTextNode(node) || $isDecoratorNode(node)) text += node.getTextContent();
  };
  visit(block);
  return { words: countWords(text), characters: countCharacters(text), footnoteWords };
}

const wordsAMinute = 230;

/** Minutes it takes to read so many words, at least one where there are any. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / wordsAMinute));
}
