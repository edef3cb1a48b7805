import { getDOMTextNode, type LexicalEditor, type LexicalNode } from 'lexical';
import type { Finding } from '../../../shared/provenance/finding';
import type { Place } from '../../../shared/provenance/passages';
import { $runsOf, type EditorRun } from './runs';

/** A range of the page for a place of the memo; null where the page does not show it, or no longer has those words. */
export function rangeOf(
  editor: LexicalEditor,
  scroller: HTMLElement,
  runs: readonly EditorRun[],
  { place, citationId, words }: Pick<Finding, 'place' | 'citationId' | 'words'>,
): Range | null {
  if (citationId !== null) {
    const chip = scroller.querySelector(`[data-citation="${CSS.escape(citationId)}"]`) ?? noteNumber(scroller, place);
    return chip && around(chip);
  }
  if (place.footnote !== null) return rangeInNote(scroller, place);
  const run = runs[place.run];
  if (!run || run.text.slice(place.start, place.end) !== words) return null;
  return rangeInRun(editor, run, place.start, place.end);
}

/** The part of a run that is shown, as a range of the page. */
export function rangeInRun(editor: LexicalEditor, run: EditorRun, start: number, end: number): Range | null {
  const touched = run.leaves.filter((leaf) => leaf.start < end && leaf.end > start && leaf.kind !== 'break');
  const [first, last] = [touched[0], touched.at(-1)];
  if (!first || !last) return null;
  const [from, to] = [editor.getElementByKey(first.key), editor.getElementByKey(last.key)];
  if (!from || !to) return null;
  const range = document.createRange();
  const [words, lastWords] = [getDOMTextNode(from), getDOMTextNode(to)];
  if (first.kind === 'text' && words) range.setStart(words, Math.min(words.length, Math.max(0, start - first.start)));
  else range.setStartBefore(from);
  if (last.kind === 'text' && lastWords) range.setEnd(lastWords, Math.min(lastWords.length, end - last.start));
  else range.setEndAfter(to);
  return range;
}

/** The runs of a block's nodes, read from the editor. */
export function readRuns(editor: LexicalEditor, nodes: readonly LexicalNode[]): EditorRun[] {
  return editor.read(() => $runsOf(nodes));
}

/** Notes are shown below the text, their words in elements of their own. */
function rangeInNote(scroller: HTMLElement, { footnote, start, end }: Place): Range | null {
  const parts = [...scroller.querySelectorAll(`[data-note="${CSS.escape(footnote ?? '')}"] [data-words]`)];
  const range = document.createRange();
  let at = 0;
  let begun = false;
  for (const part of parts) {
    const text = part.firstChild;
    if (!(text instanceof Text)) continue;
    const [from, to] = [at, at + text.length];
    at = to;
    if (to <= start || from >= end) continue;
    if (!begun) range.setStart(text, start - from < 0 ? 0 : start - from);
    begun = true;
    range.setEnd(text, Math.min(text.length, end - from));
  }
  return begun ? range : null;
}

function noteNumber(scroller: HTMLElement, { footnote }: Place): Element | null {
  return footnote === null ? null : scroller.querySelector(`[data-footnote="${CSS.escape(footnote)}"]`);
}

function around(element: Element): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range;
}
