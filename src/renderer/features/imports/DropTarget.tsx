import { useEffect, useState } from 'react';
import { isTaken } from '../../app/dragging';
import { droppedFiles } from './given';
import { useImports } from './ImportProvider';
import styles from './imports.module.css';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Files can be dropped anywhere in the window. Without this the browser would open them in its place. */
export function DropTarget() {
  const { addFiles } = useImports();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      if (isTaken(event)) return setOver(false);
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      // subtle: leaving an element inside the window also fires this; only leaving the window has no related target.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      setOver(false);
      if (isTaken(event)) return;
      event.preventDefault();
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(addFiles);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [addFiles]);
  return over ? (
    <div className={styles.drop} aria-hidden="true">
      Drop to bring in as sources
    </div>
  ) : null;
}
