/** Words, line breaks and chips of one paragraph, item, cell or caption. */
export interface Paragraph {
  element: Element;
  parts: Node[];
}
const paragraphs = 'p, li, h1, h2, h3, h4, h5, h6, td, th, blockquote, pre, figcaption';

/** The paragraphs of a block that is on the screen; what stands under a quotation is not typed. */
export function paragraphsOf(block: Element): Paragraph[] {
  const found: Paragraph[] = [];
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text || node.nodeName === 'BR' || isChip(node)) return NodeFilter.FILTER_ACCEPT;
    return (node as HTMLElement).contentEditable === 'false' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node; node = isChip(node) ? walker.nextSibling() : walker.nextNode()) {
    const element = node.parentElement?.closest(paragraphs) ?? block;
    const last = found.at(-1);
    if (last?.element === element) last.parts.push(node);
    else found.push({ element, parts: [node] });
  }
  return found;
}

/** Citations, footnotes and mentions stand in the line; what they say is not typed. */
function isChip(node: Node): boolean {
  return node.nodeName === 'SPAN' && (node as HTMLElement).contentEditable === 'false';
}
