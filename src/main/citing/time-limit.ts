import CSL from 'citeproc';
import { bad } from './csl-xml';

/**
 * citeproc cannot be interrupted, and a style from a stranger may be made to run for hours. So the functions through which
 * everything that it writes passes look at the clock.
 */
let deadline = Infinity;
let patched = false;
/** Every so many calls of those functions: a call takes microseconds, and asking for the time is a good part of it. */
const everyCalls = 32;
let calls = 0;

/**
 * Runs citeproc for at most so many milliseconds, give or take one step of the style.
 * @throws CommonplaceError `bad-style` when it takes longer
 */
export function withTimeLimit<T>(milliseconds: number, work: () => T): T {
  watchTheClock();
  const outer = deadline;
  deadline = Math.min(outer, performance.now() + milliseconds);
  try {
    return work();
  } finally {
    deadline = outer;
  }
}

function watchTheClock(): void {
  if (patched) return;
  patched = true;
  for (const [holder, name] of [
    [CSL, 'tokenExec'],
    [CSL.Output.Queue.prototype, 'append'],
    [CSL.Output.Queue.prototype, 'openLevel'],
    [CSL.NameOutput.prototype, 'init'],
  ] as unknown as [Record<string, (...args: unknown[]) => unknown>, string][]) {
    const original = holder[name];
    if (!original) throw new Error(`citeproc has no ${name}`);
    holder[name] = function (this: unknown, ...args: unknown[]) {
      calls = (calls + 1) % everyCalls;
      if (calls === 0 && performance.now() > deadline) throw bad('it takes too long to write a few citations');
      return original.apply(this, args);
    };
  }
}
