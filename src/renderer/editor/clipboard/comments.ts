import { $getEditor } from 'lexical';
import type { MemoDocument } from '../../../shared/memo/document';
import { commentsFromLexical } from '../../../shared/memo/lexical';
import { withPastedComments } from '../../../shared/memo/pasted-comments';
import { $addComments, $getComments, $placedComments } from '../comments/comments';
import { newLocalId } from '../newLocalId';
import { copyWordsOf } from './copied/wordsOf';

/** A copy in the editor's own form, with what the comments on its words say. */
export function $withCopiedComments(payload: string | null): string | null {
  const comments = payload === null ? [] : $getComments().filter(({ id }) => payload.includes(`"comment:${id}"`));
  if (payload === null || comments.length === 0) return payload;
  return JSON.stringify({ ...(JSON.parse(payload) as object), comments });
}

/** A pasted piece with the comments that came along, which join those of this text. The words of a footnote have none. */
export function $settleComments(piece: MemoDocument, brought: unknown): MemoDocument {
  const inNote = copyWordsOf($getEditor())?.inNote ?? false;
  const own = { known: inNote ? [] : $getComments(), placed: $placedComments() };
  const settled = withPastedComments(piece, inNote ? [] : commentsFromLexical(brought), own, newLocalId);
  $addComments(settled.added);
  return settled.piece;
}
