import {
  $getState,
  $isElementNode,
  $isTextNode,
  createCommand,
  createState,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { replaceMarkers } from './markers';
import { pictureNote, type ForeignPicture } from './pictures';

/** A picture that came along with a text, and the words that stand in its place until it is kept. */
export interface WaitingPicture extends ForeignPicture {
  note: NodeKey;
}

/** A text was pasted: its pictures are to be kept, or the user told of them. */
export const PICTURES_PASTED_COMMAND = createCommand<{
  waiting: readonly WaitingPicture[];
  elsewhere: number;
}>('pictures-pasted');

/** Which of the pictures a text node stands for. It also keeps the node from joining the words beside it. */
const place = createState('pastedPicture', { parse: (value) => (typeof value === 'number' ? value : null) });

/** Clean serialised nodes with a note where a marker of a picture stands. */
export function withPictureNotes(
  nodes: readonly unknown[],
  token: string,
  pictures: readonly ForeignPicture[],
): unknown[] {
  return replaceMarkers(nodes, token, (n) => {
    const picture = pictures[n];
    return picture ? { type: 'text', text: pictureNote(picture.alt), $: { [place.key]: n } } : null;
  });
}

/** The pictures whose notes are among nodes. */
export function $waitingPictures(nodes: readonly LexicalNode[], pictures: readonly ForeignPicture[]): WaitingPicture[] {
  return nodes.flatMap((node): WaitingPicture[] => {
    if ($isElementNode(node)) return $waitingPictures(node.getChildren(), pictures);
    const picture = $isTextNode(node) ? pictures[$getState(node, place) ?? -1] : undefined;
    return picture ? [{ ...picture, note: node.getKey() }] : [];
  });
}
