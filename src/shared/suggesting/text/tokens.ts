import type { Block } from '../../domain/sources';
import { fold } from '../../search/fold';

/** A word, number or mark of the text. Offsets are UTF-16 code units into the whole text. */
export interface Token {
  start: number;
  end: number;
  text: string;
  /** Folded, without the stop of an abbreviation: what word lists are asked for. '' for marks. */
  norm: string;
  kind: 'word' | 'number' | 'mark';
  capital: boolean;
  /** Two or more letters, all of them capitals. */
  caps: boolean;
  /** Followed by 's, which is no part of it. */
  possessive: boolean;
  /** First word of a sentence, a quotation or a block: its capital says nothing. */
  initial: boolean;
  /** White space stands before it. */
  spaced: boolean;
  /** Index of its block. */
  block: number;
  /** Index of the quotation it stands in, -1 outside. */
  quote: number;
}

/** The tokens of a block: half-open range of indices. */
export interface TokenRange {
  from: number;
  to: number;
}

const wordPart = '[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\u00AD]{0,200}';
// subtle: every repetition has an end, so that no text takes longer than its length allows.
const token = new RegExp(
  `((?:\\p{Lu}\\.){2,10})|(\\p{N}(?:[\\p{N}.,:]{0,30}\\p{N})?(?:st|nd|rd|th|s)?(?![\\p{L}\\p{M}]))|(${wordPart}(?:[-‐‑'’ʼ]${wordPart}){0,8})|(\`\`|''|,,|\\.{2,8}|[^\\s])`,
  'gu',
);
const possessiveEnding = /['’ʼ][sS]$/u;
const abbreviations = new Set(
  'mr mrs ms dr prof gen col lt maj capt sgt gov sen rep hon rev st jan feb mar apr jun jul aug sept sep oct nov dec no nr inc ltd co corp vs approx ca c fig art vol adm brig cmdr cdr ft mt amb sec pres supt insp messrs esq bros dept jr sr'.split(
    ' ',
  ),
);
const folded = new Map<string, string>();

/** Folded form of one word, remembered. */
export function normOf(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const norm = fold(word).replaceAll('­', '');
  if (folded.size > 20_000) folded.clear();
  folded.set(word, norm);
  return norm;
}

/** All tokens of the blocks in order, and the range of each block. Linear in the length of the text. */
export function tokenise(text: string, blocks: readonly Block[]): { tokens: Token[]; ranges: TokenRange[] } {
  const tokens: Token[] = [];
  const ranges: TokenRange[] = [];
  for (const [index, block] of blocks.entries()) {
    const from = tokens.length;
    addBlock(tokens, text, block, index);
    ranges.push({ from, to: tokens.length });
  }
  return { tokens, ranges };
}

function addBlock(tokens: Token[], text: string, block: Block, index: number): void {
  const slice = text.slice(block.start, block.end);
  let last = 0;
  let initial = true;
  for (const match of slice.matchAll(token)) {
    const [whole, initials, digits, word] = match;
    const start = block.start + match.index;
    if (start < (tokens.at(-1)?.end ?? 0)) continue;
    const spaced = match.index > last || match.index === 0;
    let end = start + whole.length;
    last = match.index + whole.length;
    if (initials === undefined && digits === undefined && word === undefined) {
      tokens.push(plain(start, end, whole, spaced, index));
      if (/^(?:[.!?…:;•*–—“"„«‘`]|``|\.{2,}|。|！|？)/u.test(whole)) initial = initial || opensSentence(whole);
      continue;
    }
    let own = whole;
    let possessive = false;
    if (word !== undefined && own.length > 2 && possessiveEnding.test(own)) {
      own = own.slice(0, -2);
      end -= 2;
      possessive = true;
    }
    let norm = normOf(own);
    if (initials !== undefined) norm = norm.replaceAll('.', '');
    const stop = slice[match.index + whole.length] === '.';
    const letters = own.replace(/[^\p{L}]/gu, '');
    if (word !== undefined && stop && !possessive && (abbreviations.has(norm) || /^\p{Lu}$/u.test(own))) {
      // "Mr." and "J." take their stop along, unless the block ends there.
      if (match.index + whole.length + 1 < slice.length) {
        end += 1;
        own += '.';
        last += 1;
      }
    }
    tokens.push({
      start,
      end,
      text: own,
      norm,
      kind: digits === undefined ? 'word' : 'number',
      capital: /^(?:\p{Lu}|(?:al|el|ad|an|ar|as|ash|at|az|ul|d|l)[-‐‑'’]\p{Lu})/u.test(own),
      caps: letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
      possessive,
      initial,
      spaced,
      block: index,
      quote: -1,
    });
    initial = false;
  }
}

function plain(start: number, end: number, text: string, spaced: boolean, block: number): Token {
  return {
    start,
    end,
    text,
    norm: '',
    kind: 'mark',
    capital: false,
    caps: false,
    possessive: false,
    initial: false,
    spaced,
    block,
    quote: -1,
  };
}

function opensSentence(mark: string): boolean {
  return !/^[;]/u.test(mark);
}

/** Whether a mark ends a sentence. */
export function endsSentence(mark: string): boolean {
  return /^(?:[.!?…。！？؟۔]|\.{2,})/u.test(mark);
}
