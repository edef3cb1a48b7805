import {
  $getLexicalContent,
  $insertGeneratedNodes,
  ClipboardImportExtension,
  GetClipboardDataExtension,
} from '@lexical/clipboard';
import { $generateNodesFromDOMViaExtension, CoreImportExtension } from '@lexical/html';
import {
  $exportNodeJSON,
  $getEditor,
  $isElementNode,
  $parseSerializedNode,
  configExtension,
  defineExtension,
  type BaseSelection,
  type LexicalNode,
} from 'lexical';
import type { MemoBlock } from '../../../shared/memo/document';
import { blocksFromLexical, inlinesFromLexical, type SerializedNode } from '../../../shared/memo/lexical';
import { newLocalId } from '../newLocalId';
import { $referenceTargets } from '../cross-reference/targets';
import { cleanNodes } from './clean';
import { $settleComments, $withCopiedComments } from './comments';
import { copiedHtml } from './copied/html';
import { copiedText } from './copied/text';
import type { CopyWords } from './copied/words';
import { copyWordsOf } from './copied/wordsOf';
import { $ownLanguage, $setLanguage, serializedLanguage } from '../language/blockLanguage';
import { $selectedBlocks } from '../selectedBlocks';
import { withFootnotes } from './foreign/footnoteNodes';
import { settleLanguages } from './foreign/languages';
import { $waitingPictures, PICTURES_PASTED_COMMAND, withPictureNotes } from './foreign/pictureNotes';
import { tidyForeign } from './foreign/tidy';
import { inertDocument } from './inertDocument';

/**
 * Everything that is pasted or dropped goes through the document format: foreign HTML, and also this editor's own JSON,
 * which any web page can put on the clipboard. What comes out is our nodes, safe links and nothing else.
 */
export const ClipboardExtension = defineExtension({
  name: 'commonplace/clipboard',
  dependencies: [
    CoreImportExtension,
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        'application/x-lexical-editor': [(_, next) => $withCopiedComments(next())],
        'text/html': [(selection, next) => $copied(selection, copiedHtml) ?? next()],
        'text/plain': [(selection, next) => $copied(selection, copiedText) ?? next()],
      },
    }),
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'application/x-lexical-editor': [
          (data, selection) => {
            const payload = readClipboard(data);
            if (payload === null) return false;
            $insert($made($cleaned(payload.nodes, payload.comments)), selection, serializedLanguage(payload.nodes[0]));
            return true;
          },
        ],
        'text/html': [
          (html, selection) => {
            $pasteForeign(html, selection);
            return true;
          },
        ],
      },
    }),
  ],
});

/** The selected blocks for other programs; null where nothing says what citations say. */
function $copied(
  selection: BaseSelection | null,
  write: (blocks: readonly MemoBlock[], words: CopyWords) => string,
): string | null {
  const editor = $getEditor();
  const words = copyWordsOf(editor);
  const nodes = words && selection && readClipboardNodes($getLexicalContent(editor, selection) ?? '');
  return words && nodes ? write(blocksFromLexical(nodes), words) : null;
}

/** Any HTML, its footnotes where they are called; pictures come after, since keeping them takes a moment. */
function $pasteForeign(html: string, selection: BaseSelection): void {
  const pasted = inertDocument(html);
  const tokens = { footnotes: newLocalId(), pictures: newLocalId() };
  const { bodies, pictures, elsewhere } = tidyForeign(pasted, tokens);
  const language = settleLanguages(pasted.body, $getEditor().getRootElement()?.lang ?? '');
  const notes = bodies.map((body) => {
    const note = inertDocument('');
    note.body.append(body);
    return inlinesFromLexical($generateNodesFromDOMViaExtension(note).map($serialize), { inFootnote: true });
  });
  const nodes = $generateNodesFromDOMViaExtension(pasted).map($serialize);
  const clean = $cleaned(withFootnotes(nodes, tokens.footnotes, notes));
  const made = $made(withPictureNotes(clean, tokens.pictures, pictures));
  // subtle: before they are put in, since the first may give its words to the paragraph at the caret.
  const waiting = $waitingPictures(made, pictures);
  $insert(made, selection, language);
  if (waiting.length + elsewhere > 0) $getEditor().dispatchCommand(PICTURES_PASTED_COMMAND, { waiting, elsewhere });
}

/** What a Lexical clipboard payload holds; null if it is none. */
function readClipboard(data: string): { nodes: unknown[]; comments: unknown } | null {
  try {
    const payload = JSON.parse(data) as { nodes?: unknown; comments?: unknown } | null;
    return Array.isArray(payload?.nodes) ? { nodes: payload.nodes, comments: payload.comments } : null;
  } catch {
    return null;
  }
}

/** The nodes of a Lexical clipboard payload; null if it is none. */
export function readClipboardNodes(data: string): unknown[] | null {
  return readClipboard(data)?.nodes ?? null;
}

/** @param comments those that came with the nodes, as unknown as these */
function $cleaned(nodes: readonly unknown[], comments?: unknown): SerializedNode[] {
  const taken = new Set($referenceTargets().flatMap(({ id }) => id ?? []));
  return cleanNodes(nodes, taken, (piece) => $settleComments(piece, comments));
}

function $made(nodes: readonly unknown[]): LexicalNode[] {
  return nodes.map((node) => $parseSerializedNode(node as SerializedNode));
}

/** @param language of the first block, whose words an empty one at the caret takes in: then it is in that language too */
function $insert(nodes: LexicalNode[], selection: BaseSelection, language: string | null): void {
  if (nodes.length === 0) return;
  const [block] = language === null ? [] : $selectedBlocks();
  const takesIn = block?.isEmpty() === true && $ownLanguage(block) === null;
  $insertGeneratedNodes($getEditor(), nodes, selection);
  if (block && takesIn && block.isAttached()) $setLanguage(block, language);
}

function $serialize(node: LexicalNode): unknown {
  const json = $exportNodeJSON(node);
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($serialize) } : json;
}
