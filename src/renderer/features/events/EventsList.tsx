import { useMemo, useState } from 'react';
import { setDragged } from '../../app/dragging';
import { useNavigation } from '../../app/navigation';
import type { ListProps } from '../../app/views';
import { useAct, useCall } from '../../client';
import { compareEdtf } from '../../../shared/dates/edtf';
import { fold } from '../../../shared/search';
import { DateText, EmptyState, FilterBar, List } from '../../ui';
import styles from './events.module.css';

/** Events in order of date, undated last. */
export function EventsList({ place }: ListProps<'events'>) {
  const { replace, openBeside } = useNavigation();
  const [filter, setFilter] = useState('');
  const events = useCall('events.list', {});
  const trash = useAct('events.trash', { success: 'Event moved to the Trash' });
  const shown = useMemo(() => {
    const words = fold(filter).trim().split(/\s+/).filter(Boolean);
    return (events.data ?? [])
      .filter((event) => {
        const text = fold([event.title, event.place, ...event.actors.map((actor) => actor.name)].join(' '));
        return words.every((word) => text.includes(word));
      })
      .sort((a, b) => compareEdtf(a.date, b.date));
  }, [events.data, filter]);
  return (
    <>
      <FilterBar noun="events" value={filter} onChange={setFilter} />
      <List
        label="Events"
        items={shown}
        keyOf={({ id }) => id}
        textOf={({ title }) => title}
        rowHeight={70}
        selected={place.id ? [place.id] : []}
        onSelect={([id]) => id && replace({ view: 'events', id })}
        onOpen={({ id }, beside) => beside && openBeside({ view: 'events', id })}
        onDelete={(items) => items.forEach(({ id }) => void trash.act({ id }))}
        menuFor={([event]) =>
          event
            ? [
                {
                  label: 'Open beside',
                  shortcut: 'mod+enter',
                  run: () => openBeside({ view: 'events', id: event.id }),
                },
                'line',
                {
                  label: 'Move to the Trash',
                  shortcut: 'delete',
                  dangerous: true,
                  run: () => void trash.act({ id: event.id }),
                },
              ]
            : []
        }
        onDragStart={(event, items) =>
          setDragged(
            event.dataTransfer,
            items.map(({ id }) => ({ kind: 'event', id })),
            items.map(({ title }) => title).join('\n'),
          )
        }
        renderRow={(event) => (
          <div className={styles['row']}>
            <div className={styles['date']}>
              <DateText date={event.date} />
              {event.place && ` · ${event.place}`}
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
