import type { ReactNode } from 'react';
import type { Excerpt } from '../../shared/domain/excerpts';
import { locatorText } from './locatorText';
import { cx } from './cx';
import styles from './ExcerptQuote.module.css';
import { TagChip } from './Chip';

const kindNames: Record<Excerpt['kind'], string> = {
  quotation: '',
  paraphrase: 'Paraphrase',
  summary: 'Summary',
  comment: 'Comment',
};

export interface ExcerptQuoteProps {
  excerpt: Excerpt;
  /** Three lines at most, for lists. */
  clamp?: boolean;
  /** Makes the citation a button that goes to the place in the source. */
  onOpen?: (beside: boolean) => void;
  hideTags?: boolean;
  /** Further things on the line of the citation. */
  children?: ReactNode;
}

/** An excerpt as it looks everywhere: rule in its colour, the words in serif, short citation and locator, tags. */
export function ExcerptQuote({ excerpt, clamp = false, onOpen, hideTags = false, children }: ExcerptQuoteProps) {
  const cite = [excerpt.shortCitation, locatorText(excerpt.locator)].filter(Boolean).join(', ');
  const isQuotation = excerpt.kind === 'quotation';
  return (
    <div className={cx(styles['excerpt'], styles[excerpt.colour])}>
      <div className={cx(styles['text'], clamp && styles['clamped'], !isQuotation && styles['own'])} dir="auto">
        {isQuotation ? `“${excerpt.text}”` : excerpt.text}
      </div>
      <div className={styles['meta']}>
        {onOpen ? (
          <button
            type="button"
            className={styles['open']}
            title={`Open “${excerpt.sourceTitle}” at this passage`}
            onClick={(event) => onOpen(event.ctrlKey || event.metaKey)}
          >
            {cite}
          </button>
        ) : (
          <span className={styles['cite']}>{cite}</span>
        )}
        {kindNames[excerpt.kind] && <span>{kindNames[excerpt.kind]}</span>}
        {!hideTags && excerpt.tags.map((tag) => <TagChip key={tag} name={tag} />)}
        {children}
      </div>
    </div>
  );
}
