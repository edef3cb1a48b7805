import type { FoldedText } from './clusters';
import { isInsideWord } from './tokens';
import type { TextRange } from './types';

/** A step looks at no more places than this, so that whoever goes through a long text can pause between steps. */
const placesAStep = 500;

/**
 * Where folded words stand in a text, as ranges of the original: in order, none over another unless `overlapping`. A character
 * is found whole or not at all: `e` is not in a decomposed `é` whose mark counts, nor `.` in `…`.
 */
export function* findInSteps(
  text: FoldedText,
  words: string,
  { wholeWords = false, overlapping = false } = {},
): Generator<TextRange[], undefined> {
  const folded = text.text;
  const isEdge = (at: number) => !text.cutsCharacter(at) && !(wholeWords && isInsideWord(folded, at));
  let at = words === '' ? -1 : folded.indexOf(words);
  while (at >= 0) {
    const found: TextRange[] = [];
    for (let places = 0; places < placesAStep && at >= 0; places++) {
      const end = at + words.length;
      const fits = isEdge(at) && isEdge(end);
      if (fits) found.push(text.toOriginal(at, end));
      at = folded.indexOf(words, fits && !overlapping ? end : at + 1);
    }
    yield found;
  }
}

/** Two lists of ranges as one: in order, and of those that lie over one another the one that begins first. */
export function mergeRanges(one: readonly TextRange[], other: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of [...one, ...other].sort((a, b) => a[0] - b[0])) {
    if (range[0] >= (merged.at(-1)?.[1] ?? 0)) merged.push(range);
  }
  return merged;
}
