/** Windows code pages by the charset numbers that fonts have. */
const ofCharset: Record<number, number> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const names: Record<number, string> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  20866: 'koi8-r',
  21866: 'koi8-u',
  65001: 'utf-8',
};

/** The charset of fonts whose bytes are pictures rather than letters. */
export const symbolCharset = 2;

/** The code page of a font's charset; undefined for those that are the document's own. */
export function codePageOf(charset: number): number | undefined {
  return ofCharset[charset];
}

/** The encoding of a code page, as the decoder knows it; windows-1252 for those it does not know. */
export function encodingOf(codePage: number): string {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage > 28591 && codePage <= 28605 && codePage !== 28602) return `iso-8859-${codePage - 28590}`;
  return names[codePage] ?? 'windows-1252';
}
