import { editDistance } from './distance';

/**
 * What a folded word sounds like, so that a name is found in another script or another romanisation: `aliyev`, `eliyev` and
 * `алиев`; and, by its consonants alone, `علیف`. A coarse key of our own: letters that romanisations write for one another are one,
 * neighbouring likes are one, and Arabic script, which leaves short vowels out, is compared without vowels.
 */
export type SoundScript = 'alphabetic' | 'arabic';

const pairs: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/tch|ch|dzh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh|ck|q/g, 'k'],
  [/zh/g, 'z'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/дж/g, 'j'],
];

const classes: Readonly<Record<string, string>> = {
  // Latin
  a: 'a', e: 'a', o: 'u', u: 'u', i: 'i', y: 'i', b: 'b', p: 'b', f: 'f', v: 'f', w: 'f', g: 'k', k: 'k', h: 'h', x: 'h',
  c: 'c', j: 'j', d: 'd', t: 't', s: 's', z: 'z', l: 'l', m: 'm', n: 'n', r: 'r',
  // Cyrillic
  а: 'a', е: 'a', э: 'a', є: 'a', о: 'u', у: 'u', и: 'i', й: 'i', ы: 'i', і: 'i', ј: 'i', я: 'ia', ю: 'iu', б: 'b', п: 'b', ф: 'f', в: 'f',
  ў: 'f', г: 'k', к: 'k', х: 'h', ч: 'j', ҹ: 'j', д: 'd', т: 't', с: 's', ш: 's', щ: 's', ц: 'ts', з: 'z', ж: 'z', л: 'l', м: 'm', н: 'n', р: 'r',
  ъ: '', ь: '',
  // Arabic and Persian
  ا: 'a', ع: 'a', ي: 'i', و: 'w', ء: '', ب: 'b', پ: 'b', ف: 'f', ق: 'k', ك: 'k', گ: 'k', غ: 'k', ح: 'h', خ: 'h', ه: 'h', ج: 'j', چ: 'j',
  د: 'd', ت: 't', ط: 't', س: 's', ص: 's', ث: 's', ش: 's', ز: 'z', ذ: 'z', ض: 'z', ظ: 'z', ژ: 'z', ل: 'l', م: 'm', ن: 'n', ر: 'r',
}; // prettier-ignore

const alphabetic = /^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u;
const arabic = /^[\p{Script=Arabic}]+$/u;

export function soundScript(word: string): SoundScript | null {
  if (word.length < 3 || word.length > 24) return null;
  return alphabetic.test(word) ? 'alphabetic' : arabic.test(word) ? 'arabic' : null;
}

/** One key of a folded word or, where a letter has two sounds (c, و), two; without double letters. */
export function spoken(word: string): string[] {
  let text = word;
  for (const [written, said] of pairs) text = text.replace(written, said);
  let said = '';
  for (const letter of text) said += classes[letter] ?? letter;
  const readings = new Set([
    said.replaceAll('c', 'k').replaceAll('w', 'u'),
    said.replaceAll('c', 'j').replaceAll('w', 'f'),
  ]);
  return [...readings].map((reading) => reading.replace(/(.)\1+/gu, '$1'));
}

/**
 * Consonants; a vowel only where the word begins, an h too, because both are left unwritten elsewhere. Where no more than one
 * consonant is left, the h's count.
 */
function skeleton(said: string): string {
  const first = said.replace(/^[aiu]+/u, 'a');
  const rest = first.slice(1);
  const without = (letters: RegExp) => ((first[0] ?? '') + rest.replace(letters, '')).replace(/(.)\1+/gu, '$1');
  const bare = without(/[aiuh]/gu);
  return bare.length > 1 ? bare : without(/[aiu]/gu);
}

/** All but which vowel it is: romanisations agree least on those, and on whether one or two are written. */
const outline = (said: string) => said.replace(/[aiu]+/gu, 'a');

/** Keys under which the index keeps a word. */
export function soundsOf(word: string): string[] {
  const script = soundScript(word);
  if (script === null) return [];
  const readings = spoken(word);
  const skeletons = readings.map(skeleton).filter(({ length }) => length >= 2);
  if (script === 'arabic') return [...new Set(skeletons.map((key) => `r${key}`))];
  const full = readings.map(outline).filter(({ length }) => length >= 3);
  return [...new Set([...full.map((key) => `f${key}`), ...skeletons.map((key) => `a${key}`)])];
}

/** Keys under which words that sound like this one are kept. */
export function soundsWanted(word: string): string[] {
  const script = soundScript(word);
  if (script === null) return [];
  const readings = spoken(word);
  const skeletons = readings.map(skeleton).filter(({ length }) => length >= 2);
  if (script === 'arabic') return [...new Set(skeletons.map((key) => `a${key}`))];
  const full = readings.map(outline).filter(({ length }) => length >= 3);
  return [...new Set([...full.map((key) => `f${key}`), ...skeletons.map((key) => `r${key}`)])];
}

/** How unlike two words sound: 0 alike, 1 not at all. Words of the two kinds of script are compared by what both write. */
export function soundDistance(a: string, b: string): number {
  const [first, second] = [spoken(a), spoken(b)];
  let least = 1;
  for (const one of first) {
    for (const other of second) {
      const length = Math.max(one.length, other.length, 1);
      least = Math.min(least, editDistance(one, other, 8) / length);
    }
  }
  return least;
}
