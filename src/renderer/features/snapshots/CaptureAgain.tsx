import { useRef, useState } from 'react';
import { acceptedFiles } from '../../../shared/domain/imports';
import type { SourceDetail } from '../../../shared/domain/sources';
import { useCommands } from '../../app/commands';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useImports } from '../imports/ImportProvider';
import { PasteField, usePasted } from '../imports/PasteField';
import styles from './snapshots.module.css';

/** Captures a source again from a file or from words that are pasted: the text becomes a new snapshot beside the old ones. */
export function CaptureAgain({ source }: { source: SourceDetail }) {
  const [open, setOpen] = useState(false);
  const title = source.snapshots.length === 0 ? 'Add its text…' : 'Capture again…';
  useCommands([{ id: 'source.capture', title, group: 'Sources', run: () => setOpen(true) }]);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{title}</Button>
      <CaptureDialog source={source} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function CaptureDialog({ source, open, onClose }: { source: SourceDetail; open: boolean; onClose: () => void }) {
  const { capture } = useImports();
  const pasted = usePasted();
  const chooser = useRef<HTMLInputElement>(null);
  const isFirst = source.snapshots.length === 0;
  const take = (what: Parameters<typeof capture>[1]) => {
    capture(source.id, what);
    pasted.clear();
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={isFirst ? 'Add its text' : 'Capture again'}
      wide
      onSubmit={() => take({ title: '', text: pasted.text, html: pasted.html })}
      submitLabel={isFirst ? 'Add' : 'Capture'}
      submitDisabled={pasted.text.trim() === ''}
    >
      {!isFirst && (
        <p className={styles.explanation}>
          The new text is kept beside the ones you have, which never change. Every excerpt is looked for in it, and you
          are told which of them changed, could stand in several places, or are gone.
        </p>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={acceptedFiles}
        aria-label="File with the text"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = '';
          if (file) take(file);
        }}
      />
      <div>
        <Button look="secondary" onClick={() => chooser.current?.click()}>
          Choose a file…
        </Button>
      </div>
      <PasteField pasted={pasted} label="Or paste the text" rows={12} />
    </Dialog>
  );
}
