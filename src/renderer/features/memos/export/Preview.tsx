import { useEffect, useMemo, useState } from 'react';
import { EmptyState } from '../../../ui';
import { PreviewHtml } from './PreviewHtml';
import { PreviewPages } from './PreviewPages';
import type { PreviewState } from './usePreview';
import styles from './export.module.css';

/** More than anybody reads in a preview, and more than a window lays out at once. */
const mostText = 200_000;

/** What the export will be: pages as pictures, the file's own text, or an HTML page in a frame. Nothing of it is ever markup of the window. */
export function Preview({ state, note }: { state: PreviewState; note: string | undefined }) {
  const { shown, problem, since } = state;
  const file = shown?.outcome.files[0];
  const slow = useSlow(since);
  return (
    <div className={styles['preview']} role="region" aria-label="Preview" aria-busy={since !== null} tabIndex={0}>
      {slow && (
        <p className={styles['making']} role="status">
          Making the preview…
        </p>
      )}
      {problem !== null && <EmptyState title={problem} />}
      {file && note && <p className={styles['note']}>{note}</p>}
      {file && shown.kind === 'pages' && <PreviewPages bytes={file.bytes} />}
      {file && shown.kind === 'html' && <PreviewHtml bytes={file.bytes} />}
      {file && shown.kind === 'text' && <PreviewText bytes={file.bytes} />}
    </div>
  );
}

function PreviewText({ bytes }: { bytes: Uint8Array }) {
  const text = useMemo(() => new TextDecoder().decode(bytes), [bytes]);
  return (
    <pre className={styles['text']} dir="auto">
      {text.slice(0, mostText)}
      {text.length > mostText && '\n…'}
    </pre>
  );
}

/** Whether something has been under way for longer than one waits without a word. */
function useSlow(since: number | null): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (since === null) return;
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, [since]);
  return slow;
}
