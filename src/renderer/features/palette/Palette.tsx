import { Dialog as Base } from '@base-ui/react/dialog';
import { ChevronRight, TextSearch } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useCommandList, useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { isMac } from '../../app/shortcuts';
import { useCall } from '../../client';
import { Highlighted, Kbd, SearchBox } from '../../ui';
import { HitIcon } from '../search/HitIcon';
import { directionOf, kindNames, placeOfHit } from '../search/hits';
import { paletteGroups, type Entry } from './entries';
import styles from './Palette.module.css';

const HITS = 12;

/** Ctrl/Cmd+K: one box for everything in the library and every command. */
export function Palette() {
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: 'app.palette',
      title: 'Search and commands',
      group: 'Go',
      shortcut: 'mod+k',
      hidden: true,
      run: () => setOpen((now) => !now),
    },
  ]);
  const box = useRef<HTMLInputElement>(null);
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Portal>
        <Base.Backdrop className={styles['scrim']} />
        <Base.Popup className={styles['popup']} aria-label="Search and commands" initialFocus={box}>
          <PaletteBody box={box} onClose={() => setOpen(false)} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function PaletteBody({ box, onClose }: { box: React.RefObject<HTMLInputElement | null>; onClose: () => void }) {
  const id = useId();
  const navigation = useNavigation();
  const commands = useCommandList();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const results = useRef<HTMLDivElement>(null);

  const words = query.trim();
  const asks = words !== '' && !query.startsWith('>');
  const found = useCall('search.query', { query: words, limit: HITS }, { enabled: asks, keepPrevious: true });
  const hits = asks ? found.data?.hits : undefined;
  const groups = useMemo(() => paletteGroups(query, commands, hits ?? []), [query, commands, hits]);
  const entries = groups.flatMap((group) => group.entries);
  const at = Math.min(active, Math.max(0, entries.length - 1));

  useEffect(() => {
    results.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, groups]);

  const run = (entry: Entry | undefined, beside: boolean) => {
    if (!entry) return;
    onClose();
    if (entry.kind === 'command') entry.command.run();
    else if (entry.kind === 'all') navigation.open({ view: 'search', query: words });
    else if (beside) navigation.openBeside(placeOfHit(entry.hit));
    else navigation.open(placeOfHit(entry.hit));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, entries.length));
    else if (event.key === 'ArrowUp') setActive((at - 1 + entries.length) % Math.max(1, entries.length));
    else if (event.key === 'Enter') run(entries[at], isMac ? event.metaKey : event.ctrlKey);
    else return;
    event.preventDefault();
  };

  const positions = new Map(entries.map((entry, position) => [entry.id, position]));
  return (
    <>
      <SearchBox
        ref={box}
        role="combobox"
        aria-label="Search and commands"
        aria-expanded="true"
        aria-controls={`${id}-results`}
        aria-activedescendant={entries.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="Search everything, or type > for commands"
        value={query}
        onChange={(text) => {
          setQuery(text);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className={styles['results']} id={`${id}-results`} role="listbox" aria-label="Results" ref={results}>
        {entries.length === 0 && <p className={styles['none']}>No command has a name like that.</p>}
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={styles['group']} aria-hidden>
              {group.title}
            </div>
            {group.entries.map((entry) => {
              const position = positions.get(entry.id) ?? 0;
              return (
                <div
                  key={entry.id}
                  id={`${id}-${position}`}
                  role="option"
                  aria-selected={position === at}
                  className={styles['row']}
                  onMouseMove={() => setActive(position)}
                  onClick={(event) => run(entry, isMac ? event.metaKey : event.ctrlKey)}
                >
                  <EntryLine entry={entry} words={words} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <div className={styles['foot']} aria-hidden>
        <span>
          <Kbd shortcut="arrowup" />
          <Kbd shortcut="arrowdown" /> move
        </span>
        <span>
          <Kbd shortcut="enter" /> open
        </span>
        <span>
          <Kbd shortcut="mod+enter" /> open beside
        </span>
        <span>
          <Kbd shortcut="escape" /> close
        </span>
      </div>
      <div className="visually-hidden" aria-live="polite">
        {asks && found.data ? `${found.data.hits.length} results` : ''}
      </div>
    </>
  );
}

function EntryLine({ entry, words }: { entry: Entry; words: string }) {
  if (entry.kind === 'command') {
    return (
      <>
        <ChevronRight size={15} aria-hidden />
        <div className={styles['texts']}>
          <div className={styles['title']}>{entry.command.title}</div>
        </div>
        {entry.command.shortcut && <Kbd shortcut={entry.command.shortcut} />}
      </>
    );
  }
  if (entry.kind === 'all') {
    return (
      <>
        <TextSearch size={15} aria-hidden />
        <div className={styles['texts']}>
          <div className={styles['title']}>All results for “{words}”</div>
        </div>
        <Kbd shortcut="mod+shift+f" />
      </>
    );
  }
  const { hit } = entry;
  return (
    <>
      <HitIcon kind={hit.kind} />
      <div className={styles['texts']}>
        <div className={styles['title']} dir="auto">
          <Highlighted text={hit.title} ranges={hit.highlights.title} />
        </div>
        {hit.text !== '' && hit.text !== hit.title && (
          <div className={styles['text']} dir={directionOf(hit)}>
            <Highlighted text={hit.text} ranges={hit.highlights.text} />
          </div>
        )}
      </div>
      <span className={styles['kind']}>{kindNames[hit.kind]}</span>
    </>
  );
}
