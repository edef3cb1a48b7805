import { $getEditor, $setCompositionKey, $setSelection, type EditorState } from 'lexical';

/**
 * Makes the text what it was in another state of the same editor, by putting back the nodes that differ. `setEditorState` does
 * the same by going through all nodes. Within an update, which must skip transforms: they ran when that state came about.
 *
 * subtle: Lexical 0.52 has no method that puts a node of another state back, so this writes the node map of the pending state
 * itself. All else is `markDirty`, which copies the node: what draws goes by that to know which elements' children changed, and
 * a node of a state that undo may come back to must not be written to. The test holds the result to that of `setEditorState`.
 */
export function $restoreState(state: EditorState): void {
  $setCompositionKey(null);
  const nodes = $getEditor()._pendingEditorState!._nodeMap;
  const wanted = state._nodeMap;
  // Nodes are never changed, a change makes new ones: the same object is the same content.
  const gone = [...nodes.keys()].filter((key) => !wanted.has(key));
  const changed = [...wanted.values()].filter((node) => nodes.get(node.getKey()) !== node);
  for (const key of gone) nodes.delete(key);
  for (const node of changed) nodes.set(node.getKey(), node);
  for (const node of changed) node.markDirty();
  $setSelection(state._selection?.clone() ?? null);
}
