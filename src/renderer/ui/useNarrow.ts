import { useLayoutEffect, useState, type RefObject } from 'react';

/** Below this width of a text and what belongs to it, px, there is no room beside the text; reader.module.css says the same. */
const NARROW_PX = 680;

/** Whether there is too little room for anything beside a text; follows the pane. */
export function useNarrow(room: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const measure = () => setNarrow(element.clientWidth < NARROW_PX);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [room]);
  return narrow;
}
