import { useEffect, useState } from 'react';
import type { Snapshot } from '../../../shared/domain/sources';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import type { DetailProps, PaneName } from '../../app/views';
import { useCall } from '../../client';
import { Button, cx, EmptyState, Kbd, Page, PageHeader, Section } from '../../ui';
import { ActorDialog } from './ActorDialog';
import { DecidedPage } from './DecidedPage';
import { EventDialog } from './EventDialog';
import { Facts } from './Facts';
import { InContext } from './InContext';
import { LinkDialog } from './LinkDialog';
import { groupNames, labelOf, placesOf, type Proposal } from './proposals';
import { suggestionsListId } from './SuggestionsList';
import { SpokenDialog } from './SpokenDialog';
import { useDeciding } from './useDeciding';
import { useProposals, type Proposals } from './useProposals';
import styles from './suggestions.module.css';

/** How many places of an actor are shown at once. */
const shownPlaces = 6;

/** One proposal, with its words in context, why it is made, and what can be done with it. */
export function SuggestionPage({ place, pane }: DetailProps<'suggestions'>) {
  const { sourceId, id } = place;
  const proposals = useProposals(sourceId);
  const { found, open, decisions, all, error, readAgain } = proposals;
  const snapshot = useCall('snapshots.get', { id: found?.snapshotId ?? '' }, { enabled: found !== undefined });
  if (error) return <EmptyState title={error.message} />;
  if (!found || !snapshot.data) return null;
  const decision = decisions.find(({ key }) => key === id);
  if (decision) {
    const proposal = all.find(({ key }) => key === id);
    return (
      <DecidedPage pane={pane} sourceId={sourceId} decision={decision} proposal={proposal} text={snapshot.data.text} />
    );
  }
  const proposal = open.find(({ key }) => key === id);
  if (proposal === undefined) {
    return (
      <EmptyState
        title={open.length === 0 ? 'Everything is decided' : 'Choose a suggestion'}
        acts={
          <Button look="secondary" onClick={readAgain}>
            Read the text again
          </Button>
        }
      >
        Commonplace reads the text by rules, on this machine, and proposes who and what is in it. Nothing is in your
        library before you accept it.
      </EmptyState>
    );
  }
  return (
    <Decide
      // subtle: keyed, so that a dialog that is open for one is not open for the next.
      key={proposal.key}
      proposal={proposal}
      proposals={proposals}
      snapshot={snapshot.data}
      pane={pane}
    />
  );
}

interface DecideProps {
  proposal: Proposal;
  proposals: Proposals;
  snapshot: Snapshot;
  pane: PaneName;
}

