import { useMemo, useState } from 'react';
import type { MemoSummary } from '../../../shared/domain/memos';
import { displayDate } from '../../../shared/dates/display';
import { fold } from '../../../shared/search';
import { setDragged } from '../../app/dragging';
import { useNavigation } from '../../app/navigation';
import type { ListProps } from '../../app/views';
import { useAct, useCall } from '../../client';
import { EmptyState, FilterBar, List } from '../../ui';
import styles from './memos.module.css';

export function MemosList({ place }: ListProps<'memos'>) {
  const { replace, openBeside } = useNavigation();
  const [filter, setFilter] = useState('');
  const memos = useCall('memos.list', {});
  const trash = useAct('memos.trash', { success: 'Memo moved to the Trash' });
  const shown = useMemo(() => {
    const words = fold(filter).trim().split(/\s+/).filter(Boolean);
    return (memos.data ?? []).filter(({ title }) => words.every((word) => fold(title).includes(word)));
  }, [memos.data, filter]);
  return (
    <>
      <FilterBar noun="memos" value={filter} onChange={setFilter} />
      <List
        label="Memos"
        items={shown}
        keyOf={({ id }) => id}
        textOf={({ title }) => title}
        rowHeight={58}
        selected={place.id ? [place.id] : []}
        onSelect={([id]) => id && replace({ view: 'memos', id })}
        onOpen={({ id }, beside) => beside && openBeside({ view: 'memos', id })}
        onDelete={(items) => items.forEach(({ id }) => void trash.act({ id }))}
        menuFor={([memo]) =>
          memo
            ? [
                {
                  label: 'Open beside',
                  shortcut: 'mod+enter',
                  run: () => openBeside({ view: 'memos', id: memo.id }),
                },
                'line',
                {
                  label: 'Move to the Trash',
                  shortcut: 'delete',
                  dangerous: true,
                  run: () => void trash.act({ id: memo.id }),
                },
              ]
            : []
        }
        onDragStart={(event, items) =>
          setDragged(
            event.dataTransfer,
            items.map(({ id }) => ({ kind: 'memo', id })),
            items.map(({ title }) => title).join('\n'),
          )
        }
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

export function count(n: number, noun: string): string {
  return `${n.toLocaleString()} ${noun}${n === 1 ? '' : 's'}`;
}
