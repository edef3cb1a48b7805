import type { Inline } from '../../../../shared/memo/document';
import { childrenOf, record } from '../../../../shared/memo/lexical-values';

/** Serialised nodes with footnotes where their markers stand in the words. */
export function withFootnotes(
  nodes: readonly unknown[],
  token: string,
  notes: readonly (readonly Inline[])[],
): unknown[] {
  if (notes.length === 0) return [...nodes];
  const marker = new RegExp(`\uE000${token}:(\\d+)\uE001`, 'u');
  const visit = (value: unknown): unknown[] => {
    const node = record(value);
    if (!node) return [];
    const { text } = node;
    if (typeof text !== 'string') {
      return [Array.isArray(node['children']) ? { ...node, children: childrenOf(node).flatMap(visit) } : node];
    }
    // Every second part is a number.
    return text.split(marker).flatMap((part, index): unknown[] => {
      if (index % 2 === 0) return part === '' ? [] : [{ ...node, text: part }];
      const content = notes[Number(part)];
      return content ? [{ type: 'footnote', version: 1, id: `pasted-${part}`, content }] : [];
    });
  };
  return nodes.flatMap(visit);
}
