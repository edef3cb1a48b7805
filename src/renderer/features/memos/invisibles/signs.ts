/** What stands for a character that shows nothing by itself, or looks like another. */
const signs: Readonly<Record<string, string>> = {
  '\t': '→',
  '\u00A0': '°',
  '\u2007': '°',
  '\u202F': '˚',
  '\u2060': '|',
  '\u00AD': '¬',
  '\u2011': '‑',
  '\u200B': '|',
  '\u200C': '|',
  '\u200D': '+',
  '\u061C': '‹',
  '\u200E': '›',
  '\u200F': '‹',
  '\u202A': '»',
  '\u202D': '»',
  '\u202B': '«',
  '\u202E': '«',
  '\u202C': '/',
  '\u2066': '»',
  '\u2067': '«',
  '\u2068': '»',
  '\u2069': '/',
  '\uFEFF': '|',
};
const invisible = new RegExp(`[${Object.keys(signs).join('')}]`, 'gu');

/** What stands for a line break. */
export const lineBreakSign = '↵';

export interface FoundSign {
  at: number;
  sign: string;
  /** A space is as wide as it is; what has no width has its sign above the line. */
  isSpace: boolean;
}

/** The invisible characters of a text, in its order. */
export function invisibleSigns(text: string): FoundSign[] {
  return [...text.matchAll(invisible)].map(({ 0: character, index }) => ({
    at: index,
    sign: signs[character] ?? '',
    isSpace: /\s/u.test(character) && character !== '\uFEFF',
  }));
}
