import type { LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import * as v from 'valibot';
import { useCommands } from '../../../app/commands';
import { useChoice } from '../../../app/preferences';
import { showInvisibles } from './showInvisibles';

export const invisiblesShortcut = 'mod+alt+p';

/** Whether invisible characters are shown: a choice for all memos, remembered. It costs nothing while it is off. */
export function useInvisibles(
  editor: LexicalEditor | null,
  scroller: HTMLElement | null,
  here: boolean,
): { shown: boolean; toggle: () => void } {
  const [shown, show] = useChoice('memo.invisibles', v.boolean(), false);
  const toggle = () => show(!shown);
  useCommands(
    here
      ? [
          {
            id: 'memo.invisibles',
            title: shown ? 'Hide invisible characters' : 'Show invisible characters',
            group: 'Memos',
            shortcut: invisiblesShortcut,
            run: toggle,
          },
        ]
      : [],
  );
  useEffect(() => {
    if (!shown || !editor || !scroller) return;
    return showInvisibles(editor, scroller);
  }, [shown, editor, scroller]);
  return { shown, toggle };
}
