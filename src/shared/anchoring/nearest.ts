import { closestPlace, likeness } from './closest';
import { keysOf, likelyWindows, placesOfKeys } from './seeds';
import { finish } from './steps';
import { foldTypography, foldTypographyWithMap } from './typography';

/** The passage of a text most like a quotation that does not stand in it. */
export interface NearestPassage {
  start: number;
  end: number;
  text: string;
  /** 0 (nothing in common) to 1 (the same but for typography). */
  similarity: number;
}

const leastSimilarity = 0.35;

/**
 * Finds the most similar passage: where words of the quotation stand close together, and there the stretch with the fewest
 * letters put in, left out or replaced. Null if nothing is like it. A text of 50 MB takes a few seconds.
 */
export function nearestPassage(text: string, quote: string): NearestPassage | null {
  const wanted = foldTypography(quote).trim();
  const keys = keysOf(quote);
  const places = finish(placesOfKeys(text, keys));
  let best: NearestPassage | null = null;
  for (const [from, to] of likelyWindows(keys, places, text.length, reachOf(quote))) {
    const window = foldTypographyWithMap(text.slice(from, to));
    const place = closestPlace(window.text, wanted);
    if (place === null) continue;
    const similarity = likeness(wanted, window.text.slice(...place));
    if (similarity < leastSimilarity || similarity <= (best?.similarity ?? 0)) continue;
    const [start, end] = window.toOriginal(...place);
    best = { start: from + start, end: from + end, text: text.slice(from + start, from + end), similarity };
  }
  return best;
}

/** How far apart the words of a passage may stand in a text that has it with changes. */
export function reachOf(passage: string): number {
  return Math.max(80, Math.ceil(passage.length * 1.4));
}
