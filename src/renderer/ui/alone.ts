import { useSyncExternalStore } from 'react';

let alone = 0;
const listeners = new Set<() => void>();

function add(one: 1 | -1): void {
  alone += one;
  for (const listener of listeners) listener();
}

/**
 * Takes everything around an element that covers the window out of reach of keys and screen readers, up to the app's root.
 * Returns what ends it.
 */
export function keepAlone(element: HTMLElement): () => void {
  const shut: HTMLElement[] = [];
  for (let at = element; at.parentElement && at.id !== 'root'; at = at.parentElement) {
    for (const sibling of at.parentElement.children) {
      if (sibling === at || !(sibling instanceof HTMLElement) || sibling.inert) continue;
      sibling.inert = true;
      shut.push(sibling);
    }
  }
  add(1);
  return () => {
    for (const each of shut) each.inert = false;
    add(-1);
  };
}

/** Whether an element stands alone: what takes the mouse by where it is, even under what lies over it, has to know. */
export function useAlone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => alone > 0,
  );
}
