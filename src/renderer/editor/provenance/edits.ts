import { $getNodeByKey, $isTextNode, type LexicalEditor } from 'lexical';
import type { Locator } from '../../../shared/domain/common';
import type { CitationItem, Inline } from '../../../shared/memo/document';
import { markId } from '../../../shared/memo/lexical';
import type { Edit, Finding, Fix } from '../../../shared/provenance/finding';
import { mapInlineText } from '../../../shared/provenance/footnote-text';
import type { Place } from '../../../shared/provenance/passages';
import { $createActorMentionNode, $isActorMentionNode } from '../actor-mention/ActorMentionNode';
import { $enclosingMark } from '../marks/MarksExtension';
import { ownStep } from '../chips/keys';
import { $selectInText } from '../selectAt';
import { $blocks, $runsOf, type EditorRun } from './runs';

/** Fixes that change the memo's own text; the others are acts on the library. */
export type TextFix = Extract<Fix, { kind: 'edit' | 'locator' | 'unmark' }>;

/**
 * Carries a fix out as one step of undoing. False, and nothing is changed, where the text has moved on since it was checked.
 */
export function applyFix(editor: LexicalEditor, finding: Finding, fix: TextFix): boolean {
  let done = false;
  editor.update(
    () => {
      const runs = $runs();
      if (!stands(runs, finding)) return;
      if (fix.kind === 'edit') done = fix.edits.toReversed().every((edit) => $edit(runs, edit));
      else if (fix.kind === 'locator') done = $setLocator(runs, fix);
      else done = $unmark(runs, fix);
    },
    { discrete: true, ...ownStep },
  );
  return done;
}

/** Cites another source wherever one is cited, in one step of undoing. Answers in how many places. */
export function citeInstead(editor: LexicalEditor, sourceIds: ReadonlySet<string>, sourceId: string): number {
  let times = 0;
  const instead = (item: CitationItem): CitationItem => {
    if (!sourceIds.has(item.sourceId)) return item;
    times += 1;
    return { ...item, sourceId, excerptId: null };
  };
  editor.update(
    () => {
      for (const run of $runs().values()) {
        for (const node of run.citations) {
          const items = node.getItems();
          if (items.some((item) => sourceIds.has(item.sourceId))) node.setItems(items.map(instead));
        }
        for (const note of run.footnotes) {
          if (note.getContent().some((inline) => citesAny(inline, sourceIds)))
            note.setContent(mapCitations(note.getContent(), (items) => items.map(instead)));
        }
      }
    },
    { discrete: true, ...ownStep },
  );
  return times;
}

type Runs = ReadonlyMap<string, EditorRun>;
const runKey = ({ block, run }: Pick<Place, 'block' | 'run'>) => `${block} ${run}`;

function $runs(): Runs {
  return new Map(
    $blocks().flatMap((nodes, block) =>
      $runsOf(nodes).map((run, index) => [runKey({ block, run: index }), run] as const),
    ),
  );
}

/** Whether what was found still stands there. */
function stands(runs: Runs, { place, words, citationId }: Finding): boolean {
  const run = runs.get(runKey(place));
  if (!run) return false;
  if (place.footnote !== null || citationId !== null) return true;
  return run.text.slice(place.start, place.end) === words;
}

function noteOf(runs: Runs, place: Place) {
  return runs.get(runKey(place))?.footnotes.find((note) => note.getFootnoteId() === place.footnote);
}

function $edit(runs: Runs, { place, text }: Edit): boolean {
  if (place.footnote !== null) {
    const note = noteOf(runs, place);
    note?.setContent(mapInlineText(note.getContent(), place.start, place.end, text));
    return note !== undefined;
  }
  const run = runs.get(runKey(place));
  if (!run) return false;
  const touched = run.leaves.filter(({ start, end, kind }) =>
    place.start === place.end
      ? kind === 'text' && start <= place.start && end >= place.start
      : start < place.end && end > place.start,
  );
  const [first] = touched;
  if (first === undefined || touched.some(({ kind }) => kind === 'break')) return false;
  for (const leaf of touched) {
    const node = $getNodeByKey(leaf.key);
    const words = leaf === first ? text : '';
    const [from, to] = [Math.max(0, place.start - leaf.start), Math.min(leaf.end, place.end) - leaf.start];
    if ($isActorMentionNode(node))
      node.replace($createActorMentionNode(node.getActorId(), words || node.getTextContent()));
    else if ($isTextNode(node)) {
      const now = node.getTextContent();
      const next = now.slice(0, from) + words + now.slice(to);
      if (next === '') node.remove();
      else node.setTextContent(next);
    }
    // The caret may have stood in words that are shorter now.
    if (leaf === first && $isTextNode(node) && node.isAttached()) {
      $selectInText(node.getKey(), Math.min(node.getTextContentSize(), from + words.length));
    }
  }
  return true;
}

function $setLocator(runs: Runs, { citationId, item, locator }: Extract<TextFix, { kind: 'locator' }>): boolean {
  for (const run of runs.values()) {
    for (const node of run.citations) {
      if (node.getCitationId() !== citationId) continue;
      node.setItems(node.getItems().map((one, index) => (index === item ? located(one, locator) : one)));
      return true;
    }
    for (const note of run.footnotes) {
      let found = false;
      const content = mapCitations(note.getContent(), (items, id) => {
        if (id !== citationId) return items;
        found = true;
        return items.map((one, index) => (index === item ? located(one, locator) : one));
      });
      if (!found) continue;
      note.setContent(content);
      return true;
    }
  }
  return false;
}

function located(item: CitationItem, { label, value }: Locator): CitationItem {
  return { ...item, label, locator: value };
}

function $unmark(runs: Runs, { mark, place }: Extract<TextFix, { kind: 'unmark' }>): boolean {
  const leaves =
    runs.get(runKey(place))?.leaves.filter(({ start, end }) => start < place.end && end > place.start) ?? [];
  let done = false;
  for (const { key } of leaves) {
    const around = $enclosingMark($getNodeByKey(key));
    if (!around?.hasID(markId(mark))) continue;
    around.deleteID(markId(mark));
    done = true;
  }
  return done;
}

function citesAny(inline: Inline, sourceIds: ReadonlySet<string>): boolean {
  if (inline.type === 'citation') return inline.items.some(({ sourceId }) => sourceIds.has(sourceId));
  return inline.type === 'link' && inline.children.some((child) => citesAny(child, sourceIds));
}

function mapCitations(
  content: readonly Inline[],
  change: (items: CitationItem[], citationId: string) => CitationItem[],
): Inline[] {
  return content.map((inline): Inline => {
    if (inline.type === 'citation') return { ...inline, items: change(inline.items, inline.id) };
    return inline.type === 'link' ? { ...inline, children: mapCitations(inline.children, change) } : inline;
  });
}
