import type { Block, Span } from '../domain/sources';
import { isSafeUrl } from '../memo/document';
import type { Box, PdfContent, PdfPage } from './content';
import { endsEarly, type Draft } from './drafts';
import { withBrackets } from './brackets';
import { dropsHyphen, endsInHyphen, lexiconOf, type Lexicon } from './hyphens';
import { noteMark } from './notes';
import type { Placed, Row } from './rows';

/** A word of the text, `text.slice(start, end)`, and where it stands, in the upright coordinates of its page. */
export interface PdfWord extends Box {
  start: number;
  end: number;
  /** Index of the page. */
  page: number;
  rtl: boolean;
}

export interface Assembled {
  text: string;
  blocks: Block[];
  words: PdfWord[];
}

/** Puts drafts together as text and blocks, and notes the place of every word. */
export function assemble({ pages }: PdfContent, drafts: readonly Draft[]): Assembled {
  const lexicon = lexiconOf(drafts);
  const marks = new Set(drafts.filter(({ kind }) => kind === 'footnote').map(({ parts }) => noteMark(parts[0]?.[0])));
  const assembled: Assembled = { text: '', blocks: [], words: [] };
  const lines: string[] = [];
  let length = 0;
  for (const draft of drafts) {
    const writer = new BlockWriter(draft, {
      pages,
      lexicon,
      marks,
      start: length + (lines.length > 0 ? 2 : 0),
    });
    const { line, block } = writer.finish();
    if (line === '') continue;
    lines.push(line);
    length = block.end;
    assembled.blocks.push(block);
    assembled.words.push(...writer.words);
  }
  return { ...assembled, text: lines.join('\n\n') };
}

interface Surroundings {
  pages: readonly PdfPage[];
  lexicon: Lexicon;
  /** Marks of the document's footnotes. */
  marks: ReadonlySet<string | null>;
  /** Where the block begins in the text. */
  start: number;
}

class BlockWriter {
  readonly words: PdfWord[] = [];
  /** Offsets of spans and breaks are the text's. */
  readonly #spans: Span[] = [];
  readonly #breaks: NonNullable<Block['pageBreaks']> = [];
  #line = '';

  constructor(
    readonly draft: Draft,
    readonly around: Surroundings,
  ) {
    for (const [index, rows] of draft.parts.entries()) {
      if (index > 0) this.#line += '\t';
      const from = this.#at;
      rows.forEach((row, place) => this.#row(row, rows[place - 1]));
      if (draft.kind === 'table-row') this.#span('cell', from);
    }
  }

  finish(): { line: string; block: Block } {
    const { kind, level, ordinal, page } = this.draft;
    const { start } = this.around;
    const line = this.#line.trimEnd();
    const block: Block = { kind, start, end: start + line.length, spans: this.#spans };
    if (level !== undefined) block.level = level;
    if (ordinal !== undefined) block.ordinal = ordinal;
    block.pageLabel = this.around.pages[page]?.label ?? '';
    if (this.#breaks.length > 0) block.pageBreaks = this.#breaks;
    this.#spans.sort((a, b) => a.start - b.start || b.end - a.end);
    return { line, block };
  }

  /** Where in the text the next character goes. */
  get #at(): number {
    return this.around.start + this.#line.length;
  }

  #row(row: Row, before: Row | undefined): void {
    const { kind, skipped } = this.draft;
    const isFirst = this.words.length === 0;
    const hasMark = isFirst && kind === 'footnote' && skipped === 0 && noteMark(row) !== null;
    for (const [index, placed] of row.words.slice(isFirst ? skipped : 0).entries()) {
      if (index === 0 && before && !isFirst) this.#breakLine(before, row);
      // A footnote's mark and its text are apart, however close they are printed.
      else if (index > 0 && (!placed.glued || (hasMark && index === 1))) this.#line += ' ';
      const text = row.rtl ? withBrackets(placed, row.words[index + 1]) : placed.word.text;
      this.#word(placed, text, hasMark && index === 0);
    }
  }

  /** Between two rows of print: nothing, a space, or a line break that the writer made. */
  #breakLine(before: Row, row: Row): void {
    const last = before.words.at(-1)?.word;
    const next = row.words[0]?.word;
    if (!last || !next) return;
    if (this.draft.kind === 'preformatted') this.#line += '\n';
    else if (endsInHyphen(last.text) && dropsHyphen(last.text, next.text, this.around.lexicon)) {
      this.#line = this.#line.slice(0, -1);
      const word = this.words.at(-1);
      if (word) word.end -= 1;
    } else if (!belongTogether(last.text, next.text)) {
      const isBroken =
        last.page === next.page && this.draft.kind !== 'heading' && endsEarly(before, row, this.draft.column);
      this.#line += isBroken ? '\n' : ' ';
    }
  }

  #word({ word, glued, shift }: Placed, text: string, isMark: boolean): void {
    const { pages, marks } = this.around;
    const { page, script, left, top, right, bottom } = word;
    const start = this.#at;
    if (page !== (this.words.at(-1)?.page ?? this.draft.page))
      this.#breaks.push({ at: start, label: pages[page]?.label ?? '' });
    this.#line += text;
    this.words.push({ start, end: this.#at, page, rtl: script === 'rtl', left, top, right, bottom });
    // Some typefaces have raised digits of their own, which look like any others here.
    const isReference = glued && /^[\d*†‡§¶]{1,3}$/u.test(word.text) && marks.has(word.text);
    if (shift !== null || isMark || isReference) this.#span(shift ?? 'superscript', start);
    const href = linkAt(pages[page], word);
    if (href !== undefined) this.#span('link', start, href);
  }

  /** From `start` to here; one that a span of the same kind precedes directly makes that longer. */
  #span(kind: Span['kind'], start: number, href?: string): void {
    const end = this.#at;
    const last = this.#spans.findLast((span) => span.kind === kind);
    if (end <= start) return;
    if (kind !== 'cell' && last && last.href === href && start - last.end <= 1) last.end = end;
    else this.#spans.push(href === undefined ? { kind, start, end } : { kind, start, end, href });
  }
}

/** Whether nothing stands between a line's end and the next: after a hyphen, a slash or a dash, in addresses, in Chinese. */
function belongTogether(last: string, next: string): boolean {
  const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u301F\uFF01-\uFF5E]/u;
  return (
    /[^\s–—-][-‐–—/]$/u.test(last) ||
    /^(?:https?:\/\/|www\.)\S*[._=&?%#-]$/iu.test(last) ||
    (ideograph.test(last.slice(-1)) && ideograph.test(next.slice(0, 1)))
  );
}

function linkAt(page: PdfPage | undefined, { left, top, right, bottom }: Box): string | undefined {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const covers = (box: Box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const link = page?.links.find(({ boxes }) => boxes.some(covers));
  return link && isSafeUrl(link.href) && link.href.length <= 2000 ? link.href : undefined;
}
