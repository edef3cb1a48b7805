import { useState } from 'react';
import { NounActs } from '../../app/NounActs';
import { useNavigation } from '../../app/navigation';
import type { PaneName } from '../../app/views';
import { useCall } from '../../client';
import { Button, DateText, EmptyState, Page, PageHeader, Section } from '../../ui';
import { ExcerptQuotes } from '../excerpts/ExcerptQuotes';
import { Notes } from '../notes/Notes';
import { DatesConflict } from './DatesConflict';
import { DatesSection } from './DatesSection';
import { EventForm } from './EventForm';
import styles from './events.module.css';

export function EventPage({ id, pane }: { id: string; pane: PaneName }) {
  const { data: event, error } = useCall('events.get', { id });
  const { open } = useNavigation();
  const [editing, setEditing] = useState(false);
  if (error) return <EmptyState title={error.message} />;
  if (!event) return null;
  return (
    <Page label="Event">
      <PageHeader
        over={
          <span className={styles['over']}>
            <DateText date={event.date} long />
            {event.place && <span>· {event.place}</span>}
            {event.datesConflict && <DatesConflict label="sources disagree" />}
          </span>
        }
        acts={<NounActs kind="event" id={id} pane={pane} onEdit={() => setEditing(true)} />}
        title={event.title}
        under={event.description && <p className={styles['description']}>{event.description}</p>}
      />
      <Section title="Actors" count={event.actors.length}>
        {event.actors.length === 0 ? (
          <p className={styles['quiet']}>None yet. Edit the event to say who took part.</p>
        ) : (
          <ul className={styles['chips']}>
            {event.actors.map((actor) => (
              <li key={actor.actorId} className={styles['actorLine']}>
                <Button look="link" onClick={() => open({ view: 'actors', id: actor.actorId })}>
                  {actor.name}
                </Button>
                <span className={styles['quiet']}>{actor.role}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <DatesSection event={event} />
      <Section title="Excerpts" count={event.excerpts.length}>
        {event.excerpts.length === 0 ? (
          <p className={styles['quiet']}>None yet. Edit the event to add the words it rests on.</p>
        ) : (
          <ExcerptQuotes excerpts={event.excerpts} />
        )}
      </Section>
      <Section title="Notes">
        <Notes target={{ kind: 'event', id }} />
      </Section>
      {editing && <EventForm event={event} onClose={() => setEditing(false)} onSaved={() => {}} />}
    </Page>
  );
}
