import { defineView, type DetailProps } from '../../app/views';
import { useCall } from '../../client';
import { EmptyState } from '../../ui';
import { AchList } from './AchList';
import { AchPage } from './AchPage';

function AchDetail({ place }: DetailProps<'ach'>) {
  const { data: tables } = useCall('ach.list', {});
  if (place.id) return <AchPage key={place.id} id={place.id} />;
  if (tables?.length === 0) {
    return (
      <EmptyState title="Which explanation holds?" command="ach.new">
        Set the claims that compete across, and what you know down. Rate each piece of evidence against every claim: the
        one with the least against it stands, not the one with the most for it.
      </EmptyState>
    );
  }
  return <EmptyState title="Choose a table">Its hypotheses and evidence are shown here.</EmptyState>;
}

export const view = defineView({ name: 'ach', title: 'Competing hypotheses', List: AchList, Detail: AchDetail });
