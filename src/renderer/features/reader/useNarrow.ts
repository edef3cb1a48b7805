import { useLayoutEffect, useState, type RefObject } from 'react';

/** Below this width of the reader, px, there is no room for a margin beside the text; reader.module.css says the same. */
const NARROW_PX = 680;

/** Whether the reader is too narrow for a margin; follows its pane. */
export function useNarrow(reader: RefObject<HTMLElement | null>): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = reader.current;
    if (!element) return;
    const measure = () => setNarrow(element.clientWidth < NARROW_PX);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [reader]);
  return narrow;
}
