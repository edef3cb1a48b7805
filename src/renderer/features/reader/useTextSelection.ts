import { useCallback, useEffect, useState, type RefObject } from 'react';
import { selectedOffsets, type OffsetRange } from './selection';

export interface TextSelection extends OffsetRange {
  /** Where it is on screen, for what is placed beside it. */
  rect: DOMRect;
}

/** What the user has selected in a snapshot's text, once they have finished selecting; and how to let go of it. */
export function useTextSelection(root: RefObject<HTMLElement | null>): [TextSelection | null, () => void] {
  const [selection, setSelection] = useState<TextSelection | null>(null);

  useEffect(() => {
    let pressed = false;
    const read = () => {
      const current = document.getSelection();
      const element = root.current;
      if (!element || !current || current.rangeCount === 0 || pressed) return setSelection(null);
      const range = current.getRangeAt(0);
      const offsets = selectedOffsets(element, range);
      setSelection(offsets && { ...offsets, rect: range.getBoundingClientRect() });
    };
    const onPress = (event: PointerEvent) => {
      pressed = root.current?.contains(event.target as Node) ?? false;
    };
    const onRelease = () => {
      pressed = false;
      // subtle: the browser drops a selection that was clicked into only after this event.
      requestAnimationFrame(read);
    };
    const onChange = () => {
      // Typing in the margin moves the document's selection too; that is none of ours.
      if (document.activeElement?.closest('input, textarea, [contenteditable]')) return;
      read();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('pointerup', onRelease);
    document.addEventListener('selectionchange', onChange);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('pointerup', onRelease);
      document.removeEventListener('selectionchange', onChange);
    };
  }, [root]);

  const clear = useCallback(() => {
    document.getSelection()?.removeAllRanges();
    setSelection(null);
  }, []);
  return [selection, clear];
}
