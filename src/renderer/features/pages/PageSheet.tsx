import { memo, useEffect, useRef, useState, type CSSProperties } from 'react';
import type { Box } from '../../../shared/pdf/content';
import type { PrintedPage } from '../../../shared/pdf/places';
import { PageNotDrawn, type DrawProblem, type PageDrawer } from './PageDrawer';
import { TextLayer } from './TextLayer';
import type { PageSize } from './worker/messages';
import styles from './pages.module.css';

/** Something drawn over a page: an excerpt, what is selected, words that were looked for. */
export interface Overlay {
  kind: 'excerpt' | 'selection' | 'words';
  /** Of an excerpt. */
  id?: string;
  colour?: string;
  active?: boolean;
  /** Where an excerpt was found again, and nobody has decided yet. */
  proposed?: boolean;
  boxes: readonly Box[];
}

export interface PageSheetProps {
  index: number;
  size: PageSize;
  /** CSS px a point. */
  scale: number;
  top: number;
  left: number;
  drawer: PageDrawer;
  /** Undefined while its words are looked for. */
  page: PrintedPage | undefined;
  language: string;
  overlays: readonly Overlay[];
}

/** Scrolling past a page, or through steps of zooming, draws nothing. */
const SETTLE_MS = 60;

const said: Record<Exclude<DrawProblem, 'cancelled'>, string> = {
  failed: 'This page cannot be drawn. Save a copy of the original to see it in another program.',
  slow: 'This page takes too long to draw. Save a copy of the original to see it in another program.',
};

/** One page: its picture, what is marked on it, and its words. */
export const PageSheet = memo(function PageSheet(props: PageSheetProps) {
  const { index, size, scale, top, left, drawer, page, language, overlays } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const [problem, setProblem] = useState<string>();
  const pixels = scale * useDevicePixelRatio();

  useEffect(() => {
    const gone = new AbortController();
    const timer = setTimeout(() => {
      drawer.draw(index, pixels, gone.signal).then(
        (bitmap) => {
          const target = canvas.current;
          if (!target || gone.signal.aborted) return bitmap.close();
          target.width = bitmap.width;
          target.height = bitmap.height;
          target.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap);
          setDrawn(true);
          setProblem(undefined);
        },
        (error: unknown) => {
          const why = error instanceof PageNotDrawn ? error.problem : 'failed';
          if (why !== 'cancelled' && !gone.signal.aborted) setProblem(said[why]);
        },
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [drawer, index, pixels]);

  const style: CSSProperties & Record<'--scale', number> = {
    top,
    left,
    width: size.width * scale,
    height: size.height * scale,
    '--scale': scale,
  };
  return (
    <div
      className={styles.page}
      style={style}
      role="group"
      aria-label={`Page ${size.label}`}
      data-page={index}
      data-drawn={drawn || undefined}
    >
      <canvas ref={canvas} aria-hidden />
      {overlays.map(({ kind, id, colour, active, proposed, boxes }, order) => (
        <div
          key={`${kind}${id ?? order}`}
          className={styles[kind]}
          data-colour={colour}
          data-active={active || undefined}
          data-proposed={proposed || undefined}
        >
          {boxes.map((box, place) => (
            <div key={place} data-highlight={id} style={placeOf(box, scale)} />
          ))}
        </div>
      ))}
      {page && <TextLayer page={page} language={language} />}
      {problem && (
        <p className={styles.problem} role="status">
          {problem}
        </p>
      )}
    </div>
  );
});

/** A little above and below the letters, as a marker would. */
function placeOf({ left, top, right, bottom }: Box, scale: number): CSSProperties {
  return {
    left: left * scale - 1,
    top: top * scale - 1,
    width: (right - left) * scale + 2,
    height: (bottom - top) * scale + 2,
  };
}

/** Follows the window from one screen to another. */
function useDevicePixelRatio(): number {
  const [ratio, setRatio] = useState(window.devicePixelRatio);
  useEffect(() => {
    const media = window.matchMedia(`(resolution: ${ratio}dppx)`);
    const change = () => setRatio(window.devicePixelRatio);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, [ratio]);
  return ratio;
}
