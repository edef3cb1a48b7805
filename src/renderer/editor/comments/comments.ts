import { $isMarkNode } from '@lexical/mark';
import { $getEditor, $getRoot, $getState, $setState, createState } from 'lexical';
import type { MemoComment } from '../../../shared/memo/document';
import { commentsFromLexical, commentsState } from '../../../shared/memo/lexical';
import { commentIds } from './commentIds';
import { newLocalId } from '../newLocalId';
import { $markSelection, $removeMark } from '../marks/MarksExtension';

/**
 * The comments of a memo are a state of its root, so that undo takes them back with the marks that hold them in the text.
 * One whose words were cut stays here until they are pasted; what is saved has only those with words.
 */
const state = createState(commentsState, { parse: commentsFromLexical });

/** The comments of the active editor. The same array until one of them changes. */
export function $getComments(): readonly MemoComment[] {
  return $getState($getRoot(), state);
}

function $change(update: (comments: MemoComment[]) => MemoComment[]): void {
  $setState($getRoot(), state, update);
}

/** A new comment on the selected words, without words of its own yet; null where nothing is selected. */
export function $commentOnSelection(now: Date): string | null {
  const id = newLocalId();
  if (!$markSelection({ kind: 'comment', id })) return null;
  $change((comments) => [...comments, { id, text: '', createdAt: now.toISOString(), resolved: false }]);
  return id;
}

/** Changes what a comment says, or whether it is settled. */
export function $changeComment(id: string, to: Partial<Pick<MemoComment, 'text' | 'resolved'>>): void {
  $change((comments) => comments.map((comment) => (comment.id === id ? { ...comment, ...to } : comment)));
}

/** Comments that came with pasted words. */
export function $addComments(added: readonly MemoComment[]): void {
  if (added.length > 0) $change((comments) => [...comments, ...added]);
}

/** Ids of the comments whose words are in the text now. */
export function $placedComments(): Set<string> {
  const marks = [...$getEditor().getEditorState()._nodeMap.values()].filter($isMarkNode);
  return new Set(marks.map((mark) => mark.getLatest()).flatMap((mark) => (mark.isAttached() ? commentIds(mark) : [])));
}

/** Takes a comment off its words. */
export function $removeComment(id: string): void {
  const mark = { kind: 'comment', id } as const;
  for (const node of $getEditor().getEditorState()._nodeMap.values()) {
    const latest = $isMarkNode(node) ? node.getLatest() : null;
    if (latest?.isAttached() && latest.hasID(`comment:${id}`)) $removeMark(latest, mark);
  }
  $change((comments) => comments.filter((comment) => comment.id !== id));
}
