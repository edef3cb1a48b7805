import type { CitationCluster } from '../citing/types';
import type { CitationInline, FootnoteInline, MemoBlock, MemoDocument } from './document';
import { mapInlines, walkInlines } from './walk';

/** A note at the foot of the page, in order: the author's own, or one made for a citation in the text. */
export type DocumentNote =
  | { number: number; kind: 'footnote'; footnote: FootnoteInline }
  | { number: number; kind: 'citation'; citation: CitationInline };

export interface DocumentCitations {
  /** In document order, as citeproc wants them. */
  clusters: CitationCluster[];
  /** Numbered from 1 without gaps. */
  notes: DocumentNote[];
}

/**
 * Citations and notes of a document, in order. In note styles every citation in the text is a note of its own; in the
 * others only the author's footnotes are. Citations inside an author's footnote carry that footnote's number.
 */
export function documentCitations(document: MemoDocument, noteStyle: boolean): DocumentCitations {
  const clusters: CitationCluster[] = [];
  const notes: DocumentNote[] = [];
  for (const { inline, footnote } of walkInlines(document)) {
    if (inline.type === 'footnote' && footnote === null) {
      notes.push({ number: notes.length + 1, kind: 'footnote', footnote: inline });
    } else if (inline.type === 'citation') {
      if (footnote === null && noteStyle) notes.push({ number: notes.length + 1, kind: 'citation', citation: inline });
      const note = footnote !== null || noteStyle ? notes.length : 0;
      const { id, items, form } = inline;
      clusters.push(form === undefined ? { id, items, note } : { id, items, note, form });
    }
  }
  return { clusters, notes };
}

/** Citations in document order with their note numbers; see `documentCitations`. */
export function citationClusters(document: MemoDocument, noteStyle: boolean): CitationCluster[] {
  return documentCitations(document, noteStyle).clusters;
}

/**
 * The document with every id unique, as copying and pasting inside an editor may make them twice: the first keeps its id,
 * later ones get one from `newId`. The same document comes back when nothing is double.
 */
export function withUniqueIds(document: MemoDocument, newId: () => string): MemoDocument {
  return withUniqueInlineIds(withUniqueTargetIds(document, newId), newId);
}

/** Headings, images and tables: references lead to the first that has the id. */
function withUniqueTargetIds(document: MemoDocument, newId: () => string): MemoDocument {
  const seen = new Set<string>();
  let double = false;
  const blocks = document.blocks.map((block) => {
    const id = targetId(block);
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id);
      return block;
    }
    double = true;
    return { ...block, id: newId() };
  });
  return double ? { ...document, blocks } : document;
}

/**
 * A pasted piece of a document, in which headings, images and tables whose ids are taken have others; what in it refers to
 * them follows. What was cut keeps its id, so that what refers to it from elsewhere still does.
 */
export function withFreeTargetIds(
  document: MemoDocument,
  taken: ReadonlySet<string>,
  newId: () => string,
): MemoDocument {
  const renamed = new Map<string, string>();
  const blocks = document.blocks.map((block) => {
    const id = targetId(block);
    if (id === undefined || !taken.has(id)) return block;
    const free = newId();
    renamed.set(id, free);
    return { ...block, id: free };
  });
  if (renamed.size === 0) return document;
  return mapInlines({ ...document, blocks }, (inline) => {
    if (inline.type !== 'cross-reference') return inline;
    const free = renamed.get(inline.targetId);
    return free === undefined ? inline : { ...inline, targetId: free };
  });
}

/** The id under which a block can be referred to. */
export function targetId(block: MemoBlock): string | undefined {
  return block.type === 'heading' || block.type === 'image' || block.type === 'table' ? block.id : undefined;
}

function withUniqueInlineIds(document: MemoDocument, newId: () => string): MemoDocument {
  const seen = new Set<string>();
  let double = false;
  for (const { inline } of walkInlines(document)) {
    if (inline.type !== 'citation' && inline.type !== 'footnote') continue;
    if (seen.has(inline.id)) double = true;
    seen.add(inline.id);
  }
  if (!double) return document;
  seen.clear();
  return mapInlines(document, (inline) => {
    if (inline.type !== 'citation' && inline.type !== 'footnote') return inline;
    if (!seen.has(inline.id)) {
      seen.add(inline.id);
      return inline;
    }
    const id = newId();
    seen.add(id);
    return { ...inline, id };
  });
}

/** The document with other sources in the place of those that `replacements` names; the same document if it cites none of them. */
export function withSources(document: MemoDocument, replacements: ReadonlyMap<string, string>): MemoDocument {
  if (replacements.size === 0) return document;
  return mapInlines(document, (inline) => {
    if (inline.type !== 'citation' || !inline.items.some(({ sourceId }) => replacements.has(sourceId))) return inline;
    const items = inline.items.map((item) => ({ ...item, sourceId: replacements.get(item.sourceId) ?? item.sourceId }));
    return { ...inline, items };
  });
}
