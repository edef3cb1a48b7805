import type { Block, BlockKind, PageBreak, Span } from '../../shared/domain/sources';
import { imageDescription } from '../../shared/sources/images';

/** Kinds of block that are numbered for the paragraph locator. */
const numbered: ReadonlySet<BlockKind> = new Set(['paragraph', 'list-item', 'quotation']);

export interface OpenBlock {
  kind: BlockKind;
  level?: number;
  ordinal?: number;
}

/** A footnote with the mark that refers to it, which is its number unless it is a star or the like. */
export function footnote(mark: string): OpenBlock {
  return /^\d{1,6}$/u.test(mark) ? { kind: 'footnote', ordinal: Number(mark) } : { kind: 'footnote' };
}

interface OpenSpan {
  kind: Span['kind'];
  /** null until the first character inside it is written, so that spans never start with white space. */
  start: number | null;
  href?: string;
}

/**
 * Builds a snapshot's text and blocks piece by piece. Characters stay as captured; only white space is cleaned: runs become
 * one space, and blocks neither start nor end with it. Two line feeds stand between blocks; offsets are UTF-16 code units.
 */
export class SnapshotBuilder {
  readonly #parts: string[] = [];
  readonly blocks: Block[] = [];
  #length = 0;
  #paragraph = 0;
  #open: OpenBlock | null = null;
  /** subtle: pieces, not one growing string: looking at the end of that would copy it each time. */
  #pieces: string[] = [];
  #lineLength = 0;
  /** The last character written to the open block. */
  #last = '';
  #spans: Span[] = [];
  #openSpans: OpenSpan[] = [];
  #spaceDue = '';
  /** Descriptions of images, to be written as captions before the next block. */
  #images: string[] = [];
  /** Those of images inside the open block: they come after it. */
  #innerImages: string[] = [];
  /** Where what is to come stands: page and chapter, '' where there are none. */
  #place = { page: '', chapter: '' };
  /** Where the open block begins, and the pages that begin inside it. */
  #blockPlace = this.#place;
  #pageBreaks: PageBreak[] = [];

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** The kind of the open block; null if none is open. */
  get openKind(): BlockKind | null {
    return this.#open?.kind ?? null;
  }

  /** UTF-16 code units so far. */
  get length(): number {
    return this.#length + this.#lineLength;
  }

  begin(block: OpenBlock): void {
    this.end();
    this.#open = block;
    this.#blockPlace = this.#place;
  }

