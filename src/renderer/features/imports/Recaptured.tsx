import { verdicts } from '../../../shared/anchoring';
import type { VerdictCounts } from '../../../shared/domain/anchors';
import type { SourceOutcome } from '../../../shared/domain/imports';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import styles from './imports.module.css';

/** How the excerpts of a source stand in a text it was captured with again, and the ways on from there. */
export function Recaptured({ outcome, anchors }: { outcome: SourceOutcome; anchors: VerdictCounts }) {
  const { open } = useNavigation();
  const { sourceId } = outcome;
  const total = verdicts.reduce((sum, verdict) => sum + anchors[verdict], 0);
  const parts = verdicts.filter((verdict) => anchors[verdict] > 0).map((verdict) => `${anchors[verdict]} ${verdict}`);
  return (
    <>
      <span className={styles.detail}>
        {total === 0
          ? 'It has no excerpts yet that could have come loose.'
          : `${count(total, 'excerpt')} looked for in the new text: ${parts.join(', ')}.`}
      </span>
      <span className={styles.ways}>
        {anchors.changed + anchors.ambiguous + anchors.lost > 0 && (
          <Button look="link" onClick={() => open({ view: 'settle', sourceId })}>
            Settle excerpts
          </Button>
        )}
        <Button look="link" onClick={() => open({ view: 'compare', id: sourceId })}>
          See what changed
        </Button>
      </span>
    </>
  );
}
