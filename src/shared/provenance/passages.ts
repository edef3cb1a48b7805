import type { CitationInline, FootnoteInline, Inline, MemoBlock, MemoDocument } from '../memo/document';
import { inlineRuns } from '../memo/walk';

/** Where something stands in a memo: a range of a passage's text, or a point of it. */
export interface Place {
  /** Which of the document's blocks. */
  block: number;
  /** Which run of inlines of that block: a list has one for each item, a table one for each cell. */
  run: number;
  /** The author's footnote it stands in; null in the text. */
  footnote: string | null;
  /** UTF-16 code units of the passage's text. */
  start: number;
  end: number;
}

/** An inline with its range in the text of its passage; citations and footnotes take no room in it. */
export interface Piece<T extends Inline = Inline> {
  inline: T;
  start: number;
  end: number;
}

/** One run of inlines, or the inside of a footnote, as plain text. */
export interface Passage {
  block: number;
  run: number;
  footnote: string | null;
  kind: MemoBlock['type'] | 'translation';
  /** The excerpt that a linked quotation quotes. */
  excerptId: string | null;
  text: string;
  /** In reading order; what is inside a link stands here itself. */
  pieces: Piece[];
}

/** Every passage of a document in reading order; those of footnotes come after the one they are called from. */
export function passagesOf(document: MemoDocument): Passage[] {
  const passages: Passage[] = [];
  for (const [block, node] of document.blocks.entries()) {
    let run = 0;
    for (const inlines of inlineRuns(node)) {
      // A translation is nobody's words to the letter.
      const translation = node.type === 'excerpt-quotation' && run > 0;
      const outline = { block, run, kind: translation ? ('translation' as const) : node.type, excerptId: null };
      const excerptId = node.type === 'excerpt-quotation' && !translation ? node.excerptId : null;
      const passage = passageOf(inlines, { ...outline, excerptId, footnote: null });
      passages.push(passage);
      for (const { inline } of footnotesIn(passage)) {
        passages.push(passageOf(inline.children, { ...outline, footnote: inline.id }));
      }
      run++;
    }
  }
  return passages;
}

function passageOf(inlines: readonly Inline[], outline: Omit<Passage, 'text' | 'pieces'>): Passage {
  const pieces: Piece[] = [];
  let text = '';
  const visit = (run: readonly Inline[]) => {
    for (const inline of run) {
      if (inline.type === 'link') {
        visit(inline.children);
        continue;
      }
      const start = text.length;
      if (inline.type === 'text' || inline.type === 'actor-mention') text += inline.text;
      else if (inline.type === 'line-break') text += '\n';
      pieces.push({ inline, start, end: text.length });
    }
  };
  visit(inlines);
  return { ...outline, text, pieces };
}

/** The author's footnotes that are called from a passage. */
export function footnotesIn(passage: Passage): Piece<FootnoteInline>[] {
  return passage.pieces.filter((piece): piece is Piece<FootnoteInline> => piece.inline.type === 'footnote');
}

/** A citation with the point at which it is called: of one in a footnote, that of the footnote. */
export interface CalledCitation {
  citation: CitationInline;
  at: number;
  /** Where it stands itself. */
  place: Place;
}

/** The citations of a passage, those in its footnotes too. */
export function citationsIn(passage: Passage): CalledCitation[] {
  return passage.pieces.flatMap(({ inline, start }): CalledCitation[] => {
    if (inline.type === 'citation') {
      return [{ citation: inline, at: start, place: placeIn(passage, start, start) }];
    }
    if (inline.type !== 'footnote') return [];
    const inside = passageOf(inline.children, { ...passage, footnote: inline.id });
    return citationsIn(inside).map((called) => ({ ...called, at: start }));
  });
}

export function placeIn({ block, run, footnote }: Passage, start: number, end: number): Place {
  return { block, run, footnote, start, end };
}

/** Whether a place lies inside another one. */
export function isWithin(inner: Place, outer: Place): boolean {
  return (
    inner.block === outer.block &&
    inner.run === outer.run &&
    inner.footnote === outer.footnote &&
    inner.start >= outer.start &&
    inner.end <= outer.end
  );
}

/** A marked stretch of a passage; one that formatting split into runs is one. */
export interface MarkedStretch {
  kind: 'claim' | 'actor';
  id: string;
  start: number;
  end: number;
}

/** The claims and actors marked in a passage, in order of where they begin. */
export function marksIn(passage: Passage): MarkedStretch[] {
  const found: MarkedStretch[] = [];
  let open = new Map<string, MarkedStretch>();
  for (const { inline, start, end } of passage.pieces) {
    if (inline.type !== 'text' && inline.type !== 'citation') {
      open = new Map();
      continue;
    }
    const still = new Map<string, MarkedStretch>();
    for (const { kind, id } of inline.marks) {
      if (kind !== 'claim' && kind !== 'actor') continue;
      const key = `${kind}:${id}`;
      const stretch = still.get(key) ?? open.get(key) ?? { kind, id, start, end };
      stretch.end = Math.max(stretch.end, end);
      if (!open.has(key) && !still.has(key)) found.push(stretch);
      still.set(key, stretch);
    }
    open = still;
  }
  return found.filter((stretch) => stretch.end > stretch.start);
}
