import { ChooseOne } from '../../app/ChooseOne';
import { defineView, type DetailProps } from '../../app/views';
import { ClaimPage } from './ClaimPage';
import { ClaimsList } from './ClaimsList';

function ClaimDetailPane({ place, pane }: DetailProps<'claims'>) {
  if (!place.id) {
    return <ChooseOne kind="claim">Its evidence and the positions on it are shown here.</ChooseOne>;
  }
  return <ClaimPage key={place.id} id={place.id} pane={pane} />;
}

export const view = defineView({ name: 'claims', title: 'Claims', List: ClaimsList, Detail: ClaimDetailPane });
