import { registerHistory, createEmptyHistoryState } from '@lexical/history';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { LinkNode } from '@lexical/link';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { registerTablePlugin, TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { createEditor } from 'lexical';

/**
 * What Commonplace's editor is compared with, in a page of its own: Lexical as it comes, with rich text, lists, tables,
 * links and history, and nothing of ours.
 */
globalThis.openBare = (state) => {
  const root = document.createElement('div');
  root.contentEditable = 'true';
  document.body.append(root);
  const editor = createEditor({
    namespace: 'bare',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, TableNode, TableRowNode, TableCellNode],
    onError: (error) => {
      throw error;
    },
  });
  editor.setRootElement(root);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  registerList(editor);
  registerTablePlugin(editor);
  editor.setEditorState(editor.parseEditorState(state));
};
