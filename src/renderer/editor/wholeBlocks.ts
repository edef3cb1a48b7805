import {
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  SELECTION_CHANGE_COMMAND,
  type LexicalEditor,
} from 'lexical';

/**
 * Keeps what stands last in a selection of whole blocks. subtle: where the browser selects all (a menu, a screen reader, a script), the
 * selection ends behind a block; Lexical takes that for the end of the block's last words, and a footnote, a citation or a mention
 * behind them would stay out of what is copied, and stay where all was deleted.
 */
export function registerWholeBlocks(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    SELECTION_CHANGE_COMMAND,
    () => {
      const native = window.getSelection();
      if (!native || native.isCollapsed) return false;
      const { endContainer, endOffset } = native.getRangeAt(0);
      const selection = $getSelection();
      if (endContainer !== editor.getRootElement() || !$isRangeSelection(selection)) return false;
      const block = $getRoot().getChildAtIndex(endOffset - 1);
      const last = $isElementNode(block) ? block.getLastDescendant() : null;
      if (!$isDecoratorNode(last)) return false;
      const end = selection.isBackward() ? selection.anchor : selection.focus;
      end.set(last.getParentOrThrow().getKey(), last.getIndexWithinParent() + 1, 'element');
      return false;
    },
    COMMAND_PRIORITY_LOW,
  );
}
