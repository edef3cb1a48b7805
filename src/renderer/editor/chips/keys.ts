import {
  $getNodeByKey,
  HISTORY_PUSH_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';

/** For changes of the text while a popover has the focus: it keeps it. */
export const keepFocus = { tag: [SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG] };

/** The same, as a step of undo of its own. */
export const ownStep = { tag: [HISTORY_PUSH_TAG, ...keepFocus.tag] };

/** Goes on writing after a chip whose popover was closed. */
export function caretAfter(editor: LexicalEditor, key: NodeKey | null | undefined): void {
  // What the popover wrote a moment ago leaves the page's selection alone; the move of the caret is no part of that update.
  editor.update(() => {}, { discrete: true });
  editor.update(
    () => {
      if (key) $getNodeByKey(key)?.selectNext(0, 0);
    },
    { discrete: true },
  );
  editor.focus();
}

/** What a key does that is pressed on a chip. */
export function onChipKey(editor: LexicalEditor, key: NodeKey, event: KeyboardEvent, open: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const change = (edit: (node: NonNullable<ReturnType<typeof $getNodeByKey>>) => void) => {
    editor.update(() => {
      const node = $getNodeByKey(key);
      if (node) edit(node);
    });
    editor.focus();
  };
  switch (event.key) {
    case 'Enter':
    case ' ':
      open();
      break;
    case 'Delete':
    case 'Backspace':
      change((node) => {
        node.selectPrevious();
        node.remove();
      });
      break;
    case 'ArrowLeft':
    case 'Escape':
      change((node) => void node.selectPrevious());
      break;
    case 'ArrowRight':
      change((node) => void node.selectNext(0, 0));
      break;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}
