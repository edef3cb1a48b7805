import type { ReactNode } from 'react';
import { ActorIcon, DateText } from '../../ui';
import { stanceNames } from '../claims/words';
import { wishFor, type Proposal } from './proposals';
import type { Proposals } from './useProposals';
import styles from './suggestions.module.css';

export interface FactsProps {
  proposal: Proposal;
  proposals: Proposals;
  /** When it was said, EDTF; '' for what is not said. */
  saidOn: string;
}

/** What accepting a proposal puts into the library, in a few lines. */
export function Facts({ proposal, proposals, saidOn }: FactsProps) {
  const { kind, suggested } = proposal;
  if (kind === 'actor') {
    const { aliases, roles, existing, candidates } = suggested;
    return (
      <dl className={styles.facts}>
        <Fact name="Kind">
          <ActorIcon kind={suggested.kind} /> {suggested.kind}
        </Fact>
        {aliases.length > 0 && <Fact name="Also">{aliases.join(', ')}</Fact>}
        {roles.length > 0 && (
          <Fact name="Role">
            {roles.map(({ title, organisation }) => [title, organisation].filter(Boolean).join(', ')).join('; ')}
          </Fact>
        )}
        {existing && (
          <Fact name="In your library">
            {existing.name}: {existing.reason}
          </Fact>
        )}
        {candidates.length > 0 && <Fact name="It could be">{candidates.map(({ name }) => name).join(' or ')}</Fact>}
      </dl>
    );
  }
  if (kind === 'event') {
    return (
      <dl className={styles.facts}>
        <Fact name="Date">
          <DateText date={suggested.date} long /> <span className={styles.quiet}>(“{suggested.expression.text}”)</span>
        </Fact>
        {suggested.place && <Fact name="Place">{suggested.place}</Fact>}
        {suggested.actors.length > 0 && (
          <Fact name="Actors">
            {suggested.actors
              .map(({ actorKey, name, role }) => {
                const wish = wishFor(actorKey, proposals.found?.actors ?? [], proposals.decisions);
                const how = wish === null ? 'left out' : wish.is === 'new' ? `new ${wish.kind}` : 'in your library';
                return `${name} (${[role, how].filter(Boolean).join(', ')})`;
              })
              .join('; ')}
          </Fact>
        )}
      </dl>
    );
  }
  const { speaker, verb, stance, manner } = suggested;
  const actors = proposals.found?.actors ?? [];
  const wish = wishFor(speaker?.actorKey ?? null, actors, proposals.decisions);
  return (
    <dl className={styles.facts}>
      <Fact name="Verb">
        {verb ? `“${verb.text}”` : 'none'}: {stanceNames[stance].toLowerCase()}
        {manner === 'reported' ? ', reported of them by others' : ''}
      </Fact>
      <Fact name="Speaker">
        {wish === null
          ? 'not linked; choose one with Edit'
          : wish.is === 'new'
            ? `${wish.name}, added as a new ${wish.kind}`
            : 'an actor of your library'}
        {speaker && speaker.ambiguousWith.length > 0 ? `; it could be ${speaker.ambiguousWith.join(' or ')}` : ''}
      </Fact>
      <Fact name="Date">
        <DateText date={saidOn} long undated="not known" />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
