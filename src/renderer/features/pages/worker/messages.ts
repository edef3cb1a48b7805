import type { pdfResourceKinds } from '../../../../shared/domain/sources';

/** A page before it is drawn. */
export interface PageSize {
  /** "iv", "12": its own label, else its number. */
  label: string;
  /** Points (1/72 inch), as displayed. */
  width: number;
  height: number;
}

export type ResourceKind = (typeof pdfResourceKinds)[number];

/** Why a PDF cannot be opened. */
export type OpenProblem = 'password' | 'damaged';

/** To the worker that draws. */
export type ToDrawer =
  | { type: 'open'; bytes: Uint8Array }
  | {
      type: 'draw';
      id: number;
      /** Index of the page. */
      page: number;
      /** Pixels a point. */
      scale: number;
    }
  | { type: 'cancel'; id: number }
  /** Null where pdf.js has no such file. */
  | { type: 'resource'; id: number; bytes: Uint8Array | null };

/** From the worker that draws. */
export type FromDrawer =
  | { type: 'opened'; pages: PageSize[] }
  | { type: 'unopened'; problem: OpenProblem }
  | { type: 'drawn'; id: number; bitmap: ImageBitmap }
  | { type: 'undrawn'; id: number }
  | { type: 'wanted'; id: number; kind: ResourceKind; name: string };

/** To the worker that finds the words; it answers once. */
export interface ToPlacer {
  bytes: Uint8Array;
  /** The snapshot's. */
  text: string;
}

/** The words of all pages, as packed.ts packs them; null where they could not be read. */
export type FromPlacer = { pages: PackedPage[] | null };

/** The words of a page in arrays that are handed over, not copied. */
export interface PackedPage {
  turn: 0 | 1 | 2 | 3;
  /** left, top, right, bottom of each word. */
  boxes: Float32Array;
  /** start, end of each word in the snapshot; -1, -1 for words that are not in it. */
  ranges: Int32Array;
  /** 1 for words from right to left. */
  rtl: Uint8Array;
  /** The words that are not in the snapshot, in order, each ended by a line feed. */
  others: string;
}
