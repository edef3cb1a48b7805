import { importFormatNames } from '../../shared/domain/imports';
import { CommonplaceError } from '../../shared/result';

export interface DecodedText {
  text: string;
  /** WHATWG name, e.g. "utf-8", "windows-1251". */
  encoding: string;
  warnings: string[];
}

const magicNumbers: [signature: number[], name: string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive or an office document'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [[0x4d, 0x5a, 0x90], 'a program'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a database'],
  [[0x62, 0x70, 0x6c, 0x69, 0x73, 0x74], 'a web archive'],
];

/**
 * Bytes as text: byte order mark first, then valid UTF-8, then the charset the file declares, then a guess that is said in a
 * warning. Throws `unreadable` for empty files and `unsupported-format` for what is no text at all.
 * @param stated the charset that is stated beside the bytes
 */
export function decodeText(bytes: Uint8Array, stated = ''): DecodedText {
  if (bytes.length === 0) {
    throw new CommonplaceError(
      'unreadable',
      'The file is empty. Save it again from where you got it, and import that.',
    );
  }
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(bytes, marked, []);
  const kind = magicNumbers.find(([signature]) => signature.every((byte, index) => bytes[index] === byte));
  if (kind) {
    throw new CommonplaceError(
      'unsupported-format',
      `The file is ${kind[1]}, which is not imported. Save it as HTML, Markdown or plain text and import that.`,
    );
  }
  const wide = guessUtf16(bytes);
  if (wide) return decodeAs(bytes, wide, [`No encoding was stated; the text was read as ${wide.toUpperCase()}.`]);
  refuseBinary(bytes);

  const declared = knownEncoding(stated) ?? declaredEncoding(bytes);
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) {
    const contradicts = declared !== null && declared !== 'utf-8' && bytes.some((byte) => byte >= 0x80);
    // subtle: ISO-2022-JP is plain ASCII bytes, so valid UTF-8 does not speak against its declaration.
    if (declared === 'iso-2022-jp') return decodeAs(bytes, declared, []);
    const warnings = contradicts
      ? [`The file says its encoding is ${declared}, but it is UTF-8 and was read as that.`]
      : [];
    return { text: utf8, encoding: 'utf-8', warnings };
  }
  if (declared !== null && declared !== 'utf-8') return decodeAs(bytes, declared, []);
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const broken = count(lossy, '\uFFFD');
  if (declared === 'utf-8' || broken * 50 < lossy.length - asciiCount(bytes)) {
    return {
      text: lossy,
      encoding: 'utf-8',
      warnings: [`The file's UTF-8 is damaged in ${broken} places, shown as “\uFFFD”.`],
    };
  }
  const guess = guessSingleByte(bytes);
  return decodeAs(bytes, guess, [
    `No encoding was stated; the text was read as ${guess}. Check a few accented letters.`,
  ]);
}

/** The encoding that a text's first bytes name; null if they name none. */
export function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Bytes in a known encoding as text; what is none of its characters becomes U+FFFD. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const decoded = new TextDecoder(encoding).decode(bytes);
  return encoding === 'windows-1252' ? repairWindows1252(decoded) : decoded;
}

function decodeAs(bytes: Uint8Array, encoding: string, warnings: string[]): DecodedText {
  const text = decodeBytes(bytes, encoding);
  const broken = count(text, '\uFFFD');
  const said = broken > 0 ? [`${broken} characters could not be read as ${encoding}; they are shown as “\uFFFD”.`] : [];
  return { text, encoding, warnings: [...warnings, ...said] };
}

/** What windows-1252 has at 0x80–0x9F (Encoding Standard, index windows-1252). */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** subtle: Node 20's decoder reads windows-1252 as ISO 8859-1, which turns typographic quotes into control characters. */
function repairWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009F]/gu, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character);
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The charset a page names in its first 4 KB (HTML Standard, "prescan a byte stream"), if the decoder knows it. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const match =
    /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w:-]{2,40})/iu.exec(head) ??
    /^<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]{2,40})/iu.exec(head) ??
    /^@charset "([\w:-]{2,40})"/iu.exec(head);
  const encoding = knownEncoding(match?.[1] ?? '');
  // HTML Standard: a page cannot be UTF-16 and name that in ASCII bytes.
  return encoding?.startsWith('utf-16') ? 'utf-8' : encoding;
}

function knownEncoding(label: string): string | null {
  try {
    return label === '' ? null : new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4000);
  if (sample.length < 8) return null;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = sample.length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  return null;
}

function refuseBinary(bytes: Uint8Array): void {
  let odd = 0;
  let nul = 0;
  const sample = bytes.subarray(0, 100_000);
  for (const byte of sample) {
    if (byte === 0) nul += 1;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d && byte !== 0x1b) odd += 1;
  }
  if (nul > 3 || odd > Math.max(4, sample.length * 0.02)) {
    throw new CommonplaceError(
      'unsupported-format',
      `The file is not a text: it holds binary data. What comes in is ${importFormatNames}.`,
    );
  }
}

/** Long runs of high bytes are whole words of another script; single ones are accented letters. */
function guessSingleByte(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 200_000);
  const frequency = new Array<number>(256).fill(0);
  let runs = 0;
  let high = 0;
  let inside = false;
  for (const byte of sample) {
    const isHigh = byte >= 0x80;
    if (isHigh) {
      high += 1;
      frequency[byte] = (frequency[byte] ?? 0) + 1;
      if (!inside) runs += 1;
    }
    inside = isHigh;
  }
  const of = (...codes: number[]) => codes.reduce((sum, code) => sum + (frequency[code] ?? 0), 0);
  if (high / Math.max(1, runs) < 2.5) {
    // ğ, ı, ş and their capitals; the same bytes are ð, ý and þ in Icelandic, which has á, æ, í and ó beside them.
    const isTurkish = of(0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe) > high * 0.2 && of(0xe1, 0xe6, 0xed, 0xf3) < high * 0.05;
    return isTurkish ? 'windows-1254' : 'windows-1252';
  }
  // Arabic alef and lam: 0xC7 and 0xE1 in windows-1256; in windows-1251 0xC7 is the rare capital З.
  if (of(0xc7) > high * 0.05) return 'windows-1256';
  // Greek alpha with and without accent.
  if (of(0xe1, 0xdc) > high * 0.1 && of(0xee) < high * 0.05) return 'windows-1253';
  const range = (from: number, to: number) => frequency.slice(from, to + 1).reduce((sum, value) => sum + value, 0);
  // Small Cyrillic letters stand at E0–FF in windows-1251, at C0–DF in KOI8-R.
  return range(0xe0, 0xff) >= range(0xc0, 0xdf) ? 'windows-1251' : 'koi8-r';
}

function asciiCount(bytes: Uint8Array): number {
  let ascii = 0;
  for (const byte of bytes) if (byte < 0x80) ascii += 1;
  return ascii;
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}
