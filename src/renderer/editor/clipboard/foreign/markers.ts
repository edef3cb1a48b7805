import { childrenOf, record } from '../../../../shared/memo/lexical-values';

/** What stands in pasted words for the n-th thing taken out of them. Nobody who wrote them knows the token. */
export function markerAt(token: string, n: number): string {
  return `\uE000${token}:${n}\uE001`;
}

/** Serialised nodes with what `make` gives where markers stand in their words; null for nothing. */
export function replaceMarkers(nodes: readonly unknown[], token: string, make: (n: number) => unknown): unknown[] {
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
      const made = make(Number(part));
      return made === null ? [] : [made];
    });
  };
  return nodes.flatMap(visit);
}
