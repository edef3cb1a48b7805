import type { ReactNode } from 'react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { shortLocator } from '../../../shared/excerpts/locator';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/cx';
import { StandingFacts } from '../anchors/StandingMark';
import styles from './excerpts.module.css';

const kindNames = { quotation: '', paraphrase: 'Paraphrase', summary: 'Summary', comment: 'Comment' } as const;

export interface ExcerptQuoteProps {
  excerpt: Excerpt;
  /** At most three lines. */
  clamped?: boolean;
  /** Leaves the citation out, where the source is already named beside it. */
  withoutSource?: boolean;
  /** Makes the citation a button that goes to the place in the source. */
  onOpenSource?: () => void;
  /** The words, with matches marked; the excerpt's own where left out. */
  words?: ReactNode;
  children?: ReactNode;
}

/** An excerpt as it looks everywhere: rule in its colour, words, citation and locator. */
export function ExcerptQuote({
  excerpt,
  clamped = false,
  withoutSource = false,
  onOpenSource,
  words,
  children,
}: ExcerptQuoteProps) {
  const locator = shortLocator(excerpt.locator);
  const citation = [withoutSource ? '' : excerpt.shortCitation, locator].filter(Boolean).join(', ');
  const kind = kindNames[excerpt.kind];
  return (
    <div className={cx(styles.quote, styles[excerpt.colour])}>
      <blockquote
        className={cx(styles.words, clamped && styles.clamped, excerpt.kind !== 'quotation' && styles.own)}
        dir="auto"
      >
        {words ?? excerpt.text}
      </blockquote>
      <div className={styles.facts}>
        {kind && <span>{kind}</span>}
        {citation && onOpenSource ? (
          <Button look="link" className={styles.citation} onClick={onOpenSource} title="Show it in its source">
            {citation}
          </Button>
        ) : (
          citation && <span>{citation}</span>
        )}
        <StandingFacts excerpt={excerpt} />
        {children}
      </div>
    </div>
  );
}
