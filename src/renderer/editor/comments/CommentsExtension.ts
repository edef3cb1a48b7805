import { $isMarkNode, MarkNode } from '@lexical/mark';
import { $getNodeByKey, defineExtension, mergeRegister, type LexicalEditor, type NodeKey } from 'lexical';
import type { MemoComment } from '../../../shared/memo/document';
import { $getComments } from './comments';
import { commentIds } from './commentIds';

/** Words with a comment that is not settled carry its id in the page, for style sheets and clicks. */
export const CommentsExtension = defineExtension({
  name: 'commonplace/comments',
  register: (editor) => {
    let comments: readonly MemoComment[] = [];
    /** Marks that hold comments; those that changed in this update are named anew at its end, when their comments are there. */
    const held = new Set<NodeKey>();
    let changed = false;
    return mergeRegister(
      editor.registerMutationListener(
        MarkNode,
        (mutations) => {
          for (const [key, mutation] of mutations) {
            if (mutation === 'destroyed') held.delete(key);
            else held.add(key);
          }
          changed = true;
        },
        { skipInitialization: false },
      ),
      editor.registerUpdateListener(({ dirtyElements, editorState }) => {
        if (!changed && dirtyElements.size > 0 && !dirtyElements.has('root')) return;
        editorState.read(() => {
          const next = $getComments();
          if (!changed && next === comments) return;
          comments = next;
          changed = false;
          for (const key of held) if (!$nameInDom(editor, key, next)) held.delete(key);
        });
      }),
    );
  },
});

/** Whether the mark holds comments at all. */
function $nameInDom(editor: LexicalEditor, key: NodeKey, comments: readonly MemoComment[]): boolean {
  const node = $getNodeByKey(key);
  const ids = $isMarkNode(node) ? commentIds(node) : [];
  const open = ids.filter((id) => comments.some((comment) => comment.id === id && !comment.resolved));
  const element = editor.getElementByKey(key);
  if (element && open.length > 0) element.dataset['comment'] = open.join(' ');
  else if (element) delete element.dataset['comment'];
  return ids.length > 0;
}
