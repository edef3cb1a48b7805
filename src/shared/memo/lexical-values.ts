/** Reading serialised nodes as the unknown values that they are. */

/** Deeper nesting than a person writes; beyond it words are kept and structure is not. */
export const maxDepth = 40;
export const maxText = 200_000;

/** Nodes that end a line of text. */
export const blockTypes = new Set([
  'paragraph',
  'heading',
  'quote',
  'excerpt-quotation',
  'quotation-translation',
  'list',
  'listitem',
  'table',
  'tablerow',
  'tablecell',
  'code',
  'horizontalrule',
  'image',
  'table-caption',
]);

/** A value as an object with unknown fields; null if it is none. */
export function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

export function childrenOf(node: Record<string, unknown> | null): unknown[] {
  return Array.isArray(node?.['children']) ? (node['children'] as unknown[]) : [];
}

/** The text of nodes, line breaks as line feeds. */
export function plainText(nodes: readonly unknown[], depth = 0): string {
  return nodes
    .map((value) => {
      const node = record(value);
      if (!node) return '';
      if (node['type'] === 'linebreak') return '\n';
      if (typeof node['text'] === 'string') return node['text'];
      return depth < maxDepth ? plainText(childrenOf(node), depth + 1) : '';
    })
    .join('');
}
