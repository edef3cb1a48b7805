/**
 * Three or four letters may be all that is typed of a rare word, and begin thousands of words: too many to be looked for one by
 * one. So a document's beginnings of words are words of the index as well, beside its facets.
 */
const lengths = [3, 4] as const;
const surrogate = /[\uD800-\uDFFF]/;

const name = (letters: string) => `§begins${letters}`;

/** The beginnings of all these words, each once. Letters beyond the Basic Multilingual Plane have none. */
export function beginningsOf(words: Iterable<string>): Set<string> {
  const beginnings = new Set<string>();
  for (const word of words) {
    for (const length of lengths) if (word.length > length) beginnings.add(word.slice(0, length));
  }
  const names = new Set<string>();
  for (const letters of beginnings) if (!surrogate.test(letters)) names.add(name(letters));
  return names;
}

/** The index's word for all words that begin so; null for fewer or more letters. */
export function beginning(letters: string): string | null {
  return lengths.some((length) => length === letters.length) && !surrogate.test(letters) ? name(letters) : null;
}
