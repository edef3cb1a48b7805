import { HistoryExtension } from '@lexical/history';
import { defineExtension, HISTORIC_TAG, type EditorState, type EditorSetOptions } from 'lexical';
import { $restoreState } from './restoreState';

/**
 * Undo and redo that cost what they change, not what the text is long.
 *
 * subtle: Lexical's history hands the state that is to come back to `setEditorState`, which goes through all nodes. Its stacks are
 * its own business; so it is this method that answers otherwise, to history only, and only within the command's update, where
 * `setEditorState` too leaves the commit to the update.
 */
export const QuickHistoryExtension = defineExtension({
  name: 'commonplace/quick-history',
  dependencies: [HistoryExtension],
  register: (editor) => {
    const setWhole = editor.setEditorState.bind(editor);
    editor.setEditorState = (state: EditorState, options?: EditorSetOptions) => {
      if (options?.tag !== HISTORIC_TAG || !editor._updating || state.isEmpty()) return setWhole(state, options);
      editor.update(() => $restoreState(state), { tag: HISTORIC_TAG, skipTransforms: true });
    };
    return () => {
      editor.setEditorState = setWhole;
    };
  },
});
