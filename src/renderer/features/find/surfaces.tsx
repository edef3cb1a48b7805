import { createContext, use, useEffect, useLayoutEffect, useRef } from 'react';

/** A text of the window that can be looked through, wherever it stands. */
export interface FindSurface {
  element: () => HTMLElement | null;
  canReplace: boolean;
  open: (replace: boolean) => void;
  step: (direction: 1 | -1) => void;
}

/** The texts that are open, and which of them the user means. */
export class FindSurfaces {
  readonly #surfaces = new Set<FindSurface>();
  #focus: Element | null = null;
  #lastQuery = '';

  add(surface: FindSurface): () => void {
    this.#surfaces.add(surface);
    return () => this.#surfaces.delete(surface);
  }

  /** What was looked for last, in any of them. */
  get lastQuery(): string {
    return this.#lastQuery;
  }

  looked(query: string): void {
    this.#lastQuery = query;
  }

  /** Remembers where in the window the user was last; menus and the palette are no place. */
  focused(element: Element): void {
    if (element.closest('#main-view')) this.#focus = element;
  }

  /**
   * The text that has the focus; else the one in the same pane, as beside a list; else any. A preview, which only follows a
   * list, is meant only while it has the focus.
   */
  meant(): FindSurface | undefined {
    const surfaces = [...this.#surfaces];
    const focus = this.#focus?.isConnected ? this.#focus : null;
    const own = surfaces.filter((surface) => surface.element()?.closest('[data-preview]') === null);
    return (
      surfaces.find((surface) => focus && surface.element()?.contains(focus)) ??
      own.find((surface) => paneOf(surface.element()) === paneOf(focus)) ??
      own[0]
    );
  }
}

function paneOf(element: Element | null): Element | null {
  return element?.closest('[data-pane]') ?? null;
}

export const FindContext = createContext<FindSurfaces | null>(null);

export function useFindSurfaces(): FindSurfaces {
  const surfaces = use(FindContext);
  if (!surfaces) throw new Error('useFindSurfaces needs the Provider of features/find above it');
  return surfaces;
}

/** Offers a text for finding while the component is mounted. */
export function useOfferFind(surface: FindSurface): void {
  const surfaces = useFindSurfaces();
  const latest = useRef(surface);
  useEffect(() => {
    latest.current = surface;
  });
  // subtle: before the text is painted, so that no key comes too early.
  useLayoutEffect(
    () =>
      surfaces.add({
        element: () => latest.current.element(),
        get canReplace() {
          return latest.current.canReplace;
        },
        open: (replace) => latest.current.open(replace),
        step: (direction) => latest.current.step(direction),
      }),
    [surfaces],
  );
}
