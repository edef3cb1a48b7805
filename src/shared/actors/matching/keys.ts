import { soundsOf } from '../../search/sounds';
import { acronymsOf, prepareName } from './names';

const hebrew = 'אבגדהוזחטיכלמנסעפצקרשת';
const arabic = 'ابگدهوزحطيكلمنسعپصقرشت';

/**
 * Under what a name is looked for among many: two names that `agreement` finds to agree share one of these. The consonants of
 * the first and the last word as search hears them, and abbreviations.
 */
export function keysOf(text: string): string[] {
  const name = prepareName(text);
  const ends = [...new Set([0, name.words.length - 1])].flatMap((index) => {
    const word = name.words[index];
    return word === undefined ? [] : bones(name.latin[index] ?? word);
  });
  const short = name.acronym === '' ? acronymsOf(name) : [name.acronym];
  return [...new Set([...ends, ...short.map((letters) => `=${letters}`)])];
}

/** The consonants of a word, alike for all scripts that search can hear; the word itself for others. */
function bones(word: string): string[] {
  const heard = word.replace(/\p{Script=Hebrew}/gu, (letter) => arabic[hebrew.indexOf(letter)] ?? letter);
  const keys = soundsOf(heard).filter((key) => !key.startsWith('f'));
  return keys.length === 0 ? [word] : keys.map((key) => key.slice(1));
}
