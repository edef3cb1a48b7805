// @vitest-environment happy-dom
import { buildEditorFromExtensions, getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import fc from 'fast-check';
import {
  $createParagraphNode,
  $createRangeSelection,
  $createTextNode,
  $getRoot,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  HISTORY_PUSH_TAG,
  INDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  UNDO_COMMAND,
  type EditorState,
  type LexicalEditor,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import { memoDocumentVersion, type Inline, type MemoBlock } from '../../../shared/memo/document';
import { anyDocument } from '../../../shared/memo/document.arbitrary';
import { loadDocument } from '../headless';
import { $markSelection } from '../marks/MarksExtension';
import { DocumentEditorExtension } from '../nodes';
import { editorTheme } from '../theme';

/** The editor as it is in the window, drawing into an element. */
function drawnEditor() {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'commonplace/drawn',
      theme: editorTheme,
      dependencies: [DocumentEditorExtension],
      onError: (error) => {
        throw error;
      },
    }),
  );
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
  const element = document.createElement('div');
  element.contentEditable = 'true';
  document.body.replaceChildren(element);
  editor.setRootElement(element);
  return { editor, element };
}

/** The text node that a number stands for, selected, with what is up to `reach` text nodes after it. */
function $selectFrom(at: number, reach: number): RangeSelection | null {
  const texts: TextNode[] = $getRoot().getAllTextNodes();
  const [from, to] = [texts[at % texts.length], texts[Math.min(texts.length - 1, (at % texts.length) + reach)]];
  if (!from || !to) return null;
  const selection = $createRangeSelection();
  selection.anchor.set(from.getKey(), at % (from.getTextContentSize() + 1), 'text');
  selection.focus.set(to.getKey(), to.getTextContentSize(), 'text');
  $setSelection(selection);
  return selection;
}

/** What a writer does to a text, each at a place that a number stands for. */
const acts: Record<string, (editor: LexicalEditor, at: number) => void> = {
  write: (_, at) => $selectFrom(at, 0)?.insertText(`word ${at}`),
  delete: (_, at) => $selectFrom(at, 0)?.removeText(),
  split: (_, at) => $selectFrom(at, 0)?.insertParagraph(),
  add: (_, at) => {
    const block = $createParagraphNode().append($createTextNode(`new ${at}`));
    const next = $getRoot().getChildAtIndex(at % ($getRoot().getChildrenSize() + 1));
    if (next) next.insertBefore(block);
    else $getRoot().append(block);
    block.selectEnd();
  },
  remove: (_, at) => {
    if ($getRoot().getChildrenSize() > 1)
      $getRoot()
        .getChildAtIndex(at % $getRoot().getChildrenSize())
        ?.remove();
  },
  move: (_, at) => {
    const block = $getRoot().getChildAtIndex(at % $getRoot().getChildrenSize());
    const first = $getRoot().getFirstChild();
    if (block && first && block !== first) first.insertBefore(block);
  },
  join: (_, at) => {
    const block = $getRoot().getChildAtIndex(at % $getRoot().getChildrenSize());
    const next = block?.getNextSibling();
    if (!$isParagraphNode(block) || !$isParagraphNode(next)) return;
    block.append(...next.getChildren());
    next.remove();
  },
  bold: (editor, at) => {
    if ($selectFrom(at, 2)) editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
  },
  mark: (_, at) => {
    if ($selectFrom(at, 1)) $markSelection({ kind: 'claim', id: '01890a5d-ac96-774b-bcce-b302099a8057' });
  },
  heading: (_, at) => {
    const block = $getRoot().getChildAtIndex(at % $getRoot().getChildrenSize());
    if ($isParagraphNode(block)) block.replace($createHeadingNode('h2'), true);
  },
  list: (_, at) => {
    const block = $getRoot().getChildAtIndex(at % $getRoot().getChildrenSize());
    if (!$isParagraphNode(block)) return;
    const item = $createListItemNode().append(...block.getChildren());
    block.replace($createListNode('bullet').append(item));
  },
  indent: (editor, at) => {
    if ($selectFrom(at, 0)) editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined);
  },
  turn: (_, at) => {
    const block = $getRoot().getChildAtIndex(at % $getRoot().getChildrenSize());
    if ($isParagraphNode(block)) block.setDirection(block.getDirection() === 'rtl' ? null : 'rtl');
  },
};

/**
 * Everything a state says: nodes, their order, where the selection is. Not the format of an element's first words, which Lexical
 * keeps there and corrects when it draws the element.
 */
function contents(state: EditorState): string {
  const selection = state._selection;
  const place = $isRangeSelection(selection)
    ? [selection.anchor, selection.focus].map(({ key, offset, type }) => [key, offset, type])
    : state.read(() => selection?.getNodes().map((node) => node.getKey()));
  return JSON.stringify([state, place], (name, value: unknown) =>
    name === 'textFormat' || name === 'textStyle' ? undefined : value,
  );
}

/** What stands in the window, and what it is after Lexical has gone through every node. */
async function expectDrawnWhole(editor: LexicalEditor, element: HTMLElement): Promise<void> {
  const drawn = element.innerHTML;
  const words = editor.read(() => $getRoot().getTextContent());
  const state = editor.getEditorState();
  editor.setEditorState(state);
  expect(drawn).toBe(element.innerHTML);
  expect(words).toBe(editor.read(() => $getRoot().getTextContent()));
  expect(contents(editor.getEditorState())).toBe(contents(state));
}

const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(acts)), fc.nat(200)) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom('undo', 'redo'), fc.integer({ min: 1, max: 4 })) },
  ),
  { maxLength: 14 },
);

describe('undo and redo', () => {
  it('bring back state, selection and what is drawn as going through all nodes does', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, steps, async (content, taken) => {
        const { editor, element } = drawnEditor();
        const { historyState } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
        loadDocument(editor, content);
        for (const [name, number] of taken) {
          if (name !== 'undo' && name !== 'redo') {
            editor.update(() => acts[name]!(editor, number), { discrete: true, tag: HISTORY_PUSH_TAG });
            continue;
          }
          for (let times = 0; times < number; times++) {
            const stack = name === 'undo' ? historyState.value.undoStack : historyState.value.redoStack;
            const wanted = contents(stack.at(-1)?.editorState ?? editor.getEditorState());
            editor.dispatchCommand(name === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
            await Promise.resolve();
            expect(contents(editor.getEditorState())).toBe(wanted);
          }
          await expectDrawnWhole(editor, element);
        }
        editor.setRootElement(null);
        editor.dispose();
      }),
      { numRuns: 40 },
    );
  });

  it('look at what changed only', () => {
    const words = (text: string): Inline => ({ type: 'text', text, formats: [], marks: [] });
    const blocks: MemoBlock[] = Array.from({ length: 300 }, () => ({ type: 'paragraph', children: [words('Words.')] }));
    const { editor, element } = drawnEditor();
    loadDocument(editor, { version: memoDocumentVersion, blocks });
    editor.update(() => acts['write']!(editor, 150), { discrete: true, tag: HISTORY_PUSH_TAG });
    const looked: number[] = [];
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      looked.push(dirtyElements.size + dirtyLeaves.size);
    });
    editor.update(() => editor.dispatchCommand(UNDO_COMMAND, undefined), { discrete: true });
    expect(element.textContent).not.toContain('150');
    // The text, its paragraph and the root.
    expect(looked).toEqual([3]);
    editor.setRootElement(null);
    editor.dispose();
  });
});
