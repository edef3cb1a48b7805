import type { Difference } from '../../../shared/anchoring';
import styles from './differences.module.css';

/** A text with what was taken out of it and what was put in: struck through, underlined, and in colour. */
export function DifferenceText({ parts }: { parts: readonly Difference[] }) {
  return parts.map(({ kind, text }, index) => {
    if (kind === 'same') return <span key={index}>{text}</span>;
    const Element = kind === 'removed' ? 'del' : 'ins';
    return (
      <Element key={index} className={styles[kind]}>
        {text}
      </Element>
    );
  });
}
