import { Plus } from 'lucide-react';
import { useCommand } from '../../app/commands';
import { ListPane } from '../../app/ListFrame';
import { useNavigation } from '../../app/navigation';
import type { ListProps } from '../../app/views';
import { useAct, useCall } from '../../client';
import type { AchSummary } from '../../../shared/domain/ach';
import { count, EmptyState, IconButton, List } from '../../ui';
import styles from './ach.module.css';

const sizeOf = ({ hypotheses, items }: AchSummary) =>
  `${hypotheses === 1 ? '1 hypothesis' : `${hypotheses} hypotheses`} · ${count(items, 'line')} of evidence`;

/** The tables of competing hypotheses. */
export function AchList({ place }: ListProps<'ach'>) {
  const tables = useCall('ach.list', {});
  const { replace } = useNavigation();
  const create = useCommand('ach.new');
  const remove = useAct('ach.remove', { success: 'Table removed', onSuccess: () => replace({ view: 'ach' }) });
  const removeAll = (items: AchSummary[]) => items.forEach(({ id }) => void remove.act({ id }));
  return (
    <ListPane
      label="Competing hypotheses"
      title="Hypotheses"
      count={tables.data?.length ?? 0}
      acts={create && <IconButton label={create.title} icon={<Plus size={16} />} onClick={create.run} />}
    >
      <List
        label="Tables of hypotheses"
        items={tables.data ?? []}
        keyOf={({ id }) => id}
        textOf={({ title }) => title}
        rowHeight={52}
        selected={place.id ? [place.id] : []}
        onSelect={([id]) => id && replace({ view: 'ach', id })}
        onDelete={removeAll}
        menuFor={(items) => [{ label: 'Remove', shortcut: 'delete', dangerous: true, run: () => removeAll(items) }]}
        renderRow={(table) => (
          <div className={styles['listRow']}>
            <div dir="auto">{table.title}</div>
            <div className={styles['quiet']}>{sizeOf(table)}</div>
          </div>
        )}
        empty={
          tables.isPending ? undefined : (
            <EmptyState title="No tables yet">A table sets competing claims against the evidence.</EmptyState>
          )
        }
      />
    </ListPane>
  );
}
