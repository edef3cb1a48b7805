import { describe, expect, it } from 'vitest';
import { pick } from './pick';

const actors = [
  'Şahin Əliyev',
  'Harbour Ministry of Velmora',
  'Tidewater Post',
  'Ministry of Ports',
  'إلهام مرابي',
].map((name) => ({ name }));
const keys = [{ name: 'name', get: ({ name }: { name: string }) => name }];
const names = (query: string) => pick(actors, query, keys).map(({ item }) => item.name);

describe('pick', () => {
  it('gives everything for nothing typed', () => {
    expect(names('  ')).toHaveLength(actors.length);
  });

  it('forgives typos, case and letter forms', () => {
    expect(names('eliyev')[0]).toBe('Şahin Əliyev');
    expect(names('minstry')).toEqual(['Ministry of Ports', 'Harbour Ministry of Velmora']);
    expect(names('harbor minstry')[0]).toBe('Harbour Ministry of Velmora');
    expect(names('الهام')).toEqual(['إلهام مرابي']);
    expect(names('zzzz')).toEqual([]);
  });

  it('marks what matched in the original', () => {
    const [first] = pick(actors, 'sahin', keys);
    expect(first!.ranges['name']).toEqual([[0, 5]]);
  });

  it('takes any key text without throwing', () => {
    expect(() => pick(actors, '\uD800 \0 "' + 'x'.repeat(10_000), keys)).not.toThrow();
  });
});
