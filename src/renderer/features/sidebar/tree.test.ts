import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../shared/domain/collections';
import { canMoveInto, treeRows } from './tree';

const collection = (id: string, parentId: string | null): Collection => ({
  id,
  name: id,
  parentId,
  itemCount: 0,
  createdAt: '',
  modifiedAt: '',
  deletedAt: null,
});

describe('tree of collections', () => {
  it('puts children under their parent', () => {
    const rows = treeRows([collection('b', null), collection('a1', 'a'), collection('a', null)]);
    expect(rows.map((row) => [row.collection.id, row.depth])).toEqual([
      ['a', 0],
      ['a1', 1],
      ['b', 0],
    ]);
  });

  it('shows every collection exactly once, even where parents are missing or go round in a circle', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const parents = fc.array(fc.constantFrom(null, ...names, 'gone'), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(parents, (chosen) => {
        const rows = treeRows(names.map((name, index) => collection(name, chosen[index] ?? null)));
        expect(rows.map((row) => row.collection.id).sort()).toEqual(names);
      }),
    );
  });

  it('refuses to move a collection into its own child', () => {
    const all = [collection('a', null), collection('a1', 'a'), collection('b', null)];
    expect(canMoveInto(all, 'a', 'a1')).toBe(false);
    expect(canMoveInto(all, 'a', 'a')).toBe(false);
    expect(canMoveInto(all, 'a', 'b')).toBe(true);
  });
});
