import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list';
import { $isTableCellNode, $isTableNode, $isTableRowNode } from '@lexical/table';
import {
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isActorMentionNode } from '../actor-mention/ActorMentionNode';
import { $isCitationNode, type CitationNode } from '../citation/CitationNode';
import { $isExcerptQuotationNode } from '../excerpt-quotation/ExcerptQuotationNode';
import { $isQuotationTranslationNode } from '../excerpt-quotation/QuotationTranslationNode';
import { $isFootnoteNode, type FootnoteNode } from '../footnote/FootnoteNode';
import { $isTableCaptionNode } from '../table/TableCaptionNode';

/** Words of a run that stand in one node; a break between blocks of a cell has the key of the block after it. */
export interface RunLeaf {
  key: NodeKey;
  start: number;
  end: number;
  kind: 'text' | 'name' | 'break';
}

/** A run of inlines as `shared/provenance/passages.ts` counts it, in the editor's nodes. */
export interface EditorRun {
  text: string;
  leaves: RunLeaf[];
  citations: CitationNode[];
  footnotes: FootnoteNode[];
}

/**
 * The top-level nodes of the editor by the blocks of the document that they become: lists that touch become one, a caption
 * belongs to the table after it, a translation to the quotation before it.
 */
export function $blocks(): LexicalNode[][] {
  const blocks: LexicalNode[][] = [];
  let before: LexicalNode | null = null;
  for (const node of $getRoot().getChildren()) {
    const continues =
      ($isListNode(node) && $isListNode(before) && isOrdered(node) === isOrdered(before)) ||
      ($isTableNode(node) && $isTableCaptionNode(before)) ||
      ($isQuotationTranslationNode(node) && $isExcerptQuotationNode(before));
    if (continues) blocks.at(-1)!.push(node);
    else blocks.push([node]);
    before = node;
  }
  return blocks;
}

const isOrdered = (list: ListNode) => list.getListType() === 'number';

/** The runs of a block, in reading order. */
export function $runsOf(nodes: readonly LexicalNode[]): EditorRun[] {
  return nodes.flatMap((node) => {
    if ($isListNode(node)) return $listRuns(node);
    if ($isTableNode(node)) {
      const rows = node.getChildren().filter($isTableRowNode);
      return rows.flatMap((row) =>
        row
          .getChildren()
          .filter($isTableCellNode)
          .map((cell) => $run(cell.getChildren())),
      );
    }
    // An empty caption is none.
    if ($isTableCaptionNode(node) && node.isEmpty()) return [];
    return [$run($isElementNode(node) ? node.getChildren() : [])];
  });
}

function $listRuns(list: ListNode): EditorRun[] {
  const runs: EditorRun[] = [];
  for (const item of list.getChildren().filter($isListItemNode)) {
    const lists = item.getChildren().filter($isListNode);
    const words = item.getChildren().filter((node) => !$isListNode(node));
    if (words.length > 0 || lists.length === 0) runs.push($run(words));
    for (const inner of lists) {
      if (runs.length === 0) runs.push($run([]));
      runs.push(...$listRuns(inner));
    }
  }
  return runs;
}

function $run(nodes: readonly LexicalNode[]): EditorRun {
  const run: EditorRun = { text: '', leaves: [], citations: [], footnotes: [] };
  const add = (node: LexicalNode, text: string, kind: RunLeaf['kind']) => {
    run.leaves.push({ key: node.getKey(), start: run.text.length, end: run.text.length + text.length, kind });
    run.text += text;
  };
  const visit = (node: LexicalNode) => {
    if ($isLineBreakNode(node)) add(node, '\n', 'break');
    else if ($isTextNode(node)) add(node, node.getTextContent(), 'text');
    else if ($isActorMentionNode(node)) add(node, node.getTextContent(), 'name');
    else if ($isCitationNode(node)) run.citations.push(node);
    else if ($isFootnoteNode(node)) run.footnotes.push(node);
    else if ($isElementNode(node) && !$isDecoratorNode(node)) {
      if (!node.isInline() && run.leaves.length > 0 && run.leaves.at(-1)?.kind !== 'break') add(node, '\n', 'break');
      node.getChildren().forEach(visit);
    }
  };
  nodes.forEach(visit);
  return run;
}

/** Where a node and an offset in it stand in a run; null if the node is not of it. */
export function offsetIn(run: EditorRun, key: NodeKey, offset: number): number | null {
  const leaf = run.leaves.find((one) => one.key === key);
  return leaf ? Math.min(leaf.end, leaf.start + offset) : null;
}
