import { memoDocumentVersion, type Inline, type MemoBlock, type MemoDocument } from '../../../shared/memo/document';
import {
  blocksFromLexical,
  blocksToLexical,
  inlinesToLexical,
  normaliseDocument,
  type SerializedNode,
} from '../../../shared/memo/lexical';
import { withFreeTargetIds } from '../../../shared/memo/clusters';
import { mapInlines } from '../../../shared/memo/walk';
import { newLocalId } from '../newLocalId';

/**
 * Serialised nodes from outside as our own: read into the document format, given fresh ids (a copied citation is another
 * citation), and written again.
 * @param taken ids that can be referred to in the text already
 */
export function cleanNodes(nodes: readonly unknown[], taken: ReadonlySet<string> = new Set()): SerializedNode[] {
  return written(withFreeTargetIds(freshDocument(blocksFromLexical(nodes)), taken, newLocalId));
}

/** Blocks from outside as a document, in which citations and footnotes have ids of their own. */
export function freshDocument(blocks: MemoBlock[]): MemoDocument {
  const document: MemoDocument = { version: memoDocumentVersion, blocks };
  return blocks.length === 0 ? document : mapInlines(normaliseDocument(document), withFreshId);
}

/** A pasted document as nodes. One paragraph comes as its inlines, so that it joins the text it is pasted into. */
export function written({ blocks }: MemoDocument): SerializedNode[] {
  const [first] = blocks;
  if (blocks.length === 1 && first?.type === 'paragraph') return inlinesToLexical(first.children);
  return blocksToLexical(blocks.filter((block) => !isEmptyParagraph(block)));
}

function withFreshId(inline: Inline): Inline {
  return inline.type === 'citation' || inline.type === 'footnote' ? { ...inline, id: newLocalId() } : inline;
}

function isEmptyParagraph(block: MemoBlock): boolean {
  return block.type === 'paragraph' && block.children.length === 0;
}
