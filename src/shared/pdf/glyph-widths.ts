/** Widths of U+0020–U+007E in a common sans-serif typeface, thousandths of the type size. */
const ascii = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const narrow = /[’‘‚“”„‹›·ıіїاأإآرزژذدלווןיژ]/u;
const wide = /[—…ЖМШЩЮФмшщюфжыسشصضﺳﺷ\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** About how wide a character is in any typeface, in thousandths of the type size; see `advances`. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0x20;
  const known = ascii[code - 0x20];
  if (known !== undefined) return known;
  if (/\p{M}|\p{Cf}/u.test(character)) return 0;
  if (narrow.test(character)) return 260;
  if (wide.test(character)) return 800;
  return /\p{Lu}/u.test(character) ? 680 : 530;
}

/**
 * Where each UTF-16 code unit of a text begins, as a share of the text's whole width, with 1 at the end. pdf.js tells the
 * width of a run of characters only; in between, the proportions of common type are right to about half a character.
 */
export function advances(text: string): number[] {
  const starts: number[] = [];
  let sum = 0;
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit += 1) starts.push(sum);
    sum += widthOf(character);
  }
  return [...starts.map((start) => (sum === 0 ? 0 : start / sum)), 1];
}
