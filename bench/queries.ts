import type { CorpusExcerpt } from './corpus';
import { seeded } from './random';
import { withTypo, wordOfRank } from './words';

export type BenchQueryKind = 'typo' | 'prefix' | 'phrase' | 'common' | 'letter' | 'nothing';
export interface BenchQuery {
  kind: BenchQueryKind;
  query: string;
  /** The excerpt whose words were used, where one is hidden. */
  wanted: string | null;
}

const wordsIn = (text: string) => [...new Set(text.match(/\p{L}[\p{L}\p{M}]{4,}/gu) ?? [])];

/** Known-item queries and others, the same for the same corpus and count. Two thirds are typo queries. */
export function makeQueries(excerpts: readonly CorpusExcerpt[], count: number, seed = 2): BenchQuery[] {
  const random = seeded(seed);
  const queries: BenchQuery[] = [];
  while (queries.length < count) {
    const { id, text } = random.pick(excerpts);
    const words = wordsIn(text);
    if (words.length < 6) continue;
    const three: string[] = [];
    while (three.length < 3) {
      const word = random.pick(words);
      if (!three.includes(word)) three.push(word);
    }
    const place = queries.length % 15;
    if (place < 10) {
      const spared = random.below(3);
      const typed = three.map((word, at) => (at === spared ? word : withTypo(random, word)));
      queries.push({ kind: 'typo', query: typed.join(' '), wanted: id });
    } else if (place === 10) {
      queries.push({ kind: 'prefix', query: `${three[0]} ${three[1]} ${three[2]!.slice(0, 3)}`, wanted: id });
    } else if (place === 11) {
      const all = text.split(' ');
      const at = random.below(Math.max(1, all.length - 6));
      queries.push({ kind: 'phrase', query: `"${all.slice(at, at + 5).join(' ')}"`, wanted: id });
    } else if (place === 12) {
      queries.push({
        kind: 'common',
        query: `${wordOfRank('Latn', random.below(6))} ${wordOfRank('Latn', random.below(20))}`,
        wanted: null,
      });
    } else if (place === 13) {
      queries.push({ kind: 'letter', query: random.pick([...'abcdefghijklmnoprstuvz']), wanted: null });
    } else {
      queries.push({ kind: 'nothing', query: 'qqxzzvwk wwxqqj', wanted: null });
    }
  }
  return queries;
}
