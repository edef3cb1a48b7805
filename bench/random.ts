/** A seeded source of numbers (mulberry32): the same seed gives the same corpus on every machine. */
export interface Random {
  /** 0 ≤ number < 1. */
  number(): number;
  /** 0 ≤ integer < below. */
  below(below: number): number;
  pick<T>(items: readonly T[]): T;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(number() * limit);
  return { number, below, pick: (items) => items[below(items.length)]! };
}
