import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arrangeStretches, fullStretch, longestStretch, type ArrangedBlock } from './arrange';

function arrange(blocks: readonly ArrangedBlock[]): string[] {
  let made = 0;
  return arrangeStretches(blocks, () => `new ${++made}`);
}

const block = fc.record({ stretch: fc.constantFrom('', 'a', 'b', 'c', 'd'), mayBegin: fc.boolean() });

it('the blocks of a stretch lie side by side, none is left out, and one begins where it may or must', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 120 }), (blocks) => {
      const stretches = arrange(blocks);
      const begun = stretches.flatMap((each, at) => (each === stretches[at - 1] ? [] : [at]));
      expect(stretches).not.toContain('');
      expect(new Set(stretches).size).toBe(begun.length);
      for (const [index, at] of begun.entries()) {
        expect(at === 0 || blocks[at]!.mayBegin || at - begun[index - 1]! === longestStretch).toBe(true);
      }
    }),
  );
});

it('what is arranged stays as it is', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 120 }), (blocks) => {
      const stretches = arrange(blocks);
      const again = blocks.map(({ mayBegin }, at) => ({ stretch: stretches[at]!, mayBegin }));
      expect(arrange(again)).toEqual(stretches);
    }),
  );
});

it('what has become too long is parted: soon where a stretch may begin, and at last where none may', () => {
  for (const [mayBegin, longest] of [
    [true, 2 * fullStretch],
    [false, longestStretch],
  ] as const) {
    const stretches = arrange(Array.from({ length: 120 }, () => ({ stretch: 'a', mayBegin })));
    const lengths = [...new Set(stretches)].map((name) => stretches.filter((each) => each === name).length);
    expect(new Set(lengths)).toEqual(new Set([longest]));
  }
});

it('blocks moved in among others join them, and those behind them keep their place', () => {
  const at = (stretch: string) => ({ stretch, mayBegin: true });
  expect(arrange([at('a'), at('c'), at('a'), at('b'), at('c')])).toEqual(['a', 'c', 'c', 'b', 'b']);
});
