import { CodeExtension } from '@lexical/code';
import { HorizontalRuleExtension } from '@lexical/extension';
import { $isLinkNode, LinkExtension, LinkNode } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import { configExtension, defineExtension } from 'lexical';
import { isSafeUrl } from '../../shared/memo/document';
import { ActorMentionNode } from './actor-mention/ActorMentionNode';
import { CitationNode } from './citation/CitationNode';
import { ClipboardExtension } from './clipboard/ClipboardExtension';
import { CommentsExtension } from './comments/CommentsExtension';
import { CrossReferenceNode } from './cross-reference/CrossReferenceNode';
import { ExcerptQuotationNode } from './excerpt-quotation/ExcerptQuotationNode';
import { QuotationTranslationNode } from './excerpt-quotation/QuotationTranslationNode';
import { FootnoteNode } from './footnote/FootnoteNode';
import { QuickHistoryExtension } from './history/QuickHistoryExtension';
import { CaptionsExtension } from './image/captionKeys';
import { ImageNode } from './image/ImageNode';
import { KeysExtension } from './keys';
import { LanguageExtension } from './language/LanguageExtension';
import { InlineMarkdownExtension, MarkdownExtension } from './markdown';
import { MarksExtension } from './marks/MarksExtension';
import { TableCaptionNode } from './table/TableCaptionNode';

/** Links lead to http, https and mailto only, whatever they were typed or pasted as. */
const SafeLinkExtension = defineExtension({
  name: 'commonplace/safe-link',
  dependencies: [
    configExtension(LinkExtension, { validateUrl: isSafeUrl, attributes: { rel: 'noreferrer', target: null } }),
  ],
  register: (editor) =>
    editor.registerNodeTransform(LinkNode, (node) => {
      if (isSafeUrl(node.getURL()) || !$isLinkNode(node)) return;
      for (const child of node.getChildren()) node.insertBefore(child);
      node.remove();
    }),
});

/** What every text of the library is made of: needs no window, so that tests and tools can load documents too. */
const TextNodesExtension = defineExtension({
  name: 'commonplace/text-nodes',
  dependencies: [
    RichTextExtension,
    configExtension(ListExtension, { hasStrictIndent: true }),
    SafeLinkExtension,
    configExtension(TableExtension, {
      hasCellMerge: false,
      hasCellBackgroundColor: false,
      hasHorizontalScroll: true,
      hasNestedTables: false,
    }),
    CodeExtension,
    HorizontalRuleExtension,
    MarksExtension,
    CommentsExtension,
    QuickHistoryExtension,
    ClipboardExtension,
    CaptionsExtension,
  ],
  nodes: () => [
    CitationNode,
    FootnoteNode,
    ActorMentionNode,
    ExcerptQuotationNode,
    QuotationTranslationNode,
    ImageNode,
    TableCaptionNode,
    CrossReferenceNode,
  ],
});

/** The editor of memos and notes. */
export const DocumentEditorExtension = defineExtension({
  name: 'commonplace/document-editor',
  dependencies: [TextNodesExtension, KeysExtension, MarkdownExtension, LanguageExtension],
});

/** The editor of footnotes: one run of words and citations, no blocks and no footnotes. */
export const FootnoteEditorExtension = defineExtension({
  name: 'commonplace/footnote-editor',
  dependencies: [TextNodesExtension, KeysExtension, InlineMarkdownExtension],
});
