type Step = 1 | -1;
type Listener = (step: Step) => void;

let listener: Listener | null = null;
let due: Step | null = null;

/** F8 steps through findings wherever the focus is; the panel that lists them may only be opening then. */
export const stepTo = {
  listen(heard: Listener): () => void {
    listener = heard;
    if (due !== null) {
      const step = due;
      due = null;
      queueMicrotask(() => listener?.(step));
    }
    return () => {
      if (listener === heard) listener = null;
    };
  },
  step(step: Step): void {
    if (listener) listener(step);
    else due = step;
  },
};
