import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { opened, openedBeside, replaced, startHistory, wentBack, wentForward, type PlaceHistory } from './history';
import type { Place } from './places';

export interface Navigation {
  place: Place;
  /** What the second pane shows; null while it is closed. */
  beside: Place | null;
  canGoBack: boolean;
  canGoForward: boolean;
  open(place: Place): void;
  /** Like `open`, but back does not return to where one was: for a selection that follows the arrow keys. */
  replace(place: Place): void;
  openBeside(place: Place): void;
  closeBeside(): void;
  back(): void;
  forward(): void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function useNavigation(): Navigation {
  const navigation = use(NavigationContext);
  if (!navigation) throw new Error('useNavigation needs a NavigationProvider above it');
  return navigation;
}

export interface NavigationProviderProps {
  start: Place;
  startBeside: Place | null;
  onMove: (place: Place, beside: Place | null) => void;
  children: ReactNode;
}

/** Holds where the window is. `start` is read once; give the provider a `key` to start afresh in another library. */
export function NavigationProvider({ start, startBeside, onMove, children }: NavigationProviderProps) {
  const [history, setHistory] = useState<PlaceHistory>(() => startHistory(start, startBeside));
  useEffect(() => onMove(history.place, history.beside), [history.place, history.beside, onMove]);

  const open = useCallback((place: Place) => setHistory((now) => opened(now, place)), []);
  const replace = useCallback((place: Place) => setHistory((now) => replaced(now, place)), []);
  const openBeside = useCallback((place: Place) => setHistory((now) => openedBeside(now, place)), []);
  const closeBeside = useCallback(() => setHistory((now) => openedBeside(now, null)), []);
  const back = useCallback(() => setHistory(wentBack), []);
  const forward = useCallback(() => setHistory(wentForward), []);

  const navigation = useMemo<Navigation>(
    () => ({
      place: history.place,
      beside: history.beside,
      canGoBack: history.past.length > 0,
      canGoForward: history.future.length > 0,
      open,
      replace,
      openBeside,
      closeBeside,
      back,
      forward,
    }),
    [history, open, replace, openBeside, closeBeside, back, forward],
  );
  return <NavigationContext value={navigation}>{children}</NavigationContext>;
}
