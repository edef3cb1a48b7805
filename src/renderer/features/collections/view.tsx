import { useMemo } from 'react';
import { setDragged } from '../../app/dragging';
import { useNavigation } from '../../app/navigation';
import { nouns } from '../../app/nouns';
import { placeOf } from '../../app/places';
import { views } from '../../app/registry';
import { defineView, type DetailProps, type ListProps } from '../../app/views';
import { useAct, useCall } from '../../client';
import type { NounKind } from '../../../shared/domain/common';
import { EmptyState, List } from '../../ui';
import styles from './collections.module.css';

interface Row {
  kind: NounKind;
  id: string;
  title: string;
  under: string;
}

const LIMIT = 1000;

/** What a collection holds: sources, then excerpts. */
function useRows(collectionId: string): { rows: Row[]; pending: boolean } {
  const sources = useCall('sources.list', { collectionId, limit: LIMIT });
  const excerpts = useCall('excerpts.list', { collectionId, limit: LIMIT });
  const rows = useMemo<Row[]>(
    () => [
      ...(sources.data?.items ?? []).map((source): Row => ({
        kind: 'source',
        id: source.id,
        title: source.title || source.citationKey,
        under: source.shortCitation,
      })),
      ...(excerpts.data?.items ?? []).map((excerpt): Row => ({
        kind: 'excerpt',
        id: excerpt.id,
        title: excerpt.text,
        under: excerpt.shortCitation,
      })),
    ],
    [sources.data, excerpts.data],
  );
  return { rows, pending: sources.isPending || excerpts.isPending };
}

function CollectionList({ place }: ListProps<'collection'>) {
  const { replace, open, openBeside } = useNavigation();
  const collection = useCall('collections.list', {}).data?.find((each) => each.id === place.id);
  const { rows, pending } = useRows(place.id);
  const remove = useAct('collections.remove', { success: 'Taken out of the collection' });
  const takeOut = (items: Row[]) =>
    void remove.act({ id: place.id, items: items.map(({ kind, id }) => ({ kind, id })) });
  return (
    <section className={styles['pane']} aria-label={collection?.name ?? 'Collection'}>
      <header className={styles['bar']}>
        <h1 dir="auto">{collection?.name}</h1>
        <span className={styles['count']}>{rows.length}</span>
      </header>
      <List
        label="Items of the collection"
        items={rows}
        keyOf={({ id }) => id}
        textOf={({ title }) => title}
        rowHeight={52}
        multiple
        selected={place.item ? [place.item.id] : []}
        onSelect={(_, [row]) =>
          row && replace({ view: 'collection', id: place.id, item: { kind: row.kind, id: row.id } })
        }
        onOpen={({ kind, id }, beside) => (beside ? openBeside : open)(placeOf(kind, id))}
        onDelete={takeOut}
        menuFor={(items) => [
          { label: 'Open', shortcut: 'enter', run: () => items[0] && open(placeOf(items[0].kind, items[0].id)) },
          {
            label: 'Open beside',
            shortcut: 'mod+enter',
            run: () => items[0] && openBeside(placeOf(items[0].kind, items[0].id)),
          },
          'line',
          { label: 'Take out of the collection', shortcut: 'delete', run: () => takeOut(items) },
        ]}
        onDragStart={(event, items) =>
          setDragged(
            event.dataTransfer,
            items.map(({ kind, id }) => ({ kind, id })),
            items.map(({ title }) => title).join('\n'),
          )
        }
        renderRow={(row) => {
          const Icon = nouns[row.kind].icon;
          return (
            <div className={styles['row']}>
              <Icon size={14} aria-hidden />
              <span className={styles['title']} dir="auto">
                {row.title}
              </span>
              <span className={styles['under']}>{row.under}</span>
            </div>
          );
        }}
        empty={
          pending ? undefined : (
            <EmptyState title="Nothing in this collection yet">
              Drag sources or excerpts from their lists onto its name in the sidebar.
            </EmptyState>
          )
        }
      />
    </section>
  );
}

function CollectionDetail({ place, pane }: DetailProps<'collection'>) {
  const shown = place.item ? placeOf(place.item.kind, place.item.id) : null;
  const view = shown && views[shown.view];
  if (!shown || !view) return <EmptyState title="Choose an item of the collection" />;
  return <view.Detail place={shown} pane={pane} />;
}

export const view = defineView({
  name: 'collection',
  title: 'Collection',
  List: CollectionList,
  Detail: CollectionDetail,
});
