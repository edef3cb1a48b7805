import { defineView, type DetailProps } from '../../app/views';
import { EmptyState } from '../../ui';
import { EventPage } from './EventPage';
import { EventsList } from './EventsList';

function EventDetailPane({ place, pane }: DetailProps<'events'>) {
  if (!place.id) {
    return (
      <EmptyState title="Choose an event" command="event.new">
        Its date, actors and excerpts are shown here.
      </EmptyState>
    );
  }
  return <EventPage key={place.id} id={place.id} pane={pane} />;
}

export const view = defineView({ name: 'events', title: 'Events', List: EventsList, Detail: EventDetailPane });
