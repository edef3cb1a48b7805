import { CommentRangeEnd, CommentRangeStart, CommentReference, Paragraph, TextRun, type ParagraphChild } from 'docx';
import { memoRuns, type PreparedInline, type PreparedMemo } from './prepared';

/**
 * Comments to oneself as comments of Word. Each stands on the first stretch of words that carries it, over several
 * paragraphs too; one in a footnote stands on the footnote's sign, since Word takes comments in the text only.
 */
export class DocxComments {
  readonly #places: Place[];
  readonly #starts = new Map<PreparedInline, number[]>();
  readonly #ends = new Map<PreparedInline, number[]>();

  constructor(private readonly memo: PreparedMemo) {
    this.#places = memo.comments.length > 0 ? placesOf(memo) : [];
    this.#places.forEach(({ first, last }, number) => {
      this.#starts.set(first, [...(this.#starts.get(first) ?? []), number]);
      this.#ends.set(last, [...(this.#ends.get(last) ?? []), number]);
    });
  }

  /** What an inline is written as, with the beginnings and ends of comments round it. */
  around(inline: PreparedInline, written: ParagraphChild[]): ParagraphChild[] {
    const starts = this.#starts.get(inline) ?? [];
    const ends = this.#ends.get(inline) ?? [];
    return [
      ...starts.map((number) => new CommentRangeStart(number)),
      ...written,
      ...ends.flatMap((number) => [
        new CommentRangeEnd(number),
        new TextRun({ children: [new CommentReference(number)] }),
      ]),
    ];
  }

  /** What the comments say, for the document. */
  said(author: string) {
    const texts = new Map(this.memo.comments.map((comment) => [comment.id, comment]));
    return this.#places.flatMap(({ id }, number) => {
      const comment = texts.get(id);
      if (!comment) return [];
      const lines = comment.text.split('\n');
      return {
        id: number,
        author,
        initials: initialsOf(author),
        date: new Date(comment.createdAt),
        ...(comment.resolved ? { resolved: true } : {}),
        children: lines.map((line) => new Paragraph({ children: [new TextRun(line)] })),
      };
    });
  }
}

interface Place {
  id: string;
  first: PreparedInline;
  last: PreparedInline;
}

function placesOf(memo: PreparedMemo): Place[] {
  const places = new Map<string, Place>();
  let open = new Set<string>();
  for (const run of memoRuns(memo)) {
    for (const inline of run) {
      // A citation or a break between two words of a comment does not end it.
      if (inline.type !== 'text' && inline.type !== 'footnote') continue;
      const own = commentsOn(inline);
      for (const id of own) {
        const place = places.get(id);
        if (!place) places.set(id, { id, first: inline, last: inline });
        else if (open.has(id)) place.last = inline;
      }
      // A footnote of no comment stands within the comment on the words round it.
      open = inline.type === 'footnote' ? new Set([...open, ...own]) : new Set(own);
    }
  }
  return memo.comments.flatMap(({ id }) => places.get(id) ?? []);
}

function commentsOn(inline: PreparedInline): string[] {
  if (inline.type === 'text') return inline.comments ?? [];
  return inline.type === 'footnote' ? inline.children.flatMap(commentsOn) : [];
}

function initialsOf(name: string): string {
  const letters = name.split(/\s+/u).map((word) => [...word][0] ?? '');
  return letters.slice(0, 3).join('');
}
