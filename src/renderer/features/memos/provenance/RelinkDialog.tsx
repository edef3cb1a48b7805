import type { LexicalEditor } from 'lexical';
import { EntityPicker } from '../../../editor/entities/EntityPicker';
import { citeInstead } from '../../../editor/provenance/edits';
import { count, Dialog, useToasts } from '../../../ui';

export interface RelinkDialogProps {
  editor: LexicalEditor;
  /** The ids under which the memo cites the source that is to go. */
  sourceIds: readonly string[];
  onClose: () => void;
}

/** Chooses the source that is cited instead, in all of the memo's citations at once. */
export function RelinkDialog({ editor, sourceIds, onClose }: RelinkDialogProps) {
  const toasts = useToasts();
  return (
    <Dialog open onClose={onClose} title="Cite another source">
      <EntityPicker
        label="Source to cite instead"
        kinds={['source']}
        onCancel={onClose}
        onChoose={({ id }) => {
          const times = citeInstead(editor, new Set(sourceIds), id);
          toasts.say(`Cited instead in ${count(times, 'place')}`);
          onClose();
          editor.focus();
        }}
      />
    </Dialog>
  );
}
