import { CodeExtension } from '@lexical/code';
import { HorizontalRuleExtension } from '@lexical/extension';
import { $isLinkNode, LinkExtension, LinkNode } from '@lexical/link';
import { ListExtension } from '@lexical/list';
import { RichTextExtension } from '@lexical/rich-text';
import { TableExtension } from '@lexical/table';
import { configExtension, defineExtension } from 'lexical';
import { isSafeUrl } from '../../shared/memo/document';

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

/** What our texts have in common with those of other programs. */
export const StandardNodesExtension = defineExtension({
  name: 'commonplace/standard-nodes',
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
  ],
});
