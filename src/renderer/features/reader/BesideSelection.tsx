import { useLayoutEffect, useRef, type ReactNode } from 'react';
import styles from './reader.module.css';

export interface BesideSelectionProps {
  /** Place inside the page, px. */
  top: number;
  left: number;
  children: ReactNode;
}

/** A toolbar beside the selected words, kept inside the page. */
export function BesideSelection({ top, left, children }: BesideSelectionProps) {
  const bar = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const room = bar.current?.parentElement;
    if (!bar.current || !room) return;
    bar.current.style.left = `${Math.max(8, Math.min(left, room.clientWidth - bar.current.offsetWidth - 8))}px`;
  }, [left]);
  return (
    <div
      ref={bar}
      className={styles.toolbar}
      role="toolbar"
      aria-label="Selection"
      style={{ top }}
      // subtle: pressing a button must not let go of the selection that it is about.
      onMouseDown={(event) => event.preventDefault()}
    >
      {children}
    </div>
  );
}
