import { NounList } from '../../app/NounList';
import { useFiltered } from '../../app/useFiltered';
import type { ListProps } from '../../app/views';
import { useCall } from '../../client';
import type { EventSummary } from '../../../shared/domain/events';
import { DateText, EmptyState, FilterBar } from '../../ui';
import { DatesConflict } from './DatesConflict';
import styles from './events.module.css';

const wordsOf = ({ title, place, actors }: EventSummary) =>
  [title, place, ...actors.map((actor) => actor.name)].join(' ');

/** Events in order of date, undated last. */
export function EventsList({ place }: ListProps<'events'>) {
  const events = useCall('events.list', {});
  const { filter, setFilter, shown } = useFiltered(events.data, wordsOf);
  return (
    <>
      <FilterBar noun="events" value={filter} onChange={setFilter} />
      <NounList
        kind="event"
        items={shown}
        textOf={({ title }) => title}
        rowHeight={70}
        selectedId={place.id}
        renderRow={(event) => (
          <div className={styles['row']}>
            <div className={styles['date']}>
              <DateText date={event.date} />
              {event.place && ` · ${event.place}`}
              {event.datesConflict && (
                <>
                  {' · '}
                  <DatesConflict label="dates disagree" />
                </>
              )}
            </div>
            <div className={styles['title']} dir="auto">
              {event.title}
            </div>
            {event.actors.length > 0 && (
              <div className={styles['actors']}>{event.actors.map((actor) => actor.name).join(', ')}</div>
            )}
          </div>
        )}
        empty={
          events.isPending ? undefined : (events.data?.length ?? 0) > 0 ? (
            <EmptyState title="No event like that">Titles, places and actors are searched.</EmptyState>
          ) : (
            <EmptyState title="No events yet" command="event.new">
              Something dated, as precisely as the sources say: a day, a month, “about 2021”.
            </EmptyState>
          )
        }
      />
    </>
  );
}
