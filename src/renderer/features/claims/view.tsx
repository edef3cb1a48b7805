import { defineView, type DetailProps } from '../../app/views';
import { EmptyState } from '../../ui';
import { ClaimPage } from './ClaimPage';
import { ClaimsList } from './ClaimsList';

function ClaimDetailPane({ place, pane }: DetailProps<'claims'>) {
  if (!place.id) {
    return (
      <EmptyState title="Choose a claim" command="claim.new">
        Its evidence and the positions on it are shown here.
      </EmptyState>
    );
  }
  return <ClaimPage key={place.id} id={place.id} pane={pane} />;
}

export const view = defineView({ name: 'claims', title: 'Claims', List: ClaimsList, Detail: ClaimDetailPane });
