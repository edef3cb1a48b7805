/** What is taken from a PDF's pages, in one form for the importer and for the window. */

/**
 * A rectangle on a page as it is displayed: points (1/72 inch) from its top left corner, after the page's own rotation.
 */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Clockwise quarter turns that bring a page's text upright: tables printed sideways have 1 or 3. */
export type Turn = 0 | 1 | 2 | 3;

/** A run of characters as pdf.js gives it, in the page's coordinates turned upright. */
export interface PdfText extends Box {
  /** In logical order. White space alone stands for a gap. */
  str: string;
  baseline: number;
  /** Of the font, points. */
  size: number;
  /** pdf.js's name of the font: only good for telling one from another. */
  font: string;
  /** A typewriter face. */
  mono: boolean;
  /** Whether the characters run from right to left. */
  rtl: boolean;
  /** The marked content it belongs to, which the structure tree names; null outside any. */
  tag: string | null;
  /** Marked as no part of the text: running heads, page numbers, backgrounds. */
  artifact: boolean;
}

/** An element of a tagged PDF's structure tree, reduced to what makes blocks. */
export interface PdfTag {
  /** Standard structure type: "P", "H1", "LI" … */
  role: string;
  /** Words that stand for a picture. */
  alt: string;
  children: (PdfTag | string)[];
}

/** A link of the page to an address. */
export interface PdfLink {
  href: string;
  boxes: Box[];
}

/** What a reader has marked on the page in another program. */
export interface PdfMark {
  boxes: Box[];
  /** Red, green and blue, 0–255; null where none is stated. */
  colour: [number, number, number] | null;
  note: string;
  /** The marked words as pdf.js reads them off the page; '' where it finds none. */
  words: string;
}

export interface PdfPage {
  /** "iv", "12": the page's own label, else its number. */
  label: string;
  /** Points, as displayed. */
  width: number;
  height: number;
  turn: Turn;
  texts: PdfText[];
  /** Null for pages that are not tagged. */
  tags: PdfTag | null;
  links: PdfLink[];
  marks: PdfMark[];
}

/** An entry of a PDF's outline. */
export interface PdfOutlineEntry {
  title: string;
  /** From 1. */
  level: number;
}

export interface PdfContent {
  pages: PdfPage[];
  outline: PdfOutlineEntry[];
}

/** A box in the page's displayed coordinates, turned so that the page's text stands upright. */
export function turned(box: Box, { width, height, turn }: Pick<PdfPage, 'width' | 'height' | 'turn'>): Box {
  const { left, top, right, bottom } = box;
  switch (turn) {
    case 1:
      return { left: height - bottom, right: height - top, top: left, bottom: right };
    case 2:
      return { left: width - right, right: width - left, top: height - bottom, bottom: height - top };
    case 3:
      return { left: top, right: bottom, top: width - right, bottom: width - left };
    default:
      return box;
  }
}

/** The way back: from the upright coordinates of a page's texts to those it is displayed in. */
export function turnedBack(box: Box, page: Pick<PdfPage, 'width' | 'height' | 'turn'>): Box {
  const { width, height, turn } = page;
  if (turn === 0 || turn === 2) return turned(box, page);
  return turned(box, { width: height, height: width, turn: turn === 1 ? 3 : 1 });
}
