import { useMemo, useState } from 'react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { ChooseOne } from '../../app/ChooseOne';
import { useNavigation } from '../../app/navigation';
import { defineView, type DetailProps, type ListProps } from '../../app/views';
import { useAct, useCall, usePages } from '../../client';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import { EmptyState } from '../../ui/EmptyState';
import { Input } from '../../ui/Field';
import { List } from '../../ui/List';
import { Select } from '../../ui/Select';
import { dragExcerpt } from './drag';
import { ExcerptCard, placeInSource } from './ExcerptCard';
import { ExcerptQuote } from './ExcerptQuote';
import styles from './excerpts.module.css';

const orders = [
  { value: 'modified', label: 'Latest first' },
  { value: 'source', label: 'By source' },
] as const;

/** One excerpt in a list: words, place, note and what hangs on it. */
export function ExcerptRow({ excerpt }: { excerpt: Excerpt }) {
  return (
    <div className={styles.row}>
      <ExcerptQuote excerpt={excerpt} clamped>
        {excerpt.claimIds.length > 0 && <span>{count(excerpt.claimIds.length, 'claim')}</span>}
        {excerpt.actorIds.length > 0 && <span>{count(excerpt.actorIds.length, 'actor')}</span>}
      </ExcerptQuote>
    </div>
  );
}

function ExcerptsList({ place }: ListProps<'excerpts'>) {
  const { replace, open, openBeside } = useNavigation();
  const [filter, setFilter] = useState('');
  const [sort, setSort] = useState<(typeof orders)[number]['value']>('modified');
  const pages = usePages('excerpts.list', { filter, sort, descending: sort === 'modified' });
  const trash = useAct('excerpts.trash', { success: 'Excerpt moved to the Trash' });
  return (
    <>
      <div className={styles.filters}>
        <Input label="Filter excerpts" hideLabel placeholder="Filter" value={filter} onChange={setFilter} />
        <Select label="Order" hideLabel value={sort} options={orders} onChange={setSort} />
      </div>
      <List
        label="Excerpts"
        items={pages.items}
        keyOf={({ id }) => id}
        textOf={({ text }) => text}
        rowHeight={116}
        selected={place.id ? [place.id] : []}
        onSelect={([id]) => id && replace({ view: 'excerpts', id })}
        onOpen={(excerpt, beside) => (beside ? openBeside : open)(placeInSource(excerpt))}
        onDelete={(excerpts) => excerpts.forEach(({ id }) => void trash.act({ id }))}
        onDragStart={(event, [excerpt]) => excerpt && dragExcerpt(event, excerpt)}
        onNearEnd={pages.more}
        renderRow={(excerpt) => <ExcerptRow excerpt={excerpt} />}
        empty={
          pages.loading ? undefined : filter ? (
            <EmptyState title="No excerpt has these words">Try fewer words, or search everything.</EmptyState>
          ) : (
            <EmptyState title="No excerpts yet" command="source.import">
              Open a source, select a passage, and it is kept here with the place it comes from.
            </EmptyState>
          )
        }
      />
    </>
  );
}

function ExcerptDetail({ place }: DetailProps<'excerpts'>) {
  const { open, openBeside } = useNavigation();
  const answer = useCall('excerpts.get', { id: place.id ?? '' }, { enabled: place.id !== undefined });
  const excerpt = answer.data;
  const inSource = useMemo(() => excerpt && placeInSource(excerpt), [excerpt]);
  if (!place.id) return <ChooseOne kind="excerpt">Enter opens it in its source.</ChooseOne>;
  if (answer.error) return <EmptyState title={answer.error.message} />;
  if (!excerpt || !inSource) return null;
  return (
    <article className={styles.detail} aria-label="Excerpt">
      <ExcerptQuote excerpt={excerpt} onOpenSource={() => open(inSource)}>
        <span>{excerpt.sourceTitle}</span>
      </ExcerptQuote>
      <div className={styles.acts}>
        <Button look="secondary" onClick={() => open(inSource)}>
          Show in source
        </Button>
        <Button onClick={() => openBeside(inSource)}>Show beside</Button>
      </div>
      <ExcerptCard excerpt={excerpt} />
    </article>
  );
}

export const view = defineView({ name: 'excerpts', title: 'Excerpts', List: ExcerptsList, Detail: ExcerptDetail });
