// @vitest-environment happy-dom
import { $getClipboardDataFromSelection, $insertDataTransferForRichText } from '@lexical/clipboard';
import { $getRoot, $getSelection, $isRangeSelection, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { memoDocumentVersion, type MemoDocument } from '../../../shared/memo/document';
import { documentOf, headlessEditor } from '../headless';
import { $changeComment, $commentOnSelection } from '../comments/comments';

const memoOf = (...lines: string[]): MemoDocument => ({
  version: memoDocumentVersion,
  blocks: lines.map((line) => ({
    type: 'paragraph',
    children: line === '' ? [] : [{ type: 'text', text: line, formats: [], marks: [] }],
  })),
});
const now = new Date('2031-03-01T08:00:00Z');

function commented(): LexicalEditor {
  const editor = headlessEditor(memoOf('Nobody said why.'));
  editor.update(
    () => {
      $getRoot().getAllTextNodes()[0]!.select(0, 6);
      $changeComment($commentOnSelection(now)!, { text: 'Ask' });
    },
    { discrete: true },
  );
  return editor;
}

function copy(editor: LexicalEditor, cut = false): string {
  let data = '';
  editor.update(
    () => {
      const selection = $getRoot().select(0, $getRoot().getChildrenSize());
      data = $getClipboardDataFromSelection(selection)['application/x-lexical-editor'] ?? '';
      if (cut && $isRangeSelection($getSelection())) selection.removeText();
    },
    { discrete: true },
  );
  return data;
}

function paste(editor: LexicalEditor, payload: string): void {
  const data = new DataTransfer();
  data.setData('application/x-lexical-editor', payload);
  editor.update(() => $insertDataTransferForRichText(data, $getRoot().selectEnd()), { discrete: true });
}

/** What each comment says, and the words that have it. */
const said = (editor: LexicalEditor) => {
  const { comments = [], blocks } = documentOf(editor);
  return comments.map(({ id, text }) => {
    const runs = blocks.flatMap((block) => ('children' in block ? block.children : []));
    const words = runs.map((run) => (run.type === 'text' && run.marks.some((mark) => mark.id === id) ? run.text : ''));
    return `${text}: ${words.join('')}`;
  });
};

describe('comments on words that are copied or cut', () => {
  it('go with them into another memo, and undo takes them out again', async () => {
    const [from, to] = [commented(), headlessEditor(memoOf(''))];
    const payload = copy(from, true);
    expect(said(from)).toEqual([]);
    paste(to, payload);
    expect(said(to)).toEqual(['Ask: Nobody']);
    to.dispatchCommand(UNDO_COMMAND, undefined);
    await Promise.resolve();
    expect(documentOf(to)).toEqual(memoOf(''));
    from.dispatchCommand(UNDO_COMMAND, undefined);
    await Promise.resolve();
    expect(said(from)).toEqual(['Ask: Nobody']);
  });

  it('are two where the words are copied within the memo, and one where they are moved', () => {
    const copied = commented();
    paste(copied, copy(copied));
    expect(said(copied)).toEqual(['Ask: Nobody', 'Ask: Nobody']);
    const [first, second] = documentOf(copied).comments!;
    expect(first!.id).not.toBe(second!.id);
    paste(copied, copy(copied));
    expect(said(copied)).toHaveLength(4);

    const moved = commented();
    const { comments } = documentOf(moved);
    paste(moved, copy(moved, true));
    expect(documentOf(moved).comments).toEqual(comments);
  });

  it('are read as the unknown values that they are, and marks without one go', () => {
    const to = headlessEditor(memoOf(''));
    const id = '00000000-0000-7000-8000-00000000000';
    const mark = (n: number) => ({
      type: 'mark',
      ids: [`comment:${id}${n}`, `claim:${id}9`],
      children: [{ type: 'text', text: `w${n} ` }],
    });
    const comment = { id: `${id}1`, text: 'Kept', createdAt: now.toISOString(), resolved: false };
    const comments = [comment, { ...comment, id: `${id}2`, text: 7 }, { ...comment, id: `${id}3` }, null, 'x'];
    paste(to, JSON.stringify({ nodes: [{ type: 'paragraph', children: [mark(1), mark(2)] }], comments }));
    expect(documentOf(to).comments).toEqual([comment]);
    expect(JSON.stringify(documentOf(to))).not.toContain(`${id}2`);
    expect(JSON.stringify(documentOf(to))).toContain(`${id}9`);
  });
});
