import type { MemoDocument } from './document';
import { walkInlines } from './walk';

/** What a document points to: id → how many times. */
export interface DocumentReferences {
  /** Cited sources; three items in one citation are three. */
  source: Map<string, number>;
  /** Excerpts quoted as blocks, and excerpts that citations rest on. */
  excerpt: Map<string, number>;
  /** Claims marked in the text, counted by marked passage. */
  claim: Map<string, number>;
  /** Actors mentioned, and actors tagged in the text, counted by passage. */
  actor: Map<string, number>;
}

export type ReferenceKind = keyof DocumentReferences;

/**
 * Everything a memo refers to, with counts: what a source, excerpt, claim or actor lists as "used in". A marked passage
 * that is split into runs by formatting counts once.
 */
export function documentReferences(document: MemoDocument): DocumentReferences {
  const references: DocumentReferences = { source: new Map(), excerpt: new Map(), claim: new Map(), actor: new Map() };
  const add = (kind: ReferenceKind, id: string) => references[kind].set(id, (references[kind].get(id) ?? 0) + 1);

  for (const block of document.blocks) if (block.type === 'excerpt-quotation') add('excerpt', block.excerptId);

  // Marks of the run just before; a mark that goes on into this run is the same passage.
  let open = new Set<string>();
  let place: unknown = null;
  for (const { inline, block, footnote } of walkInlines(document)) {
    const here = footnote ?? block;
    if (here !== place) open = new Set();
    place = here;
    if (inline.type === 'text' || inline.type === 'citation') {
      const covering = new Set<string>();
      for (const mark of inline.marks) {
        // The memo's own, and nothing of the library's.
        if (mark.kind === 'comment') continue;
        const key = `${mark.kind}:${mark.id}`;
        if (!open.has(key) && !covering.has(key)) add(mark.kind, mark.id);
        covering.add(key);
      }
      open = covering;
    }
    if (inline.type === 'actor-mention') add('actor', inline.actorId);
    if (inline.type === 'citation') {
      for (const item of inline.items) {
        add('source', item.sourceId);
        if (item.excerptId !== null) add('excerpt', item.excerptId);
      }
    }
  }
  return references;
}
