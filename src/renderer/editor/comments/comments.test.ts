import { $createMarkNode } from '@lexical/mark';
import { $createParagraphNode, $createTextNode, $getRoot, $isTextNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import { emptyDocument, type MemoDocument } from '../../../shared/memo/document';
import { documentOf, headlessEditor } from '../headless';
import { $changeComment, $commentOnSelection, $getComments, $removeComment } from './comments';

const memo: MemoDocument = {
  ...emptyDocument(),
  blocks: [{ type: 'paragraph', children: [{ type: 'text', text: 'Nobody said why.', formats: [], marks: [] }] }],
};
const now = new Date('2031-03-01T08:00:00Z');

function commented() {
  const editor = headlessEditor(memo);
  let id = '';
  editor.update(
    () => {
      const [words] = $getRoot().getAllTextNodes();
      words!.select(0, 6);
      id = $commentOnSelection(now)!;
      $changeComment(id, { text: 'Ask' });
    },
    { discrete: true },
  );
  return { editor, id };
}

describe('a comment', () => {
  it('is saved with its words', () => {
    const { editor, id } = commented();
    const document = documentOf(editor);
    expect(document.comments).toEqual([{ id, text: 'Ask', createdAt: now.toISOString(), resolved: false }]);
    expect(documentOf(headlessEditor(document))).toEqual(document);
  });

  it('is not saved without words, and comes back with them', () => {
    const { editor, id } = commented();
    editor.update(
      () => {
        $getRoot().getAllTextNodes()[0]!.getParentOrThrow().remove();
        expect($getComments()).toHaveLength(1);
      },
      { discrete: true },
    );
    expect(documentOf(editor).comments).toBeUndefined();
    editor.update(
      () => {
        const pasted = $createMarkNode([`comment:${id}`]).append($createTextNode('Nobody'));
        $getRoot().append($createParagraphNode().append(pasted));
      },
      { discrete: true },
    );
    expect(documentOf(editor).comments?.[0]?.id).toBe(id);
  });

  it('goes on over a paragraph that is split', () => {
    const { editor, id } = commented();
    editor.update(
      () => {
        const [words] = $getRoot().getAllTextNodes();
        if ($isTextNode(words)) words.splitText(3);
        const [, rest] = $getRoot().getAllTextNodes();
        const mark = rest!.getParentOrThrow();
        const second = $createParagraphNode();
        $getRoot().append(second);
        second.append(mark);
      },
      { discrete: true },
    );
    expect(documentOf(editor).comments).toHaveLength(1);
    editor.update(() => $removeComment(id), { discrete: true });
    expect(JSON.stringify(documentOf(editor))).not.toContain(id);
  });
});
