import { fold } from '../src/shared/search';
import type { Random } from './random';

const alphabets: readonly (readonly [RegExp, string])[] = [
  [/[\u0600-\u06ff]/u, 'ابتجحدرسشعفقكلمنهوي'],
  [/[\u0400-\u04ff]/u, 'абвгдежзиклмнопрстуфхчш'],
  [/./su, 'abcdefghijklmnopqrstuvwxyz'],
];

/**
 * The word with one slip of the pen that changes how it folds: a letter doubled, dropped, swapped with its neighbour or replaced.
 * @param at place of the letter; any if left out
 */
export function withSlip(random: Random, word: string, at?: number): string {
  for (;;) {
    const letters = Array.from(word);
    const place = at ?? random.below(letters.length);
    switch (random.below(4)) {
      case 0:
        letters.splice(place, 0, letters[place]!);
        break;
      case 1:
        letters.splice(place, 1);
        break;
      case 2: {
        const next = place + 1 < letters.length ? place + 1 : place - 1;
        [letters[place], letters[next]] = [letters[next]!, letters[place]!];
        break;
      }
      default:
        letters[place] = random.pick(Array.from(alphabets.find(([script]) => script.test(word))![1]));
    }
    const slipped = letters.join('');
    if (fold(slipped) !== fold(word)) return slipped;
  }
}

/** A quotation as it comes from elsewhere: other quotation marks and dashes, other line breaks, a letter wrong, a word missing. */
export function asPasted(random: Random, text: string): string {
  const plain = text
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(' — ', random.pick([' - ', '--', ' – ']))
    .replaceAll('. ', random.pick(['. ', '.\n', '.  ']));
  const words = plain.split(' ');
  words.splice(1 + random.below(words.length - 2), 1);
  const long = words.flatMap((word, place) => (/^\p{L}{5,}$/u.test(word) ? [place] : []));
  if (long.length > 0) {
    const place = random.pick(long);
    words[place] = withSlip(random, words[place]!);
  }
  return words.join(' ');
}
