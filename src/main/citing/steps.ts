import { setImmediate as nextTurn } from 'node:timers/promises';
import { withTimeLimit } from './time-limit';

/** Work that stops after every small step, so that other work of the process gets its turn. */
export type Steps<T> = Generator<void, T>;

/** Milliseconds of work after which other work gets its turn. */
const slice = 12;

/** Milliseconds that work may take: all of it, and any one step. */
export interface Limits {
  all: number;
  step: number;
}

/**
 * Does the work, turn by turn.
 * @throws CommonplaceError `bad-style` when it or a step takes longer than it may
 */
export async function inTurns<T>(limits: Limits, steps: Steps<T>): Promise<T> {
  let left = limits.all;
  let turn = performance.now();
  for (;;) {
    const begun = performance.now();
    const step = withTimeLimit(Math.min(left, limits.step), () => steps.next());
    const now = performance.now();
    left -= now - begun;
    if (step.done) return step.value;
    if (now - turn > slice) {
      await nextTurn();
      turn = performance.now();
    }
  }
}
