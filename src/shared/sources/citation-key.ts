// Letters that do not come apart under NFKD.
const letters: Record<string, string> = {
  ə: 'e',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ŋ: 'ng',
};
const smallWords = new Set(
  'a an and as at by de der des die das du el for from il in la le les lo los of on or the to un una une with'.split(
    ' ',
  ),
);

/** Lower-case letters and digits of a text, without marks; letters of other scripts stay what they are. */
export function keyLetters(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[əıøłđßæœþðħŋ]/gu, (letter) => letters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize('NFC');
}

/** What a citation key may be: what pandoc and BibTeX both take. */
export const citationKeyPattern = /^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u;
export const citationKeyLength = 100;

/** A key from elsewhere as one of ours, with hyphens for what it may not hold; '' if nothing is left. */
export function cleanCitationKey(key: string): string {
  return key
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}_:.#$%&+?<>~/-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}_]+/u, '')
    .slice(0, citationKeyLength)
    .replace(/[\uD800-\uDBFF]$/u, '');
}

/** The words of a text that have weight, as letters of a key; where none has, its words. */
export function keyWords(text: string): string[] {
  const words = text
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .map((word) => keyLetters(word).slice(0, 20))
    .filter((word) => word !== '');
  const telling = words.filter((candidate) => !smallWords.has(candidate) && candidate.length > 1);
  return telling.length > 0 ? telling : words.slice(0, 1);
}

/** A person by family name; an organisation of several words by the first that has weight. */
export function organisationWord(name: string, isOrganisation: boolean): string {
  if (!isOrganisation) return keyLetters(name).slice(0, 30);
  const words = name.split(/\s+/u).map(keyLetters);
  return (words.find((word) => word !== '' && !smallWords.has(word)) ?? keyLetters(name)).slice(0, 30);
}

/** 0 → "a", 25 → "z", 26 → "aa". */
export function suffix(index: number): string {
  let rest = index;
  let text = '';
  do {
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return text;
}

/** The base key, or the first of it with a, b, … z, aa, … that is not taken. */
export function uniqueCitationKey(base: string, isTaken: (key: string) => boolean): string {
  if (!isTaken(base)) return base;
  for (let index = 0; ; index++) {
    const key = base + suffix(index);
    if (!isTaken(key)) return key;
  }
}
