import { samePlace, type Place } from './places';

/** Where the window is and was. `beside` is the second pane's place; it is not part of back and forward. */
export interface PlaceHistory {
  past: readonly Place[];
  place: Place;
  future: readonly Place[];
  beside: Place | null;
}

const LONGEST = 100;

export function startHistory(place: Place, beside: Place | null = null): PlaceHistory {
  return { past: [], place, future: [], beside };
}

/**
 * Opening the place one is at makes no step, so that back never seems stuck; the place becomes a new object all the same,
 * which tells views to show it again: the reader may have been scrolled away from the passage.
 */
export function opened(history: PlaceHistory, place: Place): PlaceHistory {
  if (samePlace(history.place, place)) return { ...history, place: { ...place } };
  return { ...history, past: [...history.past, history.place].slice(-LONGEST), place, future: [] };
}

/** Changes the present place without a step of history: a selection following the arrow keys, a query being typed. */
export function replaced(history: PlaceHistory, place: Place): PlaceHistory {
  return samePlace(history.place, place) ? history : { ...history, place };
}

export function wentBack(history: PlaceHistory): PlaceHistory {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return {
    ...history,
    past: history.past.slice(0, -1),
    place: previous,
    future: [history.place, ...history.future],
  };
}

export function wentForward(history: PlaceHistory): PlaceHistory {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { ...history, past: [...history.past, history.place], place: next, future };
}

export function openedBeside(history: PlaceHistory, place: Place | null): PlaceHistory {
  return { ...history, beside: place && { ...place } };
}
