import { $isHeadingNode, type HeadingNode } from '@lexical/rich-text';
import { $isTableNode } from '@lexical/table';
import {
  $getNodeByKey,
  $getRoot,
  $getState,
  $insertNodes,
  $setState,
  createState,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { LabelKind } from '../../../shared/memo/labels';
import { idState } from '../../../shared/memo/lexical';
import { $isImageNode } from '../image/ImageNode';
import { newLocalId } from '../newLocalId';
import { $createCrossReferenceNode } from './CrossReferenceNode';
import { $createTableCaptionNode, $isTableCaptionNode } from '../table/TableCaptionNode';

/** Something in the text that can be referred to. */
export interface ReferenceTarget {
  key: NodeKey;
  kind: LabelKind;
  /** Null while nothing refers to it: `$targetId` gives it one. */
  id: string | null;
  /** The words of the heading or caption, or of the first cell. */
  title: string;
}

const headingId = createState(idState, {
  parse: (value) => (typeof value === 'string' && value !== '' ? value : null),
});

/** Headings, figures and tables in the order of the text. */
export function $referenceTargets(): ReferenceTarget[] {
  return $getRoot()
    .getChildren()
    .flatMap((node) => $targetOf(node) ?? []);
}

function $targetOf(node: LexicalNode): ReferenceTarget | null {
  // Most blocks are none: their words are not read.
  if (!$isHeadingNode(node) && !$isImageNode(node) && !$isTableNode(node)) return null;
  const key = node.getKey();
  const title = node.getTextContent().trim();
  if ($isHeadingNode(node)) return title === '' ? null : { key, kind: 'heading', id: $headingId(node), title };
  if ($isImageNode(node)) return { key, kind: 'figure', id: node.getImage().id, title: title || node.getImage().alt };
  const caption = node.getPreviousSibling();
  if (!$isTableCaptionNode(caption)) return { key, kind: 'table', id: null, title: title.split('\n')[0] ?? '' };
  return { key, kind: 'table', id: caption.getCaptionId(), title: caption.getTextContent().trim() || title };
}

export function $headingId(node: HeadingNode): string | null {
  return $getState(node, headingId);
}

/** The id of a target, which it gets now if it had none. Null if it is gone. */
export function $targetId(key: NodeKey): string | null {
  const node = $getNodeByKey(key);
  const target = node && $targetOf(node);
  if (!target) return null;
  if (target.id !== null) return target.id;
  const id = newLocalId();
  if ($isHeadingNode(node)) $setState(node, headingId, id);
  else node?.insertBefore($createTableCaptionNode(id));
  return id;
}

/** The key of the target with that id, for showing it. */
export function $targetKey(id: string): NodeKey | null {
  return $referenceTargets().find((target) => target.id === id)?.key ?? null;
}

/** Refers to a target at the caret. Must run in an update. */
export function $insertReference(key: NodeKey, kind: LabelKind): void {
  const id = $targetId(key);
  if (id === null) return;
  const node = $createCrossReferenceNode(id, kind === 'heading' ? 'title' : 'label-and-number');
  $insertNodes([node]);
  node.selectNext(0, 0);
}
