import { useState, type ClipboardEvent } from 'react';
import { Button } from '../../ui/Button';
import { TextArea } from '../../ui/Field';
import { submitOnModEnter } from '../../ui/submitOnModEnter';
import styles from './imports.module.css';

/** What a paste brought: the words as the field then shows them, and the HTML they came with. */
interface Copied {
  text: string;
  html: string;
}

/** A text that is pasted or typed. `html` is what it was copied with, '' for none or once its words were changed. */
export interface Pasted {
  text: string;
  html: string;
  onChange: (text: string) => void;
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** Lets go of the structure. */
  onlyWords: () => void;
  clear: () => void;
}

/** What was copied with its structure keeps it, as long as its words are left as they were. */
export function usePasted(): Pasted {
  const [text, setText] = useState('');
  const [copied, setCopied] = useState<Copied | null>(null);
  const onPaste = ({ clipboardData, currentTarget }: ClipboardEvent<HTMLTextAreaElement>) => {
    const { value, selectionStart, selectionEnd } = currentTarget;
    const replacesAll = selectionEnd - selectionStart === value.length;
    // The field makes line feeds of all line ends.
    const words = clipboardData.getData('text/plain').replace(/\r\n?/gu, '\n');
    setCopied(replacesAll ? { text: words, html: clipboardData.getData('text/html') } : null);
  };
  const onlyWords = () => setCopied(null);
  const clear = () => {
    setText('');
    onlyWords();
  };
  return { text, html: copied?.text === text ? copied.html : '', onChange: setText, onPaste, onlyWords, clear };
}

/** The field of a pasted text, which says when its structure comes with it. */
export function PasteField({ pasted, label, rows }: { pasted: Pasted; label: string; rows: number }) {
  return (
    <>
      <TextArea
        label={label}
        serif
        rows={rows}
        autoFocus
        value={pasted.text}
        onChange={pasted.onChange}
        onPaste={pasted.onPaste}
        onKeyDown={submitOnModEnter}
      />
      {pasted.html !== '' && (
        <p className={styles.detail} role="status">
          Its headings, lists, tables and links come with it, unless you change the words here.{' '}
          <Button look="link" onClick={pasted.onlyWords}>
            Only the words
          </Button>
        </p>
      )}
    </>
  );
}
