import {
  $createParagraphNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  mergeRegister,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
  type NodeKey,
} from 'lexical';
import type { ImageBlock } from '../../../shared/memo/document';
import { dataPicture, mostPicturesAtOnce } from '../../../shared/memo/data-picture';
import { fraction, imageProblems } from '../../../shared/memo/images';
import { CommonplaceError, failureFrom } from '../../../shared/result';
import { PICTURES_PASTED_COMMAND, type WaitingPicture } from '../clipboard/foreign/pictureNotes';
import { newLocalId } from '../newLocalId';
import { $createImageNode, type ImageFields } from './ImageNode';

export interface PastedPicturesContext {
  keep: (file: Blob) => Promise<Pick<ImageBlock, 'sha256' | 'mediaType' | 'pixels'>>;
  /** What the user is told when all is done. */
  say: (text: string) => void;
  fail: (text: string) => void;
  /** Told before each picture and at the end; the work ends where it answers false. */
  goesOn: (done: number, of: number) => boolean;
}

/**
 * Puts the pictures that came with a pasted text in the place of their notes, one after the other. They are part of the same step of
 * undoing; where later steps are undone down to a state that still had the notes, they are put in again.
 */
export function registerPastedPictures(editor: LexicalEditor, context: PastedPicturesContext): () => void {
  const kept = new Map<NodeKey, ImageFields | null>();
  let gone = false;
  const place = () => {
    for (const [note, image] of kept) $placePicture(note, image);
  };
  const bring = async (waiting: readonly WaitingPicture[], elsewhere: number) => {
    const problems: string[] = [];
    for (const [index, picture] of waiting.entries()) {
      if (gone || index >= mostPicturesAtOnce || !context.goesOn(index, waiting.length)) {
        problems.push(...waiting.slice(index).map(() => (index >= mostPicturesAtOnce ? tooMany : stopped)));
        break;
      }
      try {
        kept.set(picture.note, await keptPicture(editor, picture, context));
        editor.update(() => $placePicture(picture.note, kept.get(picture.note) ?? null), { tag: tags });
      } catch (error) {
        problems.push(failureFrom(error).message);
      }
    }
    if (gone) return;
    context.goesOn(waiting.length, waiting.length);
    const [first] = problems;
    if (first !== undefined) context.fail(`${leftAsNotes(problems.length)} ${first}`);
    else if (elsewhere > 0) context.say(`${leftAsNotes(elsewhere)} ${onlyLinked}`);
  };
  return mergeRegister(
    editor.registerCommand(
      PICTURES_PASTED_COMMAND,
      ({ waiting, elsewhere }) => {
        void bring(waiting, elsewhere);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerUpdateListener(({ tags: why, editorState }) => {
      if (kept.size === 0 || !why.has(HISTORIC_TAG)) return;
      const isBack = editorState.read(() => [...kept.keys()].some((note) => $getNodeByKey(note)?.isAttached()));
      if (isBack) editor.update(place, { tag: tags });
    }),
    () => {
      gone = true;
    },
  );
}

const tags = [HISTORY_MERGE_TAG, SKIP_SCROLL_INTO_VIEW_TAG];
const tooMany = `At most ${mostPicturesAtOnce} come in at once; paste the others by themselves.`;
const stopped = 'You stopped it; paste the text again to bring them in.';
const onlyLinked = 'What is only linked is not fetched: copy a picture by itself and paste it.';

function leftAsNotes(count: number): string {
  return count === 1
    ? 'One picture is left as a note in brackets.'
    : `${count} pictures are left as notes in brackets.`;
}

/** The fields of the picture's node; null for one of a pixel or two, which shows nothing. */
async function keptPicture(
  editor: LexicalEditor,
  { data, alt, width }: WaitingPicture,
  { keep }: PastedPicturesContext,
): Promise<ImageFields | null> {
  const picture = dataPicture(data);
  if ('problem' in picture) throw new CommonplaceError('bad-input', imageProblems[picture.problem]);
  if (Math.min(picture.width, picture.height) <= 2) return null;
  const kept = await keep(new Blob([picture.bytes]));
  const room = editor.getRootElement()?.clientWidth || kept.pixels.width;
  return { id: newLocalId(), ...kept, alt, width: fraction((width ?? kept.pixels.width) / room) };
}

/** The picture where its note stands, or beside the block whose words have it in their midst. */
function $placePicture(key: NodeKey, fields: ImageFields | null): void {
  const note = $getNodeByKey(key);
  const block = note?.getTopLevelElement();
  if (!note?.isAttached() || !$isElementNode(block)) return;
  const selection = $getSelection();
  const hasCaret = $isRangeSelection(selection) && selection.anchor.getNode().is(note);
  const isFirst = block.getFirstDescendant()?.is(note) ?? false;
  note.remove();
  if (fields === null) return;
  const image = $createImageNode(fields);
  if (!$isParagraphNode(block) || !block.isEmpty()) {
    if (isFirst) block.insertBefore(image);
    else block.insertAfter(image);
    return;
  }
  block.replace(image);
  if (!hasCaret) return;
  const next = image.getNextSibling() ?? $createParagraphNode();
  if (!next.isAttached()) image.insertAfter(next);
  if ($isElementNode(next)) next.selectStart();
}
