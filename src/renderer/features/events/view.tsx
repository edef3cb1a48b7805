import { ChooseOne } from '../../app/ChooseOne';
import { defineView, type DetailProps } from '../../app/views';
import { EventPage } from './EventPage';
import { EventsList } from './EventsList';

function EventDetailPane({ place, pane }: DetailProps<'events'>) {
  if (!place.id) {
    return <ChooseOne kind="event">Its date, actors and excerpts are shown here.</ChooseOne>;
  }
  return <EventPage key={place.id} id={place.id} pane={pane} />;
}

export const view = defineView({ name: 'events', title: 'Events', List: EventsList, Detail: EventDetailPane });
