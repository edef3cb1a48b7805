import type { ReactNode } from 'react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { useNavigation } from '../../app/navigation';
import { placeInSource } from './ExcerptCard';
import { ExcerptQuote } from './ExcerptQuote';
import styles from './excerpts.module.css';

/** Excerpts on a page, each with the way to where it stands. */
export function ExcerptQuotes({
  excerpts,
  actsOf,
}: {
  excerpts: readonly Excerpt[];
  actsOf?: (excerpt: Excerpt) => ReactNode;
}) {
  const { open } = useNavigation();
  return (
    <ul className={styles.quotes}>
      {excerpts.map((excerpt) => (
        <li key={excerpt.id}>
          <ExcerptQuote excerpt={excerpt} onOpenSource={() => open(placeInSource(excerpt))}>
            {actsOf?.(excerpt)}
          </ExcerptQuote>
        </li>
      ))}
    </ul>
  );
}
