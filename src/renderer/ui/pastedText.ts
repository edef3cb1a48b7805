/**
 * What a paste puts into the box of one line: line ends become spaces, and words hyphenated at one are whole again. Null if
 * the text can go in as it is.
 */
export function pastedText(text: string): string | null {
  if (!/[\n\r\u2028\u2029]/u.test(text)) return null;
  return text
    .trim()
    .replace(/(?<=\p{L})[-\u2010\u00AD][^\S\n]*\r?\n\s*(?=\p{Ll})/gu, '')
    .replace(/\s*[\n\r\u2028\u2029]\s*/gu, ' ');
}
