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
import { id } from '../../shared/domain/common';
import { failureFrom } from '../../shared/result';
import { call } from '../client';
import { excerptDragType } from '../features/excerpts/drag';
import { useToasts } from '../ui/Toast';
import { $insertExcerpt } from './insert';

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
            if (!event.dataTransfer?.types.includes(excerptDragType)) return false;
            event.preventDefault();
            event.dataTransfer.dropEffect = 'copy';
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            const excerptId = readDrag(event.dataTransfer?.getData(excerptDragType) ?? '');
            if (excerptId === null) return false;
            event.preventDefault();
            $selectAt(event.clientX, event.clientY);
            insertExcerpt(editor, excerptId).catch((error: unknown) => toasts.fail(failureFrom(error)));
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
