import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $setSelection,
  getDOMTextNode,
  UNDO_COMMAND,
  type LexicalEditor,
  type PointType,
} from 'lexical';
import type { TextRange } from '../../../shared/search/types';
import { hitsIn } from '../../features/find/FindSession';
import { scrollToRange, type FindTarget, type Replaced } from '../../features/find/FindTarget';
import { ownStep } from '../chips/keys';
import { placeNear } from '../stretches/shadow';
import { $readMemoText, leavesOf, type Leaf, type MemoText } from './memoText';
import { $apply, rewrite, whyLeft } from './replace';

/** Typing is not held up by looking again; the marks move with the words meanwhile. */
const SETTLE_MS = 100;

/**
 * The text of a memo's editor, and the footnotes under it, for finding and replacing.
 * @param scroller holds the text and, below it, the notes
 */
export function memoFindTarget(editor: LexicalEditor, scroller: HTMLElement): FindTarget {
  let memo: MemoText = { text: '', leaves: [], blocks: [], footnotes: [0, 0] };

  function placeOf(leaf: Leaf): Node | null {
    if (leaf.footnote) {
      const { id, run } = leaf.footnote;
      const words = scroller.querySelectorAll(`[data-note="${CSS.escape(id)}"] [data-words]`)[run];
      return words?.firstChild ?? null;
    }
    const element = editor.getElementByKey(leaf.key);
    return leaf.fixed === 'name' ? element : (getDOMTextNode(element) ?? element);
  }

  /** Null where the page does not show the words yet, or no longer. */
  function rangeOf(hit: TextRange): Range | null {
    const touched = leavesOf(memo.leaves, hit);
    const [first, last] = [touched[0], touched.at(-1)];
    const [start, end] = [first && placeOf(first), last && placeOf(last)];
    if (!first || !last || !start || !end) return null;
    const range = document.createRange();
    if (!(start instanceof Text)) range.setStartBefore(start);
    else if (hit[0] - first.start > start.length) return null;
    else range.setStart(start, hit[0] - first.start);
    if (!(end instanceof Text)) range.setEndAfter(end);
    else if (hit[1] - last.start > end.length) return null;
    else range.setEnd(end, hit[1] - last.start);
    return range;
  }

  function blocksOnScreen() {
    const room = scroller.getBoundingClientRect();
    return memo.blocks.filter(({ key }) => {
      const element = editor.getElementByKey(key);
      const place = element && placeNear(element, room);
      return place && place.bottom > room.top && place.top < room.bottom;
    });
  }

  function $offsetOf(point: PointType): number | undefined {
    if (point.type === 'text') {
      const leaf = memo.leaves.find(({ key, footnote }) => key === point.key && !footnote);
      return leaf && leaf.start + point.offset;
    }
    const below = point.getNode().getDescendantByIndex(point.offset)?.getKey();
    return memo.leaves.find(({ key }) => key === below)?.start;
  }

  function $selectHit(hit: TextRange): void {
    const touched = leavesOf(memo.leaves, hit);
    const [first, last] = [touched[0], touched.at(-1)];
    if (!first || !last) return;
    const selection = $createRangeSelection();
    $setPoint(selection.anchor, first, hit[0] - first.start);
    $setPoint(selection.focus, last, hit[1] - last.start);
    $setSelection(selection);
  }

  /** A footnote is written in a popover of its own; its number in the text opens it. */
  function focusFootnote({ key }: Leaf): void {
    const number = editor.getElementByKey(key)?.querySelector<HTMLElement>('[role=button]');
    number?.scrollIntoView({ block: 'center' });
    number?.focus({ preventScroll: true });
  }

  return {
    readText() {
      memo = editor.read($readMemoText);
      return memo.text;
    },
    onText(changed) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        clearTimeout(timer);
        timer = setTimeout(changed, SETTLE_MS);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
    onScreen(hits) {
      const seen = blocksOnScreen();
      const [first, last] = [seen[0], seen.at(-1)];
      const parts =
        first && last ? [[first.range[0], last.range[1]] satisfies TextRange, memo.footnotes] : [memo.footnotes];
      return parts
        .flatMap((part) => hitsIn(hits, part))
        .flatMap((hit) => {
          const range = rangeOf(hit);
          return range ? { hit, range } : [];
        });
    },
    selection() {
      return editor.read((): TextRange | null => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return null;
        const [one, other] = [$offsetOf(selection.anchor), $offsetOf(selection.focus)];
        return one === undefined || other === undefined ? null : [Math.min(one, other), Math.max(one, other)];
      });
    },
    firstOnScreen: () => blocksOnScreen()[0]?.range[0] ?? 0,
    reveal(hit) {
      const range = rangeOf(hit);
      if (range) scrollToRange(scroller, range);
    },
    leaveFor(hit) {
      const [first] = hit ? leavesOf(memo.leaves, hit) : [];
      if (first?.footnote) return focusFootnote(first);
      if (hit) editor.update(() => $selectHit(hit), { discrete: true });
      editor.focus();
    },
    replace(hits, replacement): Replaced {
      const rewriting = rewrite(memo.leaves, hits, replacement);
      if (rewriting.replaced > 0) {
        editor.update(() => $apply(rewriting), { discrete: true, ...ownStep });
      }
      return {
        replaced: rewriting.replaced,
        left: whyLeft(rewriting.left),
        undo: () => editor.dispatchCommand(UNDO_COMMAND, undefined),
      };
    },
  };
}

/** Nodes that are no text are passed as a whole. */
function $setPoint(point: PointType, leaf: Leaf, offset: number): void {
  if (leaf.fixed !== 'name' && leaf.fixed !== 'break') {
    point.set(leaf.key, offset, 'text');
    return;
  }
  const node = $getNodeByKey(leaf.key);
  const parent = node?.getParent();
  if (node && $isElementNode(parent)) {
    point.set(parent.getKey(), node.getIndexWithinParent() + (offset > 0 ? 1 : 0), 'element');
  }
}
