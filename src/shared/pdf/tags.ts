import type { BlockKind } from '../domain/sources';
import type { PdfPage, PdfTag } from './content';
import { endOf, startOf, type Draft } from './drafts';
import { imageDescription } from '../sources/images';
import { markerIn } from './lists';
import { isRtl, rowsOf, rowText, type Row } from './rows';
import { directionOf, type Word } from './words';

/** What kind of block a part of the structure tree makes. */
interface Manner {
  kind: BlockKind;
  level?: number;
  ordinal?: number;
}

const paragraph: Manner = { kind: 'paragraph' };
/** Structure types that are blocks or hold them; any other is part of a line unless it holds one. */
const blockRoles = new Set(
  'Document Part Art Sect Div Aside P H H1 H2 H3 H4 H5 H6 Title BlockQuote Caption TOC TOCI Index L LI LBody Table THead TBody TFoot TR TH TD Figure Note FENote'.split(
    ' ',
  ),
);
const manners: Record<string, Manner> = {
  H: { kind: 'heading', level: 1 },
  Title: { kind: 'heading', level: 1 },
  BlockQuote: { kind: 'quotation' },
  Caption: { kind: 'caption' },
  Figure: { kind: 'caption' },
  Note: { kind: 'footnote' },
  FENote: { kind: 'footnote' },
};

/** The blocks of a tagged page, and what its structure tree leaves out. */
export interface Tagged {
  drafts: Draft[];
  rest: Word[];
}

/**
 * The blocks of a tagged page as its structure tree tells them; null where the tree does not cover the page's text, or where
 * its elements are lines and not paragraphs.
 */
export function taggedDrafts(
  page: PdfPage,
  words: readonly Word[],
  place: Pick<Draft, 'page' | 'flow'>,
): Tagged | null {
  if (!page.tags) return null;
  const byTag = new Map<string, Word[]>();
  for (const word of words) {
    if (word.tag === null) continue;
    const list = byTag.get(word.tag);
    if (list) list.push(word);
    else byTag.set(word.tag, [word]);
  }
  const reader = new TreeReader(place, byTag);
  reader.read(page.tags, paragraph);
  const isCovered =
    reader.characters > 0 && reader.characters >= 0.85 * words.reduce((sum, { text }) => sum + text.length, 0);
  if (!isCovered || areLines(reader.drafts)) return null;
  return {
    drafts: withColumns(reader.drafts),
    rest: words.filter(({ tag }) => tag === null || !reader.taken.has(tag)),
  };
}

class TreeReader {
  readonly drafts: Draft[] = [];
  readonly taken = new Set<string>();
  /** Of the words that the tree names. */
  characters = 0;
  #listDepth = 0;

  constructor(
    readonly place: Pick<Draft, 'page' | 'flow'>,
    readonly words: ReadonlyMap<string, Word[]>,
  ) {}

  /** Reads what is in an element: words become blocks of the manner given, elements that are blocks become their own. */
  read(tag: PdfTag, manner: Manner): void {
    let next = manner;
    let run: Word[] = [];
    const flush = () => {
      if (run.length > 0) this.#push(next, [run]);
      // Only the first block of a list item is the item.
      if (run.length > 0 && next.kind === 'list-item') next = paragraph;
      run = [];
    };
    const inline = (child: PdfTag | string) => {
      if (typeof child === 'string') run.push(...this.#take(child));
      else if (manners[child.role]?.kind === 'footnote') this.#block(child, next);
      else child.children.forEach(inline);
    };
    for (const child of tag.children) {
      if (typeof child === 'string' || !holdsBlocks(child) || manners[child.role]?.kind === 'footnote') inline(child);
      else {
        flush();
        const before = this.drafts.length;
        this.#block(child, next);
        if (this.drafts.length > before && next.kind === 'list-item') next = paragraph;
      }
    }
    flush();
  }

  #block(tag: PdfTag, inside: Manner): void {
    const heading = /^H([1-6])$/u.exec(tag.role);
    if (tag.role === 'TR')
      return this.#push(
        { kind: 'table-row' },
        tag.children.map((cell) => this.#all(cell)),
      );
    if (tag.role === 'LI') return this.#item(tag);
    if (tag.role === 'Figure') this.#push({ kind: 'caption' }, [altWords(tag.alt, this.place.page)]);
    const isList = tag.role === 'L';
    this.#listDepth += isList ? 1 : 0;
    this.read(tag, heading ? { kind: 'heading', level: Number(heading[1]) } : (manners[tag.role] ?? inside));
    this.#listDepth -= isList ? 1 : 0;
  }

