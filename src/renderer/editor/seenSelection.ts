import {
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  SELECTION_CHANGE_COMMAND,
  type LexicalEditor,
} from 'lexical';

/**
 * Has keys act on the selection that is seen.
 *
 * Lexical learns of a selection when the window says that there is another, and a busy window says so after keys that were pressed
 * later: Delete, quickly after Shift and some arrows, took less away than was marked.
 */
export function actOnSeenSelection(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    ({ isComposing }) => {
      const known = $getSelection();
      if (isComposing || !$isRangeSelection(known)) return false;
      const seen = $createRangeSelectionFromDom(document.getSelection(), editor);
      if (!seen || (seen.anchor.is(known.anchor) && seen.focus.is(known.focus))) return false;
      $setSelection(seen);
      // What others make of a selection that changed.
      editor.dispatchCommand(SELECTION_CHANGE_COMMAND, undefined);
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
}
