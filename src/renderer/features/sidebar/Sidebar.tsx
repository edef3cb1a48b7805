import {
  ArrowLeft,
  ArrowRight,
  ChevronDown,
  Copy,
  ListChecks,
  PanelLeftClose,
  Search,
  Settings,
  Trash2,
} from 'lucide-react';
import { useCommand, useCommandRegistry } from '../../app/commands';
import { useLibrary } from '../../app/library';
import { useNavigation } from '../../app/navigation';
import { nouns } from '../../app/nouns';
import { overviews } from '../../app/overviews';
import type { Place } from '../../app/places';
import { nounKinds } from '../../../shared/domain/common';
import { cx, IconButton, Kbd, Menu, type MenuEntry } from '../../ui';
import buttonStyles from '../../ui/Button.module.css';
import { useCall } from '../../client';
import { useToSettleCount } from '../anchors/useToSettle';
import { CollectionTree } from './CollectionTree';
import { SavedSearches } from './SavedSearches';
import styles from './Sidebar.module.css';
import { SidebarItem } from './SidebarItem';
import { TagList } from './TagList';

/** Where everything is: the nouns with their counts, collections, tags, the Trash. */
export function Sidebar() {
  const library = useLibrary();
  const { place, open } = useNavigation();
  const commands = useCommandRegistry();
  return (
    <nav className={styles['sidebar']} aria-label="Library">
      <div className={styles['head']}>
        <LibraryMenu />
        <button type="button" className={styles['search']} onClick={() => commands.run('app.palette')}>
          <Search size={14} aria-hidden />
          <span>Search</span>
          <Kbd shortcut="mod+k" />
        </button>
      </div>
      <div className={styles['scroll']}>
        <ul>
          {nounKinds.map((kind) => {
            const noun = nouns[kind];
            return (
              <li key={kind}>
                <SidebarItem
                  icon={<noun.icon size={15} aria-hidden />}
                  name={noun.many}
                  count={library.counts[kind]}
                  current={place.view === noun.place.view}
                  onOpen={() => open(noun.place)}
                />
              </li>
            );
          })}
        </ul>
        <ul className={styles['section']}>
          {overviews.map(({ title, icon: Icon, place: overview }) => (
            <li key={title}>
              <SidebarItem
                icon={<Icon size={15} aria-hidden />}
                name={title}
                current={place.view === overview.view}
                onOpen={() => open(overview)}
              />
            </li>
          ))}
        </ul>
        <ToSettle place={place} />
        <Duplicates place={place} />
        <SavedSearches />
        <CollectionTree />
        <TagList />
        <ul className={styles['section']}>
          <li>
            <SidebarItem
              icon={<Trash2 size={15} aria-hidden />}
              name="Trash"
              count={library.counts.trash || undefined}
              current={place.view === 'trash'}
              onOpen={() => open({ view: 'trash' })}
            />
          </li>
        </ul>
      </div>
      <SidebarFoot place={place} />
    </nav>
  );
}

/** Only while there is something to settle, or one is there. */
function ToSettle({ place }: { place: Place }) {
  const { open } = useNavigation();
  const count = useToSettleCount();
  const isHere = place.view === 'settle';
  if (count === 0 && !isHere) return null;
  return (
    <ul className={styles['section']}>
      <li>
        <SidebarItem
          icon={<ListChecks size={15} aria-hidden />}
          name="To settle"
          count={count}
          current={isHere}
          onOpen={() => open({ view: 'settle' })}
        />
      </li>
    </ul>
  );
}

/** Only while two sources look like one, or one is there. */
function Duplicates({ place }: { place: Place }) {
  const { open } = useNavigation();
  const count = useCall('duplicates.list', { limit: 1 }, { keepPrevious: true }).data?.total ?? 0;
  const isHere = place.view === 'duplicates';
  if (count === 0 && !isHere) return null;
  return (
    <ul className={styles['section']}>
      <li>
        <SidebarItem
          icon={<Copy size={15} aria-hidden />}
          name="Duplicates"
          count={count}
          current={isHere}
          onOpen={() => open({ view: 'duplicates' })}
        />
      </li>
    </ul>
  );
}

function LibraryMenu() {
  const library = useLibrary();
  const commands = useCommandRegistry();
  const entries: MenuEntry[] = [
    { heading: library.folder },
    { label: 'Verify the library', run: () => void commands.run('library.verify') },
    { label: 'Export all sources as BibLaTeX', run: () => void commands.run('export.bibliography.biblatex') },
    { label: 'Export all sources as CSL-JSON', run: () => void commands.run('export.bibliography.csl-json') },
    'line',
    { label: 'Close the library', run: () => void commands.run('library.close') },
  ];
  return (
    <Menu entries={entries}>
      <button type="button" className={cx(buttonStyles['button'], styles['library'])}>
        <span className={styles['libraryName']}>{library.name}</span>
        {library.readOnly && <span className={styles['count']}>read only</span>}
        <ChevronDown size={14} aria-hidden />
      </button>
    </Menu>
  );
}

function SidebarFoot({ place }: { place: Place }) {
  const { open, back, forward, canGoBack, canGoForward } = useNavigation();
  const sidebar = useCommand('view.sidebar');
  return (
    <div className={styles['foot']}>
      <IconButton
        label="Back"
        shortcut="alt+arrowleft"
        side="top"
        icon={<ArrowLeft size={15} />}
        disabled={!canGoBack}
        onClick={back}
      />
      <IconButton
        label="Forward"
        shortcut="alt+arrowright"
        side="top"
        icon={<ArrowRight size={15} />}
        disabled={!canGoForward}
        onClick={forward}
      />
      <span className={styles['name']} />
      <IconButton
        label="Settings"
        shortcut="mod+,"
        side="top"
        icon={<Settings size={15} />}
        pressed={place.view === 'settings'}
        onClick={() => open({ view: 'settings' })}
      />
      {sidebar && (
        <IconButton
          label={sidebar.title}
          shortcut={sidebar.shortcut}
          side="top"
          icon={<PanelLeftClose size={15} />}
          onClick={sidebar.run}
        />
      )}
    </div>
  );
}
