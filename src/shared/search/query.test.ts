import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuotation, parseQuery } from './query';

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

  it('takes a text copied from elsewhere as words, whatever its marks', () => {
    const copied =
      'He said: “We will not open the harbour” - not today, not ever -and then left the hall; date: unknown, source: himself';
    const { clauses, not, problem } = parseQuery(copied);
    expect(clauses.flat().every(({ type }) => type === 'word')).toBe(true);
    expect([clauses.length, not, problem]).toEqual([21, [], null]);
    const typed = `"open the harbour" -today OR ${'word '.repeat(20)} tag:envoys`;
    expect(parseQuery(typed)).toMatchObject({ not: [word('today')], clauses: { length: 21 } });
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

  it('reads a pasted passage as plain words, whatever its quotation marks; a phrase that was asked for stays one', () => {
    const passage = 'The porter said: “He did not hesitate, he knew where to go.” The police came later';
    for (const pasted of [passage, passage.replace('”', ''), passage.replace('said:', 'source:')]) {
      const query = parseQuery(pasted);
      expect(query.problem === null || pasted.includes('source:')).toBe(true);
      expect(query.clauses.every(([term]) => term!.type === 'word')).toBe(true);
      expect(isQuotation(query)).toBe(true);
    }
    const asked = parseQuery('embassy attack police january guard killed "eleven minutes"');
    expect(asked.clauses.at(-1)).toEqual([{ type: 'phrase', words: ['eleven', 'minutes'] }]);
    expect(isQuotation(parseQuery('one two three four five six seven eight tag:x'))).toBe(false);
    expect(isQuotation(parseQuery('embassy attack'))).toBe(false);
  });

  it('reads any string without throwing and within bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        const { clauses } = parseQuery(text);
        expect(clauses.flat().length).toBeLessThanOrEqual(2000);
      }),
    );
    expect(() => parseQuery('" '.repeat(50_000))).not.toThrow();
  });
});
