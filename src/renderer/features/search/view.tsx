import { useCallback, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { PastSearch, SearchHit } from '../../../shared/search/types';
import { useCommands } from '../../app/commands';
import { useNavigation } from '../../app/navigation';
import { isMac } from '../../app/shortcuts';
import { useMedia } from '../../app/useMedia';
import { defineView, type DetailProps } from '../../app/views';
import { useAct, useCall } from '../../client';
import { Pane, Panes, Splitter, useChoices, useHeld } from '../../ui';
import { isPending } from './Asker';
import { Beginning } from './empty';
import { Kinds } from './Kinds';
import { Narrow, Narrowings } from './Narrow';
import { Preview } from './Preview';
import { QueryBox } from './QueryBox';
import { Results, ROW_PX } from './Results';
import { SaveSearch } from './SaveSearch';
import styles from './search.module.css';
import { StatusLine } from './StatusLine';
import { useAsker, useAsking } from './useAsker';
import { hitShortcuts, useHitActs } from './useHitActs';
import { useQueryAtPlace } from './useQueryAtPlace';

/** Enough for a screen; the rest is read when it is scrolled to. */
const FIRST = 20;
const ALL = 200;
const noPast: readonly PastSearch[] = [];

/** One box for everything: results as one types on the left, a preview of the chosen one on the right. */
function SearchPage({ place, pane }: DetailProps<'search'>) {
  const { back } = useNavigation();
  const box = useRef<HTMLInputElement>(null);
  const listId = useId();
  const wide = useMedia('(min-width: 1000px)');
  const { query, setQuery, savedId, setSavedId, keep } = useQueryAtPlace(place, pane === 'main', box);
  const words = query.trim();

  const asker = useAsker();
  const [all, setAll] = useState(false);
  useEffect(() => asker.want(words === '' ? null : { query: words, limit: all ? ALL : FIRST }), [asker, words, all]);
  const [index, setIndex] = useState(0);
  const found = useAsking(asker, ({ answered }) => answered?.answer.hits.length ?? 0);
  const at = Math.min(index, Math.max(0, found - 1));
  const chosen = () => asker.state().answered?.answer.hits[at];
  const acts = useHitActs(query);

  const type = (text: string) => {
    setQuery(text);
    setIndex(0);
    setAll(false);
    // subtle: before React draws the letter, so that the library works meanwhile.
    const next = text.trim();
    asker.want(next === '' ? null : { query: next, limit: FIRST });
  };
  const typeAndGoOn = (text: string) => {
    type(text);
    box.current?.focus();
  };
  const go = (hit: SearchHit, beside: boolean) => {
    keep();
    acts.open(hit, beside);
  };
  const [heldEnter, holdEnter] = useHeld<{ beside: boolean }>(words);
  const ready = useAsking(asker, (state) => heldEnter !== null && !isPending(state, words));
  useEffect(() => {
    if (!ready || heldEnter === null) return;
    holdEnter(null);
    const hit = chosen();
    if (hit && asker.state().failure === null) go(hit, heldEnter.beside);
  });
  const onChosen = (act: (hit: SearchHit) => void) => () => {
    const hit = chosen();
    if (hit) act(hit);
  };
  useCommands([
    {
      id: 'search.cite',
      title: 'Put the result into the memo',
      group: 'Search',
      shortcut: hitShortcuts.cite,
      when: () => found > 0,
      run: onChosen(acts.cite),
    },
    {
      id: 'search.copy',
      title: 'Copy the result with its citation',
      group: 'Search',
      shortcut: hitShortcuts.copy,
      when: () => found > 0 && nothingSelected(),
      run: onChosen(acts.copy),
    },
  ]);

  const saved = useCall('searches.list', {}).data?.find(({ id }) => id === savedId);
  const past = useCall('search.past', {}).data ?? noPast;
  const forget = useAct('search.forget');
  const pastGroups = useMemo(() => (past.length > 0 ? [{ title: 'Past searches', items: past }] : []), [past]);
  const recall = useChoices(pastGroups, (search) => type(search.query), { typed: '' });

  const onKeyDown = (event: KeyboardEvent) => {
    const past = words === '' ? recall.items[recall.at] : undefined;
    const page = Math.max(1, Math.floor((document.getElementById(listId)?.clientHeight ?? 0) / ROW_PX) - 1);
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
    const move = moves[event.key];
    if (past && recall.onKeyDown(event)) return;
    if (past && event.key === 'Delete') void forget.act({ query: past.query });
    else if (move !== undefined) setIndex(Math.max(0, Math.min(at + move, found - 1)));
    else if (event.key === 'Enter') {
      const beside = isMac ? event.metaKey : event.ctrlKey;
      // Typed fast, it comes before the answer: it is about what was typed, not about what is still shown.
      if (at === 0 && isPending(asker.state(), words)) holdEnter({ beside });
      else onChosen((hit) => go(hit, beside))();
    } else if (event.key === 'Escape') {
      if (query !== '') type('');
      else back();
    } else return;
    event.preventDefault();
  };

  const latest = useRef({ go, menuFor: acts.menuFor });
  useEffect(() => {
    latest.current = { go, menuFor: acts.menuFor };
  });
  const onOpen = useCallback((hit: SearchHit, beside: boolean) => latest.current.go(hit, beside), []);
  const menuFor = useCallback((hit: SearchHit) => latest.current.menuFor(hit), []);
  const onNearEnd = useCallback(() => setAll(true), []);

  const list = (
    <div className={styles['pane']}>
      <div role="search">
        <QueryBox
          ref={box}
          query={query}
          onQuery={type}
          past={words === '' ? noPast : past}
          onForget={(search) => void forget.act({ query: search.query })}
          onKeyDown={onKeyDown}
          list={
            words === ''
              ? recall.box
              : {
                  role: 'combobox',
                  'aria-autocomplete': 'list',
                  'aria-expanded': found > 0,
                  'aria-controls': listId,
                  'aria-activedescendant': found > 0 ? `${listId}-${at}` : undefined,
                }
          }
          end={
            <>
              <Narrow asker={asker} query={query} onQuery={type} box={box} />
              <SaveSearch query={query} saved={saved} onSaved={({ id }) => setSavedId(id)} box={box} />
            </>
          }
        />
      </div>
      <Kinds query={query} onQuery={typeAndGoOn}>
        <Narrowings asker={asker} query={query} onQuery={typeAndGoOn} />
      </Kinds>
      {words === '' ? (
        <div className={styles['results']}>
          <Beginning list={recall} onForgetAll={() => void forget.act({})} />
        </div>
      ) : (
        <>
          <StatusLine asker={asker} query={query} first={FIRST} onQuery={typeAndGoOn} />
          <Results
            id={listId}
            asker={asker}
            at={at}
            onChoose={setIndex}
            onOpen={onOpen}
            menuFor={menuFor}
            onNearEnd={onNearEnd}
          />
        </>
      )}
    </div>
  );
  if (!wide || pane !== 'main') return list;
  return (
    <Panes name="search">
      <Pane id="results" minSize={320}>
        {list}
      </Pane>
      <Splitter label="Resize the preview" />
      <Pane id="preview" defaultSize="50%" minSize={280} data-preview>
        <Preview asker={asker} at={at} />
      </Pane>
    </Panes>
  );
}

/** Whether copying means the chosen result: no words are selected, in a box or anywhere. */
function nothingSelected(): boolean {
  const { activeElement } = document;
  if (activeElement instanceof HTMLInputElement) return activeElement.selectionStart === activeElement.selectionEnd;
  return document.getSelection()?.isCollapsed !== false;
}

export const view = defineView({ name: 'search', title: 'Search', Detail: SearchPage });
