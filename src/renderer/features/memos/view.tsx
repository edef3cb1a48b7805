import { ChooseOne } from '../../app/ChooseOne';
import { defineView, type DetailProps } from '../../app/views';
import { MemoPage } from './MemoPage';
import { MemosList } from './MemosList';

function MemoDetailPane({ place, pane }: DetailProps<'memos'>) {
  if (!place.id) {
    return <ChooseOne kind="memo">Every sentence of a memo can lead back to the words it rests on.</ChooseOne>;
  }
  return <MemoPage key={place.id} id={place.id} pane={pane} />;
}

export const view = defineView({ name: 'memos', title: 'Memos', List: MemosList, Detail: MemoDetailPane });
