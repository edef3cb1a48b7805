import { stylesToElements } from './formats';
import { takeFootnotes, type ForeignFootnotes } from './footnotes';
import { removeNoise } from './noise';
import { wordLists } from './wordLists';

/**
 * A pasted document as plain HTML: what word processors and web pages say by styles, classes and their own elements is said
 * by HTML's elements, and the rest is gone. Works in place; the document is inert.
 */
export function tidyForeign(pasted: Document, token: string): ForeignFootnotes {
  const { body } = pasted;
  removeNoise(body);
  const footnotes = takeFootnotes(body, token);
  for (const part of [body, ...footnotes.bodies]) {
    wordLists(part);
    stylesToElements(part);
  }
  return footnotes;
}
