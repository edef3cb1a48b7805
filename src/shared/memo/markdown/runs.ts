import { textFormats, type Inline, type TextFormat } from '../document';

/**
 * A line of inline content laid out flat, so that citations can be found across formatting: `text` holds every character,
 * and what is not text (links, notes, breaks) stands in it as one OBJECT character.
 */
export interface FlatLine {
  text: string;
  /** `text` with code and objects masked: what citations are looked for in. */
  scan: string;
  runs: FlatRun[];
}

export interface FlatRun {
  start: number;
  end: number;
  formats: TextFormat[];
  object: Inline | null;
}

const OBJECT = '\uFFFC';
const MASK = '\u0000';
/** A text run holds at most this many UTF-16 code units (the stored format's limit is 200,000). */
const longestRun = 100_000;

export class FlatLineBuilder {
  #text = '';
  #scan = '';
  readonly #runs: FlatRun[] = [];

  /** `scan`: what citations are looked for in, if not the text itself; of the same length. */
  text(value: string, formats: ReadonlySet<TextFormat>, scan = value): void {
    if (value === '') return;
    const ordered = textFormats.filter((format) => formats.has(format));
    const last = this.#runs.at(-1);
    if (last && last.object === null && last.formats.join() === ordered.join()) last.end += value.length;
    else {
      const start = this.#text.length;
      this.#runs.push({ start, end: start + value.length, formats: ordered, object: null });
    }
    this.#text += value;
    this.#scan += formats.has('code') ? MASK.repeat(value.length) : scan;
  }

  object(inline: Inline): void {
    const start = this.#text.length;
    this.#runs.push({ start, end: start + 1, formats: [], object: inline });
    this.#text += OBJECT;
    this.#scan += MASK;
  }

  line(): FlatLine {
    return { text: this.#text, scan: this.#scan, runs: this.#runs };
  }
}

/** The inlines between two positions of a flat line. */
export function sliceInlines(line: FlatLine, start: number, end: number): Inline[] {
  const inlines: Inline[] = [];
  for (const run of line.runs) {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.end);
    if (from >= to) continue;
    if (run.object) inlines.push(run.object);
    else {
      for (let at = from; at < to; at += longestRun) {
        const text = line.text.slice(at, Math.min(to, at + longestRun));
        inlines.push({ type: 'text', text, formats: run.formats, marks: [] });
      }
    }
  }
  return inlines;
}

/** Joins neighbouring text of the same formats and drops white space at both ends. */
export function tidyInlines(inlines: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (
      inline.type === 'text' &&
      last?.type === 'text' &&
      last.formats.join() === inline.formats.join() &&
      last.text.length + inline.text.length <= longestRun
    ) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else joined.push(inline);
  }
  const first = joined[0];
  if (first?.type === 'text') joined[0] = { ...first, text: first.text.trimStart() };
  const last = joined.at(-1);
  if (last?.type === 'text') joined[joined.length - 1] = { ...last, text: last.text.trimEnd() };
  return joined.filter((inline) => inline.type !== 'text' || inline.text !== '');
}
