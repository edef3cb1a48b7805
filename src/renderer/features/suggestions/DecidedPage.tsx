import type { SuggestionDecision } from '../../../shared/domain/suggestions';
import { useNavigation } from '../../app/navigation';
import { placeOf } from '../../app/places';
import type { PaneName } from '../../app/views';
import { useAct } from '../../client';
import { Button, Page, PageHeader, Section } from '../../ui';
import { InContext } from './InContext';
import { placesOf, type Proposal } from './proposals';
import styles from './suggestions.module.css';

export interface DecidedPageProps {
  pane: PaneName;
  sourceId: string;
  decision: SuggestionDecision;
  /** Undefined where the newest text no longer says it. */
  proposal: Proposal | undefined;
  text: string;
}

/** What was accepted or rejected, and the way to decide anew. */
export function DecidedPage({
  pane,
  sourceId,
  decision: { key, kind, decision, label, targetId },
  proposal,
  text,
}: DecidedPageProps) {
  const { replace, open, openBeside } = useNavigation();
  const turn = pane === 'beside' ? openBeside : replace;
  const again = useAct('suggestions.reconsider', {
    success: 'Proposed again',
    onSuccess: () => turn({ view: 'suggestions', sourceId, group: kind, id: key }),
  });
  const noun = kind === 'actor' || kind === 'event' ? kind : 'excerpt';
  return (
    <Page label="Decided suggestion">
      <PageHeader
        over={decision === 'accepted' ? 'You accepted this' : 'You rejected this'}
        title={label}
        under={
          decision === 'accepted'
            ? 'It is in your library. Proposing it again leaves there what was made of it.'
            : 'It is not proposed again, also when the source is captured anew.'
        }
      />
      <div className={styles.acts}>
        {targetId !== null && (
          <Button look="primary" onClick={() => open(placeOf(noun, targetId))}>
            Open the {noun}
          </Button>
        )}
        <Button look="secondary" onClick={() => void again.act({ sourceId, key })}>
          Propose again
        </Button>
      </div>
      {proposal && (
        <Section title="In the text">
          <ul className={styles.places}>
            {placesOf(proposal)
              .slice(0, 1)
              .map((place) => (
                <li key={place.start}>
                  <InContext text={text} place={place} />
                </li>
              ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
