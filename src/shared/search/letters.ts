/** The letters that Unicode does not decompose but that people write for one another; see fold.ts. */

/** Lower-case letter → its folded form. Compiled by hand from the alphabets of the scripts concerned. */
export const letterForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // Latin
    ə: 'e',
    ǝ: 'e',
    ɛ: 'e',
    ı: 'i',
    ø: 'o',
    ɔ: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    ɖ: 'd',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ĸ: 'k',
    ƙ: 'k',
    ɓ: 'b',
    ɗ: 'd',
    ƴ: 'y',
    ƶ: 'z',
    ƣ: 'g',
    ɣ: 'g',
    ɡ: 'g',
    // Greek, Cyrillic
    ς: 'σ',
    ә: 'е',
    ґ: 'г',
    ғ: 'г',
    қ: 'к',
    ҝ: 'к',
    ң: 'н',
    ө: 'о',
    ү: 'у',
    ұ: 'у',
    һ: 'х',
    ҳ: 'х',
    // Arabic and Persian: yeh, kaf, heh, alef
    ی: 'ي',
    ى: 'ي',
    ې: 'ي',
    ے: 'ي',
    ک: 'ك',
    ڪ: 'ك',
    ہ: 'ه',
    ە: 'ه',
    ھ: 'ه',
    ة: 'ه',
    ٱ: 'ا',
    // Hebrew final forms
    ך: 'כ',
    ם: 'מ',
    ן: 'נ',
    ף: 'פ',
    ץ: 'צ',
  }),
);

const doubleQuotes = '“”„‟«»″〝〞〟＂❝❞';
const singleQuotes = '‘’‚‛‹›′ʹʻʼʽʾʿ`´ˈ＇❛❜';
const dashes = '‐‑‒–—―−⁃﹘﹣－';

/** Typographic punctuation → the character on a keyboard. */
export const punctuationForms: ReadonlyMap<string, string> = new Map([
  ...Array.from(doubleQuotes, (character) => [character, '"'] as const),
  ...Array.from(singleQuotes, (character) => [character, "'"] as const),
  ...Array.from(dashes, (character) => [character, '-'] as const),
  ['…', '...'],
]);

const zeros = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0e50, 0x0ed0, 0x1040];

/** The ASCII digit of a decimal digit of another script, or undefined. */
export function digitForm(character: string): string | undefined {
  const code = character.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code <= first + 9);
  return zero === undefined ? undefined : String(code - zero);
}
