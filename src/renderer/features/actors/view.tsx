import { defineView, type DetailProps } from '../../app/views';
import { EmptyState } from '../../ui';
import { ActorPage } from './ActorPage';
import { ActorsList } from './ActorsList';

function ActorDetailPane({ place, pane }: DetailProps<'actors'>) {
  if (!place.id) {
    return (
      <EmptyState title="Choose an actor" command="actor.new">
        Names, roles, positions and excerpts are shown here.
      </EmptyState>
    );
  }
  return <ActorPage key={place.id} id={place.id} pane={pane} />;
}

export const view = defineView({ name: 'actors', title: 'Actors', List: ActorsList, Detail: ActorDetailPane });
