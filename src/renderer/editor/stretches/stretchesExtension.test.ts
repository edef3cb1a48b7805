// @vitest-environment happy-dom
import { buildEditorFromExtensions } from '@lexical/extension';
import { HeadingNode, RichTextExtension, $createHeadingNode } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, defineExtension, type ElementNode } from 'lexical';
import { expect, it } from 'vitest';
import { stretchesExtension } from './stretchesExtension';

function openEditor() {
  const editor = buildEditorFromExtensions(
    defineExtension({ name: 'test', nodes: [HeadingNode], dependencies: [RichTextExtension, stretchesExtension()] }),
  );
  const element = document.body.appendChild(document.createElement('div'));
  editor.setRootElement(element);
  const update = (change: () => void) => editor.update(change, { discrete: true });
  /** How many blocks follow one another in each stretch. */
  const lengths = () =>
    [...element.children].reduce<number[]>((all, { slot, previousElementSibling }) => {
      if (previousElementSibling?.slot === slot) return [...all.slice(0, -1), all.at(-1)! + 1];
      return [...all, 1];
    }, []);
  const names = () => new Set([...element.children].map(({ slot }) => slot));
  return { editor, element, update, lengths, names };
}

const words = (node: ElementNode) => node.append($createTextNode('words'));
const paragraphs = (count: number) => Array.from({ length: count }, () => words($createParagraphNode()));

it('a text is shown in stretches of ten blocks, and one that is made is in that of its neighbour at once', () => {
  const { update, lengths, names } = openEditor();
  update(() =>
    $getRoot()
      .clear()
      .append(...paragraphs(25)),
  );
  expect(lengths()).toEqual([10, 10, 5]);
  update(() => $getRoot().getChildAtIndex(3)!.insertAfter(words($createParagraphNode())));
  expect(lengths()).toEqual([11, 10, 5]);
  update(() => $getRoot().getFirstChild()!.insertBefore(words($createParagraphNode())));
  expect(lengths()).toEqual([12, 10, 5]);
  expect(names().size).toBe(3);
});

it('a stretch begins with a paragraph if it can: what else comes to stand first goes to the one before', () => {
  const { update, lengths } = openEditor();
  update(() =>
    $getRoot()
      .clear()
      .append(...paragraphs(10), words($createHeadingNode('h2')), ...paragraphs(12)),
  );
  expect(lengths()).toEqual([11, 10, 2]);
  update(() =>
    $getRoot()
      .getChildAtIndex(11)!
      .replace(words($createHeadingNode('h2'))),
  );
  expect(lengths()).toEqual([12, 9, 2]);
  update(() => {
    const headings = Array.from({ length: 90 }, () => words($createHeadingNode('h2')));
    $getRoot()
      .clear()
      .append(...headings);
  });
  expect(lengths()).toEqual([40, 40, 10]);
});

it('blocks that are moved, and what is none of the blocks, are in the stretch that they stand in', () => {
  const { element, update, lengths, names } = openEditor();
  update(() =>
    $getRoot()
      .clear()
      .append(...paragraphs(30)),
  );
  update(() => $getRoot().getFirstChild()!.insertBefore($getRoot().getChildAtIndex(25)!));
  update(() => $getRoot().getChildAtIndex(4)!.insertAfter($getRoot().getLastChild()!));
  expect(lengths().length).toBe(names().size);
  element.children[3]!.after(document.createElement('div'));
  update(() => $getRoot().getChildAtIndex(0)!.markDirty());
  expect(element.children[4]!.slot).toBe(element.children[3]!.slot);
});

it('a text of thousands of blocks is shown without, until it is shorter again', () => {
  const { update, lengths, names } = openEditor();
  update(() =>
    $getRoot()
      .clear()
      .append(...paragraphs(2100)),
  );
  expect(names()).toEqual(new Set(['']));
  update(() => $getRoot().splice(50, 2050, []));
  expect(lengths()).toEqual([20, 20, 10]);
});
