import { expect, it } from 'vitest';
import { searchable, searchStyles } from './search-styles';
import type { StyleInfo } from './types';

const style = (id: string, title: string): StyleInfo => ({ id, title, kind: 'note', noteStyle: true, added: false });
const all = searchable([
  style('japanese-review', 'Japanese Review'),
  style('apa', 'APA (7th edition)'),
  style('chicago-notes', 'Chicago, notes and bibliography'),
  style('ljubljana', 'Univerza v Ljubljani - APA 7'),
  style('revue', 'Revue française de géographie'),
]);
const ids = (query: string) => searchStyles(all, query).map(({ id }) => id);

it('finds styles by whole words first, without marks, and with a slip', () => {
  expect(ids('apa')).toEqual(['apa', 'ljubljana', 'japanese-review']);
  expect(ids('apa 7')).toEqual(['apa', 'ljubljana']);
  expect(ids('francaise geo')).toEqual(['revue']);
  expect(ids('chicgo')).toEqual(['chicago-notes']);
  expect(ids(' ')).toHaveLength(5);
  expect(ids('zzzzzz')).toEqual([]);
});
