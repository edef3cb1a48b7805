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
    const held = new Set<NodeKey>();
    return mergeRegister(
      editor.registerMutationListener(
        MarkNode,
        (mutations) => {
          editor.read(() => {
            for (const [key, mutation] of mutations) {
              if (mutation === 'destroyed') held.delete(key);
              else if ($nameInDom(editor, key, $getComments())) held.add(key);
            }
          });
        },
        { skipInitialization: false },
      ),
      editor.registerUpdateListener(({ dirtyElements, editorState }) => {
        if (dirtyElements.size > 0 && !dirtyElements.has('root')) return;
        const next = editorState.read($getComments);
        if (next === comments) return;
        comments = next;
        editorState.read(() => held.forEach((key) => void $nameInDom(editor, key, next)));
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
