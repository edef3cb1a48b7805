import type { LexicalEditor } from 'lexical';

/**
 * Takes an editor's text out of what React measures.
 *
 * Whenever React draws anything while a text has the focus, it counts the characters before the caret through all nodes of the text,
 * to put the caret back should drawing lose it: 2 to 3 ms in a long memo, at each of some five drawings at every pause in typing.
 * Lexical looks after its own caret. subtle: React 19 knows a text by the property `contentEditable` (Chromium, Lexical and
 * assistive technology go by the attribute, or by `isContentEditable`), so the text's own element answers it like any other element.
 * Lexical reads it in one place, to leave a foreign text's keys alone that stands in one of its nodes; nothing of ours does.
 */
export function leaveUnmeasured(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root, previous) => {
    if (previous) Reflect.deleteProperty(previous, 'contentEditable');
    if (root) Object.defineProperty(root, 'contentEditable', { configurable: true, value: 'inherit' });
  });
}
