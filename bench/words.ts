import { personAt, type Script, spellingsIn } from './names';
import { seeded, type Random } from './random';

/**
 * Words of invented languages in three scripts, used as often as words are: the n-th most common one about 1/n as often as the
 * first (Zipf), so that a larger corpus has ever more rare words.
 */
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
const made: Record<Script, string[]> = { Latn: [], Cyrl: [], Arab: [] };

/** The word of that rank, always the same one. */
export function wordOfRank(script: Script, rank: number): string {
  return (made[script][rank] ??= common[script][rank] ?? rareWord(script, rank));
}

function rareWord(script: Script, rank: number): string {
  const random = seeded(rank * 7919 + script.charCodeAt(0));
  const length = 2 + random.below(2) + (rank > 3000 ? 1 : 0);
  return Array.from({ length }, () => random.pick(syllables[script])).join('');
}

/** A rank below `most`, likely in inverse proportion to itself; the first `alike` ranks are about equally likely. */
export function likelyRank(random: Random, most: number, alike = 1): number {
  return Math.floor(alike * (1 + most / alike) ** random.number()) - alike;
}

const months = ['January', 'March', 'May', 'June', 'August', 'October', 'December'];

export interface WrittenParagraph {
  text: string;
  /** Whose name is in it, and in which spelling. */
  named: { person: number; spelling: string } | null;
}

/**
 * One paragraph of 18 to 45 words in sentences, in one script, sometimes with a name, a date or quotation marks.
 * @param people how many there are to be named
 */
export function writeParagraph(random: Random, people: number): WrittenParagraph {
  const roll = random.number();
  const script: Script = roll < 0.8 ? 'Latn' : roll < 0.9 ? 'Cyrl' : 'Arab';
  const words = Array.from({ length: 18 + random.below(28) }, () => wordOfRank(script, likelyRank(random, ranks)));
  let named: WrittenParagraph['named'] = null;
  if (people > 0 && random.number() < 0.4) {
    const person = likelyRank(random, people, 100);
    named = { person, spelling: random.pick(spellingsIn(personAt(person), script)) };
    words.splice(random.below(words.length), 0, named.spelling);
  }
  if (random.number() < 0.25) {
    const date = `${1 + random.below(28)} ${random.pick(months)} ${2001 + random.below(40)}`;
    words.splice(random.below(words.length), 0, date);
  }
  return { text: inSentences(random, words), named };
}

/** The words with capitals, commas, dashes, quotation marks and full stops among them. */
function inSentences(random: Random, words: readonly string[]): string {
  let text = '';
  let left = 0;
  for (const [place, word] of words.entries()) {
    const begins = left === 0;
    if (begins) left = Math.min(words.length - place, 7 + random.below(14));
    left -= 1;
    const said = begins ? `${word[0]!.toUpperCase()}${word.slice(1)}` : word;
    const roll = left === 0 ? 1 : random.number();
    const mark = left === 0 ? '.' : roll < 0.06 ? ',' : roll < 0.075 ? ' —' : '';
    text += `${place > 0 ? ' ' : ''}${roll > 0.075 && roll < 0.09 ? `“${said}”` : said}${mark}`;
  }
  return text;
}
