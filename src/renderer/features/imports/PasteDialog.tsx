import { useState } from 'react';
import { Dialog } from '../../ui/Dialog';
import { Input, TextArea } from '../../ui/Field';
import { useImports } from './ImportProvider';

/** Brings in a text from the clipboard. Closing it keeps what was written until the window closes. */
export function PasteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const imports = useImports();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const save = () => {
    imports.addText(title, text);
    setTitle('');
    setText('');
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
      submitDisabled={text.trim() === ''}
    >
      <Input
        label="Title"
        hint="Left empty, it is read from the text, as are author and date where they stand there."
        value={title}
        onChange={setTitle}
      />
      <TextArea label="Text" serif rows={14} autoFocus value={text} onChange={setText} />
    </Dialog>
  );
}
