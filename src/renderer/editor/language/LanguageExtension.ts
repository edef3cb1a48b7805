import { INSERT_ORDERED_LIST_COMMAND, INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import { DOMRenderExtension, domOverride } from '@lexical/html';
import {
  $getDOMSlot,
  $getNodeByKey,
  $isElementNode,
  $isParagraphNode,
  COMMAND_PRIORITY_HIGH,
  configExtension,
  defineExtension,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  type ElementNode,
  type LexicalEditor,
} from 'lexical';
import { $selectedBlocks } from '../selectedBlocks';
import { $ownLanguage, $setLanguage, spokenBlocks } from './blockLanguage';

/**
 * Shows the language of a block to the platform, whose spelling, hyphenation and screen readers go by it, and keeps it where a block
 * is split or becomes a list.
 */
export const LanguageExtension = defineExtension({
  name: 'commonplace/language',
  dependencies: [
    configExtension(DOMRenderExtension, {
      overrides: [
        domOverride(spokenBlocks, {
          $decorateDOM: (node, previous, element) => {
            const language = $ownLanguage(node);
            if (language === (previous && $ownLanguage(previous, 'direct'))) return;
            // The words of the block, not what the editor draws beside them.
            const words = $isElementNode(node) ? $getDOMSlot(node, element).element : element;
            if (language === null) words.removeAttribute('lang');
            else words.lang = language;
          },
        }),
      ],
    }),
  ],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $keepLanguage(editor, $goesOn), COMMAND_PRIORITY_HIGH),
      ...[INSERT_UNORDERED_LIST_COMMAND, INSERT_ORDERED_LIST_COMMAND].map((command) =>
        editor.registerCommand(command, () => $keepLanguage(editor, () => true), COMMAND_PRIORITY_HIGH),
      ),
    ),
});

/** Whether a block that Enter made is written on in the language of the one before it: what follows a quotation is the author's. */
function $goesOn(before: ElementNode | null, made: ElementNode): boolean {
  return $isParagraphNode(before) || $isHeadingNode(before) || !made.isEmpty();
}

/**
 * Gives the blocks that a command makes the language of the one it was given in, in the same step of undoing: queued behind the command.
 * Answers false, for the command to be carried out.
 */
function $keepLanguage(
  editor: LexicalEditor,
  $applies: (before: ElementNode | null, made: ElementNode) => boolean,
): false {
  const [block] = $selectedBlocks();
  const language = $ownLanguage(block);
  if (!block || language === null || block.getType() === 'quotation-translation') return false;
  const key = block.getKey();
  editor.update(() => {
    const before = $getNodeByKey(key);
    for (const made of $selectedBlocks()) {
      if ($ownLanguage(made) === null && $applies($isElementNode(before) ? before : null, made)) {
        $setLanguage(made, language);
      }
    }
  });
  return false;
}
