import type { LexicalEditor } from 'lexical';
import type { CheckedFinding } from '../../../shared/domain/provenance';
import { severities } from '../../../shared/provenance/finding';
import { markRanges } from '../../ui/marks';
import { placeNear } from '../stretches/shadow';
import { rangeOf, readRuns } from './ranges';
import { $blocks, type EditorRun } from './runs';

const SETTLE_MS = 80;

/**
 * Underlines findings in the text, by severity, as `::highlight(finding-…)`: only those on the screen, drawn again after
 * scrolling. Gives what takes them out. Nothing is done while keys are pressed: ranges move with their words.
 */
export function drawUnderlines(
  editor: LexicalEditor,
  scroller: HTMLElement,
  findings: readonly CheckedFinding[],
): () => void {
  let clear = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  const byBlock = new Map<number, CheckedFinding[]>();
  for (const finding of findings) {
    byBlock.set(finding.place.block, [...(byBlock.get(finding.place.block) ?? []), finding]);
  }
  const notes = findings.filter(({ place }) => place.footnote !== null);

  const draw = () => {
    clear();
    const blocks = editor.read($blocks);
    const shown = blocksOnScreen(editor, scroller).flatMap((index) => byBlock.get(index) ?? []);
    const drawn = [...new Set([...shown, ...notes])];
    const clears = severities.map((severity) => {
      const ranges = drawn
        .filter((finding) => finding.severity === severity)
        .flatMap((finding) => {
          const runs = readRuns(editor, blocks[finding.place.block] ?? []);
          return partsOf(finding, runs).flatMap((part) => rangeOf(editor, scroller, runs, part) ?? []);
        });
      return markRanges(`finding-${severity}`, ranges);
    });
    clear = () => clears.forEach((one) => one());
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(draw, SETTLE_MS);
  };
  later();
  scroller.addEventListener('scroll', later, { passive: true });
  window.addEventListener('resize', later);
  return () => {
    clearTimeout(timer);
    scroller.removeEventListener('scroll', later);
    window.removeEventListener('resize', later);
    clear();
  };
}

/** What is underlined of a finding: of a quotation that is nearly verbatim, only the words that differ. */
function partsOf(
  finding: CheckedFinding,
  runs: readonly EditorRun[],
): Pick<CheckedFinding, 'place' | 'citationId' | 'words'>[] {
  const [fix] = finding.fixes;
  const text = finding.place.footnote === null ? runs[finding.place.run]?.text : undefined;
  const whole = text?.slice(finding.place.start, finding.place.end) === finding.words;
  if (finding.rule !== 'quotation-not-verbatim' || fix?.kind !== 'edit' || !whole) return [finding];
  // Where the source has words that are left out here, there is nothing but what stands beside the gap.
  if (fix.edits.some(({ place }) => place.start === place.end)) return [finding];
  return fix.edits.map(({ place }) => ({ place, citationId: null, words: text!.slice(place.start, place.end) }));
}

/** Indexes of the document's blocks that are on the screen. */
export function blocksOnScreen(editor: LexicalEditor, scroller: HTMLElement): number[] {
  const room = scroller.getBoundingClientRect();
  const blocks = editor.read(() => $blocks().map((nodes) => nodes.map((node) => node.getKey())));
  const placeOf = (index: number) => {
    const keys = blocks[index]!;
    const [first, last] = [editor.getElementByKey(keys[0]!), editor.getElementByKey(keys.at(-1)!)];
    return { top: first ? placeNear(first, room).top : 0, bottom: last ? placeNear(last, room).bottom : 0 };
  };
  // The first block that ends below the top edge; they lie one under the other.
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(middle).bottom <= room.top) low = middle + 1;
    else high = middle;
  }
  const shown: number[] = [];
  for (let index = low; index < blocks.length && placeOf(index).top < room.bottom; index++) shown.push(index);
  return shown;
}
