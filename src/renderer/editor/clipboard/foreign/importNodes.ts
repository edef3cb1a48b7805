import { buildEditorFromExtensions } from '@lexical/extension';
import { HeadlessExtension } from '@lexical/headless';
import { $generateNodesFromDOMViaExtension, CoreImportExtension } from '@lexical/html';
import { $exportNodeJSON, $isElementNode, defineExtension, type LexicalNode } from 'lexical';
import { LanguageImportExtension } from '../../language/languageImport';
import { StandardNodesExtension } from '../../standardNodes';

/** Reads tidied HTML as serialised nodes. */
export type ImportNodes = (dom: Document) => unknown[];

/** Reads in an editor of its own, so that it can be done in parts while nothing happens to the text that is pasted into. */
export function nodesImporter(): ImportNodes {
  const editor = buildEditorFromExtensions(
    defineExtension({
      name: 'commonplace/pasted',
      dependencies: [HeadlessExtension, CoreImportExtension, StandardNodesExtension, LanguageImportExtension],
      onError: (error) => {
        throw error;
      },
    }),
  );
  return (dom) => {
    let nodes: unknown[] = [];
    editor.update(() => void (nodes = $generateNodesFromDOMViaExtension(dom).map($serialize)), { discrete: true });
    return nodes;
  };
}

function $serialize(node: LexicalNode): unknown {
  const json = $exportNodeJSON(node);
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($serialize) } : json;
}
