import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getNodeByKey, type Klass, type LexicalNode, type NodeKey } from 'lexical';
import { useEffect, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

interface Place {
  element: HTMLElement;
  /** Counts the node's changes, so that its view draws again and the others do not. */
  version: number;
}

/** Every node of a class with its element in the page. Typing elsewhere does not change it. */
function useNodesOf<T extends LexicalNode>(klass: Klass<T>): ReadonlyMap<NodeKey, Place> {
  const [editor] = useLexicalComposerContext();
  const [places, setPlaces] = useState<ReadonlyMap<NodeKey, Place>>(new Map());
  useEffect(
    () =>
      editor.registerMutationListener(
        klass,
        (mutations) => {
          setPlaces((now) => {
            const next = new Map(now);
            for (const [key, mutation] of mutations) {
              const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
              if (element) next.set(key, { element, version: (now.get(key)?.version ?? 0) + 1 });
              else next.delete(key);
            }
            return next;
          });
        },
        { skipInitialization: false },
      ),
    [editor, klass],
  );
  return places;
}

export interface NodeViewsProps<T extends LexicalNode> {
  klass: Klass<T>;
  /** Where in the node's element the view goes; the element itself where left out. */
  slot?: string;
  render: (node: T, element: HTMLElement) => ReactNode;
}

/** Draws a React view into every node of a class. The nodes know nothing of it. */
export function NodeViews<T extends LexicalNode>({ klass, slot, render }: NodeViewsProps<T>) {
  const [editor] = useLexicalComposerContext();
  const places = useNodesOf(klass);
  return [...places].map(([key, { element }]) => {
    const into = slot === undefined ? element : element.querySelector(slot);
    const node = editor.read(() => $getNodeByKey(key));
    if (!into || !(node instanceof klass)) return null;
    return createPortal(render(node as T, element), into, key);
  });
}
