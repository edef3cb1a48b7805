import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isElementNode,
  $isTextNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  DRAGOVER_COMMAND,
  DROP_COMMAND,
  isHTMLElement,
  mergeRegister,
  type LexicalEditor,
} from 'lexical';
import { useEffect } from 'react';
import * as v from 'valibot';
import { id, type Target } from '../../shared/domain/common';
import { failureFrom } from '../../shared/result';
import { hasDragged, readDragged } from '../app/dragging';
import { call } from '../client';
import { excerptDragType } from '../features/excerpts/drag';
import { useToasts } from '../ui/Toast';
import { $insertActorMention, $insertCitation, $insertClaim, $insertExcerpt, citationItemOf } from './insert';

const dragged = v.strictObject({ id });

/** An excerpt dropped on the text becomes a quotation with its citation, after the paragraph it was dropped on. */
export function ExcerptDrop() {
  const [editor] = useLexicalComposerContext();
  const toasts = useToasts();
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          DRAGOVER_COMMAND,
          (event) => {
            const { dataTransfer } = event;
            if (!dataTransfer || !(dataTransfer.types.includes(excerptDragType) || hasDragged(dataTransfer)))
              return false;
            event.preventDefault();
            dataTransfer.dropEffect = 'copy';
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            if (!event.dataTransfer) return false;
            const excerptId = readDrag(event.dataTransfer.getData(excerptDragType));
            const items = excerptId ? [{ kind: 'excerpt' as const, id: excerptId }] : readDragged(event.dataTransfer);
            if (items.length === 0) return false;
            event.preventDefault();
            $selectAt(event.clientX, event.clientY);
            insertAll(editor, items).catch((error: unknown) => toasts.fail(failureFrom(error)));
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, toasts],
  );
  return null;
}

/** Reads an excerpt and puts it at the caret. Rejects if the excerpt is gone. */
export async function insertExcerpt(editor: LexicalEditor, excerptId: string): Promise<void> {
  const excerpt = await call('excerpts.get', { id: excerptId });
  editor.update(() => $insertExcerpt(excerpt));
}

/** What was dragged here: excerpts are quoted, sources cited, actors mentioned, claims stated. Events and memos have no place in a text. */
async function insertAll(editor: LexicalEditor, items: readonly Target[]): Promise<void> {
  for (const { kind, id: itemId } of items) {
    if (kind === 'excerpt') await insertExcerpt(editor, itemId);
    else if (kind === 'source') {
      const item = await citationItemOf({ kind, id: itemId }, call);
      editor.update(() => void $insertCitation([item]));
    } else if (kind === 'actor') {
      const { name } = await call('actors.get', { id: itemId });
      editor.update(() => $insertActorMention(itemId, name));
    } else if (kind === 'claim') {
      const { statement } = await call('claims.get', { id: itemId });
      editor.update(() => $insertClaim(itemId, statement));
    }
  }
}

function readDrag(data: string): string | null {
  try {
    const read = v.safeParse(dragged, JSON.parse(data));
    return read.success ? read.output.id : null;
  } catch {
    return null;
  }
}

function $selectAt(x: number, y: number): void {
  const range = document.caretRangeFromPoint(x, y);
  if (!range) return;
  const node = $getNearestNodeFromDOMNode(range.startContainer);
  const selection = $createRangeSelection();
  if ($isTextNode(node)) {
    const offset = isHTMLElement(range.startContainer) ? 0 : range.startOffset;
    const at = Math.min(offset, node.getTextContentSize());
    selection.anchor.set(node.getKey(), at, 'text');
    selection.focus.set(node.getKey(), at, 'text');
    $setSelection(selection);
  } else if ($isElementNode(node)) node.selectEnd();
}
