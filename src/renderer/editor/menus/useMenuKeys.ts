import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical';
import { useEffect, useRef } from 'react';

export interface MenuKeys {
  move: (by: 1 | -1) => void;
  choose: () => void;
  close: () => void;
}

/** While a menu is open over the text, its keys are the menu's and not the text's. */
export function useMenuKeys(open: boolean, keys: MenuKeys): void {
  const [editor] = useLexicalComposerContext();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!open) return;
    const take = (act: () => void) => (event: KeyboardEvent | null) => {
      if (event?.shiftKey || event?.isComposing) return false;
      event?.preventDefault();
      event?.stopPropagation();
      act();
      return true;
    };
    return mergeRegister(
      editor.registerCommand(
        KEY_ARROW_DOWN_COMMAND,
        take(() => latest.current.move(1)),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ARROW_UP_COMMAND,
        take(() => latest.current.move(-1)),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        take(() => latest.current.choose()),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        take(() => latest.current.choose()),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        take(() => latest.current.close()),
        COMMAND_PRIORITY_HIGH,
      ),
    );
  }, [editor, open]);
}
