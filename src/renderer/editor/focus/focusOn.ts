import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { sentenceSegmenter } from '../../../shared/provenance/segmenter';
import { sentenceAround } from './sentence';

export type FocusBy = 'paragraph' | 'sentence';

export interface FocusOn {
  by: FocusBy;
  /** Keeps the line with the caret at the same height. */
  typewriter: boolean;
  locale: string;
}

/** Name of the highlight on the sentence that is written. */
const SENTENCE = 'memo-sentence';
const MARK = 'inFocus';

/**
 * Marks the block with the caret, and the sentence where wanted, once a frame; style sheets dim the others. Returns what
 * ends it.
 */
export function focusOn(editor: LexicalEditor, scroller: HTMLElement, { by, typewriter, locale }: FocusOn): () => void {
  const segmenter = sentenceSegmenter(locale);
  const marked = new Set<HTMLElement>();
  let frame = 0;
  // A text that moves under the mouse would be clicked at the wrong place: lines are held for who writes.
  let byKeys = true;
  const onPointer = () => {
    byKeys = false;
  };
  const onKey = () => {
    byKeys = true;
  };

  const mark = () => {
    const path = editor.read($caretPath);
    if (path === null) return;
    const elements = path.flatMap((key) => editor.getElementByKey(key) ?? []);
    for (const element of marked) if (!elements.includes(element)) delete element.dataset[MARK];
    marked.clear();
    for (const element of elements) {
      element.dataset[MARK] = '';
      marked.add(element);
    }
    const selection = window.getSelection();
    const caret = selection?.rangeCount ? selection.getRangeAt(0) : null;
    const [block] = elements;
    if (!caret || !block?.contains(caret.startContainer)) return;
    if (by === 'sentence') {
      const sentence = sentenceAround(block, caret, segmenter);
      CSS.highlights.set(SENTENCE, sentence ? new Highlight(sentence) : new Highlight());
    }
    if (typewriter && byKeys && caret.collapsed) holdLine(scroller, caret, block);
  };
  const later = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  };
  later();
  const stop = editor.registerUpdateListener(later);
  scroller.addEventListener('pointerdown', onPointer);
  scroller.addEventListener('keydown', onKey);
  return () => {
    stop();
    scroller.removeEventListener('pointerdown', onPointer);
    scroller.removeEventListener('keydown', onKey);
    cancelAnimationFrame(frame);
    CSS.highlights.delete(SENTENCE);
    for (const element of marked) delete element.dataset[MARK];
  };
}

/** The innermost block with the caret, and the blocks around it; null while there is no caret. */
function $caretPath(): string[] | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const path: string[] = [];
  for (let node: LexicalNode | null = selection.focus.getNode(); node; node = node.getParent()) {
    if ($isElementNode(node) && !node.isInline() && !$isRootNode(node)) path.push(node.getKey());
  }
  return path;
}

/** Scrolls so that the line with the caret stands where lines are written: a little above the middle. */
function holdLine(scroller: HTMLElement, caret: Range, block: Element): void {
  // An empty block's caret has no box of its own.
  const { top } = caret.getClientRects()[0] ?? block.getBoundingClientRect();
  const room = scroller.getBoundingClientRect();
  const off = top - room.top - room.height * 0.42;
  if (Math.abs(off) > 2) scroller.scrollTop += off;
}
