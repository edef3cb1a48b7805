import type { TextFormat } from '../document';
import { FlatLineBuilder, type FlatLine } from './runs';

/** Pandoc's marks that Markdown itself has none for: H~2~O, x^2^, `[words]{.smallcaps}`, `[words]{.underline}`. No white space in the first two, but `\ `. */
const marks: readonly { pattern: RegExp; formatOf: (end: string) => TextFormat }[] = [
  { pattern: /(\^)((?:\\ |[^\s^[\]]){1,200})(\^)/gu, formatOf: () => 'superscript' },
  { pattern: /(?<!~)(~)((?:\\ |[^\s~[\]]){1,200})(~)(?!~)/gu, formatOf: () => 'subscript' },
  {
    pattern: /(\[)([^[\]]{1,10000})(\]\{\.(?:smallcaps|underline|ul)\})/gu,
    formatOf: (end) => (end.includes('smallcaps') ? 'small-caps' : 'underline'),
  },
];

/** What is to become of each character of a line: a bit for each mark that it stands in. */
const cut = 1;
const bitOf: Partial<Record<TextFormat, number>> = { superscript: 2, subscript: 4, 'small-caps': 8, underline: 16 };

/** A line with pandoc's marks made into formats of the words between them. What was escaped or is code is no mark. */
export function withPandocFormats(line: FlatLine): FlatLine {
  const bits = new Uint8Array(line.text.length);
  const set = (start: number, end: number, bit: number) => {
    for (let at = start; at < end; at += 1) bits[at] = (bits[at] ?? 0) | bit;
  };
  let any = false;
  for (const { pattern, formatOf } of marks) {
    for (const { index, 1: begin = '', 2: words = '', 3: end = '' } of line.scan.matchAll(pattern)) {
      any = true;
      const start = index + begin.length;
      const stop = start + words.length;
      set(index, start, cut);
      set(stop, stop + end.length, cut);
      set(start, stop, bitOf[formatOf(end)] ?? 0);
      if (begin !== '[') for (const { index: at } of words.matchAll(/\\ /gu)) set(start + at, start + at + 1, cut);
    }
  }
  return any ? rebuilt(line, bits) : line;
}

function rebuilt(line: FlatLine, bits: Uint8Array): FlatLine {
  const builder = new FlatLineBuilder();
  for (const run of line.runs) {
    if (run.object) {
      builder.object(run.object);
      continue;
    }
    for (let from = run.start, to = from; from < run.end; from = to) {
      const own = bits[from] ?? 0;
      while (to < run.end && bits[to] === own) to += 1;
      if (own & cut) continue;
      const added = Object.entries(bitOf).flatMap(([format, bit]) => (own & bit ? [format as TextFormat] : []));
      builder.text(line.text.slice(from, to), new Set([...run.formats, ...added]), line.scan.slice(from, to));
    }
  }
  return builder.line();
}
