import type { Steps } from '../slices';
import { stylesToElements } from './formats';
import { takeFootnotes, type ForeignFootnotes } from './footnotes';
import { removeNoise } from './noise';
import { takePictures, type ForeignPictures } from './pictures';
import { makeShallow } from './shallow';
import { evenTables } from './tables';
import { wordLists } from './wordLists';

/** What stands in markers of each kind; no text that is pasted knows them. */
export interface Tokens {
  footnotes: string;
  pictures: string;
}

/**
 * A pasted document as plain HTML: what word processors and web pages say by styles, classes and their own elements is said
 * by HTML's elements, and the rest is gone. Works in place; the document is inert.
 */
export function* tidyForeign(pasted: Document, tokens: Tokens): Steps<ForeignFootnotes & ForeignPictures> {
  const { body } = pasted;
  makeShallow(body);
  yield 0.2;
  removeNoise(body);
  yield 0.4;
  evenTables(body);
  const { bodies } = takeFootnotes(body, tokens.footnotes);
  yield 0.6;
  for (const part of [body, ...bodies]) {
    wordLists(part);
    stylesToElements(part);
  }
  yield 0.8;
  return { bodies, ...takePictures(body, bodies, tokens.pictures) };
}
