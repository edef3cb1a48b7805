import { $isCodeNode } from '@lexical/code';
import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_NORMAL,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  KEY_BACKSPACE_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type EditorState,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type TextNode,
} from 'lexical';
import { asTyped } from '../../../shared/typography/asTyped';
import { $languageAt } from '../language/blockLanguage';
import { $isExcerptQuotationNode } from '../excerpt-quotation/ExcerptQuotationNode';

/** How much of the line before a character its typography depends on. */
const CONTEXT = 200;
const TYPOGRAPHY_TAG = 'typography';

/** What typography did last, for Backspace to take back. */
interface Done {
  key: NodeKey;
  /** Where the caret stands after it. */
  at: number;
  inserted: string;
  typed: string;
}

/**
 * Sets quotation marks, dashes and spaces as they are typed, in the way of the block's language, or else the memo's. Backspace right after gives back what was
 * typed, and so does undo. Never in code, and never in the words of an excerpt.
 */
export function registerTypography(editor: LexicalEditor, locale: string): () => void {
  let done: Done | null = null;
  return mergeRegister(
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
      if (tags.has(TYPOGRAPHY_TAG)) return;
      // Only the caret: it may be where it was.
      if (dirtyLeaves.size === 0) return;
      done = null;
      if (editor.isComposing() || tags.has(HISTORIC_TAG) || tags.has(PASTE_TAG)) return;
      const typed = editorState.read(() => $typedCharacter(prevEditorState, dirtyLeaves, locale));
      if (!typed) return;
      const { node, offset, character, context, language } = typed;
      const replacement = asTyped(context, character, language);
      // What goes away must stand in the same run of text.
      if (!replacement || replacement.remove > offset - 1) return;
      const key = node.getKey();
      editor.update(
        () => {
          const latest = $getNodeByKey(key);
          if (!$isTextNode(latest)) return;
          const start = offset - 1 - replacement.remove;
          const was = latest.getTextContent().slice(start, offset);
          latest.spliceText(start, offset - start, replacement.insert, true);
          done = { key, at: start + replacement.insert.length, inserted: replacement.insert, typed: was };
        },
        { tag: [TYPOGRAPHY_TAG, HISTORY_PUSH_TAG] },
      );
    }),
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        const last = done;
        done = null;
        const selection = $getSelection();
        if (!last || event.ctrlKey || event.metaKey || event.altKey) return false;
        if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
        const node = selection.anchor.getNode();
        if (node.getKey() !== last.key || selection.anchor.offset !== last.at || !$isTextNode(node)) return false;
        const start = last.at - last.inserted.length;
        if (node.getTextContent().slice(start, last.at) !== last.inserted) return false;
        event.preventDefault();
        node.spliceText(start, last.inserted.length, last.typed, true);
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
  );
}

interface Typed {
  node: TextNode;
  offset: number;
  character: string;
  /** The line before it. */
  context: string;
  /** Of its block. */
  language: string;
}

/** The one character that was typed between two states; null where something else happened. */
function $typedCharacter(previous: EditorState, dirtyLeaves: ReadonlySet<NodeKey>, locale: string): Typed | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { key, offset, type } = selection.anchor;
  if (type !== 'text' || offset === 0 || !dirtyLeaves.has(key)) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat('code') || $isKept(node)) return null;
  const text = node.getTextContent();
  const was = previous._nodeMap.get(key);
  const before = $isTextNode(was) ? was.__text : '';
  if (text.length !== before.length + 1 || text.slice(0, offset - 1) !== before.slice(0, offset - 1)) return null;
  const own = text.slice(Math.max(0, offset - 1 - CONTEXT), offset - 1);
  const language = $languageAt(node, locale);
  return { node, offset, character: text.charAt(offset - 1), context: $wordsBefore(node) + own, language };
}

/** Words that are not the author's to set: code, and what an excerpt says. */
function $isKept(node: TextNode): boolean {
  return node.getParents().some((parent) => $isCodeNode(parent) || $isExcerptQuotationNode(parent));
}

/** The end of what stands before a run of text in its line. */
function $wordsBefore(node: TextNode): string {
  let words = '';
  for (let at: LexicalNode | null = node; at && words.length < CONTEXT;) {
    const sibling: LexicalNode | null = at.getPreviousSibling();
    if (!sibling) {
      const parent: ElementNode | null = at.getParent();
      at = $isElementNode(parent) && parent.isInline() ? parent : null;
      continue;
    }
    if ($isLineBreakNode(sibling)) break;
    words = ($isTextNode(sibling) || $isElementNode(sibling) ? sibling.getTextContent() : '\uFFFC') + words;
    at = sibling;
  }
  return words.slice(-CONTEXT);
}
