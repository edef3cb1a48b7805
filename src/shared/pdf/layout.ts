import type { Block } from '../domain/sources';
import { assemble, type PdfWord } from './assemble';
import { columnsOf } from './columns';
import type { PdfContent } from './content';
import { withoutFurniture } from './furniture';
import { withLevels } from './headings';
import { joinAcross } from './joining';
import { draftsOf, type BodyType } from './paragraphs';
import { heaviest, rowsOf } from './rows';
import { taggedDrafts } from './tags';
import { wordsOf, type Word } from './words';

/** A PDF as text, with the place of every word on its pages. */
export interface PdfLayout {
  text: string;
  /** Without paragraph numbers. */
  blocks: Block[];
  /** In order of the text. */
  words: PdfWord[];
}

/**
 * Lays a PDF's pages out as one text. The importer makes the snapshot with it, and the window the places of the snapshot's
 * words on the pages: the same content gives the same text. Pure.
 */
export function layOut(content: PdfContent): PdfLayout {
  const { pages } = content;
  const words = pages.map((page, index) => wordsOf(page, index).filter(({ artifact }) => !artifact));
  const body = bodyType(words.flat());
  const tagged = pages.map((page, index) => taggedDrafts(page, words[index] ?? [], { page: index, flow: `${index}` }));
  const untagged = words.map((own, index) => tagged[index]?.rest ?? own);
  const drafts = withoutFurniture(pages, untagged).flatMap((rest, page) => {
    const seen = columnsOf(rest).map((column, place) =>
      draftsOf(rowsOf(column), { page, flow: `${page}.${place}` }, body),
    );
    return [...(tagged[page]?.drafts ?? []), ...seen.flat()];
  });
  return assemble(content, withLevels(joinAcross(drafts), content.outline));
}

function bodyType(words: readonly Word[]): BodyType {
  const size = heaviest(words, (word) => Math.round(word.size * 2) / 2) ?? 10;
  const own = words.filter((word) => Math.abs(word.size - size) <= 0.5);
  return {
    size: heaviest(own, (word) => Math.round(word.size * 10) / 10) ?? size,
    font: heaviest(own, (word) => word.font) ?? '',
    mono: heaviest(own, (word) => word.mono) ?? false,
  };
}
