import { ChooseOne } from '../../app/ChooseOne';
import { defineView, type DetailProps } from '../../app/views';
import { ActorPage } from './ActorPage';
import { ActorsList } from './ActorsList';

function ActorDetailPane({ place, pane }: DetailProps<'actors'>) {
  if (!place.id) {
    return <ChooseOne kind="actor">Names, roles, positions and excerpts are shown here.</ChooseOne>;
  }
  return <ActorPage key={place.id} id={place.id} pane={pane} />;
}

export const view = defineView({ name: 'actors', title: 'Actors', List: ActorsList, Detail: ActorDetailPane });
