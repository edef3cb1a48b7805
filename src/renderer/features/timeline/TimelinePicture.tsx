import { useEffect, useImperativeHandle, useMemo, useRef, type KeyboardEvent, type Ref } from 'react';
import type { Lane, TimelineItem } from '../../../shared/timeline/lanes';
import { usePreferences } from '../../app/preferences';
import { useMedia } from '../../app/useMedia';
import { Drawing, type Hit } from './Drawing';
import styles from './timeline.module.css';
import { besideInTime } from './walking';

export interface PictureControl {
  zoomBy(factor: number): void;
  fit(): void;
  showTime(from: number, to: number): void;
  focus(): void;
}

export interface TimelinePictureProps {
  lanes: readonly Lane[];
  chosen: TimelineItem | null;
  onChoose: (item: TimelineItem | null) => void;
  onOpen: (item: TimelineItem) => void;
  /** Several for which there is no room of their own. */
  onCrowd: (items: TimelineItem[]) => void;
  onHover: (item: TimelineItem | null) => void;
  /** What is chosen, for screen readers. */
  announcement: string;
  ref: Ref<PictureControl>;
}

/**
 * The picture of a timeline. Left and right walk from event to event, up and down to the next lane, Enter opens, plus and minus zoom,
 * 0 shows all, Shift with the arrows moves through time. What it shows is in the table too, for whoever cannot see it.
 */
export function TimelinePicture({ ref, ...props }: TimelinePictureProps) {
  const { lanes, chosen, onChoose, onOpen, announcement } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const spacer = useRef<HTMLDivElement>(null);
  const drawing = useRef<Drawing | null>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    if (!frame.current || !canvas.current || !spacer.current) return;
    const opened = new Drawing(frame.current, canvas.current, spacer.current, {
      onHover: (item) => latest.current.onHover(item),
      onClick: (hit: Hit) => {
        if ('crowd' in hit) latest.current.onCrowd(hit.crowd);
        else latest.current.onOpen(hit.item);
      },
    });
    drawing.current = opened;
    return () => {
      opened.close();
      drawing.current = null;
    };
  }, []);
  useEffect(() => drawing.current?.show(lanes), [lanes]);
  const chosenKey = chosen?.key ?? null;
  useEffect(() => drawing.current?.choose(chosenKey), [chosenKey, lanes]);
  const { theme } = usePreferences().preferences;
  const dark = useMedia('(prefers-color-scheme: dark)');
  useEffect(() => drawing.current?.recolour(), [theme, dark]);
  useImperativeHandle(ref, () => ({
    zoomBy: (factor) => drawing.current?.zoomBy(factor),
    fit: () => drawing.current?.fit(),
    showTime: (from, to) => drawing.current?.showTime(from, to),
    focus: () => frame.current?.focus(),
  }));

  const walk = useMemo(() => besideInTime(lanes), [lanes]);
  const onKeyDown = (event: KeyboardEvent) => {
    const drawn = drawing.current;
    if (event.ctrlKey || event.metaKey || event.altKey || !drawn) return;
    const { key, shiftKey } = event;
    if (shiftKey && key === 'ArrowLeft') drawn.panBy(-120);
    else if (shiftKey && key === 'ArrowRight') drawn.panBy(120);
    else if (key in walk.ways) {
      const next = walk.next(chosen, key as keyof typeof walk.ways);
      if (next) onChoose(next);
    } else if (key === 'Enter' && chosen) onOpen(chosen);
    else if (key === '+' || key === '=') drawn.zoomBy(1.4);
    else if (key === '-') drawn.zoomBy(1 / 1.4);
    else if (key === '0') drawn.fit();
    else if (key === 'Escape' && chosen) onChoose(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={frame}
      className={styles['picture']}
      role="application"
      aria-label="Timeline. Left and right walk from event to event, Enter opens one. The table has the same."
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} className={styles['canvas']} aria-hidden />
      <div ref={spacer} />
      <p className="visually-hidden" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}
