import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_HIGH, DRAGOVER_COMMAND, DROP_COMMAND, mergeRegister } from 'lexical';
import { useEffect } from 'react';
import * as v from 'valibot';
import { id } from '../../shared/domain/common';
import { failureFrom } from '../../shared/result';
import { hasDragged, readDragged } from '../app/dragging';
import { excerptDragType } from '../features/excerpts/drag';
import { useToasts } from '../ui/Toast';
import { insertItems } from './insertItems';
import { $selectAt } from './selectAt';

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
            insertItems(editor, items).catch((error: unknown) => toasts.fail(failureFrom(error)));
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, toasts],
  );
  return null;
}

function readDrag(data: string): string | null {
  try {
    const read = v.safeParse(dragged, JSON.parse(data));
    return read.success ? read.output.id : null;
  } catch {
    return null;
  }
}
