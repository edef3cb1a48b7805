import { $isCodeNode } from '@lexical/code';
import { $createHorizontalRuleNode, $isHorizontalRuleNode, HorizontalRuleNode } from '@lexical/extension';
import {
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  CODE,
  HEADING,
  INLINE_CODE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  LINK,
  ORDERED_LIST,
  QUOTE,
  registerMarkdownShortcuts,
  STRIKETHROUGH,
  UNORDERED_LIST,
  type ElementTransformer,
  type Transformer,
} from '@lexical/markdown';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  KEY_ENTER_COMMAND,
  mergeRegister,
} from 'lexical';
import { $keepIn, $writingOf } from './language/blockLanguage';
import { $selectedBlocks } from './selectedBlocks';

/** Memos have four levels of headings. */
const heading: ElementTransformer = { ...HEADING, regExp: /^(#{1,4})\s/ };

const rule: ElementTransformer = {
  type: 'element',
  dependencies: [HorizontalRuleNode],
  export: (node) => ($isHorizontalRuleNode(node) ? '---' : null),
  regExp: /^(---|\*\*\*|___)\s$/,
  replace: (paragraph) => {
    paragraph.insertBefore($createHorizontalRuleNode());
    paragraph.clear();
    paragraph.selectStart();
  },
};

const inline: Transformer[] = [
  BOLD_ITALIC_STAR,
  BOLD_ITALIC_UNDERSCORE,
  BOLD_STAR,
  BOLD_UNDERSCORE,
  ITALIC_STAR,
  ITALIC_UNDERSCORE,
  STRIKETHROUGH,
  INLINE_CODE,
  LINK,
];
/** What is typed makes another block of a paragraph: direction and language stay. */
function keeping(transformer: ElementTransformer): ElementTransformer {
  return {
    ...transformer,
    replace: (paragraph, ...more) => {
      const writing = $writingOf(paragraph);
      const done = transformer.replace(paragraph, ...more);
      for (const block of $selectedBlocks()) $keepIn(block, writing);
      return done;
    },
  };
}

const blocks: Transformer[] = [...[heading, QUOTE, UNORDERED_LIST, ORDERED_LIST].map(keeping), CODE, rule];

/** Markdown as it is typed: `# `, `> `, `- `, `1. `, ``` ``` ```, `---`, `**bold**`, `*italic*`, `[words](https://…)`. */
export const MarkdownExtension = defineExtension({
  name: 'commonplace/markdown',
  register: (editor) =>
    mergeRegister(
      registerMarkdownShortcuts(editor, [...blocks, ...inline]),
      // `---` and Enter, as people type it.
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const selection = $getSelection();
          if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
          const paragraph = selection.anchor.getNode().getTopLevelElement();
          if (paragraph?.getType() !== 'paragraph' || $isCodeNode(paragraph)) return false;
          if (!/^(---|\*\*\*|___)$/.test(paragraph.getTextContent())) return false;
          event?.preventDefault();
          const next = $createParagraphNode();
          paragraph.replace($createHorizontalRuleNode()).insertAfter(next);
          next.select();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
});

/** Inline Markdown only, for footnotes. */
export const InlineMarkdownExtension = defineExtension({
  name: 'commonplace/inline-markdown',
  register: (editor) => registerMarkdownShortcuts(editor, inline),
});
