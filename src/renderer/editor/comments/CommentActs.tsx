import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $addUpdateTag,
  $createRangeSelectionFromDom,
  $getNearestNodeFromDOMNode,
  $onUpdate,
  $setSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  HISTORY_PUSH_TAG,
  mergeRegister,
} from 'lexical';
import { use, useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useToasts } from '../../ui/Toast';
import { START_ACT_COMMAND } from '../keys';
import { $enclosingMark } from '../marks/MarksExtension';
import { commentIds } from './commentIds';
import { $commentOnSelection, $getComments } from './comments';
import { CommentOpening } from './opening';

/** Commenting on selected words, and opening the comment of words that are clicked. */
export function CommentActs() {
  const [editor] = useLexicalComposerContext();
  const opening = use(CommentOpening);
  const toasts = useToasts();
  useEffect(() => {
    if (!opening) return;
    return mergeRegister(
      editor.registerCommand(
        START_ACT_COMMAND,
        (act) => {
          if (act !== 'comment') return false;
          $addUpdateTag(HISTORY_PUSH_TAG);
          // The page tells of a selection a moment after the key that made it; a quick hand is ahead of that.
          const selected = $createRangeSelectionFromDom(window.getSelection(), editor);
          if (selected) $setSelection(selected);
          const id = $commentOnSelection(new Date());
          if (id === null) toasts.say('Select the words first, then comment on them.');
          // At once, when the comment is there: the next key is meant for it.
          else $onUpdate(() => queueMicrotask(() => flushSync(() => opening.open(id, true))));
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        CLICK_COMMAND,
        (event) => {
          if (!(event.target instanceof Element) || !window.getSelection()?.isCollapsed) return false;
          const node = $enclosingMark($getNearestNodeFromDOMNode(event.target));
          const open = new Set($getComments().flatMap(({ id, resolved }) => (resolved ? [] : [id])));
          const id = node && commentIds(node).find((each) => open.has(each));
          if (id) opening.open(id, false);
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
  }, [editor, opening, toasts]);
  return null;
}
