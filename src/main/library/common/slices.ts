/** Longer than this nobody is kept waiting, ms. */
const longest = 15;

/** Runs work that comes in steps to its end, and lets others have a turn every few milliseconds. */
export async function inSlices<T>(steps: Generator<unknown, T>): Promise<T> {
  for (let until = performance.now() + longest; ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await new Promise((resolve) => setImmediate(resolve));
    until = performance.now() + longest;
  }
}
