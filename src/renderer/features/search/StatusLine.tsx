import { useSettled } from '../../app/useSettled';
import { Button } from '../../ui';
import type { Asker } from './Asker';
import { describe } from './hits';
import styles from './search.module.css';
import { useAsking } from './useAsker';

/** Advice waits until the typing rests: half a word is no slip, and an open quotation mark no mistake. */
const REST_MS = 400;

export interface StatusLineProps {
  asker: Asker;
  query: string;
  /** How many hits are asked for at first. */
  first: number;
  onQuery: (query: string) => void;
}

/** How many were found, and what there is to say about the query. Always one line, so that no result moves for it. */
export function StatusLine({ asker, query, first, onQuery }: StatusLineProps) {
  const answer = useAsking(asker, ({ answered }) => answered?.answer);
  const failure = useAsking(asker, (state) => state.failure);
  const rested = useSettled(query, REST_MS) === query;
  const didYouMean = rested ? answer?.didYouMean : null;
  const problem = failure?.message ?? (rested ? answer?.problem : null);
  return (
    <div className={styles['status']}>
      <span aria-live="polite">{answer && describe(answer, first)}</span>
      {problem && (
        <span className={styles['problem']} role="status">
          {problem}
        </span>
      )}
      {!problem && didYouMean && (
        <span>
          Did you mean{' '}
          <Button look="link" onClick={() => onQuery(didYouMean)}>
            {didYouMean}
          </Button>
          ?
        </span>
      )}
    </div>
  );
}
