import { Button, cx } from '../../ui';
import styles from './Welcome.module.css';
import type { LibraryProblem } from './Welcome';

export interface ProblemProps {
  problem: LibraryProblem;
  onTrust: () => void;
  onRetry: () => void;
  onChoose: () => void;
  onDismiss: () => void;
}

/** Why a library did not open, and the next act. */
export function Problem({ problem: { error, key }, onTrust, onRetry, onChoose, onDismiss }: ProblemProps) {
  if (error.code === 'library-untrusted' && key !== '') {
    return (
      <section className={cx(styles['problem'], styles['ask'])} role="alert">
        <p>
          This library was not made on this computer. Open it only if you know who it is from: a crafted library can
          attack the program that reads it.
        </p>
        <div className={styles['problemActs']}>
          <Button look="secondary" onClick={onTrust}>
            I know where it is from, open it
          </Button>
          <Button onClick={onDismiss}>Do not open</Button>
        </div>
      </section>
    );
  }
  const canRetry = key !== '' && ['library-in-use', 'disk-full', 'timed-out', 'internal'].includes(error.code);
  return (
    <section className={styles['problem']} role="alert">
      <p>{error.message}</p>
      <div className={styles['problemActs']}>
        {canRetry && (
          <Button look="secondary" onClick={onRetry}>
            Try again
          </Button>
        )}
        <Button look={canRetry ? 'quiet' : 'secondary'} onClick={onChoose}>
          Open another folder
        </Button>
        <Button onClick={onDismiss}>Dismiss</Button>
      </div>
    </section>
  );
}
