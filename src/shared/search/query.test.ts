import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './query';

const word = (text: string, open = false) => ({ type: 'word', word: text, open });

describe('parseQuery', () => {
  it('reads words, the last one still being typed', () => {
    expect(parseQuery('Embassy atta')).toEqual({
      clauses: [[word('embassy')], [word('atta', true)]],
      not: [],
      problem: null,
    });
    expect(parseQuery('Embassy ').clauses).toEqual([[word('embassy')]]);
  });

  it('reads phrases, OR, not and fields', () => {
    expect(parseQuery('“Head of security” a OR b -c tag:"arms control" -kind:memo ')).toEqual({
      clauses: [
        [{ type: 'phrase', words: ['head', 'of', 'security'] }],
        [word('a'), word('b')],
        [{ type: 'field', field: 'tag', value: 'arms control' }],
      ],
      not: [word('c'), { type: 'field', field: 'kind', value: 'memo' }],
      problem: null,
    });
  });

  it('takes what is no field, no operator and no phrase as words', () => {
    expect(
      parseQuery('https://a.example 12:30 well-known - x ')
        .clauses.flat()
        .map((term) => 'word' in term && term.word),
    ).toEqual(['https', 'a', 'example', '12', '30', 'well', 'known', 'x']);
    expect(parseQuery('a NEAR(b, 2) * ^ {c} : ').clauses).toHaveLength(5);
  });

  it('says in a sentence what it could not read, and searches all the same', () => {
    expect(parseQuery('"open phrase')).toMatchObject({
      clauses: { length: 2 },
      problem: expect.stringContaining('quotation mark'),
    });
    expect(parseQuery('embassy tag:')).toMatchObject({
      clauses: { length: 1 },
      problem: expect.stringContaining('tag:'),
    });
    expect(parseQuery('embassy OR')).toMatchObject({ clauses: { length: 1 }, problem: expect.stringContaining('OR') });
  });

  it('reads any string without throwing and within bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const { clauses } = parseQuery(text);
        expect(clauses.flat().length).toBeLessThan(600);
      }),
    );
    expect(() => parseQuery('" '.repeat(50_000))).not.toThrow();
  });
});
