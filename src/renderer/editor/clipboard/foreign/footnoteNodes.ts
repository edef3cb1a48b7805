import type { Inline } from '../../../../shared/memo/document';
import { replaceMarkers } from './markers';

/** Serialised nodes with footnotes where their markers stand in the words. */
export function withFootnotes(
  nodes: readonly unknown[],
  token: string,
  notes: readonly (readonly Inline[])[],
): unknown[] {
  if (notes.length === 0) return [...nodes];
  return replaceMarkers(nodes, token, (n) => {
    const content = notes[n];
    return content ? { type: 'footnote', version: 1, id: `pasted-${n}`, content } : null;
  });
}
