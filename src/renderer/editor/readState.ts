import { $getNodeByKey, $isElementNode, type EditorState, type LexicalNode, type NodeKey } from 'lexical';
import type { SerializedState } from '../../shared/memo/lexical';

type SerializedNode = ReturnType<LexicalNode['exportJSON']>;

/** A block as it was read, with its nodes: nodes never change, a change makes new ones. */
interface ReadBlock {
  json: SerializedNode;
  nodes: readonly LexicalNode[];
}

/**
 * Reads editor states as JSON. Blocks that did not change since the last reading are the same objects again, and are not
 * read: a long text costs what was written in it.
 */
export function createStateReader(): (state: EditorState) => SerializedState {
  let blocks = new Map<NodeKey, ReadBlock>();
  return (state) => {
    const next = new Map<NodeKey, ReadBlock>();
    const root = state.read(() => {
      const node = state._nodeMap.get('root')!;
      for (const key of $isElementNode(node) ? node.getChildrenKeys() : []) {
        const known = blocks.get(key);
        next.set(key, known && isSame(known, state) ? known : $readBlock(key));
      }
      return node.exportJSON();
    });
    blocks = next;
    const children = [...next.values()].map(({ json }) => json);
    return { root: { ...root, children } } as unknown as SerializedState;
  };
}

function isSame({ nodes }: ReadBlock, state: EditorState): boolean {
  return nodes.every((node) => state._nodeMap.get(node.getKey()) === node);
}

function $readBlock(key: NodeKey): ReadBlock {
  const nodes: LexicalNode[] = [];
  const $read = (node: LexicalNode): SerializedNode => {
    nodes.push(node);
    const json = node.exportJSON();
    return $isElementNode(node) ? ({ ...json, children: node.getChildren().map($read) } as SerializedNode) : json;
  };
  return { json: $read($getNodeByKey(key)!), nodes };
}
