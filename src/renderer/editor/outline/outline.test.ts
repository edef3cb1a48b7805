import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoBlock, MemoDocument } from '../../../shared/memo/document';
import { emptyDocument } from '../../../shared/memo/document';
import { documentOf, headlessEditor } from '../headless';
import { $readOutline, moveSection, shiftSection } from './acts';
import { moveSectionTo, stepTarget, type OutlineHeading } from './sections';

const heading = (level: 1 | 2 | 3 | 4, text: string): MemoBlock => ({
  type: 'heading',
  level,
  children: [{ type: 'text', text, formats: [], marks: [] }],
});
const words = (text: string): MemoBlock => ({
  type: 'paragraph',
  children: [{ type: 'text', text, formats: [], marks: [] }],
});
const memo: MemoDocument = {
  ...emptyDocument(),
  blocks: [
    words('before'),
    heading(1, 'A'),
    words('a'),
    heading(2, 'A1'),
    words('a1'),
    heading(2, 'A2'),
    heading(1, 'B'),
    words('b'),
    heading(2, 'B1'),
  ],
};
const read = (document: MemoDocument) =>
  document.blocks.map((block) => {
    const text = 'children' in block && block.children[0]?.type === 'text' ? block.children[0].text : '';
    return block.type === 'heading' ? `${'#'.repeat(block.level)} ${text}` : text;
  });

function edited(act: (editor: ReturnType<typeof headlessEditor>, keyOf: (text: string) => string) => void) {
  const editor = headlessEditor(memo);
  const { headings } = editor.read($readOutline);
  act(editor, (text) => headings.find((each) => each.text === text)!.key);
  editor.update(() => {}, { discrete: true });
  return read(documentOf(editor));
}

describe('the outline', () => {
  it('moves a section with all under it before another', () => {
    expect(edited((editor, key) => moveSection(editor, key('B'), key('A')))).toEqual([
      'before',
      '# B',
      'b',
      '## B1',
      '# A',
      'a',
      '## A1',
      'a1',
      '## A2',
    ]);
  });

  it('moves a section to the end', () => {
    expect(edited((editor, key) => moveSection(editor, key('A'), null))).toEqual([
      'before',
      '# B',
      'b',
      '## B1',
      '# A',
      'a',
      '## A1',
      'a1',
      '## A2',
    ]);
  });

  it('leaves a section where it is when it is dropped into itself', () => {
    expect(edited((editor, key) => moveSection(editor, key('A'), key('A2')))).toEqual(read(memo));
  });

  it('steps past a neighbour, and out of a part into the next after its first words', () => {
    const headings = headlessEditor(memo).read($readOutline).headings;
    const step = (text: string, by: -1 | 1) => {
      const target = stepTarget(
        headings,
        headings.findIndex((each) => each.text === text),
        by,
      );
      return target === null ? null : (headings[target]?.text ?? 'the end');
    };
    expect(step('A1', 1)).toBe('B');
    expect(step('A2', 1)).toBe('B1');
    expect(step('A2', -1)).toBe('A1');
    expect(step('A1', -1)).toBe('A');
    expect(step('A', 1)).toBe('the end');
    expect(step('A', -1)).toBeNull();
    expect(step('B1', 1)).toBeNull();
  });

  it('changes the level of a section, unless one of its headings would leave the four', () => {
    const moved = (text: string, by: -1 | 1) => edited((editor, key) => void shiftSection(editor, key(text), by));
    expect(moved('A', 1).filter((line) => line.startsWith('#'))).toEqual(['## A', '### A1', '### A2', '# B', '## B1']);
    expect(moved('B', -1)).toEqual(read(memo));
    const editor = headlessEditor(memo);
    const key = editor.read($readOutline).headings[0]!.key;
    expect([1, 1, 1].map(() => shiftSection(editor, key, 1))).toEqual([true, true, false]);
  });

  it('keeps every block once, whatever is moved where', () => {
    const blocks = fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { maxLength: 30 });
    fc.assert(
      fc.property(blocks, fc.nat(), fc.nat(), (levels, from, to) => {
        const headings: OutlineHeading[] = levels.flatMap((level, at) =>
          level === null ? [] : [{ key: String(at), level, text: '', at }],
        );
        if (headings.length === 0) return;
        const move = moveSectionTo(headings, levels.length, from % headings.length, to % (headings.length + 1));
        if (!move) return;
        expect(move.start).toBeLessThan(move.end);
        // Never into itself.
        expect(move.before <= move.start || move.before >= move.end).toBe(true);
      }),
    );
  });
});
