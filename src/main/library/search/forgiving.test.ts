import { describe, expect, it } from 'vitest';
import { openTestLibrary } from '../testing';
import { openSearch } from './index';

const statements = [
  'A gunman stormed the embassy; the attack lasted eleven minutes.',
  'The harbour ministry counted the vessels in the estuary.',
  'Form and content of the treaty were settled at the waterfall.',
  'The letter came from Moravka, said Teymur Shakhivzade.',
  'Тусюх Шивюмли не приехал на переговоры.',
];

/** The statements among many others with words like theirs; answers which of them comes first. */
async function library() {
  const { context } = await openTestLibrary();
  await context.change({ label: 'Add' }, async (db) => {
    for (let number = 0; number < 300; number++) {
      const others = `embankment${number} attachment${number} minute estate${number} treatise fern${number}`;
      await db.insert('claim', { statement: `The talks of the ${others} went on.`, note: '' });
    }
    for (const statement of statements) await db.insert('claim', { statement, note: '' });
  });
  const search = openSearch(context).query;
  return async (query: string) => {
    const { hits, didYouMean } = await search({ query, limit: 5 });
    return { first: statements.indexOf(hits[0]?.title ?? ''), didYouMean };
  };
}

describe('a search forgives', () => {
  it('what hands and memory do to words', async () => {
    const find = await library();
    const queries: [what: string, query: string, wanted: number][] = [
      ['words typed together', 'embassyattack minutes', 0],
      ['words typed together, one of them rare', 'harbourministry', 1],
      ['a word typed as two', 'em bassy attack', 0],
      ['a word typed as two that are words', 'water fall treaty', 2],
      ['a slip in the first letter', 'rmbassy aattack', 0],
      ['a first letter that is missing', 'mbassy ttack', 0],
      ['two slips, one of them in the first letter', 'nebassy stormde', 0],
      ['two slips in a long word', 'minsitry veseels', 1],
      ['a slip that makes another word', 'from content treaty', 2],
      ['three letters of a rare word', 'harbour ves', 1],
      ['another form of a word', 'vessel estuay', 1],
      ['another form of a long word', 'waterfallisch', 2],
      ['a name with other vowels', 'Tusukh Shivumli', 4],
      ['a name in another script', 'Теймур Шахивзаде', 3],
    ];
    for (const [what, query, wanted] of queries) expect((await find(query)).first, `${what}: ${query}`).toBe(wanted);
  });

  it('and says what was probably meant, with the spaces where they belong', async () => {
    const find = await library();
    expect((await find('embassyattack lasted')).didYouMean).toBe('embassy attack lasted');
    expect((await find('em bassy lasted')).didYouMean).toBe('embassy lasted');
    expect((await find('the estu ary')).didYouMean).toBe('the estuary');
  });
});
