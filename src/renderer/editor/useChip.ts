import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import { $getSelection, $isNodeSelection, COMMAND_PRIORITY_NORMAL, KEY_ENTER_COMMAND, type NodeKey } from 'lexical';
import { useEffect, useRef } from 'react';
import { onChipKey } from './chips/keys';
import { $selectNode } from './selectAt';

/**
 * subtle: chips are spans in the role of buttons, because a button cannot break over two lines.
 *
 * What every chip in the text does: the arrow keys reach it, Tab too; Enter, Space or a click opens it; Delete removes it;
 * Escape and the arrows go back to the words.
 */
export function useChip(key: NodeKey, open: (element: HTMLElement, by: 'key' | 'click') => void) {
  const [editor] = useLexicalComposerContext();
  const [selected] = useLexicalNodeSelection(key);
  const ref = useRef<HTMLSpanElement>(null);
  const opener = useRef(open);
  useEffect(() => {
    opener.current = open;
  });

  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    // subtle: native listeners, because the editor listens natively on an element below React's root and would take
    // Enter for a new paragraph before React hears of it.
    const onKeyDown = (event: KeyboardEvent) => onChipKey(editor, key, event, () => opener.current(element, 'key'));
    // The focus stays in the text, so that closing what opens here goes back there.
    const onMouseDown = (event: MouseEvent) => {
      event.preventDefault();
      editor.getRootElement()?.focus({ preventScroll: true });
    };
    const onClick = (event: MouseEvent) => {
      event.preventDefault();
      event.stopPropagation();
      editor.update(() => $selectNode(key));
      opener.current(element, 'click');
    };
    element.addEventListener('keydown', onKeyDown);
    element.addEventListener('mousedown', onMouseDown);
    element.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
      element.removeEventListener('mousedown', onMouseDown);
      element.removeEventListener('click', onClick);
    };
  }, [editor, key]);

  useEffect(
    () =>
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const selection = $getSelection();
          if (!$isNodeSelection(selection) || !selection.has(key) || !ref.current) return false;
          event?.preventDefault();
          opener.current(ref.current, 'key');
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor, key],
  );

  return { ref, selected };
}
