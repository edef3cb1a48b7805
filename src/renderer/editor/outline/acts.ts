import { $isHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $getNodeByKey, $getRoot, type LexicalEditor } from 'lexical';
import { ownStep } from '../chips/keys';
import { deepestLevel, moveSectionTo, shiftedLevels, type OutlineHeading } from './sections';

/** Reads the headings of the active editor, and how many blocks there are. */
export function $readOutline(): { headings: OutlineHeading[]; blocks: number } {
  const headings: OutlineHeading[] = [];
  let at = 0;
  for (let block = $getRoot().getFirstChild(); block; block = block.getNextSibling()) {
    if ($isHeadingNode(block)) {
      const level = Math.min(Number(block.getTag().slice(1)), deepestLevel);
      headings.push({ key: block.getKey(), level, text: block.getTextContent().trim(), at });
    }
    at += 1;
  }
  return { headings, blocks: at };
}

/** Moves the section of a heading before another one; null is the end of the memo. */
export function moveSection(editor: LexicalEditor, key: string, beforeKey: string | null): void {
  editor.update(() => {
    const { headings, blocks } = $readOutline();
    const index = headings.findIndex((heading) => heading.key === key);
    const target = beforeKey === null ? headings.length : headings.findIndex((heading) => heading.key === beforeKey);
    const move = index < 0 || target < 0 ? null : moveSectionTo(headings, blocks, index, target);
    if (!move) return;
    const all = $getRoot().getChildren();
    const before = all[move.before];
    for (const block of all.slice(move.start, move.end)) {
      if (before) before.insertBefore(block);
      else $getRoot().append(block);
    }
  }, ownStep);
}

/** Moves a section in or out by a level; false where its headings would leave the four levels. */
export function shiftSection(editor: LexicalEditor, key: string, by: -1 | 1): boolean {
  let shifted = false;
  editor.update(
    () => {
      const { headings } = $readOutline();
      const index = headings.findIndex((heading) => heading.key === key);
      const levels = index < 0 ? null : shiftedLevels(headings, index, by);
      if (!levels) return;
      for (const [each, level] of levels) {
        const heading = $getNodeByKey(each);
        if ($isHeadingNode(heading)) heading.setTag(`h${level}` as HeadingTagType);
      }
      shifted = true;
    },
    { ...ownStep, discrete: true },
  );
  return shifted;
}

/** Puts the caret at a heading and brings the heading to the top of the text. */
export function goToHeading(editor: LexicalEditor, scroller: HTMLElement, key: string): void {
  editor.update(
    () => {
      const heading = $getNodeByKey(key);
      if ($isHeadingNode(heading)) heading.selectStart();
    },
    {
      onUpdate: () => {
        const element = editor.getElementByKey(key);
        if (!element) return;
        editor.getRootElement()?.focus({ preventScroll: true });
        scroller.scrollTop += element.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 24;
      },
    },
  );
}
