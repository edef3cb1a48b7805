import type { Box } from '../../../shared/pdf/content';
import { boxesOfPassage, type PrintedPage } from '../../../shared/pdf/places';
import type { PackedPage } from './worker/messages';
import { unpack } from './worker/packed';

/** Where a passage begins on the pages. */
export interface PassagePlace {
  page: number;
  box: Box;
}

/** The words of a snapshot on the pages it was read from. Pages are unpacked when they are looked at. */
export class Places {
  readonly #pages = new Map<number, PrintedPage>();

  constructor(
    readonly packed: readonly PackedPage[],
    readonly text: string,
  ) {}

  /** Whether any page has words, those of running heads included: scans have none. */
  get hasWords(): boolean {
    return this.packed.some(({ rtl }) => rtl.length > 0);
  }

  page(index: number): PrintedPage {
    const known = this.#pages.get(index);
    if (known) return known;
    const packed = this.packed[index];
    const page: PrintedPage = packed ? unpack(packed, this.text) : { turn: 0, words: [] };
    this.#pages.set(index, page);
    return page;
  }

  /** What a passage covers on a page; nothing where it is not there. */
  boxes(index: number, start: number, end: number): Box[] {
    return this.#has(index, start, end) ? boxesOfPassage(this.page(index), start, end) : [];
  }

  /** Where a passage begins; null where none of its words is printed. */
  find(start: number, end: number): PassagePlace | null {
    let first: PassagePlace | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const page of this.packed.keys()) {
      const at = this.#has(page, start, end) ? this.#firstIn(page, start, end) : -1;
      const word = this.page(page).words[at];
      if (!word?.range || word.range[0] >= least) continue;
      least = word.range[0];
      const [box] = boxesOfPassage(this.page(page), ...word.range);
      if (box) first = { page, box };
    }
    return first;
  }

  /** Offset of the first word of a page, or of the next page that has any. */
  startOf(index: number): number {
    for (let page = index; page < this.packed.length; page += 1) {
      const start = this.packed[page]?.ranges[0] ?? -1;
      if (start >= 0) return start;
    }
    return this.text.length;
  }

  #has(index: number, start: number, end: number): boolean {
    return this.#firstIn(index, start, end) !== -1;
  }

  /** Index of the first word of a page that a passage touches, -1 for none. */
  #firstIn(index: number, start: number, end: number): number {
    const ranges = this.packed[index]?.ranges ?? new Int32Array();
    for (let at = 0; at < ranges.length; at += 2) {
      const from = ranges[at] ?? -1;
      if (from >= 0 && from < end && (ranges[at + 1] ?? -1) > start) return at / 2;
    }
    return -1;
  }
}
