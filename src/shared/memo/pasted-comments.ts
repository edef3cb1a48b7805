import type { Inline, MemoComment, MemoDocument, TextMark } from './document';
import { mapInlines } from './walk';

/** The comments of the text that something is pasted into. */
export interface OwnComments {
  known: readonly MemoComment[];
  /** Ids of those whose words are in the text now, unlike those whose words were cut. */
  placed: ReadonlySet<string>;
}

/**
 * A pasted piece of a document with the comments that came along: one whose id has words here already gets another, one whose words
 * were cut here is the same again, and a mark that no comment answers to goes.
 * @returns the piece, and the comments that the text does not have yet
 */
export function withPastedComments(
  piece: MemoDocument,
  brought: readonly MemoComment[],
  { known, placed }: OwnComments,
  newId: () => string,
): { piece: MemoDocument; added: MemoComment[] } {
  const own = new Map(known.map((comment) => [comment.id, comment]));
  const came = new Map(brought.map((comment) => [comment.id, comment]));
  const added = new Map<string, MemoComment>();
  const settled = ({ kind, id }: TextMark): TextMark[] => {
    if (kind !== 'comment') return [{ kind, id }];
    const comment = own.get(id) ?? came.get(id);
    if (!comment) return [];
    if (own.has(id) && !placed.has(id)) return [{ kind, id }];
    const another = added.get(id) ?? { ...comment, id: own.has(id) ? newId() : id };
    added.set(id, another);
    return [{ kind, id: another.id }];
  };
  const marked = (inline: Inline): Inline => {
    if (inline.type !== 'text' && inline.type !== 'citation') return inline;
    if (!inline.marks.some(({ kind }) => kind === 'comment')) return inline;
    return { ...inline, marks: inline.marks.flatMap(settled) };
  };
  return { piece: mapInlines(piece, marked), added: [...added.values()] };
}
