import { describe, expect, it } from 'vitest';
import { pick } from './pick';

const names = ['Merrin Vael', 'Şəhla Quliyeva', 'Border Commission', 'Ostrava Ministry of Transit'];
const find = (query: string) => pick(query, names, (name) => [name], 10);

describe('typeahead', () => {
  it('finds names by their letters without marks', () => expect(find('sehla')[0]).toBe('Şəhla Quliyeva'));
  it('forgives a slip', () => expect(find('comission')[0]).toBe('Border Commission'));
  it('shows everything for an empty query', () => expect(find('  ')).toEqual(names));
  it('finds nothing where nothing is like it', () => expect(find('zzzzqq')).toEqual([]));
});
