import { TextSearch } from 'lucide-react';
import { useState } from 'react';
import type { SavedSearch } from '../../../shared/domain/searches';
import { useNavigation } from '../../app/navigation';
import { useAct, useCall } from '../../client';
import { ContextMenu } from '../../ui';
import { NameBox } from './NameBox';
import styles from './Sidebar.module.css';
import { SidebarItem } from './SidebarItem';

/** Searches that were kept under a name, asked anew when they are opened; the search page saves them. */
export function SavedSearches() {
  const { place, open } = useNavigation();
  const searches = useCall('searches.list', {}).data ?? [];
  const [naming, setNaming] = useState<string | null>(null);
  const update = useAct('searches.update');
  const remove = useAct('searches.delete', { success: 'Saved search deleted' });
  if (searches.length === 0) return null;

  const finish = (id: string, name: string) => {
    setNaming(null);
    if (name.trim() !== '') void update.act({ id, name: name.trim() });
  };
  const go = ({ id, query }: SavedSearch) => open({ view: 'search', query, saved: id });
  return (
    <section className={styles['section']} aria-label="Saved searches">
      <div className={styles['sectionHead']}>
        <h2>Saved searches</h2>
      </div>
      <ul>
        {searches.map((search) => {
          const { id, name } = search;
          const rename = () => setNaming(id);
          const trash = () => void remove.act({ id });
          if (naming === id) {
            return (
              <li key={id}>
                <NameBox initial={name} label="Name of the saved search" onFinish={(next) => finish(id, next)} />
              </li>
            );
          }
          return (
            <li key={id}>
              <ContextMenu
                entries={[
                  { label: 'Open', shortcut: 'enter', run: () => go(search) },
                  { label: 'Rename', shortcut: 'f2', run: rename },
                  'line',
                  { label: 'Delete', shortcut: 'delete', dangerous: true, run: trash },
                ]}
              >
                <SidebarItem
                  icon={<TextSearch size={15} aria-hidden />}
                  name={name}
                  title={search.query}
                  current={place.view === 'search' && place.saved === id}
                  onOpen={() => go(search)}
                  onDoubleClick={rename}
                  onKeyDown={(event) => {
                    if (event.key === 'F2') rename();
                    else if (event.key === 'Delete') trash();
                  }}
                />
              </ContextMenu>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
