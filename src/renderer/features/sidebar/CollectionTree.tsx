import { Folder, Plus } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import * as v from 'valibot';
import { useCommands } from '../../app/commands';
import { hasDragged, readDragged } from '../../app/dragging';
import { useNavigation } from '../../app/navigation';
import { useAct, useCall } from '../../client';
import type { Collection } from '../../../shared/domain/collections';
import { ContextMenu, IconButton } from '../../ui';
import { NameBox } from './NameBox';
import styles from './Sidebar.module.css';
import { SidebarItem } from './SidebarItem';
import { canMoveInto, treeRows } from './tree';

const COLLECTION_TYPE = 'application/x-commonplace-collection';
const collectionId = v.pipe(v.string(), v.uuid());

/** What is being named: a new collection under `parentId`, or one that exists. */
type Naming = { new: true; parentId: string | null } | { new: false; id: string };

export function CollectionTree() {
  const { place, open } = useNavigation();
  const collections = useCall('collections.list', {}).data ?? [];
  const [naming, setNaming] = useState<Naming | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const create = useAct('collections.create', {
    onSuccess: (made) => open({ view: 'collection', id: made.id }),
  });
  const update = useAct('collections.update');
  const trash = useAct('collections.trash', { success: 'Collection moved to the Trash' });
  const add = useAct('collections.add', {
    success: (_, { items }) => `Added ${items.length === 1 ? 'one item' : `${items.length} items`}`,
  });

  useCommands([
    {
      id: 'collection.new',
      title: 'New collection',
      group: 'New',
      run: () => setNaming({ new: true, parentId: null }),
    },
  ]);

  const finish = (name: string) => {
    const text = name.trim();
    if (naming && text !== '') {
      if (naming.new) void create.act({ name: text, parentId: naming.parentId });
      else void update.act({ id: naming.id, name: text });
    }
    setNaming(null);
  };

  const drop = (event: DragEvent, collection: Collection) => {
    setOver(null);
    const moved = v.safeParse(collectionId, event.dataTransfer.getData(COLLECTION_TYPE));
    const items = readDragged(event.dataTransfer);
    if (!moved.success && items.length === 0) return;
    event.preventDefault();
    if (items.length > 0) void add.act({ id: collection.id, items });
    else if (moved.success && canMoveInto(collections, moved.output, collection.id)) {
      void update.act({ id: moved.output, parentId: collection.id });
    }
  };

  const newRow = (parentId: string | null) =>
    naming?.new &&
    naming.parentId === parentId && (
      <li>
        <NameBox initial="" label="Name of the new collection" onFinish={finish} />
      </li>
    );

  return (
    <section className={styles['section']} aria-label="Collections">
      <div
        className={styles['sectionHead']}
        onDragOver={(event) => event.dataTransfer.types.includes(COLLECTION_TYPE) && event.preventDefault()}
        onDrop={(event) => {
          const moved = v.safeParse(collectionId, event.dataTransfer.getData(COLLECTION_TYPE));
          if (moved.success) void update.act({ id: moved.output, parentId: null });
        }}
      >
        <h2>Collections</h2>
        <IconButton
          small
          label="New collection"
          icon={<Plus size={14} />}
          onClick={() => setNaming({ new: true, parentId: null })}
        />
      </div>
      {collections.length === 0 && !naming && (
        <p className={styles['hint']}>Group what belongs to one question. Drag items here.</p>
      )}
      <ul>
        {treeRows(collections).map(({ collection, depth }) => (
          <li key={collection.id}>
            {naming && !naming.new && naming.id === collection.id ? (
              <NameBox initial={collection.name} label="Name of the collection" onFinish={finish} />
            ) : (
              <ContextMenu
                entries={[
                  { label: 'Rename', shortcut: 'f2', run: () => setNaming({ new: false, id: collection.id }) },
                  {
                    label: 'New collection inside',
                    run: () => setNaming({ new: true, parentId: collection.id }),
                  },
                  {
                    label: 'Move to the top level',
                    disabled: collection.parentId === null,
                    run: () => void update.act({ id: collection.id, parentId: null }),
                  },
                  'line',
                  {
                    label: 'Move to the Trash',
                    shortcut: 'delete',
                    dangerous: true,
                    run: () => void trash.act({ id: collection.id }),
                  },
                ]}
              >
                <SidebarItem
                  icon={<Folder size={15} aria-hidden />}
                  name={collection.name}
                  count={collection.itemCount}
                  depth={depth}
                  current={place.view === 'collection' && place.id === collection.id}
                  over={over === collection.id}
                  onOpen={() => open({ view: 'collection', id: collection.id })}
                  onDoubleClick={() => setNaming({ new: false, id: collection.id })}
                  onKeyDown={(event) => {
                    if (event.key === 'F2') setNaming({ new: false, id: collection.id });
                    else if (event.key === 'Delete') void trash.act({ id: collection.id });
                  }}
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData(COLLECTION_TYPE, collection.id)}
                  onDragOver={(event) => {
                    if (!hasDragged(event.dataTransfer) && !event.dataTransfer.types.includes(COLLECTION_TYPE)) return;
                    event.preventDefault();
                    setOver(collection.id);
                  }}
                  onDragLeave={() => setOver(null)}
                  onDrop={(event) => drop(event, collection)}
                />
              </ContextMenu>
            )}
            {naming?.new && naming.parentId === collection.id && (
              <NameBox initial="" label={`Name of the new collection in ${collection.name}`} onFinish={finish} />
            )}
          </li>
        ))}
        {newRow(null)}
      </ul>
    </section>
  );
}
