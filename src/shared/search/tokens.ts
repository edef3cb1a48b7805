import { fold, foldWithMap } from './fold';
import type { TextRange } from './types';

/** A word of a folded text; offsets are into the folded text. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

/** Scripts that write no spaces: one character is one word, and their words are found as neighbours. */
const spaceless = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const joining = `(?:(?![${spaceless}])[\\p{L}\\p{M}\\p{N}])`;
/**
 * What a word is, for index and query alike: a run of letters, marks and digits of folded text. Longer words than 64 units
 * are cut.
 */
const word = new RegExp(`[${spaceless}]\\p{M}*|${joining}{1,64}`, 'gu');
const betweenJoining = new RegExp(`(?<=${joining})${joining}`, 'uy');
const asciiWord = /[a-z0-9]{1,64}/g;
// eslint-disable-next-line no-control-regex
const ascii = /^[\u0000-\u007F]*$/;

/** Words of a text that is already folded. */
export function tokensOfFolded(folded: string): Token[] {
  if (ascii.test(folded)) return tokensOfAscii(folded);
  const tokens: Token[] = [];
  for (const match of folded.matchAll(word)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The same for plain ASCII, several times as fast: most of what is ranked is plain ASCII once folded. */
function tokensOfAscii(folded: string): Token[] {
  const tokens: Token[] = [];
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    const code = at < folded.length ? folded.charCodeAt(at) : 0;
    const inWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (inWord && start < 0) start = at;
    if (start >= 0 && (!inWord || at - start === 64)) {
      tokens.push({ text: folded.slice(start, at), start, end: at });
      start = inWord ? at : -1;
    }
  }
  return tokens;
}

/** Whether a place in a folded text is inside a word, so that words that begin or end there are not whole. */
export function isInsideWord(folded: string, at: number): boolean {
  betweenJoining.lastIndex = at;
  return betweenJoining.test(folded);
}

/** Folded words of any text, in order. */
export function wordsOf(text: string): string[] {
  const folded = fold(text);
  return folded.match(ascii.test(folded) ? asciiWord : word) ?? [];
}

/** Folded words with their ranges in the original text. */
export function wordsWithRanges(text: string): { text: string; range: TextRange }[] {
  const folded = foldWithMap(text);
  return tokensOfFolded(folded.text).map(({ text: word, start, end }) => ({
    text: word,
    range: folded.toOriginal(start, end),
  }));
}
