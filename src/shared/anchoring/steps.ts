/**
 * Work on long texts comes in steps: a generator that yields often, so that whoever runs it decides when others get a turn. This
 * runs it to its end at once.
 */
export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
