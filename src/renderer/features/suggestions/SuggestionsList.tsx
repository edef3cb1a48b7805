import { useEffect } from 'react';
import type { SuggestionDecision } from '../../../shared/domain/suggestions';
import { useCommands } from '../../app/commands';
import { ListPane } from '../../app/ListFrame';
import { useNavigation } from '../../app/navigation';
import { useMedia } from '../../app/useMedia';
import type { ListProps } from '../../app/views';
import { ActorIcon, Button, DateText, EmptyState, List } from '../../ui';
import { stanceNames } from '../claims/words';
import { groupNames, labelOf, type Group, type Proposal } from './proposals';
import styles from './suggestions.module.css';
import { useDeciding } from './useDeciding';
import { useProposals } from './useProposals';

/** Id of the list, for whoever gives it the focus back. */
export const suggestionsListId = 'suggestions';

const groups: readonly Group[] = ['actor', 'quotation', 'statement', 'event', 'decided'];

/** What is proposed from a source, kind by kind. The first one is open at once: there is nothing to choose, only to go through. */
export function SuggestionsList({ place }: ListProps<'suggestions'>) {
  const { replace, open: goTo } = useNavigation();
  const { sourceId, id } = place;
  const proposals = useProposals(sourceId);
  const { source, open, decisions, loading, all, found } = proposals;
  const group = place.group ?? groups.find((each) => open.some(({ kind }) => kind === each)) ?? 'actor';
  const items = open.filter(({ kind }) => kind === group);
  const count = (each: Group) =>
    each === 'decided' ? decisions.length : open.filter(({ kind }) => kind === each).length;
  const { accept } = useDeciding(
    proposals,
    (next) => replace({ view: 'suggestions', sourceId, group, ...(next ? { id: next.key } : {}) }),
    replace,
  );
  const first = group === 'decided' ? decisions[0]?.key : items[0]?.key;
  // In a window of one column the page would take the place of the list.
  const hasRoom = useMedia('(min-width: 680px)');
  useEffect(() => {
    if (hasRoom && id === undefined && first !== undefined) replace({ ...place, group, id: first });
  }, [hasRoom, id, first, place, group, replace]);
  const show = (each: Group) => replace({ view: 'suggestions', sourceId, group: each });
  useCommands(
    groups.map((each, index) => ({
      id: `suggestions.show.${each}`,
      title: `Show suggestions: ${groupNames[each].toLowerCase()}`,
      group: 'Suggestions',
      shortcut: String(index + 1),
      run: () => show(each),
    })),
  );
  return (
    <ListPane label="Suggestions" title="Suggestions" count={open.length}>
      <div className={styles.scope}>
        <Button look="link" onClick={() => goTo({ view: 'sources', id: sourceId })}>
          <span className={styles.scopeTitle} dir="auto">
            {source?.title ?? ''}
          </span>
        </Button>
        <button
          type="button"
          className={styles.group}
          aria-pressed={group === 'decided'}
          aria-keyshortcuts={String(groups.length)}
          title={`What you accepted and rejected (${groups.length})`}
          onClick={() => show('decided')}
        >
          {groupNames.decided} <span className={styles.count}>{decisions.length}</span>
        </button>
      </div>
      <div className={styles.groups} role="group" aria-label="Kind of suggestion">
        {groups.slice(0, -1).map((each) => (
          <button
            key={each}
            type="button"
            className={styles.group}
            aria-pressed={each === group}
            aria-keyshortcuts={String(groups.indexOf(each) + 1)}
            title={`${groupNames[each]} (${groups.indexOf(each) + 1})`}
            onClick={() => show(each)}
          >
            {groupNames[each]} <span className={styles.count}>{count(each)}</span>
          </button>
        ))}
      </div>
      {group === 'decided' ? (
        <List
          id={suggestionsListId}
          label="What you have decided"
          items={decisions}
          keyOf={({ key }) => key}
          textOf={({ label }) => label}
          typeAhead={false}
          rowHeight={52}
          selected={id ? [id] : []}
          onSelect={([key]) => key && replace({ ...place, group, id: key })}
          renderRow={(decision) => <DecisionRow decision={decision} />}
          empty={<EmptyState title="Nothing is decided yet">What you accept or reject is listed here.</EmptyState>}
        />
      ) : (
        <List
          id={suggestionsListId}
          label={`Suggested ${groupNames[group].toLowerCase()}`}
          items={items}
          keyOf={({ key }) => key}
          textOf={labelOf}
          // Letters decide about the one that is open.
          typeAhead={false}
          autoFocus
          rowHeight={64}
          selected={id ? [id] : []}
          onSelect={([key]) => key && replace({ ...place, group, id: key })}
          onOpen={(proposal) => void accept(proposal)}
          renderRow={(proposal) => <ProposalRow proposal={proposal} />}
          empty={
            loading ? (
              <p className={styles.reading} role="status">
                Reading the text…
              </p>
            ) : (
              <NothingLeft
                group={group}
                any={all.some(({ kind }) => kind === group)}
                language={found?.language ?? ''}
                next={groups.find((each) => each !== 'decided' && count(each) > 0)}
                onNext={show}
              />
            )
          }
        />
      )}
    </ListPane>
  );
}

