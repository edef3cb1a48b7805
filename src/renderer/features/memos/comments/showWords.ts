import { $getNodeByKey, $isElementNode, type LexicalEditor, type NodeKey } from 'lexical';
import { keepFocus } from '../../../editor/chips/keys';

/** Brings the words of a comment into sight, with the caret after them for when one goes back to the text. */
export function showWords(editor: LexicalEditor, scroller: HTMLElement, keys: readonly NodeKey[]): void {
  const last = keys.at(-1);
  if (!last) return;
  editor.update(() => {
    const node = $getNodeByKey(last);
    if ($isElementNode(node)) node.selectEnd();
  }, keepFocus);
  const place = editor.getElementByKey(keys[0]!)?.getBoundingClientRect();
  const room = scroller.getBoundingClientRect();
  if (!place || (place.top >= room.top && place.bottom <= room.bottom)) return;
  scroller.scrollTop += place.top - room.top - room.height / 3;
}
