import { useState, type ClipboardEvent } from 'react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Input, TextArea } from '../../ui/Field';
import { useImports } from './ImportProvider';
import styles from './imports.module.css';

/** What a paste brought: the words as the field then shows them, and the HTML they came with. */
interface Copied {
  text: string;
  html: string;
}

/**
 * Brings in a text from the clipboard. What was copied with its structure keeps it, as long as its words are left as they
 * were. Closing it keeps what was written until the window closes.
 */
export function PasteDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const imports = useImports();
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [copied, setCopied] = useState<Copied | null>(null);
  const html = copied?.text === text ? copied.html : '';
  const onPaste = ({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart, selectionEnd } = currentTarget;
    const replacesAll = selectionEnd - selectionStart === value.length;
    // The field makes line feeds of all line ends.
    const words = clipboardData.getData('text/plain').replace(/\r\n?/gu, '\n');
    setCopied(replacesAll ? { text: words, html: clipboardData.getData('text/html') } : null);
  };
  const save = () => {
    imports.addText({ title, text, html });
    setTitle('');
    setText('');
    setCopied(null);
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
      <TextArea label="Text" serif rows={14} autoFocus value={text} onChange={setText} onPaste={onPaste} />
      {html !== '' && (
        <p className={styles.detail} role="status">
          Its headings, lists, tables and links come with it, unless you change the words here.{' '}
          <Button look="link" onClick={() => setCopied(null)}>
            Only the words
          </Button>
        </p>
      )}
    </Dialog>
  );
}
