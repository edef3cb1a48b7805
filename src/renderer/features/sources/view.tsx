import { useState } from 'react';
import { importFormatNames } from '../../../shared/domain/imports';
import type { SourceSummary } from '../../../shared/domain/sources';
import { setDragged } from '../../app/dragging';
import { useNavigation } from '../../app/navigation';
import { defineView, type ListProps } from '../../app/views';
import { useAct, usePages } from '../../client';
import { DateText } from '../../ui/DateText';
import { EmptyState } from '../../ui/EmptyState';
import { Input } from '../../ui/Field';
import { List } from '../../ui/List';
import { Select } from '../../ui/Select';
import { AddSourceMenu } from './AddSourceMenu';
import { SourceDetail } from './SourceDetail';
import styles from './sources.module.css';

const orders = [
  { value: 'modified', label: 'Latest' },
  { value: 'title', label: 'Title' },
  { value: 'author', label: 'Author' },
  { value: 'issued', label: 'Date' },
  { value: 'added', label: 'Added' },
] as const;
type Order = (typeof orders)[number]['value'];
/** Newest first for times, A to Z for words. */
const descending: Record<Order, boolean> = { modified: true, issued: true, added: true, title: false, author: false };

/** One source in a list. */
export function SourceRow({ source }: { source: SourceSummary }) {
  const who = [...new Set([source.authors, source.publisher])].filter(Boolean).join(' · ');
  return (
    <div className={styles.row}>
      <span className={styles.rowTitle} dir="auto">
        {source.title}
      </span>
      <span className={styles.rowFacts}>
        <span>{who}</span>
        <DateText date={source.issued} />
        {source.excerptCount > 0 && <span title={`${source.excerptCount} excerpts`}>{source.excerptCount}</span>}
      </span>
    </div>
  );
}

function SourcesList({ place }: ListProps<'sources'>) {
  const { replace, openBeside } = useNavigation();
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<Order>('modified');
  const pages = usePages('sources.list', { filter, sort, descending: descending[sort] });
  const trash = useAct('sources.trash', { success: 'Source moved to the Trash' });
  return (
    <>
      <div className={styles.bar}>
        <Input label="Filter sources" hideLabel placeholder="Filter" value={filter} onChange={setFilter} />
        <Select label="Order" hideLabel value={sort} options={orders} onChange={setSort} />
        <AddSourceMenu />
      </div>
      <List
        label="Sources"
        items={pages.items}
        keyOf={({ id }) => id}
        textOf={({ title }) => title}
        rowHeight={56}
        selected={place.id ? [place.id] : []}
        onSelect={([id]) => id && replace({ view: 'sources', id })}
        onOpen={({ id }, beside) => beside && openBeside({ view: 'sources', id })}
        onDelete={(sources) => sources.forEach(({ id }) => void trash.act({ id }))}
        onDragStart={(event, sources) =>
          setDragged(
            event.dataTransfer,
            sources.map(({ id }) => ({ kind: 'source', id })),
            sources.map(({ title }) => title).join('\n'),
          )
        }
        onNearEnd={pages.more}
        renderRow={(source) => <SourceRow source={source} />}
        empty={
          pages.loading ? undefined : filter ? (
            <EmptyState title="No source has these words">Try fewer words, or search everything.</EmptyState>
          ) : (
            <EmptyState title="No sources yet" command="source.import">
              Drop files anywhere in the window ({importFormatNames}), or paste a text.
            </EmptyState>
          )
        }
      />
    </>
  );
}

export const view = defineView({ name: 'sources', title: 'Sources', List: SourcesList, Detail: SourceDetail });
