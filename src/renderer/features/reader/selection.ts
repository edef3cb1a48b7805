/** Offsets in a snapshot, UTF-16 code units, half-open. */
export interface OffsetRange {
  start: number;
  end: number;
}

/**
 * Every run of snapshot text in the reader is an element with `data-start`, the offset of its first character, that holds
 * exactly one text node. These functions go between such elements and snapshot offsets, so that nothing else needs to
 * know how the text is drawn.
 */
const runSelector = '[data-start]';

/** Offset of a run's first character. */
export function startOf(run: Element): number {
  return Number(run.getAttribute('data-start'));
}

/** The snapshot offsets of what is selected inside `root`, or null when nothing of the text is. White space at the ends is left out. */
export function selectedOffsets(root: Element, range: Range): OffsetRange | null {
  if (range.collapsed || !range.intersectsNode(root)) return null;
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = walker.currentNode; node !== null; node = walker.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE || !range.intersectsNode(node) || !root.contains(node)) continue;
    const run = node.parentElement?.closest(runSelector);
    if (!run || !root.contains(run)) continue;
    const text = node.textContent ?? '';
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : text.length;
    const selected = text.slice(from, to);
    if (selected.trim() === '') continue;
    start = Math.min(start, startOf(run) + from + (selected.length - selected.trimStart().length));
    end = Math.max(end, startOf(run) + from + selected.trimEnd().length);
  }
  return start < end ? { start, end } : null;
}

/** The drawn runs of snapshot text, in order. */
export function drawnRuns(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(runSelector)];
}

/** The runs that are in the room of a scroller, found chunk by chunk: a long text has very many. */
export function runsOnScreen(root: Element, scroller: Element): HTMLElement[] {
  const room = scroller.getBoundingClientRect();
  const isInside = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > room.top && top < room.bottom;
  };
  const chunks = [...root.querySelectorAll('[data-chunk]')].filter(isInside);
  return chunks.flatMap(drawnRuns).filter(isInside);
}

/** The run that holds an offset, or the next one after it; null if neither is drawn. Runs as `drawnRuns` gives them. */
export function runAt(runs: readonly HTMLElement[], offset: number): HTMLElement | null {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle] as HTMLElement;
    if (startOf(run) + (run.textContent ?? '').length <= offset) low = middle + 1;
    else high = middle;
  }
  return runs[low] ?? null;
}

/** The drawn text from one offset to another; null where it is not drawn. */
export function rangeOf(runs: readonly HTMLElement[], start: number, end: number): Range | null {
  const [first, last] = [runAt(runs, start), runAt(runs, end - 1)];
  if (!first?.firstChild || !last?.firstChild || startOf(first) > start || startOf(last) >= end) return null;
  const range = document.createRange();
  range.setStart(first.firstChild, start - startOf(first));
  range.setEnd(last.firstChild, end - startOf(last));
  return range;
}
