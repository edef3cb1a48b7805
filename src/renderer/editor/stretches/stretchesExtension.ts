import { DOMRenderExtension, domOverride } from '@lexical/html';
import { $isListNode } from '@lexical/list';
import {
  $isParagraphNode,
  $isRootNode,
  configExtension,
  defineExtension,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { blocksTouched } from '../blocksTouched';
import { UNFINISHED_TAG } from '../clipboard/unfinished';
import { arrangeStretches, fullStretch, longestStretch } from './arrange';
import { insertStretch, orderStretches } from './shadow';

/** In a text of more blocks they are shown one by one: Chromium takes a time for slotted ones that grows with the square of their number. */
const most = 2000;

/**
 * Shows a long text in stretches of some ten blocks, which the browser lays out when they come near the window.
 *
 * A text of a thousand blocks side by side costs a window of its own size at every key, even if most of them are not laid out: the
 * browser asks each for its height, its layer and its distance from the window. Every ten in a box cost a tenth, but Lexical wants
 * the blocks side by side. So they are: the boxes are slots of the text's shadow tree, and each block names the one that it is
 * shown in. Selections, events and scripts see the blocks alone.
 *
 * Margins of two stretches do not collapse, so one begins with a paragraph or a list, which have none above, if there is one before long.
 */
export function stretchesExtension() {
  let made = 0;
  const newStretch = () => `${++made}`;
  /** Blocks without a margin above. */
  const flush = new WeakSet<Element>();

  /** A block that was just made is shown beside the one before it at once: the caret may be put into it before anything else happens. */
  const $place = (node: LexicalNode, element: HTMLElement, editor: LexicalEditor) => {
    const root = editor.getRootElement();
    if (!root || root.childElementCount > most) return;
    if ($isParagraphNode(node) || $isListNode(node)) flush.add(element);
    const before = $elementOf(node.getPreviousSibling(), editor);
    const beside = before ?? $elementOf(node.getNextSibling(), editor);
    if (beside?.slot && lengthBefore(before) < (flush.has(element) ? fullStretch : longestStretch)) {
      element.slot = beside.slot;
    } else {
      element.slot = newStretch();
      insertStretch(root, element.slot, before?.slot);
    }
  };

  const arrange = (root: HTMLElement) => {
    const blocks = [...root.children];
    if (blocks.length > most) {
      for (const block of blocks) block.removeAttribute('slot');
      return orderStretches(root, new Set());
    }
    const stretches = arrangeStretches(
      blocks.map((block) => ({ stretch: block.slot, mayBegin: flush.has(block) })),
      newStretch,
    );
    for (const [index, block] of blocks.entries()) {
      if (block.slot !== stretches[index]) block.slot = stretches[index]!;
    }
    orderStretches(root, new Set(stretches));
  };

  return defineExtension({
    name: 'commonplace/stretches',
    dependencies: [
      configExtension(DOMRenderExtension, {
        overrides: [
          domOverride('*', {
            $decorateDOM: (node, previous, element, editor) => {
              if (previous === null && $isRootNode(node.getParent())) $place(node, element, editor);
            },
          }),
        ],
      }),
    ],
    register: (editor) => {
      let disordered = false;
      return editor.registerUpdateListener(({ dirtyElements, editorState, tags }) => {
        const root = editor.getRootElement();
        if (!root) return;
        disordered ||= blocksTouched(dirtyElements, editorState) || hasUnplaced(root);
        if (!disordered || tags.has(UNFINISHED_TAG)) return;
        arrange(root);
        disordered = false;
      });
    },
  });
}

function $elementOf(node: LexicalNode | null, editor: LexicalEditor): HTMLElement | null {
  return node && editor.getElementByKey(node.getKey());
}

/** How many blocks of its stretch end with this one. */
function lengthBefore(block: HTMLElement | null): number {
  let length = 0;
  for (let each: Element | null = block; each && each.slot === block?.slot; each = each.previousElementSibling)
    length++;
  return length;
}

/** What is none of the text's blocks, such as the caret that Lexical draws beside a table. */
function hasUnplaced(root: HTMLElement): boolean {
  return root.childElementCount <= most && root.querySelector(':scope > :not([slot])') !== null;
}
