import type { Excerpt } from '../../../shared/domain/excerpts';
import { shortLocator } from '../../../shared/excerpts/locator';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { StandingMark } from './StandingMark';
import styles from './anchors.module.css';

/** In an open excerpt of an older snapshot: how it stands in the newest one, with the ways to both places and to a decision. */
export function StandingLine({ excerpt }: { excerpt: Excerpt }) {
  const { open } = useNavigation();
  const { id, sourceId, anchor, standing } = excerpt;
  if (standing === null) return null;
  const { place, snapshotId, locator } = standing;
  const at = (snapshot: string, { start, end }: { start: number; end: number }) =>
    open({ view: 'sources', id: sourceId, at: { snapshotId: snapshot, start, end } });
  return (
    <div className={styles.line} role="group" aria-label="In the newest snapshot">
      <span>In the newest snapshot:</span>
      <StandingMark standing={standing} />
      {locator && <span>{shortLocator(locator)}</span>}
      <span className={styles.ways}>
        <Button look="link" onClick={() => open({ view: 'settle', sourceId, id })}>
          {standing.needsLook ? 'Settle' : 'Decide anew'}
        </Button>
        {place && (
          <Button look="link" onClick={() => at(snapshotId, place)}>
            Show it there
          </Button>
        )}
        <Button look="link" onClick={() => at(anchor.snapshotId, anchor)}>
          Show where it was made
        </Button>
      </span>
    </div>
  );
}