  /** A page begins here, inside a block or before the next. */
  turnPage(label: string): void {
    this.#moveOn({ ...this.#place, page: label });
    if (this.#lineLength > 0) this.#pageBreaks.push({ at: this.#lineLength + this.#spaceDue.length, label });
  }

  /** A chapter begins with the next block, or with the open one if nothing is written yet. */
  enterChapter(title: string): void {
    this.#moveOn({ ...this.#place, chapter: title });
  }

  /** Adds text to the open block, with its white space cleaned (kept as it is in preformatted blocks). */
  write(text: string): void {
    if (this.#open?.kind === 'preformatted') {
      if (text !== '') this.#put(text);
      return;
    }
    for (const piece of text.split(/(\s+)/u)) {
      if (piece === '') continue;
      if (/^\s/u.test(piece)) this.#space(piece);
      else this.#put(piece);
    }
  }

  /** A line break inside the block. */
  breakLine(): void {
    if (this.#lineLength > 0 && this.#last !== '\n') this.#spaceDue = '\n';
  }

  /** Between two cells of a table row. */
  separateCells(): void {
    this.#spaceDue = '';
    this.#append('\t');
  }

  /**
   * An image: what describes it becomes a caption in brackets, because it is not printed text, after the block it stands
   * in. Nothing comes of an image without a description, or with one that its caption repeats.
   */
  image(description: string): void {
    const text = imageDescription(description);
    if (text !== '') (this.isOpen ? this.#innerImages : this.#images).push(text);
  }

  openSpan(kind: Span['kind'], href?: string): void {
    this.#openSpans.push(href === undefined ? { kind, start: null } : { kind, start: null, href });
  }

  closeSpan(): void {
    const span = this.#openSpans.pop();
    if (span) this.#keep(span);
  }

  /** Ends the open block; one without text leaves nothing. Spans left open are ended with it. */
  end(): void {
    const block = this.#open;
    if (!block) return;
    while (this.#openSpans.length > 0) this.closeSpan();
    const written = this.#pieces.join('');
    const line = block.kind === 'preformatted' ? trimLines(written) : written.trimEnd();
    if (line !== '') {
      this.#captionImages(block.kind === 'caption' ? line : '');
      this.#push(block, line, this.#spans, this.#blockPlace);
    }
    this.#images.push(...this.#innerImages);
    this.#innerImages = [];
    this.#open = null;
    this.#pieces = [];
    this.#lineLength = 0;
    this.#last = '';
    this.#spans = [];
    this.#pageBreaks = [];
    this.#spaceDue = '';
  }

  /** One whole block of plain text. */
  block(block: OpenBlock, text: string): void {
    this.begin(block);
    this.write(text);
    this.end();
  }

  finish(): { text: string; blocks: Block[] } {
    this.end();
    this.#captionImages('');
    return { text: this.#parts.join('\n\n'), blocks: this.blocks };
  }

  #moveOn(place: { page: string; chapter: string }): void {
    this.#place = place;
    if (this.#lineLength === 0) this.#blockPlace = place;
  }

  #space(piece: string): void {
    if (this.#lineLength === 0 || this.#spaceDue === '\n' || this.#last === '\n' || this.#last === '\t') return;
    // A single no-break or typographic space is the writer's; anything longer or ASCII is layout.
    const kept = this.#spaceDue === '' && /^[\u00A0\u2000-\u200A\u202F\u205F\u3000]$/u.test(piece);
    if (piece === '\uFEFF') return;
    this.#spaceDue = kept ? piece : ' ';
  }

  #put(text: string): void {
    if (this.#spaceDue !== '') this.#append(this.#spaceDue);
    this.#spaceDue = '';
    for (const span of this.#openSpans) span.start ??= this.#lineLength;
    this.#append(text);
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#lineLength += text.length;
    this.#last = text.slice(-1);
  }

  #keep(span: OpenSpan): void {
    if (span.start === null || span.start >= this.#lineLength) return;
    const kept: Span = { kind: span.kind, start: span.start, end: this.#lineLength };
    if (span.href !== undefined) kept.href = span.href;
    this.#spans.push(kept);
  }

  #captionImages(caption: string): void {
    for (const text of this.#images)
      if (!caption.includes(text)) this.#push({ kind: 'caption' }, `[${text}]`, [], this.#place);
    this.#images = [];
  }

  #push(
    open: OpenBlock,
    line: string,
    spans: readonly Span[],
    { page, chapter }: { page: string; chapter: string },
  ): void {
    const start = this.#length + (this.#parts.length > 0 ? 2 : 0);
    const end = start + line.length;
    const block: Block = { kind: open.kind, start, end, spans: [] };
    if (numbered.has(open.kind)) block.paragraph = this.#paragraph += 1;
    if (open.level !== undefined) block.level = open.level;
    if (open.ordinal !== undefined) block.ordinal = open.ordinal;
    if (page !== '') block.pageLabel = page;
    const breaks = this.#pageBreaks.map(({ at, label }) => ({ at: start + at, label })).filter(({ at }) => at < end);
    if (breaks.length > 0) block.pageBreaks = breaks;
    if (chapter !== '') block.chapter = chapter;
    block.spans = spans
      .map((span) => ({ ...span, start: start + span.start, end: Math.min(end, start + span.end) }))
      .filter((span) => span.end > span.start)
      // Outer spans first where two start together.
      .sort((a, b) => a.start - b.start || b.end - a.end);
    this.blocks.push(block);
    this.#parts.push(line);
    this.#length = end;
  }
}

function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/u, '').trimEnd();
}

/** Blocks and their spans at other offsets. */
export function moved(blocks: readonly Block[], by: number): Block[] {
  return blocks.map((block) => ({
    ...block,
    start: block.start + by,
    end: block.end + by,
    ...(block.pageBreaks && { pageBreaks: block.pageBreaks.map(({ at, label }) => ({ at: at + by, label })) }),
    spans: block.spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by })),
  }));
}

/** Blocks with their paragraph numbers counted anew, after some were taken out or changed their kind. */
export function renumbered(blocks: readonly Block[]): Block[] {
  let paragraph = 0;
  return blocks.map(({ paragraph: _old, kind, start, end, ...rest }) =>
    numbered.has(kind) ? { kind, start, end, paragraph: (paragraph += 1), ...rest } : { kind, start, end, ...rest },
  );
}
