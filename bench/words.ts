import { seeded, type Random } from './random';

/**
 * Words of invented languages in three scripts, used as often as words are: the n-th most common one about 1/n as often as the
 * first (Zipf), so that a larger corpus has ever more rare words.
 */
export type Script = 'Latn' | 'Cyrl' | 'Arab';

const common: Record<Script, readonly string[]> = {
  Latn: (
    'the of and to in a that for on with was as by said is at from it his has had be were not are an who their which this ' +
    'but after over its they would will been more than between two against also before during government minister ministry ' +
    'border talks embassy president foreign officials state security military army trade agreement border police court ' +
    'report reported statement according country countries capital city region war peace treaty election parliament ' +
    'ambassador attack attacked accused denied claimed confirmed citizens troops sanctions harbour pipeline railway ' +
    'corridor ceasefire territory village river mountain witness journalist newspaper document letter archive year month ' +
    'week day people several first second third new old large small north south east west'
  ).split(' '),
  Cyrl: 'и в на что не с по для как из от это был его она они но после также между правительство министр граница посол посольство президент страна договор переговоры город война мир газета архив письмо год месяц народ'.split(
    ' ',
  ),
  Arab: 'في من على أن إلى التي عن مع هذا كان بعد قال بين لم قبل الحكومة الوزير الحدود السفارة الرئيس البلاد الاتفاق المحادثات المدينة الحرب السلام الجيش الأمن الصحيفة الأرشيف رسالة سنة شهر الشعب'.split(
    ' ',
  ),
};

const syllables: Record<Script, readonly string[]> = {
  Latn: 'ba be bor bra ca cen cor da del der di dor en er es fa fel fo gar gen gra ha hel in is ka kel kor la len li lo ma mar men mi mo na ne nor o or pa per po ra re ri ro sa sel sen si so sta ta tel ter ti tor tra u ul va vel ver vi vo wa wel za zen'.split(
    ' ',
  ),
  Cyrl: 'ба бе бор ва вел го да дер жи за ин ка кор ла лен ли ма мир на не но ор па пер ра ро са сен та тор у фа ха чен ша'.split(
    ' ',
  ),
  Arab: 'با بر تا تم جا حر دا در را سا سل شا طا عا فر قا كا لا ما مر نا نور ها وا يا'.split(' '),
};

/** Ranks of rare words: far more than any corpus here uses up. */
const ranks = 400_000;

/** The word of that rank, always the same one. */
export function wordOfRank(script: Script, rank: number): string {
  const usual = common[script];
  if (rank < usual.length) return usual[rank]!;
  const random = seeded(rank * 7919 + script.charCodeAt(0));
  const length = 2 + random.below(2) + (rank > 3000 ? 1 : 0);
  return Array.from({ length }, () => random.pick(syllables[script])).join('');
}

function randomWord(random: Random, script: Script): string {
  return wordOfRank(script, Math.floor(Math.exp(random.number() * Math.log(ranks))) - 1);
}

const given = [
  'Şahin',
  'Mattea',
  'Ondřej',
  'Ilham',
  'Zorah',
  'Élise',
  'Björn',
  'Łukasz',
  'Nadia',
  'Teymur',
  'Ayşe',
  'Ewa',
];
const familyEndings = ['ov', 'li', 'yan', 'zade', 'sen', 'ski', 'eva', 'oğlu', 'man', 'ides'];

export function randomName(random: Random): string {
  const stem = wordOfRank('Latn', 1000 + random.below(4000));
  return `${random.pick(given)} ${stem[0]!.toUpperCase()}${stem.slice(1)}${random.pick(familyEndings)}`;
}

const months = ['January', 'March', 'May', 'June', 'August', 'October', 'December'];

/** One paragraph of 18 to 45 words, sometimes with a name and a date. */
export function randomParagraph(random: Random): string {
  const roll = random.number();
  const script: Script = roll < 0.9 ? 'Latn' : roll < 0.95 ? 'Cyrl' : 'Arab';
  const words = Array.from({ length: 18 + random.below(28) }, () => randomWord(random, script));
  if (random.number() < 0.4) words.splice(random.below(words.length), 0, randomName(random));
  if (random.number() < 0.25) {
    words.splice(
      random.below(words.length),
      0,
      `${1 + random.below(28)} ${random.pick(months)} ${2001 + random.below(40)}`,
    );
  }
  const text = words.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

/** The word with one slip: a letter doubled, dropped, swapped with its neighbour or replaced. */
export function withTypo(random: Random, word: string): string {
  const letters = Array.from(word);
  const at = 1 + random.below(letters.length - 2);
  switch (random.below(4)) {
    case 0:
      letters.splice(at, 0, letters[at]!);
      break;
    case 1:
      letters.splice(at, 1);
      break;
    case 2:
      [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
      break;
    default:
      letters[at] = letters[at] === 'e' ? 'a' : letters[at]! >= '\u0600' ? 'ن' : letters[at]! >= '\u0400' ? 'о' : 'e';
  }
  const typo = letters.join('');
  return typo === word ? withTypo(random, word) : typo;
}
