import { defineView, type DetailProps } from '../../app/views';
import { EmptyState } from '../../ui';
import { MemoPage } from './MemoPage';
import { MemosList } from './MemosList';

function MemoDetailPane({ place, pane }: DetailProps<'memos'>) {
  if (!place.id) {
    return (
      <EmptyState title="Choose a memo, or begin one" command="memo.new">
        A memo is what you write for others. Every sentence in it can lead back to the words it rests on.
      </EmptyState>
    );
  }
  return <MemoPage key={place.id} id={place.id} pane={pane} />;
}

export const view = defineView({ name: 'memos', title: 'Memos', List: MemosList, Detail: MemoDetailPane });
