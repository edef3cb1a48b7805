import type { Block } from '../../domain/sources';
import type { Language } from '../language';
import { findQuotes, type Quote } from './quotes';
import { endsSentence, tokenise, type Token, type TokenRange } from './tokens';

/** A sentence with what is quoted in it: "…," he said, "…." is one. */
export interface Sentence extends TokenRange {
  start: number;
  end: number;
  block: number;
  /** Most of its words have capitals, as in headings: they say nothing. */
  titled: boolean;
}

/** A text taken apart: what all finders work on. */
export interface Reading {
  text: string;
  blocks: readonly Block[];
  tokens: Token[];
  ranges: TokenRange[];
  quotes: Quote[];
  sentences: Sentence[];
  /** Index of each token's sentence. */
  sentenceOf: Int32Array;
}

/** Tokens after which a sentence is cut, so that text without any stops takes no longer than other text. */
const longestSentence = 300;
const longestQuoted = 1000;

/** Takes a text apart. Linear in its length. */
export function readText(text: string, blocks: readonly Block[], language: Language | null): Reading {
  const { tokens, ranges } = tokenise(text, blocks);
  const quotes = findQuotes(text, blocks);
  markQuoted(tokens, quotes);
  const sentences: Sentence[] = [];
  for (const [block, range] of ranges.entries()) {
    addSentences(sentences, text, tokens, range, block, quotes, language, blocks[block]!.kind === 'heading');
  }
  const sentenceOf = new Int32Array(tokens.length);
  for (const [index, { from, to }] of sentences.entries()) sentenceOf.fill(index, from, to);
  return { text, blocks, tokens, ranges, quotes, sentences, sentenceOf };
}

function markQuoted(tokens: Token[], quotes: readonly Quote[]): void {
  let index = 0;
  for (const token of tokens) {
    while (index < quotes.length && quotes[index]!.outerEnd <= token.start) index += 1;
    const quote = quotes[index];
    if (quote === undefined) return;
    if (token.start >= quote.outerStart) token.quote = index;
  }
}

function addSentences(
  sentences: Sentence[],
  text: string,
  tokens: Token[],
  { from, to }: TokenRange,
  block: number,
  quotes: readonly Quote[],
  language: Language | null,
  heading: boolean,
): void {
  let start = from;
  const close = (end: number) => {
    if (end <= start) return;
    sentences.push({
      from: start,
      to: end,
      start: tokens[start]!.start,
      end: tokens[end - 1]!.end,
      block,
      titled: heading || isTitled(tokens, start, end),
    });
    start = end;
  };
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const next = i + 1 < to ? tokens[i + 1]! : undefined;
    if (i - start >= (token.quote === -1 ? longestSentence : longestQuoted)) close(i);
    if (token.quote !== -1) {
      if (next === undefined || next.quote === token.quote) continue;
      const quote = quotes[token.quote]!;
      const last = text[quote.end - 1] ?? '';
      if (!/[.!?…]/u.test(last)) continue;
      if (next.quote !== -1 || next.capital) {
        if (next.quote === -1 && language !== null && attributionFollows(tokens, i + 1, to, last, language)) continue;
        close(i + 1);
      }
      continue;
    }
    if (token.kind === 'mark' && endsSentence(token.text)) {
      let end = i + 1;
      while (
        end < to &&
        tokens[end]!.kind === 'mark' &&
        tokens[end]!.quote === -1 &&
        /^[)\]}.!?…]/u.test(tokens[end]!.text)
      )
        end += 1;
      const after = tokens[end];
      const goesOn =
        end < to &&
        after!.quote === -1 &&
        after!.kind === 'word' &&
        !after!.capital &&
        (token.text.length > 1 || token.text === '…');
      if (!goesOn && (end >= to || after!.spaced || after!.quote !== -1)) {
        close(end);
        i = end - 1;
      }
    } else if (
      token.kind === 'word' &&
      token.text.endsWith('.') &&
      next?.kind === 'word' &&
      next.capital &&
      next.spaced
    ) {
      // "the U.S. The": an abbreviation that also ends its sentence.
      if (/\.\p{Lu}\.$/u.test(token.text) && language?.commonWords.has(next.norm)) {
        next.initial = true;
        close(i + 1);
      }
    }
  }
  close(to);
}

/** After “Why?” and the like: "Dorsev asked." belongs to it, a sentence of its own does not. */
function attributionFollows(
  tokens: readonly Token[],
  from: number,
  to: number,
  last: string,
  language: Language,
): boolean {
  for (let i = from; i < Math.min(to, from + 7); i++) {
    const token = tokens[i]!;
    if (token.quote !== -1 || (token.kind === 'mark' && endsSentence(token.text))) return false;
    if (token.norm === 'that' || token.norm === 'who' || token.norm === 'which') return false;
    if (i > from && language.speechVerbs.has(token.norm)) {
      if (last !== '.') return true;
      const next = tokens[i + 1];
      return next === undefined || i + 1 >= to || next.text === '.' || next.text === ',';
    }
  }
  return false;
}

function isTitled(tokens: readonly Token[], from: number, to: number): boolean {
  let words = 0;
  let capitals = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    if (token.text.length < 4 && !token.capital) continue;
    words += 1;
    if (token.capital) capitals += 1;
  }
  return words >= 4 && capitals / words > 0.75 && !/^[.?!:]$/u.test(tokens[to - 1]!.text);
}
