import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getSelection, $isRangeSelection, $isTextNode, type LexicalEditor } from 'lexical';
import { useCallback, useEffect, useRef, useState, type CSSProperties } from 'react';
import type { TypedMatch } from './triggers';

interface Found {
  match: TypedMatch;
  /** Where it begins, to know it again. */
  start: string;
}

export interface TypedMatchState {
  match: TypedMatch | null;
  /** Where a menu below (or above, where there is no room) the typed words goes. */
  place: CSSProperties | null;
  /** Closes the menu until another one is begun. */
  dismiss: () => void;
}

/** Follows what is typed before the caret. */
export function useTypedMatch(trigger: (text: string) => TypedMatch | null): TypedMatchState {
  const [editor] = useLexicalComposerContext();
  const [found, setFound] = useState<Found | null>(null);
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const dismissed = useRef<string | null>(null);

  useEffect(() => {
    const read = () => {
      const next = editor.isComposing() ? null : find(editor, trigger);
      if (next?.start !== dismissed.current) dismissed.current = null;
      const shown = next && next.start !== dismissed.current ? next : null;
      setFound((now) =>
        now && shown && now.start === shown.start && now.match.typed === shown.match.typed ? now : shown,
      );
    };
    const close = () => setFound(null);
    const stop = editor.registerUpdateListener(read);
    const stopRoot = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('blur', close);
      root?.addEventListener('blur', close);
    });
    return () => {
      stop();
      stopRoot();
    };
  }, [editor, trigger]);

  useEffect(() => {
    if (!found) return setPlace(null);
    const put = () => setPlace(placeAt(found.match.typed.length));
    put();
    document.addEventListener('scroll', put, true);
    window.addEventListener('resize', put);
    return () => {
      document.removeEventListener('scroll', put, true);
      window.removeEventListener('resize', put);
    };
  }, [found]);

  const dismiss = useCallback(() => {
    dismissed.current = found?.start ?? null;
    setFound(null);
  }, [found]);
  return { match: found?.match ?? null, place, dismiss };
}

function find(editor: LexicalEditor, trigger: (text: string) => TypedMatch | null): Found | null {
  if (!editor.isEditable() || editor.getRootElement() !== document.activeElement) return null;
  return editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
    const node = selection.anchor.getNode();
    if (
      !$isTextNode(node) ||
      !node.isSimpleText() ||
      node.hasFormat('code') ||
      node.getParent()?.getType() === 'code'
    ) {
      return null;
    }
    const match = trigger(node.getTextContent().slice(0, selection.anchor.offset));
    return match && { match, start: `${node.getKey()} ${selection.anchor.offset - match.typed.length}` };
  });
}

const MENU_HEIGHT = 330;
const MENU_WIDTH = 420;

function placeAt(typedLength: number): CSSProperties | null {
  const selected = window.getSelection();
  if (!selected || selected.rangeCount === 0) return null;
  const range = selected.getRangeAt(0).cloneRange();
  const { startContainer, startOffset } = range;
  if (startContainer.nodeType === Node.TEXT_NODE)
    range.setStart(startContainer, Math.max(0, startOffset - typedLength));
  const rect = range.getBoundingClientRect();
  const left = Math.max(8, Math.min(rect.left, window.innerWidth - MENU_WIDTH - 8));
  const below = rect.bottom + MENU_HEIGHT < window.innerHeight || rect.top < MENU_HEIGHT;
  return below ? { left, top: rect.bottom + 4 } : { left, bottom: window.innerHeight - rect.top + 4 };
}
