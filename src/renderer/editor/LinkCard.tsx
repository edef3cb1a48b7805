import { $isLinkNode } from '@lexical/link';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNearestNodeFromDOMNode, CLICK_COMMAND, COMMAND_PRIORITY_LOW, type LexicalNode } from 'lexical';
import { useEffect } from 'react';
import { isMac } from '../app/shortcuts';
import { useAct } from '../client';
import { START_ACT_COMMAND } from './keys';

/** A click into a link puts the caret there and shows where it leads; with Ctrl or Cmd it opens. */
export function LinkCard() {
  const [editor] = useLexicalComposerContext();
  const openExternal = useAct('shell.openExternal');
  const { act } = openExternal;
  useEffect(
    () =>
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          if (!(event.target instanceof Element) || !event.target.closest('a')) return false;
          let node: LexicalNode | null = $getNearestNodeFromDOMNode(event.target);
          while (node && !$isLinkNode(node)) node = node.getParent();
          if (!node) return false;
          event.preventDefault();
          if (isMac ? event.metaKey : event.ctrlKey) void act({ url: node.getURL() });
          else if (window.getSelection()?.isCollapsed) {
            node.select(0, node.getChildrenSize());
            // The address is asked for after the browser has put its caret.
            setTimeout(() => editor.dispatchCommand(START_ACT_COMMAND, 'link'), 0);
          }
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    [editor, act],
  );
  return null;
}
