import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import fc from 'fast-check';
import { UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { itemCiting } from '../../../shared/memo/citation-item';
import type { CitationInline, Inline, MemoBlock, MemoDocument } from '../../../shared/memo/document';
import { memoDocumentVersion } from '../../../shared/memo/document';
import { anyDocument } from '../../../shared/memo/document.arbitrary';
import { finding, type Finding } from '../../../shared/provenance/finding';
import { passagesOf } from '../../../shared/provenance/passages';
import { documentOf, headlessEditor, loadDocument } from '../headless';
import { applyFix, citeInstead, type TextFix } from './edits';
import { $blocks, $runsOf } from './runs';

const id = (n: number) => `01890a5d-ac96-774b-bcce-b302099a805${n}`;
const claim = { kind: 'claim', id: id(1) } as const;
const text = (words: string, more: Partial<Extract<Inline, { type: 'text' }>> = {}): Inline => ({
  type: 'text',
  text: words,
  formats: [],
  marks: [],
  ...more,
});
const cite = (name: string, sourceId: string): CitationInline => ({
  type: 'citation',
  id: name,
  marks: [],
  items: [itemCiting(sourceId)],
});
const memo = (...blocks: MemoBlock[]): MemoDocument => ({ version: memoDocumentVersion, blocks });
const paragraph = (...children: Inline[]): MemoBlock => ({ type: 'paragraph', children });
const place = (start: number, end: number, footnote: string | null = null) => ({
  block: 0,
  run: 0,
  footnote,
  start,
  end,
});
const found = (words: string, start: number, more: Partial<Finding> = {}): Finding => ({
  ...finding({
    rule: 'quotation-not-verbatim',
    place: place(start, start + words.length),
    words,
    message: '',
    about: [],
  }),
  ...more,
});

/** An editor that can undo, as one in a window. */
function editorOf(document: MemoDocument): LexicalEditor {
  const editor = headlessEditor();
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
  loadDocument(editor, document);
  return editor;
}

/** Carries a fix out and looks that one Undo takes it back to the letter. */
async function fixed(document: MemoDocument, of: Finding, fix: TextFix): Promise<MemoDocument> {
  const editor = editorOf(document);
  const before = documentOf(editor);
  expect(applyFix(editor, of, fix)).toBe(true);
  const after = documentOf(editor);
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  await Promise.resolve();
  expect(documentOf(editor)).toEqual(before);
  return after;
}

describe('places in the editor', () => {
  it('are those of the document, whatever it holds', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const editor = headlessEditor(document);
        const runs = editor.read(() => $blocks().map((nodes) => $runsOf(nodes).map((run) => run.text)));
        for (const passage of passagesOf(documentOf(editor))) {
          if (passage.footnote === null) expect(runs[passage.block]?.[passage.run]).toBe(passage.text);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('fixes', () => {
  it('put the source’s words in, through formats and marks, which stay', async () => {
    const document = memo(
      paragraph(text('The gate '), text('wass sh', { marks: [claim] }), text('utt at noon', { formats: ['italic'] })),
    );
    const edits = [
      { place: place(9, 13), text: 'was' },
      { place: place(14, 18), text: 'shut' },
      { place: place(27, 27), text: 'day' },
    ];
    const after = await fixed(document, found('wass shutt', 9), { kind: 'edit', label: '', edits });
    expect(after).toEqual(
      memo(
        paragraph(
          text('The gate '),
          text('was shut', { marks: [claim] }),
          text('t at noonday', { formats: ['italic'] }),
        ),
      ),
    );
  });

  it('reach into footnotes', async () => {
    const note = (words: string): Inline => ({
      type: 'footnote',
      id: 'n1',
      children: [text('See “'), text(words, { formats: ['italic'] }), text('” '), cite('c1', id(2))],
    });
    const edits = [{ place: place(5, 9, 'n1'), text: 'gate' }];
    const of = found('gait', 5, { place: place(5, 9, 'n1') });
    expect(await fixed(memo(paragraph(text('So.'), note('gait'))), of, { kind: 'edit', label: '', edits })).toEqual(
      memo(paragraph(text('So.'), note('gate'))),
    );
    const locator = { label: 'paragraph', value: '7' } as const;
    const located = await fixed(memo(paragraph(text('So.'), note('gate'))), found('', 0, { citationId: 'c1' }), {
      kind: 'locator',
      label: '',
      citationId: 'c1',
      item: 0,
      locator,
    });
    expect(JSON.stringify(located)).toContain('"label":"paragraph","locator":"7"');
  });

  it('give a citation its locator, take marks off, and rename mentions', async () => {
    const locator = { label: 'page', value: '3' } as const;
    const fix: TextFix = { kind: 'locator', label: '', citationId: 'c1', item: 0, locator };
    const cited = await fixed(memo(paragraph(text('So '), cite('c1', id(2)))), found('', 3, { citationId: 'c1' }), fix);
    expect(JSON.stringify(cited)).toContain('"locator":"3"');

    const marked = memo(paragraph(text('It was '), text('shut', { marks: [claim] }), text('.')));
    const unmark: TextFix = { kind: 'unmark', label: '', mark: claim, place: place(7, 11) };
    expect(await fixed(marked, found('shut', 7), unmark)).toEqual(memo(paragraph(text('It was shut.'))));

    const mention = (name: string): Inline => ({ type: 'actor-mention', actorId: id(3), text: name });
    const rename: TextFix = { kind: 'edit', label: '', edits: [{ place: place(0, 4), text: 'Vell' }] };
    expect(await fixed(memo(paragraph(mention('Vehl'), text(' left.'))), found('Vehl', 0), rename)).toEqual(
      memo(paragraph(mention('Vell'), text(' left.'))),
    );
  });

  it('change nothing where the text has moved on', () => {
    const editor = editorOf(memo(paragraph(text('A new text.'))));
    const before = documentOf(editor);
    const edits = [{ place: place(0, 4), text: 'gate' }];
    expect(applyFix(editor, found('gait', 0), { kind: 'edit', label: '', edits })).toBe(false);
    expect(documentOf(editor)).toEqual(before);
  });

  it('cite another source everywhere in one step', async () => {
    const note: Inline = { type: 'footnote', id: 'n1', children: [text('See '), cite('c2', id(2))] };
    const document = memo(paragraph(text('So '), cite('c1', id(2)), note), paragraph(cite('c3', id(4))));
    const editor = editorOf(document);
    expect(citeInstead(editor, new Set([id(2)]), id(5))).toBe(2);
    expect(JSON.stringify(documentOf(editor))).not.toContain(id(2));
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    await Promise.resolve();
    expect(documentOf(editor)).toEqual(document);
  });
});
