import { $isCodeNode } from '@lexical/code';
import { $isListItemNode, $isListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_NORMAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  createCommand,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  INSERT_TAB_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  type LexicalCommand,
  type LexicalNode,
} from 'lexical';
import { matchesShortcut, type Shortcut } from '../app/shortcuts';
import { $turnDirection } from './direction/turnDirection';
import { $keepWriting } from './language/blockLanguage';

export type EditorAct =
  | 'cite'
  | 'excerpt'
  | 'footnote'
  | 'link'
  | 'claim'
  | 'actor'
  | 'image'
  | 'cross-reference'
  | 'comment'
  | 'language'
  | 'markdown';
/** Asks the toolbar and menus, which have the views for it, to start an act at the selection. */
export const START_ACT_COMMAND: LexicalCommand<EditorAct> = createCommand('START_ACT_COMMAND');

/** Opens the popover of a footnote, by its node key. */
export const OPEN_FOOTNOTE_COMMAND: LexicalCommand<string> = createCommand('OPEN_FOOTNOTE_COMMAND');

/** Shown wherever the act is offered. Bold, italic, undo and redo are Lexical's own keys. */
export const editorShortcuts = {
  bold: 'mod+b',
  italic: 'mod+i',
  link: 'mod+shift+k',
  heading1: 'mod+alt+1',
  heading2: 'mod+alt+2',
  heading3: 'mod+alt+3',
  cite: 'mod+shift+c',
  footnote: 'mod+alt+f',
  claim: 'mod+shift+m',
  actor: 'mod+shift+a',
  comment: 'mod+alt+m',
  direction: 'mod+shift+x',
  language: 'mod+shift+l',
  noBreakSpace: 'mod+shift+ ',
  noBreakHyphen: 'mod+shift+_',
} as const satisfies Record<string, Shortcut>;

/** At these no line breaks. */
const noBreakSigns = [
  ['noBreakSpace', '\u00A0'],
  ['noBreakHyphen', '\u2011'],
] as const;

export const KeysExtension = defineExtension({
  name: 'commonplace/keys',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const press = pressOf(event);
          for (const act of ['cite', 'footnote', 'link', 'claim', 'actor', 'comment', 'language'] as const) {
            if (!matchesShortcut(press, editorShortcuts[act])) continue;
            event.preventDefault();
            return editor.dispatchCommand(START_ACT_COMMAND, act);
          }
          if (matchesShortcut(press, editorShortcuts.direction)) {
            event.preventDefault();
            return $turnDirection();
          }
          for (const [sign, character] of noBreakSigns) {
            if (!matchesShortcut(press, editorShortcuts[sign])) continue;
            event.preventDefault();
            return editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, character);
          }
          for (const level of [1, 2, 3] as const) {
            if (!matchesShortcut(press, editorShortcuts[`heading${level}`])) continue;
            event.preventDefault();
            $setBlocksType($getSelection(), () => $createHeadingNode(`h${level}`), $keepWriting);
            return true;
          }
          return false;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
      // Tab nests lists and indents code. Elsewhere it leaves the editor, so that the keyboard is never trapped.
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return false;
          const node = selection.anchor.getNode();
          if (within(node, $isCodeNode) && !event.shiftKey) {
            event.preventDefault();
            return editor.dispatchCommand(INSERT_TAB_COMMAND, undefined);
          }
          if (!within(node, $isListItemNode)) return false;
          event.preventDefault();
          return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      // Only lists have levels in a memo; and a first item has nothing to nest under.
      editor.registerCommand(
        INDENT_CONTENT_COMMAND,
        () => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection)) return true;
          const item = nearest(selection.anchor.getNode(), $isListItemNode);
          return item === null || !$isListNode(item.getParent()) || item.getPreviousSibling() === null;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    ),
});

/** subtle: with Alt, the key of a digit or letter may be another sign (macOS, AltGr); the physical key says which was meant. */
function pressOf(event: KeyboardEvent) {
  const { ctrlKey, metaKey, altKey, shiftKey, code } = event;
  const physical = /^(?:Digit|Key)(.)$/.exec(code)?.[1];
  const key = altKey && physical ? physical.toLowerCase() : event.key;
  return { key, ctrlKey, metaKey, altKey, shiftKey };
}

function within(node: LexicalNode, is: (node: LexicalNode) => boolean): boolean {
  return nearest(node, is) !== null;
}

function nearest(node: LexicalNode, is: (node: LexicalNode) => boolean): LexicalNode | null {
  for (let at: LexicalNode | null = node; at; at = at.getParent()) if (is(at)) return at;
  return null;
}
