import type { Box, PdfPage, PdfText } from './content';
import { advances } from './glyph-widths';

/** Characters between white space, or a part of them where the font changes, with their place on the page. */
export interface Word extends Box {
  text: string;
  /** Index of its page. */
  page: number;
  baseline: number;
  size: number;
  font: string;
  mono: boolean;
  tag: string | null;
  artifact: boolean;
  script: Direction;
  /** Its place in the order in which the page was written. */
  order: number;
  /** White space stands before it in that order. */
  spaced: boolean;
}

/** Which way its letters run; `number` for digits without letters, `none` for punctuation alone. */
export type Direction = 'ltr' | 'rtl' | 'number' | 'none';

/** The words of a page, in the order in which they were written there. */
export function wordsOf({ texts }: Pick<PdfPage, 'texts'>, page: number): Word[] {
  const words: Word[] = [];
  let spaced = true;
  for (const text of texts) {
    if (text.str.trim() !== '') {
      const starts = advances(text.str);
      for (const match of text.str.matchAll(/\S+/gu)) {
        const from = match.index;
        const shares: [number, number] = [starts[from] ?? 0, starts[from + match[0].length] ?? 1];
        spaced ||= from > 0;
        words.push({ ...wordOf(text, match[0], shares), page, order: words.length, spaced });
        spaced = false;
      }
    }
    spaced ||= /\s$/u.test(text.str);
  }
  return words;
}

function wordOf(text: PdfText, characters: string, [from, to]: [number, number]) {
  const { left, right, top, bottom, baseline, size, font, mono, tag, artifact, rtl } = text;
  const width = right - left;
  const [start, end] = rtl ? [right - to * width, right - from * width] : [left + from * width, left + to * width];
  const clean = cleaned(characters);
  const script = directionOf(clean);
  return { text: clean, left: start, right: end, top, bottom, baseline, size, font, mono, tag, artifact, script };
}

export function directionOf(text: string): Direction {
  if (/[A-Za-z]/u.test(text)) return 'ltr';
  if (rightToLeft.test(text)) return 'rtl';
  if (/\p{L}/u.test(text)) return 'ltr';
  return /\p{N}/u.test(text) ? 'number' : 'none';
}

/** Letters only: the digits of these scripts run from left to right. */
const rightToLeft = /(?!\p{Nd})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Letters that were drawn in another form are the letters again. */
function cleaned(text: string): string {
  if (/^[\u0021-\u005F\u0061-\u007E\u00C0-\u024F\u0400-\u04FF\u2013-\u201E]*$/u.test(text)) return text;
  return (
    text
      // Arabic presentation forms: one drawn shape each. Two of the block are ornate parentheses and stay.
      .replace(/[\uFB50-\uFD3D\uFD40-\uFDFF\uFE70-\uFEFC]+/gu, (forms) => forms.normalize('NFKC'))
      // Old fonts set an accent as a character of its own before its letter.
      .replace(/([´`ˆ˜¨ˇ˚˙˝¯])(\p{L})/gu, (both, accent: string, letter: string) => {
        const composed = (letter + (combining[accent] ?? '')).normalize('NFC');
        return composed.length === 1 ? composed : both;
      })
      // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
      .replace(/[\u0000-\u001F\u007F-\u009F\p{Surrogate}]/gu, '\uFFFD')
  );
}

const combining: Record<string, string> = {
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '˜': '\u0303',
  '¨': '\u0308',
  ˇ: '\u030C',
  '˚': '\u030A',
  '˙': '\u0307',
  '˝': '\u030B',
  '¯': '\u0304',
};
