import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { anyDocument } from '../../../shared/memo/document.arbitrary';
import { wordCount } from '../../../shared/memo/text';
import { documentOf, headlessEditor, loadDocument } from '../headless';
import { countCharacters, readingMinutes } from './blockCounts';
import { MemoCounts } from './MemoCounts';

describe('counts', () => {
  it('are those of the document, however it got there', () => {
    const editor = headlessEditor();
    const counts = new MemoCounts(editor);
    counts.subscribe(() => {});
    fc.assert(
      fc.property(anyDocument, fc.nat(), (document, at) => {
        loadDocument(editor, document);
        counts.count();
        editor.update(
          () => {
            const blocks = $getRoot().getChildren();
            blocks[at % blocks.length]!.insertBefore(
              $createParagraphNode().append($createTextNode('three more words')),
            );
            $getRoot().getAllTextNodes().at(-1)?.setTextContent('and another five words here');
          },
          { discrete: true },
        );
        counts.count();
        expect(counts.get().all.words).toBe(wordCount(documentOf(editor)));
      }),
      { numRuns: 60 },
    );
  });

  it('keep footnotes apart', () => {
    const words = (text: string) => ({ type: 'text' as const, text, formats: [], marks: [] });
    const editor = headlessEditor();
    loadDocument(editor, {
      ...documentOf(editor),
      blocks: [
        {
          type: 'paragraph',
          children: [words('One two.'), { type: 'footnote', id: 'f', children: [words('Three four five.')] }],
        },
      ],
    });
    const counts = new MemoCounts(editor);
    counts.subscribe(() => {});
    expect(counts.get().all).toEqual({ words: 2, characters: 8, footnoteWords: 3 });
  });

  it('take a sign of two halves for one character, and lines for none', () => {
    expect(countCharacters('a😀\nб')).toBe(3);
  });

  it('say a minute for a few words, and none for none', () => {
    expect([0, 3, 1000].map(readingMinutes)).toEqual([0, 1, 4]);
  });

  it('of a memo of 50,000 words cost little where one paragraph was touched', () => {
    const line = {
      type: 'text' as const,
      text: 'words and more of them here again '.repeat(14),
      formats: [],
      marks: [],
    };
    const editor = headlessEditor();
    loadDocument(editor, {
      ...documentOf(editor),
      blocks: Array.from({ length: 510 }, () => ({ type: 'paragraph' as const, children: [line] })),
    });
    const counts = new MemoCounts(editor);
    counts.subscribe(() => {});
    const counted: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      editor.update(() => $getRoot().getAllTextNodes()[200]!.setTextContent(`Turn ${turn}`), { discrete: true });
      const before = performance.now();
      counts.count();
      counted.push(performance.now() - before);
    }
    expect(counts.get().all.words).toBeGreaterThan(49_000);
    expect(Math.min(...counted)).toBeLessThan(4);
  });
});
