import type { Span } from './span';

/** Something that stands on a timeline. */
export interface Mark {
  /** Unique in its lane. */
  key: string;
  span: Span;
  /** Width in px of its label, as it is drawn. */
  labelWidth: number;
}

export interface Placed<M extends Mark> {
  mark: M;
  row: number;
  /** Left edge in px from the origin of time, with what an arrow needs. */
  x: number;
  /** Width in px without the label. */
  width: number;
  /** Whether there is room for the label, which begins LABEL_GAP after the mark. */
  labelled: boolean;
}

/** Marks for which there is no room of their own, in one place. */
export interface Crowd<M extends Mark> {
  /** Left edge in px from the origin of time; CROWD_WIDTH wide. */
  x: number;
  marks: M[];
}

export interface LaneLayout<M extends Mark> {
  placed: Placed<M>[];
  /** In the row below the others. */
  crowds: Crowd<M>[];
  /** How many rows are in use, that of the crowds included. */
  rows: number;
}

export const LABEL_GAP = 5;
export const CROWD_WIDTH = 44;
export const POINT_WIDTH = 10;
export const ARROW_WIDTH = 22;
const LEAST_BAR = 8;
/** Free px between what stands in one row. */
const AIR = 8;

/** Milliseconds and px: how much of time a px is. */
export type Scale = number;

/** Where a mark lies at a scale: px from the origin of time (1970), without label. */
export function extent({ point, start, end, startIs, endIs }: Span, msPerPx: Scale): { x: number; width: number } {
  if (point) return { x: (start + end) / 2 / msPerPx - POINT_WIDTH / 2, width: POINT_WIDTH };
  const arrows = [startIs, endIs].map((is) => (is === 'open' || is === 'unknown' ? ARROW_WIDTH : 0));
  const length = Math.max(LEAST_BAR, (end - start) / msPerPx);
  return { x: start / msPerPx - arrows[0]!, width: arrows[0]! + length + arrows[1]! };
}

/**
 * Puts the marks of one lane into rows, so that neither marks nor labels touch: from left to right, each into the first row that
 * is free. Where none is, the label before it gives way; what finds no row even so is counted in crowds of CROWD_WIDTH, in a row of
 * their own. It depends on the scale alone, not on what part is in sight: nothing moves while one pans. Greedy interval partitioning
 * (Kleinberg and Tardos, Algorithm Design, 4.1), with a bound on the rows.
 *
 * @param marks in order of their start; `rows` at least 1
 */
export function layoutLane<M extends Mark>(marks: readonly M[], msPerPx: Scale, rows: number): LaneLayout<M> {
  const last: Placed<M>[] = [];
  const placed: Placed<M>[] = [];
  const crowds = new Map<number, Crowd<M>>();
  const placing = marks.map((mark) => ({ mark, ...extent(mark.span, msPerPx) })).sort((a, b) => a.x - b.x);
  for (const { mark, x, width } of placing) {
    let row = last.findIndex((one) => endOf(one) <= x);
    if (row === -1 && last.length < rows) row = last.length;
    if (row === -1) {
      row = last.findIndex((one) => one.x + one.width + AIR <= x);
      if (row !== -1) last[row]!.labelled = false;
    }
    if (row === -1) {
      const bucket = Math.floor(x / CROWD_WIDTH);
      const crowd = crowds.get(bucket);
      if (crowd) crowd.marks.push(mark);
      else crowds.set(bucket, { x: bucket * CROWD_WIDTH, marks: [mark] });
      continue;
    }
    const one = { mark, row, x, width, labelled: true };
    last[row] = one;
    placed.push(one);
  }
  return { placed, crowds: [...crowds.values()], rows: Math.max(1, last.length + (crowds.size > 0 ? 1 : 0)) };
}

function endOf({ x, width, mark }: Placed<Mark>): number {
  return x + width + LABEL_GAP + mark.labelWidth + AIR;
}
