import { $getNodeByKey, $getSelection, $isRangeSelection, $isTextNode, type NodeKey } from 'lexical';
import type { Inline } from '../../../shared/memo/document';
import { invisible } from '../../../shared/search/clusters';
import type { TextRange } from '../../../shared/search/types';
import { $isFootnoteNode } from '../footnote/FootnoteNode';
import { leavesOf, type Fixed, type Leaf } from './memoText';

/** What the leaves say once other words stand in the place of some. */
export interface Rewriting {
  texts: ReadonlyMap<Leaf, string>;
  replaced: number;
  /** The hits that stay as they are, by what keeps them so. */
  left: Readonly<Record<Fixed, number>>;
}

/**
 * Puts a replacement in the place of hits, which do not lie over one another. The words go where the hit began, and so
 * take its format and marks; a hit that touches words which must stay is left alone as a whole.
 */
export function rewrite(leaves: readonly Leaf[], hits: readonly TextRange[], replacement: string): Rewriting {
  const texts = new Map<Leaf, string>();
  const left = { excerpt: 0, name: 0, break: 0 };
  let replaced = 0;
  // From the end, so that what is to be replaced stands where it was.
  for (const [start, end] of hits.toReversed()) {
    const touched = leavesOf(leaves, [start, end]);
    const fixed = touched.find((leaf) => leaf.fixed !== null)?.fixed;
    if (fixed) {
      left[fixed] += 1;
      continue;
    }
    touched.forEach((leaf, index) => {
      const now = texts.get(leaf) ?? leaf.text;
      const from = Math.max(0, start - leaf.start);
      const to = Math.min(leaf.text.length, end - leaf.start);
      // What is never seen at the end (a joiner, a direction mark) belongs to what follows as well.
      const unseen = index === touched.length - 1 ? (unseenEnd.exec(now.slice(from, to))?.[0] ?? '') : '';
      texts.set(leaf, now.slice(0, from) + (index === 0 ? replacement : '') + unseen + now.slice(to));
    });
    if (touched.length > 0) replaced += 1;
  }
  return { texts, replaced, left };
}

const reasons: Record<Fixed, [one: string, many: string]> = {
  excerpt: ['in an excerpt quotation, which stays word for word', 'in excerpt quotations, which stay word for word'],
  name: ['in the name of an actor', 'in names of actors'],
  break: ['over a line break', 'over line breaks'],
};

/** How many hits were left alone and why: '2 in excerpt quotations, which stay word for word; 1 over a line break'. */
export function whyLeft(left: Rewriting['left']): string {
  return (['excerpt', 'name', 'break'] as const)
    .filter((fixed) => left[fixed] > 0)
    .map((fixed) => `${left[fixed]} ${reasons[fixed][left[fixed] === 1 ? 0 : 1]}`)
    .join('; ');
}

const unseenEnd = new RegExp(`(?:${invisible.source})+$`, 'u');

/** Carries a rewriting out; must run in an update. */
export function $apply({ texts }: Rewriting): void {
  const notes = new Map<NodeKey, Map<number, string>>();
  for (const [leaf, text] of texts) {
    if (leaf.footnote) {
      const runs = notes.get(leaf.key) ?? new Map<number, string>();
      notes.set(leaf.key, runs.set(leaf.footnote.run, text));
      continue;
    }
    const node = $getNodeByKey(leaf.key);
    if (!$isTextNode(node)) continue;
    if (text === '') node.remove();
    else node.setTextContent(text);
  }
  for (const [key, runs] of notes) {
    const node = $getNodeByKey(key);
    if ($isFootnoteNode(node)) node.setContent(withRuns(node.getContent(), runs));
  }
  $keepSelectionInside();
}

/** The inlines of a footnote with some of their runs of words changed; runs are counted as `$readMemoText` counts them. */
function withRuns(content: readonly Inline[], runs: ReadonlyMap<number, string>): Inline[] {
  let run = 0;
  const change = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline): Inline[] => {
      if (inline.type === 'link') return [{ ...inline, children: change(inline.children) }];
      if (inline.type !== 'text' && inline.type !== 'actor-mention') return [inline];
      const text = runs.get(run++) ?? inline.text;
      return text === '' ? [] : [{ ...inline, text }];
    });
  return change(content);
}

/** The caret may have stood in words that are shorter now. */
function $keepSelectionInside(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const point of [selection.anchor, selection.focus]) {
    const node = point.getNode();
    if ($isTextNode(node)) point.set(point.key, Math.min(point.offset, node.getTextContentSize()), 'text');
  }
}
