import {
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  $isLineBreakNode,
  $isTabNode,
  $isTextNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Inline } from '../../../shared/memo/document';
import type { TextRange } from '../../../shared/search/types';
import { $isActorMentionNode } from '../actor-mention/ActorMentionNode';
import { $isExcerptQuotationNode } from '../excerpt-quotation/ExcerptQuotationNode';
import { $isFootnoteNode, type FootnoteNode } from '../footnote/FootnoteNode';

/** Why words stay as they are when others are put in their place. */
export type Fixed = 'excerpt' | 'name' | 'break';

/** Words of a memo that stand in one node, or in one run of a footnote. */
export interface Leaf {
  start: number;
  text: string;
  /** The text node; for words of a footnote, the footnote's. */
  key: NodeKey;
  /** In a footnote: its id, and which of its runs of words this is. */
  footnote: { id: string; run: number } | null;
  fixed: Fixed | null;
}

/** A memo as one text for finding, and the way back to its nodes. */
export interface MemoText {
  text: string;
  /** In order, where they stand in the text. */
  leaves: readonly Leaf[];
  /** The blocks of the memo by the keys of their nodes; footnotes stand after them, as they do on the screen. */
  blocks: readonly { key: NodeKey; range: TextRange }[];
  footnotes: TextRange;
}

/** Between blocks, and for a citation or a footnote's number: nothing is found across it. */
const apart = '\uFFFC';

/** Reads the memo of the active editor. */
export function $readMemoText(): MemoText {
  const parts: string[] = [];
  const leaves: Leaf[] = [];
  const notes: FootnoteNode[] = [];
  let length = 0;

  const add = (text: string) => {
    parts.push(text);
    length += text.length;
  };
  const addApart = () => {
    if (parts.at(-1) !== apart) add(apart);
  };
  const addLeaf = (key: NodeKey, text: string, fixed: Fixed | null, footnote: Leaf['footnote'] = null) => {
    leaves.push({ start: length, text, key, footnote, fixed });
    add(text);
  };

  const visit = (node: LexicalNode, fixed: Fixed | null) => {
    const key = node.getKey();
    if ($isLineBreakNode(node) || $isTabNode(node)) addLeaf(key, node.getTextContent(), 'break');
    else if ($isTextNode(node)) addLeaf(key, node.getTextContent(), fixed);
    else if ($isActorMentionNode(node)) addLeaf(key, node.getTextContent(), 'name');
    else if ($isDecoratorNode(node)) {
      if ($isFootnoteNode(node)) notes.push(node);
      addApart();
    } else if ($isElementNode(node)) {
      const within = $isExcerptQuotationNode(node) ? 'excerpt' : fixed;
      if (!node.isInline()) addApart();
      for (const child of node.getChildren()) visit(child, within);
      if (!node.isInline()) addApart();
    }
  };
  const visitNote = (note: FootnoteNode) => {
    const id = note.getFootnoteId();
    let run = 0;
    const addRun = (text: string, fixed: Fixed | null) => addLeaf(note.getKey(), text, fixed, { id, run: run++ });
    const visitInlines = (inlines: readonly Inline[]) => {
      for (const inline of inlines) {
        if (inline.type === 'text') addRun(inline.text, null);
        else if (inline.type === 'actor-mention') addRun(inline.text, 'name');
        else if (inline.type === 'link') visitInlines(inline.children);
        else addApart();
      }
    };
    addApart();
    visitInlines(note.getContent());
  };

  const blocks = $getRoot()
    .getChildren()
    .map((block) => {
      const start = length;
      visit(block, null);
      return { key: block.getKey(), range: [start, length] satisfies TextRange };
    });
  const notesStart = length;
  notes.forEach(visitNote);
  return { text: parts.join(''), leaves, blocks, footnotes: [notesStart, length] };
}

/** The leaves that a range touches, in order. */
export function leavesOf(leaves: readonly Leaf[], [start, end]: TextRange): Leaf[] {
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (leaves[middle]!.start + leaves[middle]!.text.length <= start) low = middle + 1;
    else high = middle;
  }
  const touched: Leaf[] = [];
  for (let at = low; at < leaves.length && leaves[at]!.start < end; at++) touched.push(leaves[at]!);
  return touched;
}
