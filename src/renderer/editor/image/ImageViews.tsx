import { NodeViews } from '../nodeViews';
import { ImageNode } from './ImageNode';
import { Picture } from './Picture';

/** Draws the picture of every image above its caption. */
export function ImageViews() {
  return <NodeViews klass={ImageNode} slot=":scope > div" render={(node) => <Picture image={node.__image} />} />;
}
