import {
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  SKIP_DOM_SELECTION_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { Finding } from '../../../shared/provenance/finding';
import type { Place } from '../../../shared/provenance/passages';
import { scrollToRange } from '../../features/find/FindTarget';
import { $selectInText } from '../selectAt';
import { rangeInRun, rangeOf, readRuns } from './ranges';
import { $blocks, $runsOf, offsetIn } from './runs';

/** A point of the memo's text. */
export type Point = Pick<Place, 'block' | 'run'> & { at: number };

/** Where the caret is; null while it is not in the text. */
export function caretPoint(editor: LexicalEditor): Point | null {
  return editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return null;
    const { focus } = selection;
    const node = focus.getNode();
    if (focus.type === 'text') return $pointOf(node, focus.offset);
    if (!$isElementNode(node)) return null;
    const child = node.getChildAtIndex(focus.offset) ?? node.getLastChild();
    const leaf = $isElementNode(child) ? child.getFirstDescendant() : child;
    return $pointOf(leaf ?? node, focus.offset > 0 && !node.getChildAtIndex(focus.offset) ? Infinity : 0);
  });
}

/** Which words are under the mouse. */
export function pointAt(editor: LexicalEditor, x: number, y: number): Point | null {
  const caret = document.caretPositionFromPoint(x, y);
  if (!caret || !editor.getRootElement()?.contains(caret.offsetNode)) return null;
  return editor.read(() => {
    const node = $getNearestNodeFromDOMNode(caret.offsetNode);
    return node && $pointOf(node, caret.offset);
  });
}

function $pointOf(node: LexicalNode, offset: number): Point | null {
  const top = node.getTopLevelElement();
  if (!top) return null;
  const blocks = $blocks();
  const block = blocks.findIndex((nodes) => nodes.some((one) => one.is(top)));
  if (block < 0) return null;
  for (const [run, one] of $runsOf(blocks[block]!).entries()) {
    const at = offsetIn(one, node.getKey(), offset);
    if (at !== null) return { block, run, at };
  }
  return { block, run: 0, at: 0 };
}

/** The words of a place; '' where the text is another by now. */
export function wordsAt(editor: LexicalEditor, { block, run, footnote, start, end }: Place): string {
  if (footnote !== null) return '';
  return editor.read(() => $runsOf($blocks()[block] ?? [])[run]?.text.slice(start, end) ?? '');
}

/** Scrolls to what was found and puts the caret there, without taking the focus. */
export function showFinding(editor: LexicalEditor, scroller: HTMLElement, finding: Finding): void {
  const nodes = editor.read(() => $blocks()[finding.place.block] ?? []);
  const range = rangeOf(editor, scroller, readRuns(editor, nodes), finding);
  if (range) scrollToRange(scroller, range);
  else editor.getElementByKey(nodes[0]?.getKey() ?? '')?.scrollIntoView({ block: 'center' });
  putCaret(editor, finding.place);
}

/** Scrolls to a sentence and puts the caret before it. */
export function showPlace(editor: LexicalEditor, scroller: HTMLElement, place: Place): void {
  const run = editor.read(() => $runsOf($blocks()[place.block] ?? [])[place.run]);
  const range = run && rangeInRun(editor, run, place.start, place.end);
  if (range) scrollToRange(scroller, range);
  putCaret(editor, place);
}

function putCaret(editor: LexicalEditor, { block, run, footnote, start }: Place): void {
  if (footnote !== null) return;
  editor.update(
    () => {
      const leaf = $runsOf($blocks()[block] ?? [])[run]?.leaves.findLast(
        (one) => one.kind === 'text' && one.start <= start && one.end >= start,
      );
      if (leaf) $selectInText(leaf.key, start - leaf.start);
    },
    { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
  );
}
