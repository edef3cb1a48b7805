import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useAct, useCall } from '../../client';
import { Button, Section, useToasts } from '../../ui';
import styles from './settings.module.css';

const LARGEST_STYLE = 2_000_000;

/** The styles memos can be cited in; any `.csl` file can be added. */
export function CitationStyles() {
  const known = useCall('citing.styles', {}).data ?? [];
  const toasts = useToasts();
  const chooser = useRef<HTMLInputElement>(null);
  const add = useAct('citing.addStyle', { success: (style) => `Added “${style.title}”`, undoable: false });
  const remove = useAct('citing.removeStyle', { success: 'Style removed', undoable: false });
  const read = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > LARGEST_STYLE) {
      toasts.fail({ message: 'The file is larger than any citation style. Choose a .csl file.' });
      return;
    }
    await add.act({ fileName: file.name, xml: await file.text() });
  };
  return (
    <Section
      title="Citation styles"
      count={known.length}
      acts={
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => chooser.current?.click()}>
          Add a .csl file
        </Button>
      }
    >
      <input
        ref={chooser}
        type="file"
        accept=".csl,application/xml"
        hidden
        aria-label="Citation style to add"
        onChange={(event) => {
          void read(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <ul className={styles['styles']}>
        {known.map((style) => (
          <li key={style.id}>
            <span>{style.title}</span>
            <span className={styles['quiet']}>{style.noteStyle ? 'footnotes' : 'in the text'}</span>
            {style.added && <Button onClick={() => void remove.act({ id: style.id })}>Remove</Button>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
