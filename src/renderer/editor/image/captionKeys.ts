import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  defineExtension,
  DELETE_CHARACTER_COMMAND,
  mergeRegister,
  type ElementNode,
  type LexicalNode,
  type PointType,
} from 'lexical';
import { $selectNode } from '../selectAt';
import { $isTableCaptionNode, TableCaptionNode } from '../table/TableCaptionNode';
import { $isImageNode } from './ImageNode';

/**
 * Captions and the text round them never run into each other: Backspace beside a picture selects it, and a second one takes
 * it out. A caption whose table is gone is a paragraph.
 */
export const CaptionsExtension = defineExtension({
  name: 'commonplace/captions',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(DELETE_CHARACTER_COMMAND, $deleteBesideCaption, COMMAND_PRIORITY_NORMAL),
      editor.registerNodeTransform(TableCaptionNode, (node) => {
        if ($isTableNode(node.getNextSibling())) return;
        node.replace($createParagraphNode(), true);
      }),
    ),
});

function $deleteBesideCaption(isBackward: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const block = selection.anchor.getNode().getTopLevelElement();
  if (!$isElementNode(block) || !isAtEdge(block, selection.anchor, isBackward)) return false;
  const beside = isBackward ? block.getPreviousSibling() : block.getNextSibling();
  if ($isImageNode(block)) {
    if (isBackward) $selectNode(block.getKey());
    else if (isEmptyParagraph(beside)) beside.remove();
    return true;
  }
  if ($isTableCaptionNode(block)) {
    if (isBackward) block.collapseAtStart();
    return true;
  }
  if ($isTableCaptionNode(beside)) return !isEmptyParagraph(block);
  if (!$isImageNode(beside)) return false;
  if (isEmptyParagraph(block)) block.remove();
  $selectNode(beside.getKey());
  return true;
}

function isEmptyParagraph(node: LexicalNode | null): node is ElementNode {
  return $isParagraphNode(node) && node.isEmpty();
}

/** Whether nothing of the block is before the caret, or after it. */
function isAtEdge(block: ElementNode, point: PointType, isStart: boolean): boolean {
  const node = point.getNode();
  const last = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize();
  if (point.offset !== (isStart ? 0 : last)) return false;
  for (let at: LexicalNode | null = node; at !== null && !at.is(block); at = at.getParent()) {
    if ((isStart ? at.getPreviousSibling() : at.getNextSibling()) !== null) return false;
  }
  return true;
}
