import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  DROP_COMMAND,
  DRAGOVER_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useRef } from 'react';
import { fraction } from '../../../shared/memo/images';
import { failureFrom } from '../../../shared/result';
import { takeDrag } from '../../app/dragging';
import { useToasts } from '../../ui/Toast';
import { insertBlocks } from '../insertItems';
import { START_ACT_COMMAND } from '../keys';
import { newLocalId } from '../newLocalId';
import { $selectAt } from '../selectAt';
import { keepPicture } from './keepPicture';

/** Pictures come in by the dialog of the `/` menu, by dropping files on the text, and by pasting. Only their bytes do. */
export function PictureInput() {
  const [editor] = useLexicalComposerContext();
  const toasts = useToasts();
  const chooser = useRef<HTMLInputElement>(null);

  const bring = useCallback(
    async (files: readonly Blob[]) => {
      for (const file of files) {
        try {
          await insertPicture(editor, file);
        } catch (error) {
          toasts.fail(failureFrom(error));
        }
      }
    },
    [editor, toasts],
  );

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          START_ACT_COMMAND,
          (act) => {
            if (act !== 'image') return false;
            chooser.current?.click();
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            const data = event instanceof ClipboardEvent ? event.clipboardData : null;
            // Word puts a picture of the words beside the words; those are meant then.
            if (!data || data.getData('text/plain') !== '') return false;
            const pictures = [...data.files].filter(isPicture);
            if (pictures.length === 0) return false;
            event.preventDefault();
            void bring(pictures);
            return true;
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(
          DRAGOVER_COMMAND,
          (event) => {
            if (!carriesOnlyPictures(event.dataTransfer)) return false;
            event.preventDefault();
            takeDrag(event);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
        editor.registerCommand(
          DROP_COMMAND,
          (event) => {
            if (!carriesOnlyPictures(event.dataTransfer)) return false;
            event.preventDefault();
            takeDrag(event);
            $selectAt(event.clientX, event.clientY);
            void bring([...(event.dataTransfer?.files ?? [])]);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, bring],
  );

  return (
    <input
      ref={chooser}
      type="file"
      accept="image/png,image/jpeg,image/gif,image/webp"
      multiple
      hidden
      aria-label="Pictures to insert"
      onChange={(event) => {
        void bring([...(event.target.files ?? [])]);
        event.target.value = '';
      }}
    />
  );
}

function isPicture({ type }: { type: string }): boolean {
  return type.startsWith('image/');
}

/** While files are dragged, their types are known but not their bytes. Other files are sources, wherever they are dropped. */
function carriesOnlyPictures(transfer: DataTransfer | null): boolean {
  const files = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  return files.length > 0 && files.every(isPicture);
}

async function insertPicture(editor: LexicalEditor, file: Blob): Promise<void> {
  const kept = await keepPicture(file);
  const room = editor.getRootElement()?.clientWidth ?? kept.pixels.width;
  insertBlocks(editor, [
    { type: 'image', id: newLocalId(), ...kept, alt: '', width: fraction(kept.pixels.width / room), caption: [] },
  ]);
}
