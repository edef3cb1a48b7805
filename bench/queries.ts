import { fold } from '../src/shared/search';
import type { Paragraph } from './corpus';
import { personAt } from './names';
import { seeded, type Random } from './random';
import { asPasted, withSlip } from './slips';
import { wordOfRank } from './words';

/**
 * Kinds of queries. Known items, made of the words of a hidden paragraph: `typo` three words, a slip in two; `first` the same with slips in first letters;
 * `short` with slips in two words of four or five letters; `twice` two slips in each of two long words; `joined` two neighbours typed as one word,
 * `split` a space within a word, both beside a slip; `name` a person's name in another spelling or script and a word; `prefix` two words and the first three letters of a third; `phrase`
 * five words in quotation marks; `pasted` a paragraph as it comes from elsewhere (slips.ts), in or not in an excerpt, alone or with its neighbours. The rest have nothing to find:
 * `common` two very common words, `letter` one letter, `nothing` what no text has.
 */
export type BenchQueryKind = keyof typeof makers;

export interface BenchQuery {
  kind: BenchQueryKind;
  query: string;
  /** What it should find, any of them; empty where there is nothing to find. */
  wanted: readonly Paragraph[];
}

const distinct = (words: readonly string[]) => [...new Map(words.map((word) => [fold(word), word])).values()];
const wordsIn = (text: string, shortest = 5, longest = 99) =>
  distinct(text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).filter(({ length }) => length >= shortest && length <= longest);

function some(random: Random, words: readonly string[], count: number): string[] | null {
  const left = [...words];
  const chosen: string[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(random.below(left.length), 1));
  return chosen.length < count ? null : chosen;
}

/** Three words of the text, the first two of which are changed, in any order. */
function changed(random: Random, words: readonly string[] | null, change: (word: string) => string): string | null {
  if (words === null) return null;
  const typed = words.map((word, place) => (place < 2 ? change(word) : word));
  return some(random, typed, typed.length)!.join(' ');
}

/** Makes a query of one paragraph, or of the several that follow one another in its source. */
type Maker = (random: Random, text: string, paragraphs: readonly Paragraph[]) => string | null;

const makers = {
  typo: (random, text) => changed(random, some(random, wordsIn(text), 3), (word) => withSlip(random, word)),
  first: (random, text) => changed(random, some(random, wordsIn(text), 3), (word) => withSlip(random, word, 0)),
  short: (random, text) => {
    const short = some(random, wordsIn(text, 4, 5), 2);
    const other = some(random, wordsIn(text, 6), 1);
    return changed(random, short && other && [...short, ...other], (word) => withSlip(random, word));
  },
  twice: (random, text) =>
    changed(
      random,
      some(random, wordsIn(text, 8), 3),
      (word) => withSlip(random, word.slice(0, word.length / 2)) + withSlip(random, word.slice(word.length / 2)),
    ),
  joined: (random, text) => {
    const pairs = [...text.matchAll(/(?<=^| )(\p{L}[\p{L}\p{M}]{2,}) (?=(\p{L}[\p{L}\p{M}]{2,}))/gu)];
    const two = some(random, wordsIn(text), 2);
    if (pairs.length === 0 || two === null) return null;
    const [, first, second] = random.pick(pairs);
    return `${first}${second} ${withSlip(random, two[0]!)} ${two[1]}`;
  },
  split: (random, text) => {
    const long = some(random, wordsIn(text, 6), 3);
    if (long === null) return null;
    const at = 2 + random.below(long[0]!.length - 3);
    return `${long[0]!.slice(0, at)} ${long[0]!.slice(at)} ${withSlip(random, long[1]!)} ${long[2]}`;
  },
  name: (random, text, [paragraph]) => {
    const named = paragraph!.named;
    const other = some(random, wordsIn(text), 1);
    if (named === null || other === null || named.spelling.includes(other[0]!)) return null;
    const spellings = personAt(named.person).spellings.filter((spelling) => spelling !== named.spelling);
    return `${random.pick(spellings)} ${other[0]}`;
  },
  prefix: (random, text) => {
    const words = some(random, wordsIn(text), 3);
    return words && `${words[0]} ${words[1]} ${words[2]!.slice(0, 3)}`;
  },
  phrase: (random, text) => {
    const words = text.replaceAll(/[“”]/gu, '').split(' ');
    const at = random.below(Math.max(1, words.length - 6));
    return `"${words.slice(at, at + 5).join(' ')}"`;
  },
  pasted: (random, _, paragraphs) => asPasted(random, paragraphs.map(({ text }) => text).join('\n\n')),
  common: (random) => `${wordOfRank('Latn', random.below(6))} ${wordOfRank('Latn', random.below(20))}`,
  letter: (random) => random.pick([...'abcdefghijklmnoprstuvz']),
  nothing: () => 'qqxzzvwk wwxqqj',
} satisfies Record<string, Maker>;

/** Every second one a `typo`. */
const turns = (Object.keys(makers) as BenchQueryKind[]).flatMap((kind): BenchQueryKind[] =>
  kind === 'typo' ? [] : ['typo', kind],
);
const known = (kind: BenchQueryKind) => kind !== 'common' && kind !== 'letter' && kind !== 'nothing';

/** Queries of all kinds in turn, every second one a `typo`, the same for the same corpus and count. */
export function makeQueries(paragraphs: readonly Paragraph[], count: number, seed = 2): BenchQuery[] {
  const random = seeded(seed);
  const queries: BenchQuery[] = [];
  while (queries.length < count) {
    const kind = turns[queries.length % turns.length]!;
    const make: Maker = makers[kind];
    const at = random.below(paragraphs.length);
    const { excerptId, sourceId, text } = paragraphs[at]!;
    if (excerptId === null && kind !== 'pasted') continue;
    const most = kind === 'pasted' ? random.pick([1, 2, 4, 20]) : 1;
    const wanted = paragraphs.slice(at, at + most).filter((paragraph) => paragraph.sourceId === sourceId);
    const query = make(random, text, wanted);
    if (query !== null) queries.push({ kind, query, wanted: known(kind) ? wanted : [] });
  }
  return queries;
}
