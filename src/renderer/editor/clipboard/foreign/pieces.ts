/** A part of a pasted document that can be read by itself. */
export interface Piece {
  nodes: Node[];
  /** Its first block is more of the list or table that the piece before it ends with. */
  continues: boolean;
  /** Elements in it. */
  weight: number;
}

/** Elements in a piece: reading them takes a few milliseconds. */
const usual = 300;
const containers = 'div, section, article, main, header, footer, aside';
const open = `${containers}, ul, ol, table, thead, tbody, tfoot`;
const blocks = `${open}, p, h1, h2, h3, h4, h5, h6, li, tr, caption, blockquote, pre, figure, dl, hr, address`;

/**
 * A long document in pieces, cut between blocks only; long lists between items, and tables between rows. Takes it apart: what
 * stood round a piece comes as an empty copy.
 */
export function* piecesOf(body: Element, most = usual): Generator<Piece> {
  yield* cut(body, [], new Set(), most);
}

function* cut(container: Element, around: readonly Element[], begun: Set<Element>, most: number): Generator<Piece> {
  let group: ChildNode[] = [];
  let weight = 0;
  const piece = (): Piece => {
    const whole = around.find((element) => element.matches('ul, ol, table'));
    const continues = whole !== undefined && begun.has(whole);
    if (whole) begun.add(whole);
    const nodes = around.reduceRight<Node[]>((inner, element) => [copyAround(element, inner)], group);
    const made = { nodes, continues, weight };
    group = [];
    weight = 0;
    return made;
  };
  // subtle: a copy, since pieces take their nodes out.
  const children = Array.from(container.childNodes);
  for (const child of children) {
    const own = isElement(child) ? child.getElementsByTagName('*').length + 1 : 0;
    const opens = own > most && isElement(child) && canOpen(child, around);
    if (group.length > 0 && (opens || (weight + own > most && isBetweenBlocks(child)))) yield piece();
    if (opens) {
      yield* cut(child, [...around, child], begun, most);
      continue;
    }
    group.push(child);
    weight += own;
  }
  if (group.length > 0) yield piece();
}

/** A list in a list, or a table in one, is read with the item that it belongs to. */
function canOpen(element: Element, around: readonly Element[]): boolean {
  const inParts = around.some((each) => each.matches('ul, ol, table'));
  return element.matches(inParts ? 'thead, tbody, tfoot' : open);
}

function copyAround(element: Element, inner: readonly Node[]): Node {
  const copy = element.cloneNode(false) as Element;
  copy.append(...inner);
  return copy;
}

/**
 * Words and what is in line with them are one paragraph, and stay together; what stands between the items of a list, or an item that
 * is only a list, belongs to the item before.
 */
function isBetweenBlocks(child: ChildNode): boolean {
  if (child.parentElement?.matches('ul, ol')) return isElement(child) && child.matches('li') && !startsWithList(child);
  return [child, child.previousSibling].some((node) => node !== null && isElement(node) && node.matches(blocks));
}

function startsWithList(item: Element): boolean {
  const first = [...item.childNodes].find((node) => isElement(node) || node.textContent?.trim() !== '');
  return first !== undefined && isElement(first) && first.matches('ul, ol');
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