  #item(tag: PdfTag): void {
    const labels = tag.children.filter((child) => typeof child !== 'string' && child.role === 'Lbl');
    const label = labels
      .flatMap((child) => this.#all(child))
      .map(({ text }) => text)
      .join('');
    const { ordinal } = markerIn(label) ?? markerIn(`${label}.`) ?? {};
    const manner: Manner = { kind: 'list-item', level: Math.min(this.#listDepth, 6) };
    if (ordinal !== undefined) manner.ordinal = ordinal;
    this.read({ ...tag, children: tag.children.filter((child) => !labels.includes(child)) }, manner);
  }

  #push(manner: Manner, cells: Word[][]): void {
    const parts = cells.map(rowsInOrder).filter((rows) => rows.length > 0);
    if (parts.length > 0)
      this.drafts.push({ ...manner, ...this.place, parts, column: { rtl: false, start: 0, end: 0 }, skipped: 0 });
  }

  #take(id: string): Word[] {
    const words = this.taken.has(id) ? [] : (this.words.get(id) ?? []);
    this.taken.add(id);
    for (const { text } of words) this.characters += text.length;
    return words;
  }

  #all(tag: PdfTag | string): Word[] {
    return typeof tag === 'string' ? this.#take(tag) : tag.children.flatMap((child) => this.#all(child));
  }
}

function holdsBlocks(tag: PdfTag): boolean {
  return blockRoles.has(tag.role) || tag.children.some((child) => typeof child !== 'string' && holdsBlocks(child));
}

/** What describes a picture, in brackets, because it is not printed text. It has no place on the page. */
function altWords(alt: string, page: number): Word[] {
  const description = imageDescription(alt);
  if (description === '') return [];
  const nowhere = { top: 0, bottom: 0, baseline: 0, size: 1, font: '', mono: false, tag: null, artifact: false };
  return `[${description}]`.split(' ').map((text, order) => ({
    ...nowhere,
    text,
    page,
    order,
    left: order,
    right: order,
    spaced: true,
    script: directionOf(text),
  }));
}

/** The words of one element in rows. Where the writing jumps up the page, the element goes on in another column. */
function rowsInOrder(words: readonly Word[]): Row[] {
  const stretches: Word[][] = [];
  let lowest = Number.POSITIVE_INFINITY;
  for (const word of words) {
    if (word.baseline < lowest - 2.5 * word.size) {
      stretches.push([]);
      lowest = word.baseline;
    }
    lowest = Math.max(lowest, word.baseline);
    stretches.at(-1)?.push(word);
  }
  const rtl = isRtl(words);
  return stretches.flatMap((stretch) => rowsOf(stretch, rtl));
}

/** Some programs tag each line of print as a paragraph; what is seen on the page tells more then. */
function areLines(drafts: readonly Draft[]): boolean {
  const paragraphs = drafts.filter(({ kind }) => kind === 'paragraph');
  const broken = paragraphs.filter(
    ({ parts: [rows] }) => rows?.length === 1 && rows[0] && !/[.!?:;…”"»)]$/u.test(rowText(rows[0])),
  );
  return paragraphs.length >= 8 && broken.length > 0.6 * paragraphs.length;
}

/**
 * The tree does not tell how wide a column is. A paragraph of several rows that begin at one edge shows it; another is taken
 * to be as wide as the narrowest of those that begin where it begins, or as wide as the page's text.
 */
function withColumns(drafts: Draft[]): Draft[] {
  const all = drafts.flatMap(({ parts }) => parts.flat());
  const rtl = isRtl(all.flatMap((row) => row.words.map(({ word }) => word)));
  const extents = drafts.map(({ parts }) => extentOf(parts.flat(), rtl));
  const page = extentOf(all, rtl);
  const flush = extents.filter(({ isFlush }) => isFlush);
  return drafts.map((draft, index) => {
    const own = extents[index] ?? page;
    const alike = flush.filter(({ start, end }) => Math.abs(start - own.start) < 20 && end > own.end - 10);
    const [{ start, end } = page] = own.isFlush ? [own] : alike.sort((a, b) => a.end - b.end);
    return { ...draft, column: { rtl, start, end } };
  });
}

function extentOf(rows: readonly Row[], rtl: boolean) {
  const starts = rows.map((row) => startOf(row, { rtl }));
  const start = Math.min(...starts);
  const isFlush = rows.length >= 3 && starts.filter((each) => each - start < 1.5).length > rows.length / 2;
  return { start, end: Math.max(...rows.map((row) => endOf(row, { rtl }))), isFlush };
}
