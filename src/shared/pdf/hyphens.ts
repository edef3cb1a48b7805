import type { Draft } from './drafts';

/** Which words a document uses, to tell a hyphen that a line's end made from one that belongs to the word. */
export interface Lexicon {
  has(word: string): boolean;
}

/** The words of a document as they stand inside lines, in lower case: "well-known", "known". */
export function lexiconOf(drafts: readonly Draft[]): Lexicon {
  const words = new Set<string>();
  for (const { parts } of drafts) {
    for (const rows of parts) {
      for (const [index, { words: placed }] of rows.entries()) {
        const from = index > 0 && endsInHyphen(rows[index - 1]?.words.at(-1)?.word.text ?? '') ? 1 : 0;
        for (const { word } of placed.slice(from, endsInHyphen(placed.at(-1)?.word.text ?? '') ? -1 : undefined)) {
          for (const [letters] of word.text.toLowerCase().matchAll(/[\p{L}\p{M}'’]+(?:[-‐‑][\p{L}\p{M}'’]+)*/gu))
            for (const form of formsOf(letters.replace(/[‐‑]/gu, '-'))) words.add(form);
        }
      }
    }
  }
  return words;
}

/** A word and, of a compound, its beginning, which its other forms share: "toll-keep" of "toll-keeper". */
function formsOf(word: string): string[] {
  const [, first, second] = /^(.+)-([^-]{4})[^-]*$/u.exec(word) ?? [];
  return first === undefined ? [word] : [word, `${first}-${second}`];
}

export function endsInHyphen(text: string): boolean {
  return /[\p{L}\p{M}][-‐\u00AD]$/u.test(text);
}

/** First parts of English compounds that keep their hyphen. */
const compounding = new Set(
  'self well ill ex non half quasi cross long short high low full all great mid vice anti pro pan so much ever twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  ),
);

/**
 * Whether the hyphen between the end of a line and the next word goes when the two are put together. The document itself is
 * asked first: it may have the word elsewhere, whole or with its hyphen.
 */
export function dropsHyphen(before: string, after: string, lexicon: Lexicon): boolean {
  if (before.endsWith('\u00AD')) return true;
  const first = /([\p{L}\p{M}'’]+)[-‐]$/u.exec(before)?.[1] ?? '';
  const second = /^[\p{L}\p{M}'’]+/u.exec(after)?.[0] ?? '';
  if (first === '' || second === '') return false;
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  if (formsOf(`${a}-${b}`).some((form) => lexicon.has(form))) return false;
  if (lexicon.has(a + b)) return true;
  if (/^\p{Lu}/u.test(second)) return false;
  // "state-of-the-" and "MI-", "e-": the word has hyphens, or its first part none that a dictionary would break after.
  return !/[-‐].*[-‐]$/u.test(before) && !compounding.has(a) && a.length > 1 && !/^\p{Lu}{2}/u.test(first);
}
