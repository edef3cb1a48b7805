import type { SourceFacts } from './facts';

/**
 * Under which keys a source is looked for, each a whole number below 2^52. Odd ones stand for what is the same exactly, even ones
 * for what is only like: the words of the title without one of them, in any order, are a key, so that titles which
 * differ in one word meet.
 */
export function keysOf({ doi, url, isbns, words, mainWords, names, year }: SourceFacts): Set<number> {
  const keys = new Set<number>();
  if (doi !== '') keys.add(hash(`doi ${doi}`, true));
  if (url !== '') keys.add(hash(`url ${url}`, true));
  for (const isbn of isbns.slice(0, 10)) keys.add(hash(`isbn ${isbn}`, true));
  if (words.length > 0) keys.add(hash(`title ${words.join(' ')}`, true));
  const sorted = [...new Set(mainWords.slice(0, 12))].sort();
  if (sorted.length >= 3) keys.add(hash(`words ${sorted.join(' ')}`, false));
  if (sorted.length >= 4) {
    for (const left of sorted) keys.add(hash(`words ${sorted.filter((word) => word !== left).join(' ')}`, false));
  }
  const name = names[0]?.words.join(' ') ?? '';
  if (name !== '' && year !== '') keys.add(hash(`name ${name} ${year}`, false));
  return keys;
}

/** 51 bits, of two FNV-1a hashes (Fowler, Noll, Vo) side by side, and a last one that says whether it is exact. */
function hash(text: string, isExact: boolean): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193) ^ (low >>> 15);
  }
  return ((high >>> 0) % 2 ** 19) * 2 ** 33 + (low >>> 0) * 2 + (isExact ? 1 : 0);
}
