import { defineExtension } from 'lexical';
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
import { StandardNodesExtension } from './standardNodes';
import { TableCaptionNode } from './table/TableCaptionNode';

/** What every text of the library is made of: needs no window, so that tests and tools can load documents too. */
const TextNodesExtension = defineExtension({
  name: 'commonplace/text-nodes',
  dependencies: [
    StandardNodesExtension,
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
