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
const invisible = new RegExp(`[${Object.keys(signs).join('')}]| {2,}|^ +| +$`, 'gu');

/** What stands for a line break, for the end of a paragraph, and for a space too many. */
export const lineBreakSign = '↵';
export const paragraphSign = '¶';
const spaceSign = '·';

export interface FoundSign {
  at: number;
  sign: string;
  /** A space is as wide as it is; what has no width has its sign above the line. */
  isSpace: boolean;
}

/**
 * The invisible characters of a text, in its order. Of ordinary spaces those that are likely too many: several in a row, and at the start
 * or the end of a line.
 * @param around what stands before and after it in its line: '' where the line begins or ends
 */
export function invisibleSigns(text: string, around = { before: '', after: '' }): FoundSign[] {
  const found: FoundSign[] = [];
  for (const { 0: match, index } of text.matchAll(invisible)) {
    if (!match.startsWith(' ')) {
      found.push({ at: index, sign: signs[match] ?? '', isSpace: /\s/u.test(match) && match !== '\uFEFF' });
      continue;
    }
    const before = index > 0 ? 'x' : around.before;
    const after = index + match.length < text.length ? 'x' : around.after;
    const tooMany = match.length > 1 || before === '' || after === '' || before.endsWith(' ') || after.startsWith(' ');
    if (tooMany)
      for (let at = 0; at < match.length; at += 1) found.push({ at: index + at, sign: spaceSign, isSpace: true });
  }
  return found;
}
