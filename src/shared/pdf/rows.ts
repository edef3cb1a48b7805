import type { Box } from './content';
import type { Word } from './words';

/** A word as it stands in its row. */
export interface Placed {
  word: Word;
  /** No white space between it and the word before it. */
  glued: boolean;
  shift: 'superscript' | 'subscript' | null;
}

/** What stands on one line of a column, in the order in which it is read. */
export interface Row extends Box {
  words: Placed[];
  baseline: number;
  /** Type size and font of most of its characters. */
  size: number;
  font: string;
  mono: boolean;
  rtl: boolean;
}

/** Whether most letters of some words run from right to left. */
export function isRtl(words: readonly Word[]): boolean {
  let balance = 0;
  for (const { script, text } of words) balance += script === 'rtl' ? text.length : script === 'ltr' ? -text.length : 0;
  return balance > 0;
}

/** Puts the words of one column into rows, from top to bottom. */
export function rowsOf(words: readonly Word[], rtl = isRtl(words)): Row[] {
  const lines: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line && last && word.baseline - last.baseline <= 0.2 * Math.min(word.size, last.size)) line.push(word);
    else lines.push([word]);
  }
  return withShifted(lines).map((line) => rowOf(line, rtl));
}

/** Raised and lowered words stand in lines of their own until they are put with the words they belong to. */
function withShifted(lines: Word[][]): Word[][] {
  const sizes = lines.map(mainSize);
  const kept = lines.map((line) => [...line]);
  for (const [index, line] of lines.entries()) {
    for (const other of [index + 1, index - 1]) {
      const host = lines[other];
      if (!host || (sizes[index] ?? 0) > 0.85 * (sizes[other] ?? 0)) continue;
      const moved = line.filter((word) => kept[index]?.includes(word) && host.some((near) => stands(word, near)));
      kept[index] = kept[index]?.filter((word) => !moved.includes(word)) ?? [];
      kept[other]?.push(...moved);
    }
  }
  return kept.filter((line) => line.length > 0);
}

/** Whether a smaller word stands beside another as its superscript or subscript would. */
function stands(word: Word, near: Word): boolean {
  const shared = Math.min(word.bottom, near.bottom) - Math.max(word.top, near.top);
  const gap = Math.max(word.left, near.left) - Math.min(word.right, near.right);
  return shared > 0.6 * (word.bottom - word.top) && gap < near.size;
}

function mainSize(words: readonly Word[]): number {
  return heaviest(words, (word) => Math.round(word.size * 4) / 4) ?? 0;
}

/** The value that most characters have. */
export function heaviest<T, Item extends { text: string }>(
  items: readonly Item[],
  of: (item: Item) => T,
): T | undefined {
  const weights = new Map<T, number>();
  let best: T | undefined;
  for (const item of items) {
    const value = of(item);
    const weight = (weights.get(value) ?? 0) + item.text.length;
    weights.set(value, weight);
    if (best === undefined || weight > (weights.get(best) ?? 0)) best = value;
  }
  return best;
}

export function boxAround(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** A row's text as it is printed, with single spaces. */
export function rowText({ words }: Row): string {
  return words.map(({ word, glued }, index) => (glued || index === 0 ? '' : ' ') + word.text).join('');
}

function rowOf(line: readonly Word[], rtl: boolean): Row {
  const size = mainSize(line);
  const baseline = heaviest(line, (word) => Math.round(word.baseline * 4) / 4) ?? 0;
  const ordered = inReadingOrder(fromLeft(line), rtl);
  const words = ordered.map((word, index): Placed => {
    const before = ordered[index - 1];
    return { word, glued: before !== undefined && !isApart(before, word), shift: shiftOf(word, size, baseline) };
  });
  return {
    ...boxAround(line),
    words,
    baseline,
    size,
    font: heaviest(line, (word) => word.font) ?? '',
    mono: line.every((word) => word.mono),
    rtl: isRtl(line),
  };
}

/**
 * Words from left to right. A sign of another font may stand in the middle of a run whose words' places are guessed from its
 * width: it goes to the nearer end of the word it seems to stand in.
 */
function fromLeft(line: readonly Word[]): Word[] {
  const places = new Map(line.map((word) => [word, word.left]));
  for (const word of line) {
    if (word.script !== 'none') continue;
    const middle = (word.left + word.right) / 2;
    const over = line.find((other) => other.script !== 'none' && middle > other.left && middle < other.right);
    if (over) places.set(word, middle < (over.left + over.right) / 2 ? over.left - 0.01 : over.right);
  }
  return [...line].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}

function shiftOf(word: Word, size: number, baseline: number): Placed['shift'] {
  if (word.size > 0.85 * size) return null;
  const raised = (baseline - word.baseline) / size;
  return raised > 0.12 ? 'superscript' : raised < -0.08 ? 'subscript' : null;
}

/** Words that were written one after the other say themselves whether white space is between them; for others the gap does. */
function isApart(before: Word, word: Word): boolean {
  const gap = Math.max(before.left, word.left) - Math.min(before.right, word.right);
  const size = Math.min(before.size, word.size);
  const [first, second] = before.order < word.order ? [before, word] : [word, before];
  const isTold = second.order - first.order === 1 && second.left >= first.left;
  return isTold ? second.spaced || gap > 0.3 * size : gap > 0.12 * size;
}

/**
 * Words that stand from left to right on the page, as they are read: the Unicode bidirectional algorithm taken backwards, as
 * far as a line of print tells. In text from right to left, Western digits after a Latin word belong to it ("Boeing 747").
 */
function inReadingOrder(words: readonly Word[], rtl: boolean): Word[] {
  if (!words.some(({ script }) => script === 'rtl')) return [...words];
  const runs: Word[][] = [];
  for (let from = 0; from < words.length;) {
    const to = endOfForeign(words, from, rtl);
    runs.push(words.slice(from, to));
    from = to;
  }
  return rtl ? runs.reverse().flat() : runs.flatMap((run) => run.reverse());
}

/** Where the run of words that begins here and goes against the line's direction ends; one word on where there is none. */
function endOfForeign(words: readonly Word[], from: number, rtl: boolean): number {
  const [own, foreign] = rtl ? ['rtl', 'ltr'] : ['ltr', 'rtl'];
  if (words[from]?.script !== foreign) return from + 1;
  let end = from + 1;
  for (let at = end; at < words.length && words[at]?.script !== own; at += 1) {
    const word = words[at];
    if (word?.script === foreign || (rtl && /^[^\p{N}]*[0-9]/u.test(word?.text ?? ''))) end = at + 1;
  }
  return end;
}
