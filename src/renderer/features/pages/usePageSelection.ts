import { useCallback, useEffect, useRef, useState, type MouseEvent as ReactMouseEvent, type RefObject } from 'react';
import type { Block } from '../../../shared/domain/sources';
import { pageAt, wordAt, type Arrangement, type PagePoint } from './geometry';
import type { Places } from './Places';
import { fits, selectionBetween, textOf, type Anchor, type PageSelection } from './selection';
import type { PageSize } from './worker/messages';

/** A press this far from any word, points, selects nothing. */
const REACH = 14;
/** A press that moves less than this, px, is a click. */
const STILL = 4;

export interface PageSelecting {
  selection: PageSelection | null;
  /** True while the mouse is down. */
  selecting: boolean;
  select: (selection: PageSelection | null) => void;
  onMouseDown: (event: ReactMouseEvent) => void;
}

interface Setup {
  root: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
  pages: readonly PageSize[];
  arrangement: Arrangement | null;
  scale: number;
  places: Places | null | undefined;
  blocks: readonly Block[];
  /** A click on a place of the snapshot, or beside all words. */
  onClick: (offset: number | null) => void;
}

/**
 * Selecting with the mouse: whole words in the order of the snapshot, across columns and pages; a double click takes a word, a
 * third one its paragraph. What is selected is offsets, so that pages may come and go meanwhile.
 */
export function usePageSelection(setup: Setup): PageSelecting {
  const [selection, select] = useState<PageSelection | null>(null);
  const [selecting, setSelecting] = useState(false);
  const anchor = useRef<Anchor | null>(null);
  const latest = useRef(setup);
  useEffect(() => {
    latest.current = setup;
  });

  const pointOf = useCallback(({ clientX, clientY }: { clientX: number; clientY: number }): PagePoint | null => {
    const { root, pages, arrangement, scale } = latest.current;
    const rect = root.current?.getBoundingClientRect();
    if (!rect || !arrangement || scale === 0) return null;
    const page = pageAt(arrangement, clientY - rect.top);
    const left = (arrangement.width - (pages[page]?.width ?? 0) * scale) / 2;
    return {
      page,
      x: (clientX - rect.left - left) / scale,
      y: (clientY - rect.top - (arrangement.tops[page] ?? 0)) / scale,
    };
  }, []);

  /** Extends the selection to where the mouse is. */
  const extend = useCallback(
    (event: { clientX: number; clientY: number }) => {
      const { places } = latest.current;
      const point = pointOf(event);
      if (!places || !point || !anchor.current) return;
      const from = places.page(anchor.current.page).words[anchor.current.word];
      const word = wordAt(places.page(point.page).words, point, fits(from));
      const chosen = word === -1 ? null : selectionBetween(places, anchor.current, { page: point.page, word });
      if (chosen) select(chosen);
    },
    [pointOf],
  );

  const onMouseDown = useCallback(
    (event: ReactMouseEvent) => {
      const { root, scroller, places, blocks, onClick } = latest.current;
      if (event.button !== 0) return;
      // subtle: the browser's own selection would run along the layer's elements, not along the text.
      event.preventDefault();
      root.current?.focus({ preventScroll: true });
      document.getSelection()?.removeAllRanges();
      const point = pointOf(event);
      if (!places || !point) return;
      if (event.shiftKey && anchor.current) return extend(event);
      const page = places.page(point.page);
      const word = wordAt(page.words, point, () => true, REACH);
      anchor.current = word === -1 ? null : { page: point.page, word };
      const range = page.words[word]?.range ?? null;
      if (event.detail === 2 && anchor.current) return select(selectionBetween(places, anchor.current, anchor.current));
      if (event.detail > 2 && range) {
        const block = blocks.find(({ start, end }) => start <= range[0] && end > range[0]);
        return select(block ? { kind: 'passage', start: block.start, end: block.end } : null);
      }
      select(null);
      const isOn = word !== -1 && wordAt(page.words, point, () => true, 2) === word;
      follow(event, scroller.current, {
        moved: (at) => {
          setSelecting(true);
          extend(at);
        },
        ended: (hasMoved) => {
          setSelecting(false);
          if (!hasMoved) onClick(isOn && range ? range[0] : null);
        },
      });
    },
    [extend, pointOf],
  );

  useEffect(() => {
    if (!selection) return;
    const onCopy = (event: ClipboardEvent) => {
      if (document.activeElement?.closest('input, textarea, [contenteditable]')) return;
      if (document.getSelection()?.isCollapsed === false) return;
      event.clipboardData?.setData('text/plain', textOf(selection, latest.current.places?.text ?? ''));
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [selection]);

  return { selection, selecting, select, onMouseDown };
}

interface Press {
  moved: (at: { clientX: number; clientY: number }) => void;
  ended: (hasMoved: boolean) => void;
}

/** Follows the mouse until it is let go of, and scrolls while it is above or below what is scrolled. */
function follow(start: { clientX: number; clientY: number }, scroller: HTMLElement | null, press: Press): void {
  const gone = new AbortController();
  const { signal } = gone;
  let at = { clientX: start.clientX, clientY: start.clientY };
  let hasMoved = false;
  const scroll = () => {
    if (signal.aborted || !scroller) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const beyond = at.clientY < top ? at.clientY - top : Math.max(0, at.clientY - bottom);
    if (beyond !== 0) {
      scroller.scrollTop += Math.max(-40, Math.min(40, beyond));
      press.moved(at);
    }
    requestAnimationFrame(scroll);
  };
  document.addEventListener(
    'mousemove',
    (event) => {
      at = { clientX: event.clientX, clientY: event.clientY };
      if (!hasMoved && Math.hypot(at.clientX - start.clientX, at.clientY - start.clientY) < STILL) return;
      if (!hasMoved) requestAnimationFrame(scroll);
      hasMoved = true;
      press.moved(at);
    },
    { signal },
  );
  const end = () => {
    gone.abort();
    press.ended(hasMoved);
  };
  document.addEventListener('mouseup', end, { signal });
  window.addEventListener('blur', end, { signal });
}
