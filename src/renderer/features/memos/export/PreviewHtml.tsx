import { useEffect, useRef, useState } from 'react';
import { inertDocument } from '../../../editor/clipboard/inertDocument';
import styles from './export.module.css';

/** The one style sheet of an exported page; in its text the word would be escaped. */
const ownStyle = /<style>([^]*?)<\/style>/u;

/**
 * An exported page as a browser shows it, in the width of the preview. It stands in a frame in which no script runs, nothing is asked for
 * (the window's own policy holds in it) and nothing can be clicked. That policy allows no style in a page, so the page's is handed over.
 */
export function PreviewHtml({ bytes }: { bytes: Uint8Array }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(600);
  useEffect(() => {
    const inside = frame.current?.contentDocument;
    const view = inside?.defaultView;
    if (!inside || !view) return;
    const file = new TextDecoder().decode(bytes);
    const page = inertDocument(file.replace(ownStyle, ''));
    const style = new view.CSSStyleSheet();
    style.replaceSync(ownStyle.exec(file)?.[1] ?? '');
    inside.adoptedStyleSheets = [style];
    inside.documentElement.lang = page.documentElement.lang;
    inside.documentElement.dir = page.documentElement.dir;
    inside.body.replaceWith(inside.adoptNode(page.body));
    const watch = new ResizeObserver(() => setHeight(inside.body.offsetHeight));
    watch.observe(inside.body);
    return () => watch.disconnect();
  }, [bytes]);
  return (
    <div role="img" aria-label="The page in a browser">
      <iframe
        ref={frame}
        title="Preview"
        sandbox="allow-same-origin"
        inert
        height={height}
        className={styles['html']}
      />
    </div>
  );
}
