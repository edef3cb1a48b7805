import { $isHeadingNode } from '@lexical/rich-text';
import { $getNodeByKey, $getSelection, $isRangeSelection, type EditorState, type LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { blocksTouched } from '../blocksTouched';
import { placeNear } from '../stretches/shadow';
import { $readOutline } from './acts';
import type { OutlineHeading } from './sections';

/** Whether a heading came, went, or says something else; asked at every key, so it looks only at what was touched. */
function touchesHeadings(dirty: ReadonlyMap<string, boolean>, now: EditorState, before: EditorState): boolean {
  if (blocksTouched(dirty, now)) return true;
  for (const key of dirty.keys()) {
    if ($isHeadingNode(now._nodeMap.get(key)) || $isHeadingNode(before._nodeMap.get(key))) return true;
  }
  return false;
}

function sameHeadings(a: readonly OutlineHeading[], b: readonly OutlineHeading[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ key, level, text }, index) => {
      const other = b[index]!;
      return key === other.key && level === other.level && text === other.text;
    })
  );
}

/** The headings of a memo as they are written. */
export function useHeadings(editor: LexicalEditor): readonly OutlineHeading[] {
  const [headings, setHeadings] = useState<readonly OutlineHeading[]>(() => editor.read($readOutline).headings);
  useEffect(() => {
    let frame = 0;
    const read = () => {
      const next = editor.read($readOutline).headings;
      setHeadings((now) => (sameHeadings(now, next) ? now : next));
    };
    read();
    const stop = editor.registerUpdateListener(({ dirtyElements, editorState, prevEditorState }) => {
      if (!touchesHeadings(dirtyElements, editorState, prevEditorState)) return;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(read);
    });
    return () => {
      cancelAnimationFrame(frame);
      stop();
    };
  }, [editor]);
  return headings;
}

/** Key of the top-level block with the caret; null while there is none. */
function $caretBlock(): string | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  return selection.focus.getNode().getTopLevelElement()?.getKey() ?? null;
}

function $headingOver(blockKey: string): string | null {
  for (let block = $getNodeByKey(blockKey); block; block = block.getPreviousSibling()) {
    if ($isHeadingNode(block)) return block.getKey();
  }
  return null;
}

/** The last heading that stands above the upper third of what is on screen. */
function headingOnScreen(editor: LexicalEditor, scroller: HTMLElement, headings: readonly OutlineHeading[]) {
  const line = scroller.getBoundingClientRect().top + scroller.clientHeight / 3;
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = editor.getElementByKey(headings[middle]!.key);
    const top = element ? placeNear(element, { top: line, bottom: line }).top : Infinity;
    if (top <= line) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1]?.key ?? null;
}

/** Key of the heading one is under: the caret's while one writes, the one on screen while one scrolls. */
export function useCurrentHeading(
  editor: LexicalEditor,
  scroller: HTMLElement,
  headings: readonly OutlineHeading[],
): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let frame = 0;
    let block: string | null = null;
    // subtle: writing scrolls too, and then the caret says where one is.
    let wroteAt = 0;
    const follow = () => {
      const next = editor.read($caretBlock);
      if (next === block) return;
      block = next;
      wroteAt = performance.now();
      if (next !== null) setCurrent(editor.read(() => $headingOver(next)));
    };
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (performance.now() - wroteAt > 300) setCurrent(headingOnScreen(editor, scroller, headings));
      });
    };
    follow();
    if (block === null) setCurrent(headingOnScreen(editor, scroller, headings));
    const stop = editor.registerUpdateListener(follow);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      stop();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [editor, scroller, headings]);
  return current;
}
