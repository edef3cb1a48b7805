import { $getLexicalContent, ClipboardImportExtension, GetClipboardDataExtension } from '@lexical/clipboard';
import { CoreImportExtension } from '@lexical/html';
import { $getEditor, configExtension, defineExtension, type BaseSelection } from 'lexical';
import type { MemoBlock } from '../../../shared/memo/document';
import { blocksFromLexical } from '../../../shared/memo/lexical';
import { $withCopiedComments } from './comments';
import { copiedHtml } from './copied/html';
import { copiedText } from './copied/text';
import type { CopyWords } from './copied/words';
import { copyWordsOf } from './copied/wordsOf';
import { $paste, readHtml, readNodes } from './paste';

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
            $paste(readNodes(payload.nodes, payload.comments), selection);
            return true;
          },
        ],
        'text/html': [
          (html, selection) => {
            $paste(readHtml(html, $getEditor().getRootElement()?.lang ?? ''), selection);
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
