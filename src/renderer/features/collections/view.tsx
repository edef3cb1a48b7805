import { setDragged } from '../../app/dragging';
import { ListPane } from '../../app/ListFrame';
import { useNavigation } from '../../app/navigation';
import { nouns } from '../../app/nouns';
import { placeOf } from '../../app/places';
import { views } from '../../app/registry';
import { defineView, type DetailProps, type ListProps } from '../../app/views';
import { useAct, useCall } from '../../client';
import type { CollectionItem } from '../../../shared/domain/collections';
import { EmptyState, IconRow, List } from '../../ui';

function CollectionList({ place }: ListProps<'collection'>) {
  const { replace, open, openBeside } = useNavigation();
  const collection = useCall('collections.list', {}).data?.find((each) => each.id === place.id);
  const items = useCall('collections.items', { id: place.id });
  const rows = items.data ?? [];
  const remove = useAct('collections.remove', { success: 'Taken out of the collection' });
  const takeOut = (chosen: readonly CollectionItem[]) =>
    void remove.act({ id: place.id, items: chosen.map(({ target }) => target) });
  return (
    <ListPane label={collection?.name ?? 'Collection'} title={collection?.name ?? ''} count={rows.length}>
      <List
        label="Items of the collection"
        items={rows}
        keyOf={({ target }) => target.id}
        textOf={({ title }) => title}
        rowHeight={52}
        multiple
        selected={place.item ? [place.item.id] : []}
        onSelect={(_, [row]) => row && replace({ view: 'collection', id: place.id, item: row.target })}
        onOpen={({ target }, beside) => (beside ? openBeside : open)(placeOf(target.kind, target.id))}
        onDelete={takeOut}
        menuFor={(chosen) => [
          {
            label: 'Open',
            shortcut: 'enter',
            run: () => chosen[0] && open(placeOf(chosen[0].target.kind, chosen[0].target.id)),
          },
          {
            label: 'Open beside',
            shortcut: 'mod+enter',
            run: () => chosen[0] && openBeside(placeOf(chosen[0].target.kind, chosen[0].target.id)),
          },
          'line',
          { label: 'Take out of the collection', shortcut: 'delete', run: () => takeOut(chosen) },
        ]}
        onDragStart={(event, dragged) =>
          setDragged(
            event.dataTransfer,
            dragged.map(({ target }) => target),
            dragged.map(({ title }) => title).join('\n'),
          )
        }
        renderRow={(row) => {
          const Icon = nouns[row.target.kind].icon;
          return <IconRow icon={<Icon size={14} aria-hidden />} title={row.title} under={row.detail} />;
        }}
        empty={
          items.isPending ? undefined : (
            <EmptyState title="Nothing in this collection yet">
              Drag items from any list onto its name in the sidebar.
            </EmptyState>
          )
        }
      />
    </ListPane>
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
