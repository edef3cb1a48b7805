// @vitest-environment happy-dom
import { $insertDataTransferForRichText } from '@lexical/clipboard';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import fc from 'fast-check';
import { $getRoot, $getSelection, $isRangeSelection, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { memoDocumentVersion, type MemoDocument } from '../../../shared/memo/document';
import { anyDocument } from '../../../shared/memo/document.arbitrary';
import { blocksToLexical } from '../../../shared/memo/lexical';
import { documentOf, headlessEditor } from '../headless';
import { insertInParts } from './insertInParts';
import { registerLongPastes, type LongPastesContext } from './longPaste';
import { readNodes } from './paste';
import { planOf } from './plan';
import { finish } from './slices';
import { UNFINISHED_TAG } from './unfinished';

const memoOf = (...lines: string[]): MemoDocument => ({
  version: memoDocumentVersion,
  blocks: lines.map((line) => ({
    type: 'paragraph',
    children: line === '' ? [] : [{ type: 'text', text: line, formats: [], marks: [] }],
  })),
});
const lines = (editor: LexicalEditor) => documentOf(editor).blocks.map((block) => JSON.stringify(block));

/** Where the caret is, in blocks and characters. */
const caret = (editor: LexicalEditor) =>
  editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const node = selection.anchor.getNode();
    return [node.getTopLevelElement()?.getIndexWithinParent(), node.getTextContent(), selection.anchor.offset];
  });

function memoWithCaret(): LexicalEditor {
  const editor = headlessEditor(memoOf('Before the caret', 'and below'));
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
  editor.update(() => void $getRoot().getAllTextNodes()[0]!.select(6, 10), { discrete: true });
  return editor;
}

function paste(editor: LexicalEditor, html: string): void {
  const data = new DataTransfer();
  data.setData('text/html', html);
  editor.update(() => $insertDataTransferForRichText(data, $getSelection()!), { discrete: true, tag: 'paste' });
}

/** Has long pastes done in parts; `goesOn` answers whether they are let go on. Resolves when one is over. */
function watched(editor: LexicalEditor, goesOn: (doing: string, share: number) => boolean = () => true) {
  const told: string[] = [];
  let over: () => void = () => {};
  const ended = new Promise<void>((resolve) => (over = resolve));
  const context: LongPastesContext = {
    show: (progress) => {
      if (progress === null) over();
      else if (!goesOn(progress.doing, progress.share)) progress.stop();
    },
    fail: (text) => told.push(text),
  };
  return { ended, told, leave: registerLongPastes(editor, context) };
}

const long = Array.from({ length: 6000 }, (_, n) => `<p>Line ${n}</p>`).join('');

describe('a long paste', () => {
  it('is what it would be at once, and one step of undoing', async () => {
    const [whole, editor] = [memoWithCaret(), memoWithCaret()];
    paste(whole, long);
    const before = lines(editor);
    const seen: number[] = [];
    editor.registerUpdateListener(({ tags }) => void (tags.has(UNFINISHED_TAG) && seen.push(1)));
    const { ended, told } = watched(editor);
    paste(editor, long);
    expect(lines(editor)).toEqual(before);
    await ended;
    expect(told).toEqual([]);
    expect(seen.length).toBeGreaterThan(3);
    expect(lines(editor)).toEqual(lines(whole));
    expect(caret(editor)).toEqual(caret(whole));
    const after = lines(editor);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    await Promise.resolve();
    expect(lines(editor)).toEqual(before);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    await Promise.resolve();
    expect(lines(editor)).toEqual(after);
  });

  for (const at of ['reading', 'inserting']) {
    it(`that is stopped while ${at} leaves text, selection, undo and redo as they were`, async () => {
      const editor = memoWithCaret();
      editor.update(() => void $getRoot().getLastChild()!.selectEnd().insertText(' one'), { discrete: true });
      editor.update(() => void $getRoot().getLastChild()!.remove(), { discrete: true, tag: 'history-push' });
      editor.dispatchCommand(UNDO_COMMAND, undefined);
      await Promise.resolve();
      editor.update(() => void $getRoot().getAllTextNodes()[0]!.select(6, 10), { discrete: true });
      const history = getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState.value;
      const steps = () => [history.undoStack.length, history.redoStack.length];
      const before = [lines(editor), caret(editor), steps()];
      const { ended, told } = watched(editor, (doing, share) => doing !== at || share < 0.2);
      paste(editor, long);
      await ended;
      expect(told).toEqual([]);
      expect([lines(editor), caret(editor), steps()]).toEqual(before);
      editor.dispatchCommand(REDO_COMMAND, undefined);
      await Promise.resolve();
      expect(lines(editor)).toHaveLength(1);
    });
  }

  it('says so when its text is closed', async () => {
    const editor = memoWithCaret();
    const { told, leave } = watched(editor);
    paste(editor, long);
    leave();
    await expect.poll(() => told).toEqual([expect.stringMatching(/^The paste was stopped.*paste again\.$/)]);
  });
});

it('in parts, any text comes in as it does at once', async () => {
  await fc.assert(
    fc.property(anyDocument, fc.integer({ min: 1, max: 3 }), (content, times) => {
      const nodes = Array.from({ length: times * 6 }, () => blocksToLexical(content.blocks)).flat();
      const shape = (editor: LexicalEditor) =>
        JSON.stringify(documentOf(editor)).replace(/"id":"[^"]*"|"targetId":"[^"]*"/g, '');
      const insert = (most: number) => {
        const editor = memoWithCaret();
        const selection = editor.read(() => $getSelection()!.clone());
        finish(
          insertInParts(
            editor,
            finish(readNodes(nodes, [])),
            selection,
            () => {},
            (all) => planOf(all, most),
          ),
        );
        return shape(editor);
      };
      expect(insert(10)).toBe(insert(Infinity));
    }),
    { numRuns: 20 },
  );
});
