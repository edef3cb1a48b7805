import { useState } from 'react';
import { NounActs } from '../../app/NounActs';
import { useNavigation } from '../../app/navigation';
import type { PaneName } from '../../app/views';
import { useAct, useCall } from '../../client';
import type { ActorDetail } from '../../../shared/domain/actors';
import { ActorIcon, Button, DateText, EmptyState, Page, PageHeader, Section } from '../../ui';
import { PositionMark } from '../claims/PositionMark';
import { ExcerptQuotes } from '../excerpts/ExcerptQuotes';
import { Notes } from '../notes/Notes';
import { ActorForm } from './ActorForm';
import styles from './actors.module.css';
import { actorKindNames, codeName, langOf, nameKindNames } from './names';

export function ActorPage({ id, pane }: { id: string; pane: PaneName }) {
  const { data: actor, error } = useCall('actors.get', { id });
  const [editing, setEditing] = useState(false);
  if (error) return <EmptyState title={error.message} />;
  if (!actor) return null;
  return (
    <Page label="Actor">
      <PageHeader
        over={
          <span className={styles['kind']}>
            <ActorIcon kind={actor.kind} />
            {actorKindNames[actor.kind]}
            {actor.role && ` · ${actor.role}`}
          </span>
        }
        acts={<NounActs kind="actor" id={id} pane={pane} onEdit={() => setEditing(true)} />}
        title={actor.name}
        under={actor.description && <p className={styles['description']}>{actor.description}</p>}
      />
      <Names actor={actor} />
      <Roles actor={actor} />
      <Positions actor={actor} />
      <Excerpts actor={actor} />
      <Events actor={actor} />
      <Section title="Notes">
        <Notes target={{ kind: 'actor', id }} />
      </Section>
      {editing && <ActorForm actor={actor} onClose={() => setEditing(false)} onSaved={() => {}} />}
    </Page>
  );
}

function Names({ actor }: { actor: ActorDetail }) {
  const others = actor.names.filter((name) => !(name.kind === 'name' && name.text === actor.name));
  if (others.length === 0) return null;
  return (
    <Section title="Other names" count={others.length}>
      <table className={styles['table']}>
        <tbody>
          {others.map((name) => (
            <tr key={name.id}>
              <td className={styles['written']}>
                <bdi lang={langOf(name.language)}>{name.text}</bdi>
              </td>
              <td className={styles['quiet']}>{nameKindNames[name.kind]}</td>
              <td className={styles['quiet']}>
                {[codeName('language', name.language), codeName('script', name.script)].filter(Boolean).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Roles({ actor }: { actor: ActorDetail }) {
  if (actor.roles.length === 0) return null;
  return (
    <Section title="Roles" count={actor.roles.length}>
      <table className={styles['table']}>
        <tbody>
          {actor.roles.map((role) => (
            <tr key={role.id}>
              <td className={styles['quiet']}>
                <DateText date={role.from} undated="…" /> – <DateText date={role.to} undated="…" />
              </td>
              <td>
                {role.title}
                {role.organisation && <span className={styles['quiet']}> · {role.organisation}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Positions({ actor }: { actor: ActorDetail }) {
  const { open } = useNavigation();
  return (
    <Section title="Positions" count={actor.positions.length}>
      {actor.positions.length === 0 ? (
        <p className={styles['quiet']}>None yet. Positions are added on the page of a claim.</p>
      ) : (
        <table className={styles['table']}>
          <tbody>
            {actor.positions.map((position) => (
              <tr key={position.id}>
                <td className={styles['quiet']}>
                  <DateText date={position.date} />
                </td>
                <td>
                  <PositionMark stance={position.stance} manner={position.manner} />
                </td>
                <td>
                  <Button
                    look="link"
                    className={styles['claimLink']}
                    onClick={() => open({ view: 'claims', id: position.claimId })}
                  >
                    {position.claimStatement}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Excerpts({ actor }: { actor: ActorDetail }) {
  const untag = useAct('actors.untag', { success: 'Actor taken off the excerpt' });
  return (
    <Section title="Excerpts" count={actor.excerpts.length}>
      {actor.excerpts.length === 0 ? (
        <p className={styles['quiet']}>None yet. Tag an excerpt with this actor while reading.</p>
      ) : (
        <ExcerptQuotes
          excerpts={actor.excerpts}
          actsOf={(excerpt) => (
            <Button look="link" onClick={() => void untag.act({ excerptId: excerpt.id, actorId: actor.id })}>
              Take off
            </Button>
          )}
        />
      )}
    </Section>
  );
}

function Events({ actor }: { actor: ActorDetail }) {
  const { open } = useNavigation();
  const events = useCall('events.list', { actorId: actor.id }).data ?? [];
  if (events.length === 0) return null;
  return (
    <Section title="Events" count={events.length}>
      <table className={styles['table']}>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td className={styles['quiet']}>
                <DateText date={event.date} />
              </td>
              <td>
                <Button look="link" onClick={() => open({ view: 'events', id: event.id })}>
                  {event.title}
                </Button>
              </td>
              <td className={styles['quiet']}>{event.actors.find((each) => each.actorId === actor.id)?.role ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
