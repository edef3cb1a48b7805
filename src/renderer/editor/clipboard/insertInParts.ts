import {
  $findMatchingParent,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $parseSerializedNode,
  $setSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  PASTE_TAG,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type BaseSelection,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isHeadingNode } from '@lexical/rich-text';
import type { SerializedNode } from '../../../shared/memo/lexical';
import { $waitingPictures, type WaitingPicture } from './foreign/pictureNotes';
import { $bringPictures, $insertNodesOf, $nodesOf, type Pasted } from './paste';
import { planOf, type Plan } from './plan';
import type { Steps } from './slices';
import { UNFINISHED_TAG } from './unfinished';

const tags = [PASTE_TAG, SKIP_DOM_SELECTION_TAG, SKIP_SCROLL_INTO_VIEW_TAG];
const unfinished = [...tags, HISTORY_MERGE_TAG, UNFINISHED_TAG];
/** An update goes through the siblings of what it adds: in a long text, fewer and larger parts are quicker. */
const [leastMs, mostMs] = [6, 50];

/** Puts what was read in the place of the selection, in many updates. `beforeLast` is called before the one that makes a step of undoing. */
export function* insertInParts(
  editor: LexicalEditor,
  pasted: Pasted,
  selection: BaseSelection,
  beforeLast: () => void,
  plan = planOf,
): Steps<void> {
  const made = new Map<SerializedNode, NodeKey>();
  const waiting: WaitingPicture[] = [];
  let parts: Plan = { first: [], rest: [] };
  let caret: BaseSelection | null = selection;
  // No selection is shown until the end, and the window's own may not have its say meanwhile.
  const update = (tag: string[], $work: () => void) =>
    editor.update(
      () => {
        $setSelection(caret?.clone() ?? null);
        $work();
        caret = $getSelection()?.clone() ?? null;
        if (tag === unfinished) $setSelection(null);
      },
      { tag, discrete: true },
    );
  update(unfinished, () => {
    const nodes = $nodesOf(pasted);
    parts = $takesParts(selection) ? plan(nodes) : { first: nodes, rest: [] };
    const first = $insertNodesOf(parts.first, pasted, $getSelection() ?? selection);
    waiting.push(...first.waiting);
    for (const [index, node] of first.made.entries()) remember(made, parts.first[index]!, node);
  });
  yield 0;
  let budget = leastMs;
  for (let next = 0; next < parts.rest.length;) {
    const started = performance.now();
    let inside = 0;
    update(unfinished, () => {
      do {
        const { after, nodes } = parts.rest[next]!;
        waiting.push(...$insertAfter(made, after, nodes, pasted));
        next += 1;
        inside = performance.now() - started;
      } while (next < parts.rest.length && inside < budget);
    });
    budget = Math.min(mostMs, Math.max(leastMs, performance.now() - started - inside));
    yield next / parts.rest.length;
  }
  beforeLast();
  update([...tags, HISTORY_PUSH_TAG], () => {
    $getRoot().markDirty();
    $bringPictures(waiting, pasted);
  });
}

/** Whether blocks can follow one after the other where the caret is: in cells and code they are more than the blocks they are. */
function $takesParts(selection: BaseSelection): boolean {
  if (!$isRangeSelection(selection)) return false;
  return [selection.anchor, selection.focus].every(({ key }) => {
    const block = $findMatchingParent($getNodeByKey(key)!, (node) => $getRoot().is(node.getParent()));
    return $isParagraphNode(block) || $isHeadingNode(block);
  });
}

function $insertAfter(
  made: Map<SerializedNode, NodeKey>,
  after: SerializedNode,
  nodes: readonly SerializedNode[],
  { pictures }: Pasted,
): WaitingPicture[] {
  let at = $getNodeByKey(made.get(after) ?? '');
  if (!at?.isAttached()) throw new Error('What was put in before is gone.');
  const next = nodes.map((node): LexicalNode => $parseSerializedNode(node));
  for (const [index, node] of next.entries()) {
    at.insertAfter(node);
    at = node;
    remember(made, nodes[index]!, node);
  }
  return $waitingPictures(next, pictures?.pictures ?? []);
}

/** What something may come after: a block, an item of a list or a row of a table. */
function remember(made: Map<SerializedNode, NodeKey>, json: SerializedNode, node: LexicalNode): void {
  made.set(json, node.getKey());
  const parts = $isElementNode(node) && (json.type === 'list' || json.type === 'table') ? node.getChildrenKeys() : [];
  for (const [index, key] of parts.entries()) if (json.children?.[index]) made.set(json.children[index], key);
}
