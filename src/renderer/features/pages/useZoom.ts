import { useEffect, useLayoutEffect, useState, type RefObject } from 'react';
import * as v from 'valibot';
import { useCommands } from '../../app/commands';
import { useChoice } from '../../app/preferences';
import type { PageSize } from './worker/messages';

/** CSS px a point at 100 %. */
const ACTUAL = 96 / 72;
const LEAST = 0.25;
const MOST = 5;
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5];

const zoomSchema = v.union([v.literal('fit'), v.pipe(v.number(), v.minValue(LEAST), v.maxValue(MOST))]);

export interface Zoom {
  /** CSS px a point; 0 before the room is known. */
  scale: number;
  /** 1 for the size on paper. */
  factor: number;
  fits: boolean;
  nearer: () => void;
  farther: () => void;
  fit: () => void;
}

/** How large pages are: as wide as there is room, or by a factor; remembered. */
export function useZoom(
  column: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  pages: readonly PageSize[] | undefined,
): Zoom {
  const [zoom, setZoom] = useChoice<'fit' | number>('pages.zoom', zoomSchema, 'fit');
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = column.current;
    if (!element) return;
    const measure = () => setRoom(element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [column]);

  const widest = pages?.reduce((most, { width }) => Math.max(most, width), 1) ?? 1;
  const fitting = Math.min(MOST, Math.max(LEAST, room / widest / ACTUAL));
  const factor = zoom === 'fit' ? fitting : zoom;
  const nearer = () => setZoom(steps.find((step) => step > factor * 1.01) ?? MOST);
  const farther = () => setZoom(steps.findLast((step) => step < factor * 0.99) ?? LEAST);
  const fit = () => setZoom('fit');

  useCommands([
    {
      id: 'pages.nearer',
      title: 'Enlarge the pages',
      group: 'Pages',
      shortcut: 'mod+=',
      otherShortcuts: ['mod++'],
      run: nearer,
    },
    { id: 'pages.farther', title: 'Reduce the pages', group: 'Pages', shortcut: 'mod+-', run: farther },
    { id: 'pages.fit', title: 'Fit the pages to the width', group: 'Pages', shortcut: 'mod+0', run: fit },
  ]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      if (event.deltaY < 0) nearer();
      else farther();
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  });
  return { scale: room === 0 ? 0 : factor * ACTUAL, factor, fits: zoom === 'fit', nearer, farther, fit };
}
