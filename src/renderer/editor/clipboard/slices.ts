/** Work in steps: each answers how far it has come, from 0 to 1. */
export type Steps<T> = Generator<number, T>;

/** As long as one frame of the screen leaves to others, ms. */
const SLICE_MS = 10;
/** So long the window may show nothing new, ms. */
const UNDRAWN_MS = 50;

/** Goes on with a work for a while; null if there is more of it. */
export function workFor<T>(steps: Steps<T>, ms: number, onStep?: (share: number) => void): { value: T } | null {
  const until = performance.now() + ms;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { value: step.value };
    onStep?.(step.value);
    if (performance.now() >= until) return null;
  }
}

/** All of a work at once. */
export function finish<T>(steps: Steps<T>): T {
  return workFor(steps, Infinity)!.value;
}

/** All of a work, in slices between which the window has its turn; `onSlice` may throw to end it. */
export async function inSlices<T>(steps: Steps<T>, onSlice: (share: number) => void): Promise<T> {
  let share = 0;
  for (let drawn = 0; ;) {
    if (performance.now() - drawn < UNDRAWN_MS) await giveWay();
    else {
      await nextFrame();
      drawn = performance.now();
    }
    onSlice(share);
    const done = workFor(steps, SLICE_MS, (next) => (share = next));
    if (done) return done.value;
  }
}

/** Lets the window handle keys. subtle: a timer would wait 4 ms each time. */
function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Lets the window draw: a busy one may put it off for seconds. A window that is not seen never draws, and goes on all the same. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 4 * UNDRAWN_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
