import type { ReactNode } from 'react';
import type { PassageInContext } from '../../../shared/domain/anchors';
import styles from './anchors.module.css';

/** A passage with what stands around it. `children` are its words where they are shown with marks. */
export function Passage({ passage, children }: { passage: PassageInContext; children?: ReactNode }) {
  return (
    <blockquote className={styles.passage} dir="auto">
      {passage.before}
      <span className={styles.words}>{children ?? passage.text}</span>
      {passage.after}
    </blockquote>
  );
}
