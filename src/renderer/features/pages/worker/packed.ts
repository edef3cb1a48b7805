import type { PrintedPage, PrintedWord } from '../../../../shared/pdf/places';
import type { PackedPage } from './messages';

/** Puts a page's words into arrays: a book has hundreds of thousands of words, which as objects take the window's time to receive. */
export function pack({ turn, words }: PrintedPage): PackedPage {
  return {
    turn,
    boxes: Float32Array.from(words.flatMap(({ left, top, right, bottom }) => [left, top, right, bottom])),
    ranges: Int32Array.from(words.flatMap(({ range }) => range ?? [-1, -1])),
    rtl: Uint8Array.from(words, ({ rtl }) => Number(rtl)),
    others: words.map(({ range, text }) => (range ? '' : `${text}\n`)).join(''),
  };
}

/** The words again. @param snapshot the text that their ranges are in */
export function unpack({ turn, boxes, ranges, rtl, others }: PackedPage, snapshot: string): PrintedPage {
  const texts = others.split('\n');
  let other = 0;
  const words = Array.from(rtl, (isRtl, index): PrintedWord => {
    const [left = 0, top = 0, right = 0, bottom = 0] = boxes.subarray(4 * index, 4 * index + 4);
    const [start = -1, end = -1] = ranges.subarray(2 * index, 2 * index + 2);
    const range: PrintedWord['range'] = start < 0 ? null : [start, end];
    const text = range ? snapshot.slice(start, end) : (texts[other++] ?? '');
    return { left, top, right, bottom, text, range, rtl: isRtl === 1 };
  });
  return { turn, words };
}
