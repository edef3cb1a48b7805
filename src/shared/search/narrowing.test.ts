import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findNarrowing, kindIn, narrowingsOf, withKind, withoutPart, withTerm } from './narrowing';

describe('what a query is narrowed by', () => {
  it('is its fields, with where they stand', () => {
    const query = 'embassy tag:"police delay" -actor:Dorsev kind:excerpts';
    const found = narrowingsOf(query).map(({ field, value, not, start, end }) => [
      field,
      value,
      not,
      query.slice(start, end),
    ]);
    expect(found).toEqual([
      ['tag', 'police delay', false, 'tag:"police delay"'],
      ['actor', 'Dorsev', true, '-actor:Dorsev'],
      ['kind', 'excerpts', false, 'kind:excerpts'],
    ]);
  });

  it('is nothing where a field is one of several ways, has no value, or a quotation mark is missing', () => {
    for (const query of ['embassy OR tag:envoys', 'tag:', 'tag:"police', 'other:word', '']) {
      expect(narrowingsOf(query), query).toEqual([]);
    }
  });

  it('is put in and taken out again', () => {
    fc.assert(
      fc.property(fc.constantFrom('', 'embassy', 'embassy attack', 'tag:border ', '"two words" -x'), (query) => {
        const narrowed = withTerm(query, 'source:hallam-2023');
        const narrowing = findNarrowing(narrowed, 'source:"Hallam-2023"')!;
        expect(narrowed.slice(narrowing.start, narrowing.end)).toBe('source:hallam-2023');
        expect(withoutPart(narrowed, narrowing)).toBe(query.trimEnd());
      }),
    );
    expect(withoutPart('a tag:b c', { start: 2, end: 7 })).toBe('a c');
  });

  it('has one kind at most', () => {
    expect(kindIn('embassy kind:Excerpts')).toBe('excerpt');
    expect(kindIn('kind:person')).toBeNull();
    expect(kindIn('-kind:memo')).toBeNull();
    expect(withKind('kind:claim embassy kind:memo', 'excerpt')).toBe('embassy kind:excerpt ');
    expect(withKind('embassy kind:excerpt ', null)).toBe('embassy');
    expect(withKind('kind:person embassy', 'actor')).toBe('kind:person embassy kind:actor ');
  });
});
