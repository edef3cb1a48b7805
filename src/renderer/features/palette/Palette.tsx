import { Dialog as Base } from '@base-ui/react/dialog';
import { ChevronRight, History, TextCursorInput, TextSearch } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Completion, SearchHit } from '../../../shared/search/types';
import { useCommandList, useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { matchesShortcut } from '../../app/shortcuts';
import { useCall } from '../../client';
import { Choices, Highlighted, Kbd, SearchBox, useChoices } from '../../ui';
import { isPending } from '../search/Asker';
import { HitIcon } from '../search/HitIcon';
import { directionOf, kindNames } from '../search/hits';
import { useAsker, useAsking } from '../search/useAsker';
import { useCompletions } from '../search/useCompletions';
import { hitShortcuts, useHitActs } from '../search/useHitActs';
import { paletteGroups, type Entry } from './entries';
import styles from './Palette.module.css';

const HITS = 12;
const PAST = 4;
const none: readonly Completion[] = [];

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
  const navigation = useNavigation();
  const commands = useCommandList();
  const [query, setQuery] = useState('');
  const [caret, setCaret] = useState<number | null>(null);

  const words = query.trim();
  const asks = words !== '' && !query.startsWith('>');
  const asker = useAsker();
  useEffect(() => asker.want(asks ? { query: words, limit: HITS } : null), [asker, asks, words]);
  const hits = useAsking(asker, ({ answered }) => answered?.answer.hits);
  const past = useCall('search.past', { limit: PAST }).data;
  const { completions, pending: completing } = useCompletions(query, asks ? caret : null);
  const finding = useAsking(asker, (state) => asks && isPending(state, words));
  const groups = useMemo(
    () =>
      paletteGroups(query, commands, {
        hits: hits ?? [],
        past: past ?? [],
        completions: completions?.choosing ? completions.items : none,
      }),
    [query, commands, hits, past, completions],
  );
  const acts = useHitActs(query);

  const complete = (item: Completion) => {
    const next = completions?.completed(item);
    if (!next) return;
    flushSync(() => setQuery(next.query));
    box.current?.setSelectionRange(next.caret, next.caret);
    setCaret(next.caret);
  };
  const run = (entry: Entry, beside: boolean) => {
    if (entry.kind === 'completion') return complete(entry.completion);
    if (entry.kind === 'past') return setQuery(entry.query);
    onClose();
    if (entry.kind === 'command') entry.command.run();
    else if (entry.kind === 'all') navigation.open({ view: 'search', query: words });
    else acts.open(entry.hit, beside);
  };
  // Commands are there at once.
  const pending = (finding || completing) && groups[0]?.items[0]?.kind !== 'command';
  const list = useChoices(groups, run, { typed: query, pending });
  const current = list.items[list.at];
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const completion = current?.kind === 'completion' ? current.completion : completions?.items[0];
    if (event.key === 'Tab' && !event.shiftKey && completion) complete(completion);
    else if (current?.kind !== 'hit' || !hitKey(event, current.hit)) return void list.onKeyDown(event);
    event.preventDefault();
  };
  const hitKey = (event: KeyboardEvent<HTMLInputElement>, hit: SearchHit): boolean => {
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (matchesShortcut(event, hitShortcuts.cite)) acts.cite(hit);
    else if (matchesShortcut(event, hitShortcuts.copy) && selectionStart === selectionEnd) acts.copy(hit);
    else return false;
    onClose();
    return true;
  };

  return (
    <>
      <SearchBox
        ref={box}
        {...list.box}
        aria-label="Search and commands"
        placeholder="Search everything, or type > for commands"
        value={query}
        onChange={(text) => {
          setQuery(text);
          setCaret(box.current?.selectionStart ?? text.length);
        }}
        onKeyDown={onKeyDown}
      />
      {list.items.length === 0 && <p className={styles['none']}>No command has a name like that.</p>}
      <Choices
        list={list}
        label="Results"
        keyOf={({ id }) => id}
        renderItem={(entry) => <EntryLine entry={entry} words={words} />}
      />
      <div className={styles['foot']} aria-hidden>
        <span>
          <Kbd shortcut="arrowup" />
          <Kbd shortcut="arrowdown" /> move
        </span>
        <span>
          <Kbd shortcut={hitShortcuts.open} /> open
        </span>
        <span>
          <Kbd shortcut={hitShortcuts.beside} /> open beside
        </span>
        {current?.kind === 'hit' && (
          <span>
            <Kbd shortcut={hitShortcuts.cite} /> into the memo
          </span>
        )}
        {completions && (
          <span>
            <Kbd shortcut="tab" /> {completions.items[0]?.label}
          </span>
        )}
        <span>
          <Kbd shortcut="escape" /> close
        </span>
      </div>
      <div className="visually-hidden" aria-live="polite">
        {asks && hits ? `${hits.length} results` : ''}
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
  if (entry.kind === 'past') {
    return (
      <>
        <History size={15} aria-hidden />
        <div className={styles['texts']}>
          <div className={styles['title']} dir="auto">
            {entry.query}
          </div>
        </div>
      </>
    );
  }
  if (entry.kind === 'completion') {
    return (
      <>
        <TextCursorInput size={15} aria-hidden />
        <div className={styles['texts']}>
          <div className={styles['title']} dir="auto">
            {entry.completion.label}
          </div>
        </div>
        <span className={styles['kind']}>{entry.completion.detail}</span>
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
