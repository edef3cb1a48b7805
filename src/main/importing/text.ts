import { importFormats } from '../../shared/domain/imports';
import { SnapshotBuilder } from './builder';
import type { ParsedDocument, TextFormat } from './format';
import { chooseMetadata } from './metadata/choose';
import { noFacts } from './metadata/facts';
import { guessLanguage } from './metadata/language';
import { parseByline } from './metadata/names';
import { readHeader } from './text/header';
import { blocksOfChunk, chunksOf, wrapColumn, type TextBlock } from './text/lines';

/**
 * Plain text as a document: paragraphs (hard-wrapped lines joined), lists, headings, and what its first lines say about it.
 * Header lines stay in the text as captions, so that paragraph 1 is the first paragraph of the article.
 */
function importText(text: string, givenTitle: string, fallbackTitle: string): ParsedDocument {
  const chunks = chunksOf(text);
  const column = wrapColumn(chunks);
  const facts = noFacts();
  if (givenTitle !== '') facts.title.push({ value: givenTitle, origin: 'given' });
  const lines: { block: TextBlock; lonely: boolean }[] = [];
  for (const chunk of chunks) {
    const blocks = blocksOfChunk(chunk, column);
    for (const block of blocks) lines.push({ block, lonely: blocks.length === 1 });
  }
  const roles = readHeader(
    lines.slice(0, 40).map(({ block }) => block.text),
    facts,
  );
  if (facts.authors.length === 0)
    lateByline(
      lines.map(({ block }) => block.text),
      facts,
    );

  const builder = new SnapshotBuilder();
  for (const [index, { block, lonely }] of lines.entries()) {
    const role = roles.get(index);
    if (role === 'title') builder.block({ kind: 'heading', level: 1 }, block.text);
    else if (role) builder.block({ kind: 'caption' }, block.text);
    else if (block.kind === 'paragraph' && lonely && isHeading(block.text, lines[index + 1]?.block.text)) {
      builder.block({ kind: 'heading', level: 2 }, block.text);
    } else {
      const open = block.ordinal === undefined ? { kind: block.kind } : { kind: block.kind, ordinal: block.ordinal };
      builder.block(block.kind === 'list-item' ? { ...open, level: 1 } : open, block.text);
    }
  }
  const finished = builder.finish();
  const language = guessLanguage(finished.text);
  if (language !== '') facts.language.push({ value: language, origin: 'guess' });
  const fallback =
    fallbackTitle !== ''
      ? { value: fallbackTitle, origin: 'file name' }
      : { value: firstWords(finished.text), origin: 'first words' };
  const { csl, metadataOrigin } = chooseMetadata(facts, '', fallback);
  return { csl, metadataOrigin, ...finished, language, warnings: facts.warnings };
}

/** "Author: …" may stand at the end of an article; other bylines there are other articles'. */
function lateByline(lines: readonly string[], facts: ReturnType<typeof noFacts>): void {
  for (const line of lines.slice(-12)) {
    const names = line.length < 120 && /^[\p{L} ]{4,14}[:：]/u.test(line) ? parseByline(line) : null;
    if (names) facts.authors.push({ value: names, origin: 'byline' });
  }
}

/** A short line on its own, without a sentence's end, before more text. */
function isHeading(line: string, next: string | undefined): boolean {
  const text = line.trim();
  if (next === undefined || text.length > 90 || text.split(/\s+/u).length > 12) return false;
  return /^[\p{Lu}\p{Lo}\d]/u.test(text) && /[\p{L}\p{N})?]$/u.test(text) && /\p{L}{2}/u.test(text);
}

/** The beginning of a text, where nothing says what it is called. */
export function firstWords(text: string): string {
  const words = text.slice(0, 400).split(/\s+/u).slice(0, 10).join(' ');
  return words === '' ? 'Untitled' : words.length < text.trim().length ? `${words} …` : words;
}

export const plainText: TextFormat = {
  ...importFormats.text,
  reads: 'text',
  recognises: () => false,
  parse: (text, { givenTitle, fallbackTitle }) => importText(text, givenTitle, fallbackTitle),
};
