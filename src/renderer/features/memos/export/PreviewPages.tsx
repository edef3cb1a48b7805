import { useEffect, useRef, useState } from 'react';
import { call } from '../../../client';
import { PageDrawer } from '../../pages/PageDrawer';
import { startDrawWorker } from '../../pages/workers';
import type { PageSize } from '../../pages/worker/messages';
import { EmptyState } from '../../../ui';
import styles from './export.module.css';

interface Open {
  drawer: PageDrawer;
  pages: readonly PageSize[];
}

/** The pages of a PDF, drawn when they come near. The pages before stay until the new ones can be drawn. */
export function PreviewPages({ bytes }: { bytes: Uint8Array }) {
  const [open, setOpen] = useState<Open | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const drawer = new PageDrawer({
      start: startDrawWorker,
      bytes: async () => new Uint8Array(bytes),
      resource: (kind, name) => call('attachments.pdfResource', { kind, name }),
    });
    let gone = false;
    drawer.open().then(
      (pages) => {
        if (gone) return;
        setFailed(false);
        setOpen({ drawer, pages });
      },
      () => !gone && setFailed(true),
    );
    return () => {
      gone = true;
      drawer.close();
    };
  }, [bytes]);
  if (failed)
    return (
      <EmptyState title="The pages cannot be shown here">Export the memo and open it in a PDF program.</EmptyState>
    );
  if (!open) return null;
  return open.pages.map((size, index) => (
    <PreviewPage key={index} size={size} index={index} drawer={open.drawer} count={open.pages.length} />
  ));
}

interface PreviewPageProps {
  size: PageSize;
  index: number;
  count: number;
  drawer: PageDrawer;
}

function PreviewPage({ size, index, count, drawer }: PreviewPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<PageDrawer | null>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    const gone = new AbortController();
    const draw = () => {
      const scale = (target.clientWidth / size.width) * window.devicePixelRatio;
      drawer.draw(index, scale, gone.signal).then(
        (bitmap) => {
          if (gone.signal.aborted) return bitmap.close();
          target.width = bitmap.width;
          target.height = bitmap.height;
          target.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
          setDrawn(drawer);
        },
        () => {
          // Scrolled away, or closed: it is asked for again when it comes near.
        },
      );
    };
    const near = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        near.disconnect();
        draw();
      },
      { rootMargin: '400px' },
    );
    near.observe(target);
    return () => {
      near.disconnect();
      gone.abort();
    };
  }, [drawer, index, size]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={`Page ${index + 1} of ${count}`}
      className={styles['page']}
      style={{ aspectRatio: `${size.width} / ${size.height}` }}
      data-drawn={drawn === drawer || undefined}
    />
  );
}
