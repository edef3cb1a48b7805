import { useEffect } from 'react';
import { useLabelText } from '../labels';
import { NodeViews } from '../nodeViews';
import { TableCaptionNode } from '../table/TableCaptionNode';
import { ImageNode } from './ImageNode';

/**
 * Puts "Figure 2" before the words of each caption. It is no text: the style sheet shows the attribute, so that the caret
 * cannot get into it.
 */
export function CaptionLabels() {
  return (
    <>
      <NodeViews
        klass={ImageNode}
        render={(node, element) => <Labelled id={node.__image.id} element={element.querySelector('figcaption')} />}
      />
      <NodeViews
        klass={TableCaptionNode}
        render={(node, element) => <Labelled id={node.__captionId} element={element} />}
      />
    </>
  );
}

function Labelled({ id, element }: { id: string; element: HTMLElement | null }) {
  const label = useLabelText(id);
  useEffect(() => {
    if (label === '') element?.removeAttribute('data-label');
    else element?.setAttribute('data-label', label);
  }, [element, label]);
  return null;
}
