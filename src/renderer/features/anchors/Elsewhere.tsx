import type { Excerpt } from '../../../shared/domain/excerpts';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { ExcerptQuotes } from '../excerpts/ExcerptQuotes';
import { StandingMark } from './StandingMark';
import styles from './anchors.module.css';

/** Excerpts of a source that have no place in the text above: each leads to the snapshot that it was made in. */
export function Elsewhere({ excerpts, isNewest }: { excerpts: readonly Excerpt[]; isNewest: boolean }) {
  const { open } = useNavigation();
  if (excerpts.length === 0) return null;
  return (
    <div className={styles.elsewhere}>
      <Section title="Excerpts that are not in this text" count={excerpts.length}>
        <ExcerptQuotes
          excerpts={excerpts}
          actsOf={({ id, sourceId, standing }) =>
            standing &&
            isNewest && (
              <>
                {!standing.needsLook && <StandingMark standing={standing} />}
                <Button look="link" onClick={() => open({ view: 'settle', sourceId, id })}>
                  {standing.needsLook ? 'Settle' : 'Decide anew'}
                </Button>
              </>
            )
          }
        />
      </Section>
    </div>
  );
}
