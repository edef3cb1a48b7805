import fc from 'fast-check';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isTextNode,
  type LexicalEditor,
} from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Inline, MemoDocument } from '../../shared/memo/document';
import { anyDocument } from '../../shared/memo/document.arbitrary';
import { createDocumentReader, normaliseDocument } from '../../shared/memo/lexical';
import { cleanNodes } from './clipboard/clean';
import { readClipboardNodes } from './clipboard/ClipboardExtension';
import { documentOf, headlessEditor, loadDocument } from './headless';
import { $insertClaim } from './insert';
import { createStateReader } from './readState';
import { $enclosingMark, $markSelection, $removeMark } from './marks/MarksExtension';

const claim = { kind: 'claim', id: '01890a5d-ac96-774b-bcce-b302099a8057' } as const;
const actor = { kind: 'actor', id: '01890a5d-ac96-774b-bcce-b302099a8058' } as const;
const source = '01890a5d-ac96-774b-bcce-b302099a8059';

const text = (words: string, more: Partial<Extract<Inline, { type: 'text' }>> = {}): Inline => ({
  type: 'text',
  text: words,
  formats: [],
  marks: [],
  ...more,
});
const citation = (marks: (typeof claim | typeof actor)[] = []): Inline => ({
  type: 'citation',
  id: 'c1',
  marks,
  items: [
    { sourceId: source, label: 'page', locator: '3', prefix: '', suffix: '', suppressAuthor: false, excerptId: null },
  ],
});
const paragraph = (...children: Inline[]): MemoDocument => ({ version: 2, blocks: [{ type: 'paragraph', children }] });
const inlinesOf = (editor: LexicalEditor): Inline[] => {
  const [block] = documentOf(editor).blocks;
  return block?.type === 'paragraph' ? block.children : [];
};

/** Selects from `start` to `end`, counted over the text nodes of the document. */
function $select(start: number, end: number): void {
  const points: [string, number][] = [];
  for (const [index, at] of [start, end].entries()) {
    let left = at;
    for (const node of $getRoot().getAllTextNodes()) {
      const size = node.getTextContentSize();
      if (left < size || (index === 1 && left === size)) {
        points.push([node.getKey(), left]);
        break;
      }
      left -= size;
    }
  }
  const [first] = $getRoot().getAllTextNodes();
  const selection = first!.select(0, 0);
  selection.anchor.set(points[0]![0], points[0]![1], 'text');
  selection.focus.set(points[1]![0], points[1]![1], 'text');
}

