import { RotateCcw } from 'lucide-react';
import { useMemo, useState } from 'react';
import { iconOf } from '../../app/nouns';
import { defineView } from '../../app/views';
import { useAct, useCall } from '../../client';
import type { TrashItem } from '../../../shared/domain/collections';
import { Button, ConfirmInline, EmptyState, List, useToasts } from '../../ui';
import { whenOpened } from '../welcome/whenOpened';
import styles from './trash.module.css';

function TrashPage() {
  const items = useCall('trash.list', {});
  const toasts = useToasts();
  const [selected, setSelected] = useState<string[]>([]);
  const restore = useAct('trash.restore');
  const empty = useAct('trash.empty', {
    success: ({ erased }) => `Erased ${erased === 1 ? 'one item' : `${erased} items`} for good`,
    undoable: false,
  });
  const rows = useMemo(() => items.data ?? [], [items.data]);
  const [now] = useState(() => new Date());

  const restoreAll = async (chosen: readonly TrashItem[]) => {
    let done = 0;
    for (const { target } of chosen) if ((await restore.act({ target })) !== undefined) done++;
    if (done > 0) toasts.say(done === 1 ? 'Restored one item' : `Restored ${done} items`, { undo: done === 1 });
  };
  const chosen = rows.filter((item) => selected.includes(item.target.id));

  return (
    <section className={styles['pane']} aria-label="Trash">
      <header className={styles['bar']}>
        <h1>Trash</h1>
        <span className={styles['count']}>{rows.length}</span>
        <Button
          icon={<RotateCcw size={14} aria-hidden />}
          disabled={chosen.length === 0}
          onClick={() => void restoreAll(chosen)}
        >
          Restore
        </Button>
        <ConfirmInline
          look="secondary"
          disabled={rows.length === 0}
          question={`Erase ${rows.length === 1 ? 'this item' : `these ${rows.length} items`} for good? This cannot be undone.`}
          confirmLabel="Erase"
          onConfirm={() => void empty.act({})}
        >
          Empty the Trash
        </ConfirmInline>
      </header>
      <List
        label="Items in the Trash"
        items={rows}
        keyOf={({ target }) => target.id}
        textOf={({ title }) => title}
        rowHeight={34}
        multiple
        selected={selected}
        onSelect={setSelected}
        onOpen={(item) => void restoreAll([item])}
        menuFor={(concerned) => [{ label: 'Restore', shortcut: 'enter', run: () => void restoreAll(concerned) }]}
        renderRow={(item) => {
          const Icon = iconOf(item.target.kind);
          return (
            <div className={styles['row']}>
              <Icon size={14} aria-hidden />
              <span className={styles['title']} dir="auto">
                {item.title}
              </span>
              <span className={styles['when']}>{whenOpened(item.deletedAt, now)}</span>
            </div>
          );
        }}
        empty={
          items.isPending ? undefined : (
            <EmptyState title="The Trash is empty">
              What you delete waits here until you empty the Trash, and can be brought back.
            </EmptyState>
          )
        }
      />
    </section>
  );
}

export const view = defineView({ name: 'trash', title: 'Trash', Detail: TrashPage });