function ProposalRow({ proposal }: { proposal: Proposal }) {
  return (
    <div className={styles.row}>
      <span className={proposal.kind === 'actor' ? styles.name : styles.words} dir="auto">
        {proposal.kind === 'actor' && <ActorIcon kind={proposal.suggested.kind} />}
        {labelOf(proposal)}
      </span>
      <span className={styles.rowFacts}>
        <RowFacts proposal={proposal} />
      </span>
    </div>
  );
}

function RowFacts({ proposal }: { proposal: Proposal }) {
  const sure = `${Math.round(proposal.suggested.confidence * 100)} %`;
  if (proposal.kind === 'actor') {
    const { mentions, existing, candidates } = proposal.suggested;
    const known = existing ? `seems to be ${existing.name}` : candidates.length > 0 ? 'could be one of yours' : 'new';
    return [known, `${mentions.length}×`, sure].join(' · ');
  }
  if (proposal.kind === 'event') {
    const { date, place } = proposal.suggested;
    return (
      <>
        <DateText date={date} />
        {[place && ` · ${place}`, ` · ${sure}`].join('')}
      </>
    );
  }
  const { speaker, stance, manner } = proposal.suggested;
  const how =
    manner === 'reported' ? `${stanceNames[stance].toLowerCase()}, reported` : stanceNames[stance].toLowerCase();
  return [speaker?.name ?? 'Nobody named', how, sure].join(' · ');
}

function DecisionRow({ decision: { label, decision, kind } }: { decision: SuggestionDecision }) {
  return (
    <div className={styles.row}>
      <span className={styles.words} dir="auto">
        {label}
      </span>
      <span className={styles.rowFacts}>
        {[decision === 'accepted' ? 'Accepted' : 'Rejected', groupNames[kind]].join(' · ')}
      </span>
    </div>
  );
}

interface NothingLeftProps {
  group: Exclude<Group, 'decided'>;
  /** Some of this kind were there. */
  any: boolean;
  language: string;
  next: Group | undefined;
  onNext: (group: Group) => void;
}

/** Says why a list is empty, and where to go on. */
function NothingLeft({ group, any, language, next, onNext }: NothingLeftProps) {
  const name = groupNames[group].toLowerCase();
  return (
    <EmptyState
      title={any ? `All ${name} are decided` : `No ${name} found`}
      acts={
        next && (
          <Button look="secondary" onClick={() => onNext(next)}>
            Go on with {groupNames[next].toLowerCase()}
          </Button>
        )
      }
    >
      {any
        ? 'What you accepted is in the library; what you rejected is not proposed again. See both under “Decided”.'
        : language === ''
          ? 'There are no rules for the language of this text. Only names of your library, longer quotations and dates in numbers are found. Select words in the text to excerpt them yourself.'
          : 'Nothing in this text looks like one. Select words in the text to excerpt them yourself.'}
    </EmptyState>
  );
}
