import { createContext, use, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { BibliographyEntry, RenderedCitations, Run } from '../../shared/citing/types';
import { documentCitations, type DocumentCitations, type DocumentNote } from '../../shared/memo/clusters';
import type { MemoDocument } from '../../shared/memo/document';
import { useCall } from '../client';

/** How one chip looks at the moment. */
export interface ChipLook {
  /** Number of the note it is, or stands in; null where citations stand in the text. */
  note: number | null;
  /** The citation as the style writes it; null until it is rendered for the first time. */
  runs: readonly Run[] | null;
  /** Of a narrative citation: the author's name, before the citation in the sentence. */
  author?: readonly Run[] | undefined;
}

const unknown: ChipLook = { note: null, runs: null };

/** Looks by id of citation or footnote. Chips subscribe to their own, so that one new citation does not draw them all. */
class ChipLooks {
  #looks = new Map<string, ChipLook>();
  readonly #listeners = new Set<() => void>();
  bibliography: readonly BibliographyEntry[] = [];
  /** The memo's language, for the words around citations. */
  locale = '';
  /** Whether the style cites in notes. */
  noteStyle = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get(id: string): ChipLook {
    return this.#looks.get(id) ?? unknown;
  }

  set(looks: ReadonlyMap<string, ChipLook>, rendered: Pick<ChipLooks, 'bibliography' | 'locale' | 'noteStyle'>): void {
    const next = new Map<string, ChipLook>();
    for (const [id, look] of looks) {
      const now = this.#looks.get(id);
      next.set(id, now && sameLook(now, look) ? now : look);
    }
    this.#looks = next;
    this.bibliography = rendered.bibliography;
    this.locale = rendered.locale;
    this.noteStyle = rendered.noteStyle;
    for (const listener of this.#listeners) listener();
  }
}

function sameLook(a: ChipLook, b: ChipLook): boolean {
  return a.note === b.note && sameJson(a.runs, b.runs) && sameJson(a.author, b.author);
}

const ChipLooksContext = createContext<ChipLooks | null>(null);
export const ChipLooksProvider = ChipLooksContext.Provider;

export function useChipLooks(): ChipLooks {
  const looks = use(ChipLooksContext);
  if (!looks) throw new Error('useChipLooks needs an editor above it');
  return looks;
}

export function useChipLook(id: string): ChipLook {
  const looks = useChipLooks();
  return useSyncExternalStore(looks.subscribe, () => looks.get(id));
}

/** True in the editor of a footnote. */
export const InsideNote = createContext(false);

export interface DocumentRendering {
  looks: ChipLooks;
  notes: readonly DocumentNote[];
  rendered: RenderedCitations | undefined;
  noteStyle: boolean;
  locale: string;
  /** What went wrong, to show in place of the bibliography. */
  problem: string | null;
}

/** Citations and notes of a document, the same objects as long as they are the same: typing words draws nothing below the text. */
function useCitations(document: MemoDocument, noteStyle: boolean): DocumentCitations {
  const citations = useMemo(() => documentCitations(document, noteStyle), [document, noteStyle]);
  // `latest` are those of the document that was looked at last, equal to `kept`: what to compare the next with.
  const [{ kept, latest }, setKept] = useState({ kept: citations, latest: citations });
  if (latest === citations) return kept;
  const same = sameCitations(latest, citations);
  setKept({ kept: same ? kept : citations, latest: citations });
  return same ? kept : citations;
}

/** Most are the very same objects, so that this takes no time. */
function sameCitations(a: DocumentCitations, b: DocumentCitations): boolean {
  return (
    a.clusters.length === b.clusters.length &&
    a.notes.length === b.notes.length &&
    a.clusters.every((cluster, index) => {
      const other = b.clusters[index]!;
      return cluster.items === other.items && cluster.id === other.id && cluster.note === other.note
        ? cluster.form === other.form
        : sameJson(cluster, other);
    }) &&
    a.notes.every((note, index) => {
      const other = b.notes[index]!;
      if (note.number !== other.number) return false;
      if (note.kind === 'footnote') return other.kind === 'footnote' && sameJson(note.footnote, other.footnote);
      return other.kind === 'citation' && sameJson(note.citation, other.citation);
    })
  );
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * Renders all citations of a document in one call, again only when citations, style or sources changed. `document` is the
 * debounced one: typing words asks for nothing.
 */
export function useDocumentRendering(document: MemoDocument, styleId: string, locale: string): DocumentRendering {
  const [looks] = useState(() => new ChipLooks());
  const style = useCall('citing.style', { id: styleId });
  const noteStyle = style.data?.noteStyle ?? false;
  const { clusters, notes } = useCitations(document, noteStyle);
  const request = useMemo(() => ({ styleId, locale, clusters }), [styleId, locale, clusters]);
  const answer = useCall('citing.render', request, {
    enabled: clusters.length > 0 && style.data !== undefined,
    keepPrevious: true,
  });
  const rendered = clusters.length > 0 ? answer.data : undefined;

  useEffect(() => {
    const written = new Map(rendered?.citations.map((citation) => [citation.id, citation]));
    const next = new Map<string, ChipLook>();
    for (const { id, note } of clusters) {
      const { runs = null, author } = written.get(id) ?? {};
      next.set(id, { note: note || null, runs, author });
    }
    for (const note of notes) {
      if (note.kind === 'footnote') next.set(note.footnote.id, { note: note.number, runs: null });
    }
    looks.set(next, { bibliography: rendered?.bibliography ?? [], locale, noteStyle });
  }, [looks, clusters, notes, rendered, locale, noteStyle]);

  const problem = answer.error?.message ?? style.error?.message ?? null;
  return useMemo(
    () => ({ looks, notes, rendered, noteStyle, locale, problem }),
    [looks, notes, rendered, noteStyle, locale, problem],
  );
}
