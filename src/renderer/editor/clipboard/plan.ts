import type { SerializedNode } from '../../../shared/memo/lexical';

/** How many nodes are put in one after the other: a long text in parts. */
export interface Plan {
  /** Put in first, where the caret is: how the text around it joins them, these decide. */
  first: SerializedNode[];
  /** In order: nodes that come after one that is there by then. */
  rest: { after: SerializedNode; nodes: SerializedNode[] }[];
}

/** Nodes, with all in them, that are put in together. */
const usual = 150;

/**
 * Cuts up what is to be put into a text. The first and the last blocks go in at once, and so do the first and last items of a long
 * list or rows of a long table: what is between two blocks that are there can follow in any number of parts.
 */
export function planOf(nodes: readonly SerializedNode[], most = usual): Plan {
  const rest: Plan['rest'] = [];
  const first = between(nodes, rest, most);
  return { first, rest };
}

/** All that stays of siblings at first; what is between them goes to `rest`. */
function between(siblings: readonly SerializedNode[], rest: Plan['rest'], most: number): SerializedNode[] {
  const groups = siblings.flatMap((node, index): SerializedNode[][] =>
    index > 0 && belongTogether(siblings[index - 1]!, node) ? [] : [together(siblings, index)],
  );
  if (weightOf(siblings) <= most) return [...siblings];
  if (groups.length < 4) return siblings.map((node) => shortened(node, rest, most));
  const [head, tail] = [groups.slice(0, 2).flat(), groups.at(-1)!];
  const kept = [...head, ...tail].map((node) => shortened(node, rest, most));
  let after = kept[head.length - 1]!;
  let part: SerializedNode[] = [];
  let weight = 0;
  const end = () => {
    if (part.length === 0) return;
    const inner: Plan['rest'] = [];
    const nodes = part.map((node) => shortened(node, inner, most));
    rest.push({ after, nodes }, ...inner);
    after = nodes.at(-1)!;
    [part, weight] = [[], 0];
  };
  for (const group of groups.slice(2, -1)) {
    part.push(...group);
    weight += weightOf(group);
    if (weight > most) end();
  }
  end();
  return kept;
}

function shortened(node: SerializedNode, rest: Plan['rest'], most: number): SerializedNode {
  if ((node.type !== 'list' && node.type !== 'table') || !node.children) return node;
  return { ...node, children: between(node.children, rest, most) };
}

/** A caption stands before its table, a translation after its quotation. */
function belongTogether(before: SerializedNode, node: SerializedNode): boolean {
  return before.type === 'table-caption' || node.type === 'quotation-translation';
}

function together(siblings: readonly SerializedNode[], from: number): SerializedNode[] {
  let to = from + 1;
  while (to < siblings.length && belongTogether(siblings[to - 1]!, siblings[to]!)) to += 1;
  return siblings.slice(from, to);
}

function weightOf(nodes: readonly SerializedNode[]): number {
  return nodes.reduce((sum, { children }) => sum + 1 + (children ? weightOf(children) : 0), 0);
}
