import type { Excerpt } from '../../domain/excerpts';
import { itemAt, itemCiting } from '../citation-item';
import type { Inline, MemoBlock, TextFormat, TextMark } from '../document';

/** Small pieces that templates are made of. `newId` gives each citation an id of its own. */

export function text(words: string, formats: TextFormat[] = [], marks: TextMark[] = []): Inline[] {
  return words === '' ? [] : [{ type: 'text', text: words, formats, marks }];
}

export function paragraph(...children: Inline[]): MemoBlock {
  return { type: 'paragraph', children };
}

export function heading(level: 1 | 2 | 3, children: Inline[]): MemoBlock {
  return { type: 'heading', level, children };
}

/** What belongs here, in italics, to be written over. */
export function prompt(words: string): MemoBlock {
  return paragraph(...text(words, ['italic']));
}

export function bullets(items: Inline[][]): MemoBlock[] {
  if (items.length === 0) return [];
  return [{ type: 'list', ordered: false, start: 1, items: items.map((children) => ({ children, nested: null })) }];
}

type Cited = Pick<Excerpt, 'id' | 'sourceId' | 'locator'>;

/** One citation of several excerpts, each at its place; no citation of none. */
export function cite(excerpts: readonly Cited[], newId: () => string): Inline[] {
  if (excerpts.length === 0) return [];
  const items = excerpts.slice(0, 200).map(({ id, sourceId, locator }) => itemAt(sourceId, locator, id));
  return [{ type: 'citation', id: newId(), items, marks: [] }];
}

export function citeSource(sourceId: string, newId: () => string): Inline {
  return { type: 'citation', id: newId(), items: [itemCiting(sourceId)], marks: [] };
}

/** An excerpt in the text: a quotation as a block that stays linked to it, anything else as the researcher's own words. */
export function quoted(excerpt: Excerpt, newId: () => string): MemoBlock {
  const children = [...text(excerpt.text), ...cite([excerpt], newId)];
  if (excerpt.kind !== 'quotation') return paragraph(...children);
  const language = excerpt.language === '' ? {} : { language: excerpt.language };
  return { type: 'excerpt-quotation', excerptId: excerpt.id, ...language, children };
}
