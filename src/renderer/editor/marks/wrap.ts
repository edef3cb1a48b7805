import { $createMarkNode, $isMarkNode, type MarkNode } from '@lexical/mark';
import { $isLinkNode } from '@lexical/link';
import { $isTextNode, type LexicalNode, type RangeSelection } from 'lexical';
import { $isCodeNode } from '@lexical/code';
import { $isCitationNode } from '../citation/CitationNode';

/**
 * Lays a mark over every word and citation of a selection. @lexical/mark's own function skips decorators' neighbours and
 * nests marks, which splits citations out of a marked sentence; here each run of siblings gets one node, and words that
 * are marked already get one more id.
 */
export function $wrapRangeInMark(selection: RangeSelection, id: string): void {
  let open: MarkNode | null = null;
  for (const node of selection.extract()) {
    if (!($isTextNode(node) || $isCitationNode(node)) || inCode(node)) continue;
    const parent: LexicalNode | null = node.getParent();
    if ($isMarkNode(parent)) {
      $splitOff(parent, node).addID(id);
      open = null;
    } else if (open !== null && open.getNextSibling()?.is(node)) {
      open.append(node);
    } else {
      open = $createMarkNode([id]);
      node.insertBefore(open);
      open.append(node);
    }
  }
}

function inCode(node: LexicalNode): boolean {
  const parent = node.getParent();
  return $isCodeNode(parent) || ($isLinkNode(parent) && $isCodeNode(parent.getParent()));
}

/** A mark node that holds only `child`, with the marks of `mark`; what stood before and after it keeps its own. */
function $splitOff(mark: MarkNode, child: LexicalNode): MarkNode {
  const before = child.getPreviousSiblings();
  const after = child.getNextSiblings();
  if (before.length > 0) {
    const first = $createMarkNode(mark.getIDs());
    mark.insertBefore(first);
    first.append(...before);
  }
  if (after.length > 0) {
    const last = $createMarkNode(mark.getIDs());
    mark.insertAfter(last);
    last.append(...after);
  }
  return mark;
}
