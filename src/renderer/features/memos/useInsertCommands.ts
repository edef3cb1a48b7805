import type { LexicalEditor } from 'lexical';
import { useCommands } from '../../app/commands';
import { START_ACT_COMMAND, type EditorAct } from '../../editor/keys';

/** What the command palette can put into the open memo. */
export function useInsertCommands(editor: LexicalEditor | null): void {
  const start = (act: EditorAct) => () => editor?.focus(() => editor.dispatchCommand(START_ACT_COMMAND, act));
  const when = () => editor !== null;
  useCommands([
    { id: 'memo.insertImage', title: 'Insert image…', group: 'Memos', when, run: start('image') },
    {
      id: 'memo.crossReference',
      title: 'Insert cross-reference…',
      group: 'Memos',
      when,
      run: start('cross-reference'),
    },
    { id: 'memo.pasteMarkdown', title: 'Paste as Markdown…', group: 'Memos', when, run: start('markdown') },
    { id: 'memo.language', title: 'Language of this paragraph…', group: 'Memos', when, run: start('language') },
  ]);
}
