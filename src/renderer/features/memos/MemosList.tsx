import type { MemoSummary } from '../../../shared/domain/memos';
import { displayDate } from '../../../shared/dates/display';
import { NounList } from '../../app/NounList';
import { useFiltered } from '../../app/useFiltered';
import type { ListProps } from '../../app/views';
import { useCall } from '../../client';
import { count, EmptyState, FilterBar } from '../../ui';
import styles from './memos.module.css';

const titleOf = (memo: MemoSummary) => memo.title;

export function MemosList({ place }: ListProps<'memos'>) {
  const memos = useCall('memos.list', {});
  const { filter, setFilter, shown } = useFiltered(memos.data, titleOf);
  return (
    <>
      <FilterBar noun="memos" value={filter} onChange={setFilter} />
      <NounList
        kind="memo"
        items={shown}
        textOf={titleOf}
        rowHeight={58}
        selectedId={place.id}
        renderRow={(memo) => <MemoRow memo={memo} />}
        empty={
          memos.isPending ? undefined : (memos.data?.length ?? 0) > 0 ? (
            <EmptyState title="No memo has these words in its title">Search everything to look inside them.</EmptyState>
          ) : (
            <EmptyState title="No memos yet" command="memo.new">
              Write beside your sources: select words there, and they land here with their citation.
            </EmptyState>
          )
        }
      />
    </>
  );
}

function MemoRow({ memo }: { memo: MemoSummary }) {
  const facts = [
    count(memo.words, 'word'),
    count(memo.citations, 'citation'),
    displayDate(memo.modifiedAt.slice(0, 10)),
  ];
  return (
    <div className={styles.row}>
      <div className={styles.rowTitle} dir="auto">
        {memo.title}
      </div>
      <div className={styles.rowFacts}>{facts.join(' · ')}</div>
    </div>
  );
}
