import { compareTexts, rowsAroundChanges, type ComparedText } from '../anchoring';
import type { ComparedMemoRow } from '../domain/memos';
import { passagesOf, type Passage } from '../provenance/passages';
import { sentencesOf, type Sentence } from '../provenance/sentences';
import type { CitationInline, MemoDocument } from './document';

/** A memo as it is compared: its sentences one after the other, with their citations in words. */
interface MemoText extends ComparedText {
  /** Where paragraphs, items, cells, headings and notes begin, in UTF-16 code units. */
  starts: Set<number>;
}

/**
 * Compares two states of a memo sentence by sentence, and changed sentences word by word. Citations are part of their sentence;
 * footnotes come after the paragraph that calls them. Formatting and what marks lie over the words is not compared. Yields often.
 * @param locale BCP 47, by whose rules sentences end
 * @param nameOf how a citation is written in its sentence
 */
export function* compareMemos(
  older: MemoDocument,
  newer: MemoDocument,
  locale: string,
  nameOf: (citation: CitationInline) => string,
): Generator<void, ComparedMemoRow[]> {
  const [before, after] = [older, newer].map((document) => readable(document, locale, nameOf)) as [MemoText, MemoText];
  const rows = yield* compareTexts(before, after);
  return Array.from(rowsAroundChanges(rows), (row): ComparedMemoRow => {
    if (row.kind === 'unchanged') return { kind: 'unchanged', sentences: row.count };
    const [text, [start, end]] = 'newer' in row ? [after, row.newer] : [before, row.older];
    const words = text.text.slice(start, end);
    const startsParagraph = text.starts.has(start);
    if (row.kind === 'same') return { kind: 'same', text: words, startsParagraph };
    if (row.kind === 'changed') return { kind: 'changed', parts: row.parts, startsParagraph };
    return { kind: row.kind, text: words, moved: row.moved, startsParagraph };
  });
}

function readable(document: MemoDocument, locale: string, nameOf: (citation: CitationInline) => string): MemoText {
  let text = '';
  const blocks: { start: number; end: number }[] = [];
  const starts = new Set<number>();
  const add = (words: string, opens: boolean) => {
    if (words.trim() === '') return;
    if (text !== '') text += opens ? '\n' : ' ';
    if (opens) starts.add(text.length);
    blocks.push({ start: text.length, end: text.length + words.length });
    text += words;
  };
  const passages = passagesOf(document);
  for (const [block, node] of document.blocks.entries()) {
    if (node.type === 'code') for (const line of node.text.split('\n')) add(line, true);
    for (; passages[0]?.block === block; passages.shift()) {
      for (const [index, sentence] of sentencesOf(passages[0], locale).entries()) {
        add(withCitations(passages[0], sentence, nameOf), index === 0);
      }
    }
  }
  return { text, blocks, starts };
}

/** A sentence with the citations that stand in it, not those of its footnotes, which are passages of their own. */
function withCitations(passage: Passage, sentence: Sentence, nameOf: (citation: CitationInline) => string): string {
  const { text, place } = sentence;
  let words = '';
  let done = 0;
  for (const { citation, at, place: own } of sentence.citations) {
    if (own.footnote !== passage.footnote) continue;
    const offset = Math.min(text.length, Math.max(done, at - place.start));
    const before = text.slice(done, offset);
    words += `${before}${/(?:^|[\s(])$/u.test(words + before) ? '' : ' '}[${nameOf(citation)}]`;
    done = offset;
  }
  return words + text.slice(done);
}
