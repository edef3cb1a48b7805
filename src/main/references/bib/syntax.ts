import { most } from '../finish';

/** An entry as written: names in lower case, values TeX without their outer braces or quotation marks. */
export interface BibEntry {
  type: string;
  key: string;
  fields: Map<string, string>;
  /** Fields that it has more than once; the first counts. */
  repeated: string[];
}

export interface BibFile {
  entries: BibEntry[];
  refused: { entry: string; reason: string }[];
}

/** What an abbreviation may grow to: abbreviations made of abbreviations double with every step. UTF-16 code units. */
const longestValue = 200_000;

/**
 * Reads BibTeX or BibLaTeX. An entry ends at the latest where a line begins another, so that a missing brace costs one entry
 * and the time is linear, whatever is in the file.
 */
export function parseBib(text: string): BibFile {
  const file: BibFile = { entries: [], refused: [] };
  const abbreviations = new Map<string, string>();
  const starts = Array.from(text.matchAll(/^[ \t]*@[a-z]+\s*[{(]/gimu), (match) => match.index);
  for (const [index, start] of starts.entries()) {
    parseChunk(text.slice(start, starts[index + 1] ?? text.length), abbreviations, file);
  }
  return file;
}

/** One entry and, where several stand on a line, those after it. */
function parseChunk(chunk: string, abbreviations: Map<string, string>, file: BibFile): void {
  let at = 0;
  for (;;) {
    const head = /@([a-z]+)\s*[{(]\s*/giu;
    head.lastIndex = at;
    const match = head.exec(chunk);
    if (!match) return;
    const type = (match[1] ?? '').toLowerCase();
    const from = match.index + match[0].length;
    // subtle: TeX counts an escaped brace, most programs do not; where one way leaves the entry open, the other is tried.
    const parsed =
      new Parser(chunk, from, abbreviations, true).entry(type) ??
      new Parser(chunk, from, abbreviations, false).entry(type);
    if (parsed === null) {
      const key = /^[^\s,={}()]{1,100}/u.exec(chunk.slice(from, from + 100))?.[0] ?? 'an entry';
      file.refused.push({ entry: key, reason: 'A brace or a quotation mark is missing, or it is far too long.' });
      return;
    }
    if (parsed.entry !== null) file.entries.push(parsed.entry);
    at = parsed.end;
  }
}

/** What is no reference; its content is passed over. */
const noEntries = new Set(['comment', 'preamble', 'string']);

class Parser {
  readonly #text: string;
  readonly #abbreviations: Map<string, string>;
  readonly #escapes: boolean;
  #at: number;

  constructor(text: string, at: number, abbreviations: Map<string, string>, escapes: boolean) {
    this.#text = text;
    this.#at = at;
    this.#abbreviations = abbreviations;
    this.#escapes = escapes;
  }

  /** The entry that begins here, after its opening brace, and where it ends; null if it does not. */
  entry(type: string): { entry: BibEntry | null; end: number } | null {
    if (type === 'comment' || type === 'preamble') {
      return this.#group('}') === null ? null : { entry: null, end: this.#at };
    }
    const key = type === 'string' ? '' : (this.#match(/[^,={}"\n]*(?=[,})])/uy) ?? '');
    const entry: BibEntry = { type, key: key.trim(), fields: new Map(), repeated: [] };
    for (;;) {
      this.#match(/[\s,]+/uy);
      if (this.#match(/[})]/uy) !== null) break;
      const name = this.#match(/[^\s=,{}"#]+\s*=\s*/uy);
      const value = name === null ? null : this.#value();
      if (name === null || value === null) return null;
      const field = name.slice(0, name.indexOf('=')).trim().toLowerCase();
      if (type === 'string') this.#abbreviations.set(field, value);
      else if (entry.fields.size > most.fields) return null;
      else if (entry.fields.has(field)) entry.repeated.push(field);
      else entry.fields.set(field, value);
    }
    return { entry: noEntries.has(type) ? null : entry, end: this.#at };
  }

  /** Pieces joined by "#": groups, quoted text, numbers, abbreviations. Names of months stay as they are. */
  #value(): string | null {
    let value = '';
    do {
      const piece = this.#piece();
      if (piece === null) return null;
      value += piece;
      if (value.length > longestValue && value.length > piece.length) return null;
    } while (this.#match(/\s*#\s*/uy) !== null);
    return value;
  }

  #piece(): string | null {
    const open = this.#match(/[{"]/uy);
    if (open !== null) return this.#group(open === '{' ? '}' : '"');
    const word = this.#match(/[^\s,#{}"=]+/uy);
    return word === null ? null : (this.#abbreviations.get(word.toLowerCase()) ?? word);
  }

  /** Text up to `end` outside inner braces; the end itself is passed over. */
  #group(end: string): string | null {
    const start = this.#at;
    const sign = /[{}"\\]/gu;
    sign.lastIndex = start;
    let depth = 0;
    for (let match = sign.exec(this.#text); match; match = sign.exec(this.#text)) {
      const character = match[0];
      if (character === '\\') {
        if (this.#escapes) sign.lastIndex += 1;
      } else if (character === end && depth === 0) {
        this.#at = sign.lastIndex;
        return this.#text.slice(start, match.index);
      } else if (character === '{') depth += 1;
      else if (character === '}' && (depth -= 1) < 0) return null;
    }
    return null;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return null;
    this.#at = pattern.lastIndex;
    return match[0];
  }
}

/** Fields that belong to an entry alone and are not handed down. */
const own = new Set(
  'crossref xref xdata ids entryset entrysubtype label options presort shorthand sortkey keywords'.split(' '),
);

/** Entries with the fields they inherit through `crossref` and `xdata`. A circle ends where it began. */
export function withInheritance(entries: readonly BibEntry[]): BibEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  const done = new Map<BibEntry, BibEntry>();
  const resolve = (entry: BibEntry, depth: number): BibEntry => {
    const known = done.get(entry);
    if (known !== undefined || depth > 20) return known ?? entry;
    done.set(entry, entry);
    const fields = new Map(entry.fields);
    for (const parent of parentsOf(entry, byKey)) {
      for (const [name, value] of resolve(parent, depth + 1).fields) {
        const inherited = parent.type === 'xdata' ? name : inheritedName(name, entry.type);
        if (!own.has(inherited) && inherited !== '' && !fields.has(inherited)) fields.set(inherited, value);
      }
    }
    const resolved = { ...entry, fields };
    done.set(entry, resolved);
    return resolved;
  };
  return entries.map((entry) => resolve(entry, 0));
}

function parentsOf({ fields }: BibEntry, byKey: ReadonlyMap<string, BibEntry>): BibEntry[] {
  return ['crossref', 'xdata']
    .flatMap((field) => (fields.get(field) ?? '').split(',', 20))
    .flatMap((key) => byKey.get(key.trim().toLowerCase()) ?? []);
}

/** A book's title is its chapter's book title, a periodical's its article's journal title. */
function inheritedName(name: string, child: string): string {
  const container = child.startsWith('in') || child === 'bookinbook' ? 'book' : child === 'article' ? 'journal' : '';
  if (container === '') return name;
  if (name === 'shorttitle') return '';
  if (name === 'author') return container === 'book' ? 'bookauthor' : name;
  return /^(?:title|subtitle|titleaddon)$/u.test(name) ? container + name : name;
}
