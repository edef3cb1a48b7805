// @vitest-environment happy-dom
import { buildEditorFromExtensions } from '@lexical/extension';
import { RichTextExtension } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, defineExtension } from 'lexical';
import { expect, it, vi } from 'vitest';
import { newBlocksExtension } from './newBlocks';

it('new blocks say that they are, until the window has nothing to do, and a crowd of them does not', () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run));
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
  const editor = buildEditorFromExtensions(
    defineExtension({ name: 'test', dependencies: [RichTextExtension, newBlocksExtension()] }),
  );
  const element = document.body.appendChild(document.createElement('div'));
  editor.setRootElement(element);
  const add = (count: number) =>
    editor.update(
      () => {
        for (let made = 0; made < count; made++)
          $getRoot().append($createParagraphNode().append($createTextNode('words')));
      },
      { discrete: true },
    );
  const marked = () => [...element.children].map((each) => each.hasAttribute('data-new'));
  vi.runAllTimers();
  add(1);
  expect(marked().at(-1)).toBe(true);
  expect(element.querySelectorAll('span[data-new]').length).toBe(0);
  vi.runAllTimers();
  expect(marked()).not.toContain(true);
  add(300);
  expect(marked().filter(Boolean).length).toBe(30);
  vi.runAllTimers();
  expect(marked()).not.toContain(true);
  add(1);
  expect(marked().filter(Boolean).length).toBe(1);
  editor.dispose();
  expect(marked()).not.toContain(true);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
