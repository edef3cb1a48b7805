import { useEffect, type RefObject } from 'react';
import type { TextRange } from '../../../shared/search/types';
import { markRanges } from '../../ui/marks';
import type { FindSession } from './FindSession';
import type { FindTarget } from './FindTarget';

/** More marks than this on one screen tell nobody anything, and take time to draw. */
const mostMarks = 2000;

/** Keeps the hits that are on the screen marked, whatever moves: the hits, the text or what is drawn of it. */
export function useMarks(session: FindSession, target: FindTarget, surface: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    let frame = 0;
    let unmark = () => {};
    const mark = () => {
      frame = 0;
      unmark();
      const seen = target.onScreen(session.state().hits);
      const isShown = ({ hit }: { hit: TextRange }) => hit === session.hit;
      const others = seen.filter((each) => !isShown(each)).slice(0, mostMarks);
      const stops = [
        markRanges(
          'find',
          others.map(({ range }) => range),
        ),
        markRanges(
          'find-current',
          seen.filter(isShown).map(({ range }) => range),
          1,
        ),
      ];
      unmark = () => stops.forEach((stop) => stop());
    };
    const soon = () => {
      frame ||= requestAnimationFrame(mark);
    };
    const changes = new MutationObserver(soon);
    changes.observe(element, { subtree: true, childList: true, characterData: true });
    const sizes = new ResizeObserver(soon);
    sizes.observe(element);
    element.addEventListener('scroll', soon, { capture: true, passive: true });
    const stopListening = session.subscribe(soon);
    mark();
    return () => {
      stopListening();
      element.removeEventListener('scroll', soon, { capture: true });
      sizes.disconnect();
      changes.disconnect();
      cancelAnimationFrame(frame);
      unmark();
    };
  }, [session, target, surface]);
}