function Decide({ proposal, proposals, snapshot, pane }: DecideProps) {
  const { place, replace, open: goTo, openBeside } = useNavigation();
  // Beside a text the next one comes into the same pane.
  const turn = pane === 'beside' ? openBeside : replace;
  // Single keys mean one card: that of the list, where both are open.
  const isWorkedIn = pane === 'main' || (pane === 'beside' && place.view !== 'suggestions');
  const [dialog, setDialog] = useState<'edit' | 'link' | 'position'>();
  const { source, open } = proposals;
  const sourceId = source?.id ?? '';
  const { kind, suggested } = proposal;
  const show = (next: Proposal | undefined) =>
    turn({ view: 'suggestions', sourceId, group: kind, ...(next ? { id: next.key } : {}) });
  const deciding = useDeciding(proposals, show, turn);
  const kin = open.filter((other) => other.kind === kind);
  const at = kin.findIndex(({ key }) => key === proposal.key);
  const step = (by: number) => kin[at + by] && show(kin[at + by]);
  const isSpoken = kind === 'quotation' || kind === 'statement';
  const accept = () => void deciding.accept(proposal);
  const reject = () => void deciding.reject(proposal);

  useCommands(
    isWorkedIn && dialog === undefined
      ? [
          { id: 'suggestion.accept', title: 'Accept the suggestion', group: 'Suggestions', shortcut: 'a', run: accept },
          {
            id: 'suggestion.edit',
            title: 'Edit the suggestion, then accept it',
            group: 'Suggestions',
            shortcut: 'e',
            run: () => setDialog('edit'),
          },
          ...(kind === 'actor'
            ? [
                {
                  id: 'suggestion.link',
                  title: 'Link the suggestion to an actor',
                  group: 'Suggestions',
                  shortcut: 'l',
                  run: () => setDialog('link'),
                },
              ]
            : []),
          ...(isSpoken
            ? [
                {
                  id: 'suggestion.position',
                  title: 'Accept the suggestion as a position on a claim',
                  group: 'Suggestions',
                  shortcut: 'p',
                  run: () => setDialog('position'),
                },
              ]
            : []),
          { id: 'suggestion.reject', title: 'Reject the suggestion', group: 'Suggestions', shortcut: 'r', run: reject },
          { id: 'suggestion.next', title: 'Next suggestion', hidden: true, shortcut: 'j', run: () => step(1) },
          { id: 'suggestion.previous', title: 'Previous suggestion', hidden: true, shortcut: 'k', run: () => step(-1) },
        ]
      : [],
  );

  // A button that was pressed is gone with its proposal; the arrows go on in the list.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === null || activeElement === document.body) document.getElementById(suggestionsListId)?.focus();
  }, [proposal.key]);

  const places = placesOf(proposal);
  const close = () => setDialog(undefined);
  return (
    <Page label="Suggestion">
      <PageHeader
        over={`${groupNames[kind]} · ${at + 1} of ${kin.length}`}
        title={
          kind === 'actor' || kind === 'event' ? labelOf(proposal) : (suggested.speaker?.name ?? 'Nobody is named')
        }
        under={<Facts proposal={proposal} proposals={proposals} saidOn={isSpoken ? deciding.dateOf(proposal) : ''} />}
      />
      <div className={styles.acts} role="group" aria-label="Decide">
        <Button look="primary" onClick={accept}>
          {kind === 'actor' && suggested.existing ? `Link to ${suggested.existing.name}` : 'Accept'}{' '}
          <Kbd shortcut="a" />
        </Button>
        {isSpoken && (
          <Button look="secondary" onClick={() => setDialog('position')}>
            With a position… <Kbd shortcut="p" />
          </Button>
        )}
        {kind === 'actor' && (
          <Button look="secondary" onClick={() => setDialog('link')}>
            Link to an actor… <Kbd shortcut="l" />
          </Button>
        )}
        <Button look="secondary" onClick={() => setDialog('edit')}>
          Edit… <Kbd shortcut="e" />
        </Button>
        <Button look="secondary" onClick={reject}>
          Reject <Kbd shortcut="r" />
        </Button>
      </div>
      <Section title="In the text" count={places.length}>
        <ul className={styles.places}>
          {places.slice(0, shownPlaces).map((place) => (
            <li key={place.start}>
              <InContext text={snapshot.text} place={place} reach={kind === 'actor' ? 110 : 260} />
              <Button
                look="link"
                onClick={() => goTo({ view: 'sources', id: sourceId, at: { snapshotId: snapshot.id, ...place } })}
              >
                Show in the source
              </Button>
            </li>
          ))}
        </ul>
        {places.length > shownPlaces && (
          <p className={styles.quiet}>And {places.length - shownPlaces} more places in the text.</p>
        )}
      </Section>
      <p className={cx(styles.quiet, styles.why)}>
        {Math.round(suggested.confidence * 100)} % sure: {suggested.reason}.
      </p>
      {dialog === 'link' && kind === 'actor' && (
        <LinkDialog
          suggested={suggested}
          onLink={(wish) => void deciding.acceptActor(proposal, wish).then(close)}
          onClose={close}
        />
      )}
      {dialog === 'edit' && kind === 'actor' && (
        <ActorDialog
          suggested={suggested}
          onAccept={(wish) => void deciding.acceptActor(proposal, wish).then(close)}
          onClose={close}
        />
      )}
      {dialog === 'edit' && kind === 'event' && (
        <EventDialog
          suggested={suggested}
          proposals={proposals}
          onAccept={(edited) => void deciding.acceptEvent(proposal, edited).then(close)}
          onClose={close}
        />
      )}
      {(dialog === 'edit' || dialog === 'position') && isSpoken && (
        <SpokenDialog
          suggested={suggested}
          proposals={proposals}
          date={deciding.dateOf(proposal)}
          withPosition={dialog === 'position'}
          onAccept={(edited) => void deciding.acceptSpoken(proposal, edited).then(close)}
          onClose={close}
        />
      )}
    </Page>
  );
}
