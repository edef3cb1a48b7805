import { useRef, useState } from 'react';
import { bibliographyFormats, bibliographyNames } from '../../shared/domain/exports';
import type { VerifyReport } from '../../shared/domain/library';
import { useAct } from '../client/useAct';
import { useCall } from '../client/useCall';
import { useEvent } from '../client/useEvent';
import { useToasts } from '../ui/Toast';
import { useCommands, type Command } from './commands';
import { useExportAnnotations, useExportBibliography } from './exporting';
import { useNavigation } from './navigation';
import type { Place } from './places';
import { usePreferences } from './preferences';
import { VerifyDialog } from './VerifyDialog';

const places: [id: string, title: string, shortcut: string, place: Place][] = [
  ['go.sources', 'Go to sources', 'mod+1', { view: 'sources' }],
  ['go.excerpts', 'Go to excerpts', 'mod+2', { view: 'excerpts' }],
  ['go.claims', 'Go to claims', 'mod+3', { view: 'claims' }],
  ['go.actors', 'Go to actors', 'mod+4', { view: 'actors' }],
  ['go.events', 'Go to events', 'mod+5', { view: 'events' }],
  ['go.memos', 'Go to memos', 'mod+6', { view: 'memos' }],
];

/** The commands that belong to the whole window. */
export function AppCommands() {
  const navigation = useNavigation();
  const { preferences, change } = usePreferences();
  const toasts = useToasts();
  const history = useCall('history.state', {}).data;
  const [report, setReport] = useState<VerifyReport | null>(null);

  const undo = useAct('history.undo');
  const redo = useAct('history.redo');
  const close = useAct('library.close');
  const open = useAct('library.open', {
    onError: (error) => {
      const key = asked.current;
      if (error.code !== 'library-untrusted') toasts.fail(error);
      else {
        toasts.say('That library was not made on this computer. Open it only if you know who it is from.', {
          action: { label: 'Open it', run: () => void open.act({ key, trust: true }) },
        });
      }
    },
  });
  const choose = useAct('shell.chooseLibrary', {
    onSuccess: (chosen) => {
      if (!chosen) return;
      asked.current = chosen.key;
      void open.act({ key: chosen.key });
    },
  });
  const asked = useRef('');
  const verify = useAct('library.verify', { onSuccess: setReport });
  const bibliography = useExportBibliography();
  const annotations = useExportAnnotations();
  useEvent('shell.saved', ({ fileName, folder }) => toasts.say(`Saved ${fileName} in ${folder}`));

  const step = async (direction: 'undo' | 'redo') => {
    const done = await (direction === 'undo' ? undo : redo).act({});
    if (!done) return;
    const other = direction === 'undo' ? 'redo' : 'undo';
    // What was undone is what could now be redone, and the other way round; keys may come faster than `history`.
    toasts.say(`${direction === 'undo' ? 'Undid' : 'Did again'}: ${done[other] ?? ''}`, {
      about: 'history',
      action: {
        label: direction === 'undo' ? 'Redo' : 'Undo',
        run: () => void (other === 'undo' ? undo : redo).act({}),
      },
    });
  };

  const go = (place: Place) => () => navigation.open(place);
  const commands: Command[] = [
    {
      id: 'app.search',
      title: 'Search everything',
      group: 'Go',
      shortcut: 'mod+shift+f',
      // There already: the box is written in again, with its words selected.
      run: () => navigation.open(navigation.place.view === 'search' ? navigation.place : { view: 'search' }),
    },
    ...places.map(([id, title, shortcut, place]) => ({ id, title, shortcut, group: 'Go', run: go(place) })),
    { id: 'go.timeline', title: 'Go to the timeline', group: 'Go', run: go({ view: 'timeline' }) },
    { id: 'go.ach', title: 'Go to competing hypotheses', group: 'Go', run: go({ view: 'ach' }) },
    { id: 'go.network', title: 'Go to the network of actors', group: 'Go', run: go({ view: 'network' }) },
    { id: 'go.trash', title: 'Go to the Trash', group: 'Go', run: go({ view: 'trash' }) },
    { id: 'app.settings', title: 'Settings', group: 'Go', shortcut: 'mod+,', run: go({ view: 'settings' }) },
    {
      id: 'nav.back',
      title: 'Back',
      group: 'Go',
      shortcut: 'alt+arrowleft',
      otherShortcuts: ['mod+['],
      when: () => navigation.canGoBack,
      inText: false,
      run: navigation.back,
    },
    {
      id: 'nav.forward',
      title: 'Forward',
      group: 'Go',
      shortcut: 'alt+arrowright',
      otherShortcuts: ['mod+]'],
      when: () => navigation.canGoForward,
      inText: false,
      run: navigation.forward,
    },
    {
      id: 'view.sidebar',
      title: preferences.sidebar ? 'Hide the sidebar' : 'Show the sidebar',
      group: 'View',
      shortcut: 'mod+\\',
      run: () => change((now) => ({ sidebar: !now.sidebar })),
    },
    {
      id: 'view.beside',
      title: navigation.beside ? 'Close the second pane' : 'Open this beside',
      group: 'View',
      shortcut: 'mod+shift+\\',
      otherShortcuts: ['mod+shift+|'],
      run: () => (navigation.beside ? navigation.closeBeside() : navigation.openBeside(navigation.place)),
    },
    ...(['system', 'light', 'dark'] as const).map((theme) => ({
      id: `view.theme.${theme}`,
      title: `Theme: ${theme === 'system' ? 'follow the system' : theme}`,
      group: 'View',
      run: () => change(() => ({ theme })),
    })),
    {
      id: 'history.undo',
      title: history?.undo ? `Undo: ${history.undo}` : 'Undo',
      group: 'Edit',
      shortcut: 'mod+z',
      inText: false,
      when: () => Boolean(history?.undo),
      run: () => void step('undo'),
    },
    {
      id: 'history.redo',
      title: history?.redo ? `Redo: ${history.redo}` : 'Redo',
      group: 'Edit',
      shortcut: 'mod+shift+z',
      otherShortcuts: ['mod+y'],
      inText: false,
      when: () => Boolean(history?.redo),
      run: () => void step('redo'),
    },
    {
      id: 'library.verify',
      title: 'Verify the library',
      group: 'Library',
      run: () => void verify.act({}),
    },
    {
      id: 'export.zoteroWithFiles',
      title: 'Export all sources as Zotero RDF, with notes and files',
      group: 'Library',
      run: () => void bibliography.act({ format: 'zotero-rdf', notes: true, files: true }),
    },
    {
      id: 'export.annotations',
      title: 'Export all excerpts as annotations (W3C)',
      group: 'Library',
      run: () => void annotations.act({}),
    },
    ...bibliographyFormats.map((format) => ({
      id: `export.bibliography.${format}`,
      title: `Export all sources as ${bibliographyNames[format]}`,
      group: 'Library',
      run: () => void bibliography.act({ format }),
    })),
    { id: 'library.choose', title: 'Open another library', group: 'Library', run: () => void choose.act({}) },
    { id: 'library.close', title: 'Close the library', group: 'Library', run: () => void close.act({}) },
  ];
  useCommands(commands);
  return <VerifyDialog report={report} onClose={() => setReport(null)} />;
}
