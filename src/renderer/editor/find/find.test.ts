import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import fc from 'fast-check';
import { UNDO_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Inline, MemoBlock, MemoDocument } from '../../../shared/memo/document';
import { anyDocument } from '../../../shared/memo/document.arbitrary';
import { inlineText } from '../../../shared/memo/text';
import { mapInlines, walkInlines } from '../../../shared/memo/walk';
import { findInSteps } from '../../../shared/search/find';
import { fold, foldWithMap } from '../../../shared/search/fold';
import type { TextRange } from '../../../shared/search/types';
import { documentOf, headlessEditor, loadDocument } from '../headless';
import { memoFindTarget } from './memoFind';
import { $readMemoText, leavesOf } from './memoText';
import { rewrite, whyLeft } from './replace';

const text = (words: string, more: Partial<Extract<Inline, { type: 'text' }>> = {}): Inline => ({
  type: 'text',
  text: words,
  formats: [],
  marks: [],
  ...more,
});
const claim = { kind: 'claim', id: '01890a5d-ac96-774b-bcce-b302099a8057' } as const;
const memo = (...blocks: MemoBlock[]): MemoDocument => ({ version: 2, blocks });
const paragraph = (...children: Inline[]): MemoBlock => ({ type: 'paragraph', children });

const find = (of: string, query: string): TextRange[] => [...findInSteps(foldWithMap(of), fold(query))].flat();

/** Finding and replacing as the bar does it, in an editor without a window. */
function targetOf(editor: LexicalEditor) {
  const target = memoFindTarget(editor, undefined as unknown as HTMLElement);
  return {
    found: (query: string) => find(target.readText(), query).length,
    replaceAll: (query: string, replacement: string) => target.replace!(find(target.readText(), query), replacement),
  };
}

describe('a memo as one text', () => {
  it('has every word once, and nothing is found across blocks, citations and notes', () => {
    const editor = headlessEditor(
      memo(
        { type: 'heading', level: 1, children: [text('The '), text('fer', { formats: ['bold'] }), text('ry')] },
        { type: 'list', ordered: false, start: 1, items: [{ children: [text('ferry')], nested: null }] },
        paragraph(text('A f'), { type: 'footnote', id: 'n', children: [text('On the ferry')] }, text('erry')),
        { type: 'table', rows: [{ cells: [{ header: true, children: [text('Ferry')] }] }] },
        { type: 'quotation', children: [text('FERRY')] },
        paragraph(text('fer')),
        paragraph(text('ry')),
      ),
    );
    const { found } = targetOf(editor);
    expect(found('ferry')).toBe(5);
    expect(found('on the ferry')).toBe(1);
  });

  it('gives every leaf its place', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text: whole, leaves, blocks } = headlessEditor(document).read($readMemoText);
        for (const leaf of leaves) {
          const range: TextRange = [leaf.start, leaf.start + leaf.text.length];
          expect(whole.slice(...range)).toBe(leaf.text);
          if (leaf.text !== '') expect(leavesOf(leaves, range)).toEqual([leaf]);
        }
        expect(
          blocks.every(
            ({ range: [start, end] }, index) => start <= end && (blocks[index + 1]?.range[0] ?? end) === end,
          ),
        ).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('replacing', () => {
  it('keeps formats, marks and links, and puts the words where the hit began', () => {
    const editor = headlessEditor(
      memo(
        paragraph(
          text('Old '),
          text('brid', { formats: ['bold'] }),
          text('ge', { marks: [claim] }),
          text(' was shut. '),
          { type: 'link', url: 'https://example.org/', children: [text('bridge')] },
        ),
        paragraph(text('A note'), {
          type: 'footnote',
          id: 'n',
          children: [text('The '), text('Bridge', { formats: ['italic'] })],
        }),
      ),
    );
    expect(targetOf(editor).replaceAll('BRIDGE', 'ferry')).toMatchObject({ replaced: 3, left: '' });
    expect(documentOf(editor).blocks).toEqual([
      paragraph(text('Old '), text('ferry', { formats: ['bold'] }), text(' was shut. '), {
        type: 'link',
        url: 'https://example.org/',
        children: [text('ferry')],
      }),
      paragraph(text('A note'), {
        type: 'footnote',
        id: 'n',
        children: [text('The '), text('ferry', { formats: ['italic'] })],
      }),
    ]);
  });

  it('leaves alone what is not the writer’s, and says so', () => {
    const document = memo(
      { type: 'excerpt-quotation', excerptId: claim.id, children: [text('Ivo shut the bridge, Ivo said.')] },
      paragraph({ type: 'actor-mention', actorId: claim.id, text: 'Ivo' }, text(' and Ivo')),
      paragraph(text('an I'), { type: 'line-break' }, text('vo')),
    );
    const editor = headlessEditor(document);
    const done = targetOf(editor).replaceAll('ivo', 'Ida');
    expect(done).toMatchObject({
      replaced: 1,
      left: '2 in excerpt quotations, which stay word for word; 1 in the name of an actor',
    });
    expect(documentOf(editor)).toEqual({
      ...document,
      blocks: document.blocks.with(
        1,
        paragraph({ type: 'actor-mention', actorId: claim.id, text: 'Ivo' }, text(' and Ida')),
      ),
    });
    expect(targetOf(editor).replaceAll('I vo', 'x')).toMatchObject({ replaced: 0, left: '1 over a line break' });
  });

  it('leaves what is not seen to the words that follow', () => {
    const leaf = { start: 0, text: 'می\u200Cخواهم', key: '1', footnote: null, fixed: null };
    const { texts } = rewrite([leaf], find(leaf.text, 'می'), 'نمی');
    expect(texts.get(leaf)).toBe('نمی\u200Cخواهم');
    expect(whyLeft({ excerpt: 0, name: 0, break: 0 })).toBe('');
  });

  it('replaces every hit of any document that may be, nothing else, and is undone in one step', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.constantFrom('e', 'or', 'и', 'lorem'), async (document, query) => {
        const editor = headlessEditor();
        getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
        loadDocument(editor, document);
        const { found, replaceAll } = targetOf(editor);
        const before = documentOf(editor);
        const hits = found(query);
        const { replaced } = replaceAll(query, '∎');
        const after = documentOf(editor);
        const own = (of: MemoDocument) => {
          const { blocks } = mapInlines(of, (inline) => (inline.type === 'text' ? null : inline));
          return blocks.map((block) => (block.type === 'code' ? { ...block, text: '' } : block));
        };
        expect(own(after)).toEqual(own(before));
        const verbatim = (of: MemoDocument) =>
          of.blocks.map((block) => (block.type === 'excerpt-quotation' ? inlineText(block.children) : ''));
        expect(verbatim(after)).toEqual(verbatim(before));
        expect(found(query)).toBe(hits - replaced);
        const marksOf = (of: MemoDocument) =>
          [...walkInlines(of)].filter(({ inline }) => inline.type === 'text').length;
        expect(marksOf(after)).toBeLessThanOrEqual(marksOf(before));
        if (replaced === 0) return;
        editor.dispatchCommand(UNDO_COMMAND, undefined);
        await Promise.resolve();
        expect(documentOf(editor)).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});
