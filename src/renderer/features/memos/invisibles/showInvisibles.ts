import { $getNearestNodeFromDOMNode, $isLineBreakNode, type LexicalEditor } from 'lexical';
import { placeNear } from '../../../editor/stretches/shadow';
import { paragraphsOf } from './paragraphs';
import { invisibleSigns, lineBreakSign, paragraphSign } from './signs';
import styles from './invisibles.module.css';

/** More on one screen are no help. */
const mostSigns = 3000;

interface PlacedSign {
  sign: string;
  left: number;
  top: number;
  width: number;
  height: number;
  /** `end`: behind the last letter of a line; `space`: as wide as it is; `mark`: of no width. */
  look: 'space' | 'mark' | 'end';
  rtl: boolean;
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
  const place = (sign: string, box: DOMRect | undefined, look: PlacedSign['look'], rtl = false) => {
    if (!box || signs.length >= mostSigns) return;
    signs.push({
      sign,
      left: box.left - view.left + scroller.scrollLeft,
      top: box.top - view.top + scroller.scrollTop,
      width: box.width,
      height: box.height,
      look,
      rtl,
    });
  };
  for (const block of root.children) {
    const { top, bottom } = placeNear(block, view);
    if (bottom < view.top) continue;
    if (top > view.bottom) break;
    for (const { element, parts } of paragraphsOf(block)) {
      const rtl = getComputedStyle(element).direction === 'rtl';
      for (const [index, node] of parts.entries()) {
        if (node instanceof Text) {
          const around = { before: wordsOf(parts[index - 1]), after: wordsOf(parts[index + 1]) };
          for (const { at, sign, isSpace } of invisibleSigns(node.data, around))
            place(sign, boxOf(node, at, at + 1), isSpace ? 'space' : 'mark');
        } else if (isLineBreak(node)) place(lineBreakSign, (node as Element).getClientRects()[0], 'end', rtl);
      }
      place(paragraphSign, endOf(parts.at(-1), rtl), 'end', rtl);
    }
  }
  return signs;
}

function isLineBreak(node: Node): boolean {
  return node.nodeName === 'BR' && $isLineBreakNode($getNearestNodeFromDOMNode(node));
}

/** What a neighbour says in the same line; '' where there is none. A chip is something that is no space. */
function wordsOf(node: Node | undefined): string {
  if (!node || node.nodeName === 'BR') return '';
  return node instanceof Text ? node.data : '\uFFFC';
}

function boxOf(text: Text, start: number, end: number): DOMRect | undefined {
  const range = document.createRange();
  range.setStart(text, start);
  range.setEnd(text, end);
  return [...range.getClientRects()].at(-1);
}

/** The place behind the last part of a paragraph. */
function endOf(last: Node | undefined, rtl: boolean): DOMRect | undefined {
  const box =
    last instanceof Text
      ? boxOf(last, Math.max(0, last.length - 1), last.length)
      : last instanceof Element
        ? [...last.getClientRects()].at(-1)
        : undefined;
  return box && new DOMRect(rtl ? box.left : box.right, box.top, 0, box.height);
}

function drawn({ sign, left, top, width, height, look, rtl }: PlacedSign): HTMLElement {
  const element = document.createElement('span');
  element.textContent = sign;
  element.className = styles[look] ?? '';
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.height = `${height}px`;
  if (look !== 'mark') element.style.lineHeight = `${height}px`;
  if (look === 'space') element.style.width = `${width}px`;
  if (rtl) element.style.transform = 'translateX(-100%)';
  return element;
}
