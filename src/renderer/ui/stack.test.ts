import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stack, type MarginItem } from './stack';

const items = (...wishes: number[]): MarginItem[] =>
  wishes.map((wish, index) => ({ id: String(index), wish, height: 40 }));

test('items stand beside their lines, or below a crowded neighbour', () => {
  expect([...stack(items(0, 10, 200), undefined).values()]).toEqual([0, 48, 200]);
});

test('the chosen one stands beside its line and pushes the others away', () => {
  const tops = stack(items(0, 10, 20), '1');
  expect([tops.get('0'), tops.get('1'), tops.get('2')]).toEqual([-38, 10, 58]);
});

test('no two overlap, whatever they wish', () => {
  const item = fc.record({ wish: fc.nat(2000), height: fc.integer({ min: 1, max: 300 }) });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), fc.nat(30), (raw, chosen) => {
      const all = raw.map((each, index) => ({ ...each, id: String(index) }));
      const tops = stack(all, String(chosen));
      const placed = all.map((each) => ({
        top: tops.get(each.id) ?? NaN,
        bottom: (tops.get(each.id) ?? NaN) + each.height,
      }));
      placed.sort((a, b) => a.top - b.top);
      for (let i = 1; i < placed.length; i++) expect(placed[i]!.top).toBeGreaterThanOrEqual(placed[i - 1]!.bottom);
    }),
  );
});
