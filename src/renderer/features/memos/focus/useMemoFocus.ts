import { COMMAND_PRIORITY_LOW, KEY_ESCAPE_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect, useRef, type RefObject } from 'react';
import * as v from 'valibot';
import { useCommands } from '../../../app/commands';
import { useChoice } from '../../../app/preferences';
import { focusOn } from '../../../editor/focus/focusOn';
import { keepAlone } from '../../../ui/alone';

const choice = v.object({ on: v.boolean(), by: v.picklist(['paragraph', 'sentence']), typewriter: v.boolean() });
export type FocusChoice = v.InferOutput<typeof choice>;

export interface MemoFocus extends FocusChoice {
  change: (next: Partial<FocusChoice>) => void;
}

export const focusShortcut = 'mod+alt+d';

/** Focus mode: the memo alone in the window, and of it the paragraph or sentence that is written. Remembered. */
export function useMemoFocus(
  page: RefObject<HTMLElement | null>,
  editor: LexicalEditor | null,
  scroller: HTMLElement | null,
  locale: string,
  here: boolean,
): MemoFocus {
  const [chosen, set] = useChoice<FocusChoice>('memo.focus', choice, { on: false, by: 'paragraph', typewriter: true });
  const { by, typewriter } = chosen;
  const on = chosen.on && here;
  const change = (next: Partial<FocusChoice>) => set({ ...chosen, ...next });
  useCommands(
    here
      ? [
          {
            id: 'memo.focus',
            title: on ? 'Leave focus mode' : 'Focus on writing',
            group: 'Memos',
            shortcut: focusShortcut,
            run: () => {
              change({ on: !on });
              editor?.focus();
            },
          },
          {
            id: 'memo.focus.leave',
            title: 'Leave focus mode',
            hidden: true,
            shortcut: 'escape',
            when: () => on,
            run: () => change({ on: false }),
          },
        ]
      : [],
  );
  useEffect(() => {
    if (!on || !page.current) return;
    return keepAlone(page.current);
  }, [on, page]);
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => change({ on: false });
  });
  useEffect(() => {
    if (!on || !editor) return;
    // While one writes, Escape is the editor's: its menus take it first, and without this it would let go of the caret.
    const onEscape = () => {
      leave.current();
      return true;
    };
    return editor.registerCommand(KEY_ESCAPE_COMMAND, onEscape, COMMAND_PRIORITY_LOW);
  }, [on, editor]);
  useEffect(() => {
    if (!on || !editor || !scroller) return;
    return focusOn(editor, scroller, { by, typewriter, locale });
  }, [on, editor, scroller, by, typewriter, locale]);
  return { on, by, typewriter, change };
}
