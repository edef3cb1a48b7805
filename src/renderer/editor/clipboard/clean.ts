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
 * citation), and written again. One paragraph comes back as its inlines, so that it joins the text it is pasted into.
 * @param taken ids that can be referred to in the text already
 * @param settle what the text makes of the comments in it
 */
export function cleanNodes(
  nodes: readonly unknown[],
  taken: ReadonlySet<string> = new Set(),
  settle: (piece: MemoDocument) => MemoDocument = (piece) => piece,
): SerializedNode[] {
  const blocks = blocksFromLexical(nodes);
  if (blocks.length === 0) return [];
  const read = normaliseDocument({ version: memoDocumentVersion, blocks });
  const document = settle(withFreeTargetIds(mapInlines(read, withFreshId), taken, newLocalId));
  const [first] = document.blocks;
  if (document.blocks.length === 1 && first?.type === 'paragraph') return inlinesToLexical(first.children);
  return blocksToLexical(document.blocks.filter((block) => !isEmptyParagraph(block)));
}

function withFreshId(inline: Inline): Inline {
  return inline.type === 'citation' || inline.type === 'footnote' ? { ...inline, id: newLocalId() } : inline;
}

function isEmptyParagraph(block: MemoBlock): boolean {
  return block.type === 'paragraph' && block.children.length === 0;
}
