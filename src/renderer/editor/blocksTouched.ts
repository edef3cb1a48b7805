import { $getNodeByKey, $getRoot, $isRootNode, type EditorState } from 'lexical';

/**
 * Whether blocks of a text may have come, gone or moved at an update: then those beside them were touched too. subtle: the text as a whole counts
 * as touched at every key.
 */
export function blocksTouched(dirtyElements: ReadonlyMap<string, boolean>, state: EditorState): boolean {
  return state.read(
    () =>
      (dirtyElements.size > 0 && $getRoot().isEmpty()) ||
      [...dirtyElements].some(([key, itself]) => itself && $isRootNode($getNodeByKey(key)?.getParent())),
  );
}
