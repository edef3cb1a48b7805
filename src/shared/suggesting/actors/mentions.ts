import type { Language } from '../language';
import type { Reading } from '../text/reading';
import type { Token } from '../text/tokens';
import type { Gazetteer } from './gazetteer';
import { piecesOf, type Piece } from './pieces';
import { runFrom } from './runs';

/** A piece with its sentence, and its words as they are compared. */
export interface Found extends Piece {
  sentence: number;
  words: string[];
}

/** Every piece of every run of capitalised words outside headings, in the order of the text. */
export function findPieces(reading: Reading, language: Language, gazetteer: Gazetteer): Found[] {
  const { tokens, sentences } = reading;
  const found: Found[] = [];
  for (const [index, { from, to, titled }] of sentences.entries()) {
    if (titled) continue;
    for (let at = from; at < to;) {
      const token = tokens[at]!;
      if (token.kind !== 'word' || !token.capital || isInitialsOfSpeaker(reading, at, gazetteer)) {
        at += 1;
        continue;
      }
      const end = runFrom(tokens, at, to, language, gazetteer);
      const hyphened = end === at + 1 ? splitHyphen(tokens, at, language, gazetteer) : null;
      const pieces = hyphened ?? piecesOf(tokens, at, end, language, gazetteer);
      for (const piece of pieces) found.push({ ...piece, sentence: index, words: wordsOf(tokens, piece) });
      at = end;
    }
  }
  return found;
}

/** "IM:" at the beginning of a paragraph: whose turn it is in an interview, and no name. */
function isInitialsOfSpeaker({ tokens, ranges, sentences, sentenceOf }: Reading, at: number, gazetteer: Gazetteer) {
  return (
    ranges[sentences[sentenceOf[at]!]!.block]!.from === at &&
    tokens[at + 1]?.text === ':' &&
    /^(?:\p{Lu}\.?){2,3}$/u.test(tokens[at]!.text) &&
    gazetteer.at(tokens, at, at + 1) === null
  );
}

export function wordsOf(tokens: readonly Token[], { from, to }: { from: number; to: number }): string[] {
  return tokens
    .slice(from, to)
    .map(({ norm, text }) => (norm === '' ? text : norm))
    .filter((word) => word !== '.');
}

/** "Azerbaijan-Iran": two states in one word. */
function splitHyphen(tokens: readonly Token[], at: number, language: Language, gazetteer: Gazetteer): Piece[] | null {
  const token = tokens[at]!;
  if (!/[-‐‑]/u.test(token.text) || gazetteer.at(tokens, at, at + 1) !== null) return null;
  const parts = token.text.split(/[-‐‑]/u);
  if (parts.length > 4) return null;
  // "Iranian-backed", "Armenian-controlled"
  if (parts.length === 2 && /^\p{Ll}/u.test(parts[1]!)) {
    const first = gazetteer.at([{ ...token, text: parts[0]!, norm: parts[0]!.toLowerCase() }], 0, 1);
    if (first === null) return null;
    return first.value.own === '' ? [] : [{ from: at, to: at + 1, type: 'adjective', listed: first.value }];
  }
  const pieces: Piece[] = [];
  for (const part of parts) {
    const listed = gazetteer.at([{ ...token, text: part, norm: part.toLowerCase() }], 0, 1);
    if (listed === null || !/^(?:state|adjective|capital|organisation)$/u.test(listed.value.type)) return null;
    pieces.push({
      from: at,
      to: at + 1,
      type: listed.value.type === 'capital' ? 'capital' : 'adjective',
      listed: listed.value,
    });
  }
  return language.code === '' ? null : pieces;
}
