import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $getEditor, $parseSerializedNode, createCommand, type BaseSelection, type LexicalNode } from 'lexical';
import { withFreeTargetIds } from '../../../shared/memo/clusters';
import type { MemoBlock, MemoDocument } from '../../../shared/memo/document';
import { blocksFromLexical, type SerializedNode } from '../../../shared/memo/lexical';
import { record } from '../../../shared/memo/lexical-values';
import { walkInlines } from '../../../shared/memo/walk';
import { $referenceTargets } from '../cross-reference/targets';
import { $ownLanguage, $setLanguage, serializedLanguage } from '../language/blockLanguage';
import { newLocalId } from '../newLocalId';
import { $selectedBlocks } from '../selectedBlocks';
import { freshDocument, written } from './clean';
import { $settleComments } from './comments';
import {
  $waitingPictures,
  PICTURES_PASTED_COMMAND,
  withPictureNotes,
  type WaitingPicture,
} from './foreign/pictureNotes';
import type { ForeignPictures } from './foreign/pictures';
import { readForeign } from './foreign/read';
import { finish, workFor, type Steps } from './slices';

/** What was read of the clipboard. */
export interface Pasted {
  document: MemoDocument;
  /** Of the first block; null where it is that of the text it is put into. */
  language: string | null;
  /** Those that came with it, as unknown as anything on the clipboard. */
  comments?: unknown;
  /** Whose markers, with that token, stand in the words. */
  pictures?: ForeignPictures & { token: string };
}

/** A paste that takes too long to be waited for. */
export interface LongPaste {
  /** What is still to be read of it. */
  reading: Steps<Pasted>;
  selection: BaseSelection;
}

/** Asks whoever can show how far it is to do the rest of a paste; without such a one it is done at once. */
export const LONG_PASTE_COMMAND = createCommand<LongPaste>('long-paste');

/** Reading takes a third of a paste: what is read by then is in before anybody would want to know how far it is. */
const QUICK_MS = 150;
/** Blocks, and runs of words in them, that are put in by then. */
const QUICK_PARTS = 5000;

/** Puts what is read in the place of the selection: at once, or in parts if it is long. */
export function $paste(reading: Steps<Pasted>, selection: BaseSelection): void {
  const read = workFor(reading, QUICK_MS);
  if (read && isQuick(read.value.document)) $insertPasted(read.value, selection);
  else {
    const rest = read ? done(read.value) : reading;
    const paste = { reading: rest, selection: selection.clone() };
    if (!$getEditor().dispatchCommand(LONG_PASTE_COMMAND, paste)) $insertPasted(finish(rest), selection);
  }
}

/** The same with a document that the library read. */
export function $pasteDocument({ blocks }: MemoDocument, selection: BaseSelection): void {
  const [first] = blocks;
  const language = (first && 'language' in first && first.language) || null;
  $paste(done({ document: freshDocument(blocks), language }), selection);
}

function isQuick(document: MemoDocument): boolean {
  let parts = document.blocks.length;
  for (const _ of walkInlines(document)) if ((parts += 1) > QUICK_PARTS) return false;
  return parts <= QUICK_PARTS;
}

function* done(pasted: Pasted): Steps<Pasted> {
  yield 1;
  return pasted;
}

/**
 * Reads HTML of any program.
 * @param own the language of the text it is put into
 */
export function* readHtml(html: string, own: string): Steps<Pasted> {
  const { blocks, language, ...pictures } = yield* readForeign(html, own);
  return { document: freshDocument(blocks), language, pictures };
}

/** Reads nodes of an editor like this one, or what says to be such. */
export function* readNodes(nodes: readonly unknown[], comments: unknown): Steps<Pasted> {
  const blocks: MemoBlock[] = [];
  for (let from = 0; from < nodes.length;) {
    let to = from + 1;
    // Before a paragraph nothing belongs to what follows.
    while (to < nodes.length && (to < from + 50 || record(nodes[to])?.['type'] !== 'paragraph')) to += 1;
    blocks.push(...blocksFromLexical(nodes.slice(from, to)));
    from = to;
    yield to / nodes.length;
  }
  return { document: freshDocument(blocks), language: serializedLanguage(nodes[0]), comments };
}

/** Clean nodes for the text they are put into, to which their comments are added. */
export function $nodesOf({ document, comments, pictures }: Pasted): SerializedNode[] {
  const taken = new Set($referenceTargets().flatMap(({ id }) => id ?? []));
  const nodes = written($settleComments(withFreeTargetIds(document, taken, newLocalId), comments));
  if (!pictures || pictures.pictures.length === 0) return nodes;
  return withPictureNotes(nodes, pictures.token, pictures.pictures) as SerializedNode[];
}

/** Puts nodes in the place of the selection; answers which of them wait for their pictures. */
export function $insertNodesOf(
  nodes: readonly SerializedNode[],
  { pictures, language }: Pasted,
  selection: BaseSelection,
) {
  const made = nodes.map((node): LexicalNode => $parseSerializedNode(node));
  // subtle: before they are put in, since the first may give its words to the paragraph at the caret.
  const waiting = $waitingPictures(made, pictures?.pictures ?? []);
  if (made.length > 0) {
    // An empty block at the caret takes in the words of the first: then it is in that language too.
    const [block] = language === null ? [] : $selectedBlocks();
    const takesIn = block?.isEmpty() === true && $ownLanguage(block) === null;
    $insertGeneratedNodes($getEditor(), [...made], selection);
    if (block && takesIn && block.isAttached()) $setLanguage(block, language);
  }
  return { made, waiting };
}

/** Has the pictures of a paste kept, and the user told of those that did not come along. */
export function $bringPictures(waiting: readonly WaitingPicture[], { pictures }: Pasted): void {
  const elsewhere = pictures?.elsewhere ?? 0;
  if (waiting.length + elsewhere > 0) $getEditor().dispatchCommand(PICTURES_PASTED_COMMAND, { waiting, elsewhere });
}

function $insertPasted(pasted: Pasted, selection: BaseSelection): void {
  const { waiting } = $insertNodesOf($nodesOf(pasted), pasted, selection);
  $bringPictures(waiting, pasted);
}
