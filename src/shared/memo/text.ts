import type { FootnoteInline, Inline, MemoDocument } from './document';
import { inlineRuns, walkInlines } from './walk';

/** The words of a run without citations and footnotes: what a heading is called in an outline, what a preview shows. */
export function inlineText(run: readonly Inline[]): string {
  let text = '';
  for (const inline of run) {
    if (inline.type === 'text' || inline.type === 'actor-mention') text += inline.text;
    else if (inline.type === 'line-break') text += '\n';
    else if (inline.type === 'link') text += inlineText(inline.children);
  }
  return text;
}

function footnotesOf(run: readonly Inline[]): FootnoteInline[] {
  const found: FootnoteInline[] = [];
  for (const inline of run) {
    if (inline.type === 'footnote') found.push(inline, ...footnotesOf(inline.children));
    else if (inline.type === 'link') found.push(...footnotesOf(inline.children));
  }
  return found;
}

/** The text of the body, one line for each paragraph, item or cell; no citations, no footnotes. */
function bodyText(document: MemoDocument): string {
  const lines: string[] = [];
  for (const block of document.blocks) {
    if (block.type === 'code') lines.push(block.text);
    for (const run of inlineRuns(block)) lines.push(inlineText(run));
  }
  return lines.join('\n').trim();
}

/** Body, footnotes and what pictures show as plain text, footnotes on a line after what they stand in: what search reads. */
export function plainText(document: MemoDocument): string {
  const lines: string[] = [];
  for (const block of document.blocks) {
    if (block.type === 'code') lines.push(block.text);
    if (block.type === 'image' && block.alt !== '') lines.push(block.alt);
    for (const run of inlineRuns(block)) {
      lines.push(inlineText(run));
      for (const footnote of footnotesOf(run)) lines.push(inlineText(footnote.children));
    }
  }
  return lines.join('\n').trim();
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const wordCharacter = /[\p{L}\p{N}]/u;

/**
 * Words as a word processor counts them: runs between white space that hold a letter or digit; in scripts written
 * without spaces, each character.
 */
export function countWords(text: string): number {
  let count = 0;
  const spaced = text.replace(cjk, () => {
    count++;
    return ' ';
  });
  for (const token of spaced.split(/\s+/u)) if (wordCharacter.test(token)) count++;
  return count;
}

/** Words of the body: footnotes and citations are not counted, as editors of papers do not count them. */
export function wordCount(document: MemoDocument): number {
  return countWords(bodyText(document));
}

/** Citations of a document, those in footnotes too. One that names three sources is one citation. */
export function citationCount(document: MemoDocument): number {
  let count = 0;
  for (const { inline } of walkInlines(document)) if (inline.type === 'citation') count++;
  return count;
}
