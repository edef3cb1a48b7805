import { useState } from 'react';
import { Dialog } from '../../ui/Dialog';
import { Input } from '../../ui/Field';
import { useImports } from './ImportProvider';
import { PasteField, usePasted } from './PasteField';

/** Brings in a text from the clipboard. Closing it keeps what was written until the window closes. */
export function PasteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const imports = useImports();
  const [title, setTitle] = useState('');
  const pasted = usePasted();
  const save = () => {
    imports.addText({ title, text: pasted.text, html: pasted.html });
    setTitle('');
    pasted.clear();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Paste text as a source"
      wide
      onSubmit={save}
      submitLabel="Bring in"
      submitDisabled={pasted.text.trim() === ''}
    >
      <Input
        label="Title"
        hint="Left empty, it is read from the text, as are author and date where they stand there."
        value={title}
        onChange={setTitle}
      />
      <PasteField pasted={pasted} label="Text" rows={14} />
    </Dialog>
  );
}
