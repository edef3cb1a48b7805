import { $createMarkNode, $isMarkNode, MarkExtension, MarkNode } from '@lexical/mark';
import { registerNestedElementResolver } from '@lexical/utils';
import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  defineExtension,
  mergeRegister,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { TextMark } from '../../../shared/memo/document';
import { markId, readMarkId } from '../../../shared/memo/lexical';
import { $wrapRangeInMark } from './wrap';

/** Claim, actor and comment marks over text. Marks laid over marks become one node with both ids, so overlap needs no nesting. */
export const MarksExtension = defineExtension({
  name: 'commonplace/marks',
  dependencies: [MarkExtension],
  register: (editor) =>
    mergeRegister(
      registerNestedElementResolver(
        editor,
        MarkNode,
        (from) => $createMarkNode(from.getIDs()),
        (from, to) => from.getIDs().forEach((id) => to.addID(id)),
      ),
      // A mark whose last id was taken away is no mark.
      editor.registerNodeTransform(MarkNode, (node) => {
        if (node.getIDs().length === 0) $unwrap(node);
      }),
      editor.registerMutationListener(MarkNode, (mutations) => {
        editor.read(() => {
          for (const [key, mutation] of mutations) if (mutation !== 'destroyed') $nameInDom(editor, key);
        });
      }),
    ),
});

/** Style sheets and clicks tell claims from actors by these attributes. */
function $nameInDom(editor: LexicalEditor, key: string): void {
  const element = editor.getElementByKey(key);
  const node = $getNodeByKey(key);
  if (!element || !$isMarkNode(node)) return;
  const marks = node.getIDs().flatMap((id) => readMarkId(id) ?? []);
  for (const kind of ['claim', 'actor'] as const) {
    const ids = marks.filter((mark) => mark.kind === kind).map((mark) => mark.id);
    if (ids.length > 0) element.dataset[kind] = ids.join(' ');
    else delete element.dataset[kind];
  }
}

function $unwrap(node: MarkNode): void {
  for (const child of node.getChildren()) node.insertBefore(child);
  node.remove();
}

/** Marks the selected words; false if nothing is selected. Must run in an update. */
export function $markSelection(mark: TextMark, selection: BaseSelection | null = $getSelection()): boolean {
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  $wrapRangeInMark(selection, markId(mark));
  return true;
}

/** Takes a mark off the whole passage around a mark node: the node itself and its neighbours under the same mark. */
export function $removeMark(node: MarkNode, mark: TextMark): void {
  const id = markId(mark);
  const passage: MarkNode[] = [node];
  for (const step of ['getPreviousSibling', 'getNextSibling'] as const) {
    let next: LexicalNode | null = node[step]();
    while ($isMarkNode(next) && next.hasID(id)) {
      passage.push(next);
      next = next[step]();
    }
  }
  for (const part of passage) {
    part.deleteID(id);
    if (part.getIDs().length === 0) $unwrap(part);
  }
}

/** The mark node around a node, if any. */
export function $enclosingMark(node: LexicalNode | null): MarkNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) if ($isMarkNode(at)) return at;
  return null;
}
