import { editDistance } from '../../search/distance';
import { fold } from '../../search/fold';
import { spoken } from '../../search/sounds';
import { tokensOfFolded } from '../../search/tokens';
import { spellsSame } from './consonants';
import { isConsonantal, latinOf } from './latin';

/** How two written names agree. */
export type Agreement = 'same' | 'order' | 'script' | 'spelling' | 'initials' | 'acronym' | 'surname';

/** A name made ready to be compared. */
export interface PreparedName {
  words: readonly string[];
  /** Each word in Latin letters; null where it cannot be. */
  latin: readonly (string | null)[];
  /** As typed, an abbreviation in capitals: "IRGC"; else ''. */
  acronym: string;
}

const cache = new Map<string, PreparedName>();

/** Folded words, without a title before a name or anything in brackets after it. */
export function prepareName(text: string): PreparedName {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const bare = text.replace(/\s*[([{].*$/su, '').trim() || text;
  const [family, given, ...more] = bare.split(/[,،]\s*/u);
  const ordered = family && given && more.length === 0 ? `${given} ${family}` : bare;
  const words = withoutTitles(tokensOfFolded(fold(ordered)).map((token) => token.text));
  const letters = bare.replace(/[\s.]/gu, '');
  const name: PreparedName = {
    words,
    latin: words.map(latinOf),
    acronym: /^\p{Lu}{3,8}$/u.test(letters) ? fold(letters) : '',
  };
  if (cache.size > 20_000) cache.clear();
  cache.set(text, name);
  return name;
}

const titles = new Set(
  'mr mrs ms miss dr prof professor sir lord lady president minister general colonel major captain ambassador sheikh'.split(
    ' ',
  ),
);

function withoutTitles(words: readonly string[]): string[] {
  const first = words.findIndex((word) => !titles.has(word));
  return first === -1 ? [...words] : words.slice(first);
}

/** How two names agree, by the strongest sign; null where they are different names as far as letters can tell. */
export function agreement(a: PreparedName, b: PreparedName, person: boolean): Agreement | null {
  if (a.words.length === 0 || b.words.length === 0) return null;
  if (sameWords(a.words, b.words)) return 'same';
  if (a.words.length > 1 && sameWords([...a.words].sort(), [...b.words].sort())) return 'order';
  const letters = sameLetters(a, b);
  if (letters !== null) return letters;
  if (isAcronymOf(a, b) || isAcronymOf(b, a)) return 'acronym';
  if (!person) return null;
  if (hasInitials(a.words, b.words)) return 'initials';
  return isSurnameOf(a, b) || isSurnameOf(b, a) ? 'surname' : null;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}

/** Word by word the same letters, whatever the script; or, in one script, two spellings of the same sounds. */
function sameLetters(a: PreparedName, b: PreparedName): 'script' | 'spelling' | null {
  if (a.words.length !== b.words.length) return null;
  let across = false;
  for (const [index, word] of a.words.entries()) {
    const other = b.words[index]!;
    if (word === other) continue;
    const kind = sameWord(word, a.latin[index]!, other, b.latin[index]!);
    if (kind === null) return null;
    if (kind === 'script') across = true;
  }
  return across ? 'script' : 'spelling';
}

function sameWord(a: string, latinA: string | null, b: string, latinB: string | null): 'script' | 'spelling' | null {
  if (latinA !== null && latinB !== null) {
    // In Latin itself only the writing of sounds within a longer word may differ: aliyev, aliev; not maria, marie.
    const across = latinA !== a || latinB !== b;
    const shortest = Math.min(latinA.length, latinB.length);
    if (!across && (shortest < 5 || a.at(-1) !== b.at(-1) || a[0] !== b[0])) return null;
    const allowed = Math.max(across ? 1 : 0, Math.floor(shortest * (across ? 0.34 : 0.26)));
    if (editDistance(latinA, latinB, allowed) > allowed) return null;
    const [first, second] = [spoken(latinA), spoken(latinB)];
    if (!first.some((one) => second.includes(one))) return null;
    return across ? 'script' : 'spelling';
  }
  if (isConsonantal(a) && latinB !== null) return spellsSame(a, latinB) ? 'script' : null;
  if (isConsonantal(b) && latinA !== null) return spellsSame(b, latinA) ? 'script' : null;
  return null;
}

const smallWords = new Set('of the and for de la du des et der die das und von i'.split(' '));

/** The abbreviations that a name of several words may have: "irgc" of "Iranian Revolutionary Guard Corps". */
export function acronymsOf({ words }: PreparedName): string[] {
  if (words.length < 3) return [];
  const letters = (chosen: readonly string[]) => chosen.map((word) => word[0]).join('');
  return [letters(words), letters(words.filter((word) => !smallWords.has(word)))];
}

function isAcronymOf(short: PreparedName, long: PreparedName): boolean {
  return short.acronym !== '' && acronymsOf(long).includes(short.acronym);
}

/** "A. Selm" and "Arvad Selm": the same surname, and given names that begin alike, at least one of them by its letter alone. */
function hasInitials(a: readonly string[], b: readonly string[]): boolean {
  const [surname, other] = [a.at(-1)!, b.at(-1)!];
  if (surname !== other || surname.length < 3 || a.length < 2 || b.length < 2) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let letter = false;
  const fit = short.slice(0, -1).every((word, index) => {
    const full = long[index]!;
    if (word.length === 1 || full.length === 1) {
      letter = true;
      return word[0] === full[0];
    }
    return word === full;
  });
  return fit && letter;
}

/** "Selm" of "Arvad Selm", also in another script. */
function isSurnameOf(short: PreparedName, long: PreparedName): boolean {
  if (short.words.length !== 1 || long.words.length < 2) return false;
  const [word, surname] = [short.words[0]!, long.words.at(-1)!];
  if (word.length < 3) return false;
  return word === surname || sameWord(word, short.latin[0]!, surname, long.latin.at(-1)!) === 'script';
}
