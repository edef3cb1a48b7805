import { $isMarkNode, MarkNode } from '@lexical/mark';
import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { MemoComment } from '../../../shared/memo/document';
import { commentIds } from './commentIds';
import { $getComments } from './comments';

/** A comment with the marks that hold its words, in the order of the text. */
export interface PlacedComment extends MemoComment {
  keys: readonly NodeKey[];
}

/** The comments whose words are in the text, in its order. */
export function useComments(editor: LexicalEditor | null): readonly PlacedComment[] {
  const [placed, setPlaced] = useState<readonly PlacedComment[]>([]);
  useEffect(() => {
    if (!editor) return;
    /** Which comments each mark holds; kept up to date by what changes. */
    const held = new Map<NodeKey, readonly string[]>();
    let comments: readonly MemoComment[] = [];
    let frame = 0;
    const place = () => {
      const next = placeComments(editor, comments, held);
      setPlaced((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(place);
    };
    const stopMarks = editor.registerMutationListener(
      MarkNode,
      (mutations) => {
        editor.read(() => {
          for (const [key, mutation] of mutations) {
            const node = mutation === 'destroyed' ? null : $getNodeByKey(key);
            const ids = $isMarkNode(node) ? commentIds(node) : [];
            if (ids.length > 0) held.set(key, ids);
            else held.delete(key);
          }
        });
        later();
      },
      { skipInitialization: false },
    );
    const stopUpdates = editor.registerUpdateListener(({ dirtyElements, editorState }) => {
      if (dirtyElements.size > 0 && !dirtyElements.has('root')) return;
      const next = editorState.read($getComments);
      const changed = next !== comments;
      comments = next;
      // A new comment is there at once: the next key is meant for it.
      if (changed) queueMicrotask(() => flushSync(place));
      else if (held.size > 0 && dirtyElements.get('root')) later();
    });
    comments = editor.read($getComments);
    place();
    return () => {
      cancelAnimationFrame(frame);
      stopMarks();
      stopUpdates();
    };
  }, [editor]);
  return placed;
}

function placeComments(
  editor: LexicalEditor,
  comments: readonly MemoComment[],
  held: ReadonlyMap<NodeKey, readonly string[]>,
): PlacedComment[] {
  const inOrder = [...held]
    .flatMap(([key, ids]) => {
      const element = editor.getElementByKey(key);
      return element ? [{ key, ids, element }] : [];
    })
    .sort((a, b) => (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  const keys = new Map<string, NodeKey[]>();
  for (const { key, ids } of inOrder) {
    for (const id of ids) keys.set(id, [...(keys.get(id) ?? []), key]);
  }
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return [...keys].flatMap(([id, own]) => {
    const comment = byId.get(id);
    return comment ? [{ ...comment, keys: own }] : [];
  });
}
