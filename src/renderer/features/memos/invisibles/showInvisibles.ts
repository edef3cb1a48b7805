import { $getNearestNodeFromDOMNode, $isLineBreakNode, type LexicalEditor } from 'lexical';
import { invisibleSigns, lineBreakSign } from './signs';
import styles from './invisibles.module.css';

/** More on one screen are no help. */
const mostSigns = 3000;

interface PlacedSign {
  sign: string;
  left: number;
  top: number;
  width: number;
  height: number;
  isSpace: boolean;
}

/**
 * Draws a sign for each invisible character of what is on the screen, on a layer over the text: the document and its elements stay as
 * they are. Again once a frame when the text, its place or its size changes. Returns what ends it.
 */
export function showInvisibles(editor: LexicalEditor, scroller: HTMLElement): () => void {
  const layer = document.createElement('div');
  layer.className = styles['layer'] ?? '';
  layer.dataset['invisibles'] = '';
  layer.setAttribute('aria-hidden', 'true');
  scroller.append(layer);
  let frame = 0;
  const draw = () => {
    const root = editor.getRootElement();
    const found = root ? editor.read(() => signsOf(root, scroller)) : [];
    layer.replaceChildren(...found.map(drawn));
  };
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(draw);
  };
  later();
  const stop = editor.registerUpdateListener(later);
  const resized = new ResizeObserver(later);
  const root = editor.getRootElement();
  if (root) resized.observe(root);
  scroller.addEventListener('scroll', later, { passive: true });
  return () => {
    cancelAnimationFrame(frame);
    stop();
    resized.disconnect();
    scroller.removeEventListener('scroll', later);
    layer.remove();
  };
}

/** The signs of the blocks on the screen, measured from the start of what is scrolled. Must run in a read. */
function signsOf(root: HTMLElement, scroller: HTMLElement): PlacedSign[] {
  const view = scroller.getBoundingClientRect();
  const signs: PlacedSign[] = [];
  const place = (sign: string, box: DOMRect | undefined, isSpace: boolean) => {
    if (!box || signs.length >= mostSigns) return;
    signs.push({
      sign,
      left: box.left - view.left + scroller.scrollLeft,
      top: box.top - view.top + scroller.scrollTop,
      width: box.width,
      height: box.height,
      isSpace,
    });
  };
  for (const block of root.children) {
    const { top, bottom } = block.getBoundingClientRect();
    if (bottom < view.top) continue;
    if (top > view.bottom) break;
    for (const node of wordsOf(block)) {
      if (node instanceof Text) {
        for (const { at, sign, isSpace } of invisibleSigns(node.data)) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          place(sign, range.getClientRects()[0], isSpace);
        }
      } else if ($isLineBreakNode($getNearestNodeFromDOMNode(node))) {
        place(lineBreakSign, (node as Element).getClientRects()[0], false);
      }
    }
  }
  return signs;
}

/** Texts and line breaks of a block; what a citation or the line under a quotation says is not typed. */
function* wordsOf(block: Element): Generator<Node> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text || node.nodeName === 'BR') return NodeFilter.FILTER_ACCEPT;
    return (node as HTMLElement).contentEditable === 'false' ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) yield node;
}

function drawn({ sign, left, top, width, height, isSpace }: PlacedSign): HTMLElement {
  const element = document.createElement('span');
  element.textContent = sign;
  element.className = (isSpace ? styles['space'] : sign === lineBreakSign ? styles['break'] : styles['mark']) ?? '';
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.height = `${height}px`;
  if (isSpace || sign === lineBreakSign) element.style.lineHeight = `${height}px`;
  if (isSpace) element.style.width = `${width}px`;
  return element;
}