describe('the editor', () => {
  it('loads every document and gives it back', () => {
    const editor = headlessEditor();
    fc.assert(
      fc.property(anyDocument, (document) => {
        loadDocument(editor, document);
        expect(documentOf(editor)).toEqual(normaliseDocument(document));
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the document through its own transforms after an edit', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const editor = headlessEditor(document);
        editor.update(
          () => {
            $getRoot().append($createParagraphNode().append($createTextNode('end')));
            for (const node of $getRoot().getAllTextNodes()) node.markDirty();
          },
          { discrete: true },
        );
        const expected = normaliseDocument(document);
        const last = { type: 'paragraph', children: [text('end')] };
        expect(documentOf(editor).blocks).toEqual([...expected.blocks, last]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('marks', () => {
  const mark = (editor: LexicalEditor, kind: typeof claim | typeof actor, start: number, end: number) =>
    editor.update(
      () => {
        $select(start, end);
        expect($markSelection(kind)).toBe(true);
      },
      { discrete: true },
    );

  it('overlap', () => {
    const editor = headlessEditor(paragraph(text('The bridge was closed in May.')));
    mark(editor, claim, 4, 21);
    mark(editor, actor, 11, 28);
    expect(inlinesOf(editor)).toEqual([
      text('The '),
      text('bridge ', { marks: [claim] }),
      text('was closed', { marks: [claim, actor] }),
      text(' in May', { marks: [actor] }),
      text('.'),
    ]);
  });

  it('cover citations and bold words in between', () => {
    const editor = headlessEditor(
      paragraph(text('It '), text('was', { formats: ['bold'] }), citation(), text(' closed')),
    );
    mark(editor, claim, 0, 13);
    expect(inlinesOf(editor)).toEqual([
      text('It ', { marks: [claim] }),
      text('was', { formats: ['bold'], marks: [claim] }),
      citation([claim]),
      text(' closed', { marks: [claim] }),
    ]);
  });

  it('come off the whole passage and leave the other mark', () => {
    const editor = headlessEditor(paragraph(text('The bridge was closed in May.')));
    mark(editor, claim, 4, 21);
    mark(editor, actor, 11, 28);
    editor.update(
      () => {
        const bridge = $getRoot()
          .getAllTextNodes()
          .find((node) => node.getTextContent() === 'bridge ');
        $removeMark($enclosingMark(bridge ?? null)!, claim);
      },
      { discrete: true },
    );
    expect(inlinesOf(editor)).toEqual([text('The bridge '), text('was closed in May', { marks: [actor] }), text('.')]);
  });

  it('are refused without a selection', () => {
    const editor = headlessEditor(paragraph(text('Words')));
    editor.update(
      () => {
        $getRoot().selectEnd();
        expect($markSelection(claim)).toBe(false);
      },
      { discrete: true },
    );
  });
});

describe('Markdown as it is typed', () => {
  const typed = (line: string): MemoDocument => {
    const editor = headlessEditor();
    editor.update(() => void $getRoot().clear().append($createParagraphNode()).selectEnd(), { discrete: true });
    for (const letter of line) {
      editor.update(
        () => {
          $getSelection()?.insertText(letter);
        },
        { discrete: true },
      );
    }
    return documentOf(editor);
  };

  it.each([
    ['## Findings', { type: 'heading', level: 2, children: [text('Findings')] }],
    ['> Words', { type: 'quotation', children: [text('Words')] }],
    ['- One', { type: 'list', ordered: false, start: 1, items: [{ children: [text('One')], nested: null }] }],
    ['4. Four', { type: 'list', ordered: true, start: 4, items: [{ children: [text('Four')], nested: null }] }],
    ['##### Five', { type: 'paragraph', children: [text('##### Five')] }],
  ])('%s', (line, block) => {
    expect(typed(line).blocks[0]).toEqual(block);
  });

  it('makes bold and italic of stars', () => {
    expect(typed('a **b** *c* ').blocks[0]).toEqual({
      type: 'paragraph',
      children: [
        text('a '),
        text('b', { formats: ['bold'] }),
        text(' '),
        text('c', { formats: ['italic'] }),
        text(' '),
      ],
    });
  });

  it('makes a rule of three hyphens', () => {
    expect(typed('--- after').blocks[0]).toEqual({ type: 'rule' });
  });

  it('never links to a script', () => {
    const document = typed('[here](javascript:alert(1)) ');
    expect(JSON.stringify(document)).not.toContain('"link"');
    expect(JSON.stringify(document)).toContain('here');
  });
});

describe('what is pasted', () => {
  it('becomes our nodes, with citations of their own', () => {
    const payload = JSON.stringify({
      namespace: 'evil',
      nodes: [
        { type: 'paragraph', children: [{ type: 'text', text: 'Hi', style: 'position:fixed' }] },
        { type: 'image', src: 'https://example.org/pixel.png' },
        { type: 'citation', id: 'c1', items: (citation() as { items: unknown }).items },
        { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: 'there' }] },
      ],
    });
    const clean = JSON.stringify(cleanNodes(readClipboardNodes(payload)!));
    expect(clean).toContain('Hi');
    expect(clean).toContain('there');
    expect(clean).toContain(source);
    expect(clean).not.toMatch(/position|image|pixel|javascript|"c1"/);
  });

  it('joins the line when it is a single paragraph', () => {
    const nodes = [{ type: 'paragraph', children: [{ type: 'text', text: 'words' }] }];
    expect(cleanNodes(nodes).map((node) => node.type)).toEqual(['text']);
  });

  it('is nothing when it cannot be read', () => {
    expect(readClipboardNodes('{"nodes":')).toBeNull();
    expect(readClipboardNodes('null')).toBeNull();
  });
});

describe('a mention', () => {
  it('keeps its name beside the words', () => {
    const mention: Inline = { type: 'actor-mention', actorId: actor.id, text: 'Ивана' };
    const editor = headlessEditor(paragraph(text('Said '), mention, text('.')));
    editor.read(() => expect($getRoot().getTextContent()).toBe('Said Ивана.'));
    editor.update(() => $getRoot().getAllTextNodes().filter($isTextNode)[0]!.setTextContent('Told '), {
      discrete: true,
    });
    expect(inlinesOf(editor)).toEqual([text('Told '), mention, text('.')]);
  });
});

describe('reading the editor again and again', () => {
  it('gives the document as reading it whole does, and the same blocks where nothing was written', () => {
    fc.assert(
      fc.property(anyDocument, fc.array(fc.tuple(fc.nat(), fc.nat(2)), { maxLength: 6 }), (document, edits) => {
        const editor = headlessEditor(document);
        const readState = createStateReader();
        const readDocument = createDocumentReader();
        let before = readDocument(readState(editor.getEditorState()));
        for (const [place, act] of edits) {
          editor.update(
            () => {
              const blocks = $getRoot().getChildren();
              const block = blocks[place % Math.max(1, blocks.length)];
              if (act === 0) $getRoot().append($createParagraphNode().append($createTextNode('new')));
              else if (act === 1) block?.remove();
              else if ($isElementNode(block)) block.getAllTextNodes()[0]?.setTextContent(`written ${place}`);
            },
            { discrete: true },
          );
          const now = readDocument(readState(editor.getEditorState()));
          expect(now).toEqual(documentOf(editor));
          const kept = now.blocks.filter((block) => before.blocks.includes(block)).length;
          expect(kept).toBeGreaterThanOrEqual(Math.min(now.blocks.length, before.blocks.length) - 3);
          before = now;
        }
      }),
      { numRuns: 60 },
    );
  });

  it('sees what undo brings back', () => {
    const editor = headlessEditor(paragraph(text('one')));
    const readState = createStateReader();
    const first = editor.getEditorState();
    readState(first);
    editor.update(() => $getRoot().getAllTextNodes()[0]?.setTextContent('two'), { discrete: true });
    expect(JSON.stringify(readState(editor.getEditorState()))).toContain('two');
    editor.setEditorState(first);
    expect(JSON.stringify(readState(editor.getEditorState()))).toContain('one');
  });
});

describe('a claim that is put into a text', () => {
  const claimed = (before: string) => {
    const editor = headlessEditor();
    loadDocument(editor, paragraph(...(before === '' ? [] : [text(before)])));
    editor.update(
      () => {
        $getRoot().selectEnd();
        $insertClaim(claim.id, 'The gate was shut.');
      },
      { discrete: true },
    );
    return inlinesOf(editor).map((inline) => (inline.type === 'text' ? inline.text : ''));
  };

  it('brings its full stop only where it is a sentence of its own', () => {
    expect(claimed('')).toEqual(['The gate was shut.']);
    expect(claimed('It is known. ')).toEqual(['It is known. ', 'The gate was shut.']);
    expect(claimed('Sund says ')).toEqual(['Sund says ', 'The gate was shut']);
  });
});
