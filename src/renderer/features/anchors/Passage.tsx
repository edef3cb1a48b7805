import type { ReactNode } from 'react';
import type { Difference } from '../../../shared/anchoring';
import type { PassageInContext } from '../../../shared/domain/anchors';
import { contextParts } from './contextParts';
import styles from './anchors.module.css';

/** Paragraphs run on, parted by a sign: what surrounds a passage is to be recognised, not read. */
function runOn(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ¶ ');
}

function Context({ parts }: { parts: readonly Difference[] }) {
  return parts.map(({ kind, text }, index) => (
    <span key={index} className={kind === 'added' ? styles.otherContext : undefined}>
      {runOn(text)}
    </span>
  ));
}

export interface PassageProps {
  passage: PassageInContext;
  /** Given: what surrounds the passage is marked where it differs from what surrounded this one. */
  comparedWith?: PassageInContext;
  /** Its words where they are shown with marks. */
  children?: ReactNode;
}

/** A passage with what stands around it. */
export function Passage({ passage, comparedWith = passage, children }: PassageProps) {
  const { before, after } = contextParts(comparedWith, passage);
  return (
    <blockquote className={styles.passage} dir="auto">
      <Context parts={before} />
      <span className={styles.words}>{children ?? passage.text}</span>
      <Context parts={after} />
    </blockquote>
  );
}
