/**
 * Whether a name written in Arabic or Hebrew script, which leave short vowels out, can be the one that a Latin word spells.
 * Both are folded. Long vowels are written, so `ali` is علي but not عليا, and `alia` is عليا but not علي.
 */

/** Latin sounds of two letters, taken as one. */
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/sh/g, 'š'],
  [/tch|ch/g, 'č'],
  [/kh/g, 'x'],
  [/gh/g, 'ġ'],
  [/zh|dj|dzh/g, 'j'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ph/g, 'f'],
  [/ts|tz/g, 'c'],
  [/ou|oo/g, 'u'],
  [/ee/g, 'i'],
];

/** What a letter may be in Latin. Capital V: any vowel. "-": may as well be left out. */
const sounds: Readonly<Record<string, string>> = {
  ا: 'V', ع: 'V-', ء: '-', ب: 'b', پ: 'p', ت: 't', ط: 't', ث: 'ts', ج: 'jgc', چ: 'čc', ح: 'h', ه: 'h', خ: 'xhk', د: 'd', ذ: 'zd', ر: 'r',
  ز: 'z', ژ: 'j', س: 's', ص: 's', ش: 'šs', ض: 'zd', ظ: 'z', غ: 'ġg', ف: 'fv', ق: 'qkgġ', ك: 'kcq', گ: 'g', ل: 'l', م: 'm', ن: 'n',
  و: 'vwuo', ي: 'yie',
  א: 'V', ב: 'bv', ג: 'g', ד: 'd', ה: 'h', ו: 'vwuo', ז: 'z', ח: 'hxč', ט: 't', י: 'yie', כ: 'kcxč', ל: 'l', מ: 'm', נ: 'n', ס: 's', ע: 'V-',
  פ: 'pf', צ: 'cz', ק: 'kqc', ר: 'r', ש: 'šs', ת: 't',
}; // prettier-ignore

const vowel = /[aeiouy]/u;

/** @param written in Arabic or Hebrew script; @param spelt in Latin letters */
export function spellsSame(written: string, spelt: string): boolean {
  let latin = spelt;
  for (const [letters, sound] of digraphs) latin = latin.replace(letters, sound);
  // Doubled consonants are written once; doubled vowels are one long one.
  latin = latin.replace(/([^a-z]|[a-z])\1+/gu, '$1').replace(/[^a-zščġ]/gu, '');
  if (latin.length < 2 || written.length < 2) return false;
  return fits(Array.from(written), 0, latin, 0, false);
}

/** Whether the rest of one can be the rest of the other. `leftOut`: the letter before was a vowel that is not written. */
function fits(written: readonly string[], at: number, latin: string, from: number, leftOut: boolean): boolean {
  if (at === written.length) return from === latin.length;
  const said = sounds[written[at]!];
  if (said === undefined) return false;
  const letter = latin[from] ?? '';
  const last = at === written.length - 1;
  if (letter !== '' && ((said.startsWith('V') && vowel.test(letter)) || said.includes(letter))) {
    if (fits(written, at + 1, latin, from + 1, false)) return true;
  }
  // A word's last "a" may be written with the letter for h; alef carries a vowel that has a letter of its own.
  if (last && (written[at] === 'ه' || written[at] === 'ה') && letter === 'a' && from === latin.length - 1) return true;
  if (at === 0 && said.startsWith('V') && written.length > 1 && 'ويוי'.includes(written[1]!)) {
    if (fits(written, at + 1, latin, from, false)) return true;
  }
  if (said.includes('-') && fits(written, at + 1, latin, from, leftOut)) return true;
  // A short vowel that is not written: one alone, neither first nor last.
  const short = from > 0 && from < latin.length - 1 && vowel.test(letter) && !leftOut;
  return short && fits(written, at, latin, from + 1, true);
}
