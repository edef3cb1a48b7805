import { Dialog as Drawer } from '@base-ui/react/dialog';
import { ArrowLeft, Menu as MenuIcon, PanelLeft, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Palette } from '../features/palette/Palette';
import { Sidebar } from '../features/sidebar/Sidebar';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Pane, Panes, Splitter } from '../ui/Pane';
import { AppCommands } from './AppCommands';
import { useCommands } from './commands';
import styles from './Frame.module.css';
import { useNavigation } from './navigation';
import type { Place } from './places';
import { usePreferences } from './preferences';
import { ListFrame } from './ListFrame';
import { FeatureProviders, views } from './registry';
import { useMedia } from './useMedia';

/** The window with a library open: sidebar, list, detail and, beside it, a second detail. */
export function Frame() {
  return (
    <FeatureProviders>
      <AppCommands />
      <Layout />
      <Palette />
    </FeatureProviders>
  );
}

function Layout() {
  const { preferences } = usePreferences();
  const small = useMedia('(max-width: 899px)');
  // subtle: what is worked on stays where it is in the tree, with or without a sidebar: an editor keeps its caret and its
  // undo, and a dialog stays open.
  const aside = preferences.sidebar && !small;
  const { place, beside } = useNavigation();
  const [drawer, setDrawer] = useState(false);
  useEffect(() => setDrawer(false), [place]);
  // Too narrow for a sidebar of its own: the same command opens it over the rest.
  useCommands(
    small
      ? [
          {
            id: 'view.sidebar',
            title: drawer ? 'Hide the sidebar' : 'Show the sidebar',
            group: 'View',
            shortcut: 'mod+\\',
            run: () => setDrawer((now) => !now),
          },
        ]
      : [],
  );

  const work = (
    <Panes name={beside ? 'split' : 'single'}>
      <Pane id="main" minSize={320}>
        <MainView />
      </Pane>
      {beside && <Splitter label="Resize the second pane" />}
      {beside && (
        <Pane id="beside" defaultSize="50%" minSize={280}>
          <Beside place={beside} />
        </Pane>
      )}
    </Panes>
  );

  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#main-view">
        Skip to the content
      </a>
      <Panes name={aside ? 'window' : 'window-without-sidebar'}>
        {aside && (
          <Pane id="sidebar" defaultSize={220} minSize={180} maxSize={360} groupResizeBehavior="preserve-pixel-size">
            <Sidebar />
          </Pane>
        )}
        {aside && <Splitter label="Resize the sidebar" />}
        <Pane id="work">
          <main className={styles['main']} id="main-view">
            {!aside && <NarrowBar onMenu={() => setDrawer(true)} small={small} />}
            <div className={styles['mainBody']}>{work}</div>
          </main>
        </Pane>
      </Panes>
      <Drawer.Root open={drawer && small} onOpenChange={setDrawer}>
        <Drawer.Portal>
          <Drawer.Backdrop className={styles['scrim']} />
          <Drawer.Popup className={styles['drawer']} aria-label="Sidebar">
            <Sidebar />
          </Drawer.Popup>
        </Drawer.Portal>
      </Drawer.Root>
    </div>
  );
}

function NarrowBar({ onMenu, small }: { onMenu: () => void; small: boolean }) {
  const { change } = usePreferences();
  const { place, open, back, canGoBack } = useNavigation();
  return (
    <div className={styles['narrowBar']}>
      {small ? (
        <IconButton label="Show the sidebar" icon={<MenuIcon size={16} />} onClick={onMenu} />
      ) : (
        <IconButton
          label="Show the sidebar"
          shortcut={'mod+\\'}
          icon={<PanelLeft size={16} />}
          onClick={() => change(() => ({ sidebar: true }))}
        />
      )}
      <IconButton
        label="Back"
        shortcut="alt+arrowleft"
        icon={<ArrowLeft size={16} />}
        onClick={back}
        disabled={!canGoBack}
      />
      {/* In one column this is the way from a row back to its list. */}
      <Button onClick={() => open(listPlace(place))} disabled={!('id' in place && place.id)}>
        {views[place.view]?.title}
      </Button>
    </div>
  );
}

/** The list that a place is in. A collection's or tag's own id is its list. */
function listPlace(place: Place): Place {
  if (place.view === 'collection') return { view: 'collection', id: place.id };
  if (place.view === 'tag') return place;
  if (place.view === 'compare') return { view: 'compare', id: place.id };
  if (place.view === 'settle' && place.sourceId) return { view: 'settle', sourceId: place.sourceId };
  if (place.view === 'suggestions') return { view: 'suggestions', sourceId: place.sourceId, group: place.group };
  return { view: place.view };
}

function MainView() {
  const { place, beside } = useNavigation();
  const view = views[place.view];
  const tiny = useMedia('(max-width: 679px)');
  const tinyBeside = useMedia('(max-width: 1699px)') && beside !== null;
  if (!view) return null;
  const detail = <view.Detail place={place} pane="main" />;
  if (!view.List) return detail;
  const list = (
    <ListFrame view={view}>
      <view.List place={place} />
    </ListFrame>
  );
  const chosen = place.view === 'collection' ? place.item : 'id' in place && place.id;
  // Too narrow for both: the list until something is chosen; two texts side by side need the list's room. subtle: the
  // detail stays where it is in the tree, so that an editor keeps its caret and its undo.
  const withDetail = !tiny || chosen;
  const withList = !((tiny || tinyBeside) && chosen);
  return (
    <Panes name={!withDetail ? 'list' : withList ? 'work' : 'detail'} key="work">
      {withList && (
        <Pane
          id="list"
          {...(withDetail && {
            defaultSize: 340,
            minSize: 220,
            maxSize: 560,
            groupResizeBehavior: 'preserve-pixel-size',
          })}
        >
          {list}
        </Pane>
      )}
      {withList && withDetail && <Splitter label="Resize the list" />}
      {withDetail && (
        <Pane id="detail" minSize={260}>
          {detail}
        </Pane>
      )}
    </Panes>
  );
}

function Beside({ place }: { place: Place }) {
  const { closeBeside } = useNavigation();
  const view = views[place.view];
  if (!view) return null;
  return (
    <aside className={styles['beside']} aria-label="Second pane" data-pane="beside">
      <div className={styles['besideBar']}>
        <span>{view.title}</span>
        <IconButton
          small
          label="Close the second pane"
          shortcut={'mod+shift+\\'}
          icon={<X size={14} />}
          onClick={closeBeside}
        />
      </div>
      <div className={styles['besideBody']}>
        <view.Detail place={place} pane="beside" />
      </div>
    </aside>
  );
}
