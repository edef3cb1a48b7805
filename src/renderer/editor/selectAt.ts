import {
  $createNodeSelection,
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isElementNode,
  $isTextNode,
  $setSelection,
  isHTMLElement,
  type NodeKey,
} from 'lexical';

/** Puts the caret into a text node. Must run in an update. */
export function $selectInText(key: NodeKey, offset: number): void {
  const selection = $createRangeSelection();
  selection.anchor.set(key, offset, 'text');
  selection.focus.set(key, offset, 'text');
  $setSelection(selection);
}

/** Selects one node as a whole: a chip, a picture. Must run in an update. */
export function $selectNode(key: NodeKey): void {
  const selection = $createNodeSelection();
  selection.add(key);
  $setSelection(selection);
}

/** Puts the caret where something was dropped. Must run in an update. */
export function $selectAt(x: number, y: number): void {
  const range = document.caretRangeFromPoint(x, y);
  if (!range) return;
  const node = $getNearestNodeFromDOMNode(range.startContainer);
  if ($isTextNode(node)) {
    const offset = isHTMLElement(range.startContainer) ? 0 : range.startOffset;
    $selectInText(node.getKey(), Math.min(offset, node.getTextContentSize()));
  } else if ($isElementNode(node)) node.selectEnd();
}
