import type { LexicalEditor } from 'lexical';
import { useLayoutEffect, useState, type RefObject } from 'react';
import type { PlacedComment } from '../../../editor/comments/useComments';
import { stack } from '../../../ui/stack';

export interface BesideLines {
  editor: LexicalEditor;
  scroller: HTMLElement;
  /** Holds the cards; it moves as the text scrolls. */
  column: RefObject<HTMLElement | null>;
  /** Another array has all measured again. */
  shown: readonly PlacedComment[];
  activeId: string | undefined;
}

/**
 * Where cards stand so that each is beside the line of its words: px from the top of the text. Measured after every change
 * of the text's or a card's size; the column follows the text's scrolling by itself.
 */
export function useBesideLines({
  editor,
  scroller,
  column,
  shown,
  activeId,
}: BesideLines): ReadonlyMap<string, number> {
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map());
  const any = shown.length > 0;
  useLayoutEffect(() => {
    const element = column.current;
    if (!element || !any) return;
    const follow = () => {
      const room = element.parentElement?.getBoundingClientRect().top ?? 0;
      const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
      element.style.setProperty('transform', `translateY(${origin - room}px)`);
    };
    follow();
    scroller.addEventListener('scroll', follow, { passive: true });
    // The panel's own place settles after it is there: another tab has still to go.
    const observer = new ResizeObserver(follow);
    if (element.parentElement) observer.observe(element.parentElement);
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', follow);
    };
  }, [scroller, column, any]);

  useLayoutEffect(() => {
    const element = column.current;
    if (!element) return;
    const cards = [...element.querySelectorAll<HTMLElement>('[data-comment-card]')];
    const place = () => {
      const origin = scroller.getBoundingClientRect().top - scroller.scrollTop;
      const items = cards.flatMap((card) => {
        const id = card.dataset['commentCard'] ?? '';
        const key = shown.find((comment) => comment.id === id)?.keys[0];
        const line = key ? editor.getElementByKey(key)?.getClientRects()[0] : undefined;
        return line ? [{ id, wish: line.top - origin - 4, height: card.offsetHeight }] : [];
      });
      setTops(stack(items, activeId));
    };
    const observer = new ResizeObserver(place);
    const text = editor.getRootElement();
    if (text) observer.observe(text);
    for (const card of cards) observer.observe(card);
    place();
    return () => observer.disconnect();
  }, [editor, scroller, column, shown, activeId]);
  return tops;
}
