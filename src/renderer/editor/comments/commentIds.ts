import type { MarkNode } from '@lexical/mark';
import { readMarkId } from '../../../shared/memo/lexical';

/** Ids of the comments that a mark holds. */
export function commentIds(node: MarkNode): string[] {
  return node.getIDs().flatMap((id) => {
    const mark = readMarkId(id);
    return mark?.kind === 'comment' ? [mark.id] : [];
  });
}
