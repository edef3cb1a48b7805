import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isElementNode,
  $isTextNode,
  $setSelection,
  isHTMLElement,
} from 'lexical';

/** Puts the caret where something was dropped. Must run in an update. */
export function $selectAt(x: number, y: number): void {
  const range = document.caretRangeFromPoint(x, y);
  if (!range) return;
  const node = $getNearestNodeFromDOMNode(range.startContainer);
  const selection = $createRangeSelection();
  if ($isTextNode(node)) {
    const offset = isHTMLElement(range.startContainer) ? 0 : range.startOffset;
    const at = Math.min(offset, node.getTextContentSize());
    selection.anchor.set(node.getKey(), at, 'text');
    selection.focus.set(node.getKey(), at, 'text');
    $setSelection(selection);
  } else if ($isElementNode(node)) node.selectEnd();
}
