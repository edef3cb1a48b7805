import { useDeferredValue, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useNavigation } from '../../app/navigation';
import { nouns } from '../../app/nouns';
import type { Place } from '../../app/places';
import { views } from '../../app/registry';
import { isMac } from '../../app/shortcuts';
import { useMedia } from '../../app/useMedia';
import { defineView, type DetailProps } from '../../app/views';
import { useCall } from '../../client';
import type { NounKind } from '../../../shared/domain/common';
import type { SearchHit } from '../../../shared/search/types';
import { Button, EmptyState, Highlighted, List, Pane, Panes, SearchBox, Splitter } from '../../ui';
import { HitIcon } from './HitIcon';
import { NarrowMenu } from './NarrowMenu';
import { directionOf, keyOfHit, kindNames, placeOfHit } from './hits';
import styles from './search.module.css';

const LIMIT = 200;
const kindsShown: NounKind[] = ['excerpt', 'source', 'claim', 'actor', 'event', 'memo'];

/** One box for everything: results as one types on the left, a preview of the chosen one on the right. */
function SearchPage({ place, pane }: DetailProps<'search'>) {
  const { replace, open, openBeside, back } = useNavigation();
  const [query, setQuery] = useState(place.query ?? '');
  const [kind, setKind] = useState<NounKind | null>(null);
  const [index, setIndex] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const wide = useMedia('(min-width: 1000px)');
  useEffect(() => box.current?.focus(), []);

  const words = useDeferredValue(query.trim());
  const answer = useCall(
    'search.query',
    { query: words, limit: LIMIT, ...(kind ? { kinds: kindsOf(kind) } : {}) },
    { enabled: words !== '', keepPrevious: true },
  );
  const hits = useMemo(() => (words === '' ? [] : (answer.data?.hits ?? [])), [words, answer.data]);
  const at = Math.min(index, Math.max(0, hits.length - 1));
  const chosen = hits[at];

  const type = (text: string) => {
    setQuery(text);
    setIndex(0);
    if (pane === 'main') replace({ view: 'search', query: text });
  };
  const go = (hit: SearchHit, beside: boolean) => (beside ? openBeside : open)(placeOfHit(hit));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setIndex(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setIndex(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && chosen) go(chosen, isMac ? event.metaKey : event.ctrlKey);
    else if (event.key === 'Escape') {
      if (query !== '') type('');
      else back();
    } else return;
    event.preventDefault();
  };

  const didYouMean = answer.data?.didYouMean ?? null;
  const said = words === '' || !answer.data ? '' : describe(hits.length);
  const list = (
    <div className={styles['pane']}>
      <div role="search">
        <SearchBox
          ref={box}
          aria-label="Search everything"
          placeholder="Search everything"
          value={query}
          onChange={type}
          onKeyDown={onKeyDown}
          end={
            <span className={styles['status']} aria-live="polite">
              {said}
            </span>
          }
        />
      </div>
      <div className={styles['kinds']} role="group" aria-label="Kinds of results">
        <KindButton name="Everything" pressed={kind === null} onPress={() => setKind(null)} />
        {kindsShown.map((each) => (
          <KindButton
            key={each}
            name={nouns[each].many}
            pressed={kind === each}
            onPress={() => setKind(kind === each ? null : each)}
          />
        ))}
        {hits.length > 0 && (
          <NarrowMenu facets={answer.data?.facets ?? []} onNarrow={(term) => type(`${query.trim()} ${term}`)} />
        )}
      </div>
      {words !== '' && didYouMean && (
        <p className={styles['instead']}>
          Did you mean{' '}
          <Button look="link" onClick={() => type(didYouMean)}>
            {didYouMean}
          </Button>
          ?
        </p>
      )}
      {answer.data?.problem && words !== '' && (
        <p className={styles['problem']} role="status">
          {answer.data.problem}
        </p>
      )}
      <div className={styles['results']} ref={results}>
        <List
          label="Results"
          items={hits}
          keyOf={keyOfHit}
          textOf={({ title }) => title}
          rowHeight={76}
          selected={chosen ? [keyOfHit(chosen)] : []}
          onSelect={(_, [hit]) => hit && setIndex(hits.indexOf(hit))}
          onOpen={go}
          menuFor={([hit]) =>
            hit
              ? [
                  { label: 'Open', shortcut: 'enter', run: () => go(hit, false) },
                  { label: 'Open beside', shortcut: 'mod+enter', run: () => go(hit, true) },
                ]
              : []
          }
          renderRow={(hit) => <HitRow hit={hit} />}
          empty={words === '' ? <Hints /> : answer.isFetching ? undefined : <NothingFound words={words} />}
        />
      </div>
    </div>
  );
  if (!wide || pane === 'beside') return list;
  return (
    <Panes name="search">
      <Pane id="results" minSize={320}>
        {list}
      </Pane>
      <Splitter label="Resize the preview" />
      <Pane id="preview" defaultSize="50%" minSize={280} data-preview>
        <Preview place={chosen ? placeOfHit(chosen) : null} />
      </Pane>
    </Panes>
  );
}

function kindsOf(kind: NounKind) {
  // A place in a source's text belongs with the sources.
  return kind === 'source' ? (['source', 'snapshot'] as const).slice() : [kind];
}

function describe(hits: number): string {
  if (hits === 0) return 'Nothing found';
  if (hits >= LIMIT) return `The best ${LIMIT} results`;
  return hits === 1 ? '1 result' : `${hits} results`;
}

function KindButton({ name, pressed, onPress }: { name: string; pressed: boolean; onPress: () => void }) {
  return (
    <button type="button" className={styles['kind']} aria-pressed={pressed} onClick={onPress}>
      {name}
    </button>
  );
}

function HitRow({ hit }: { hit: SearchHit }) {
  return (
    <div className={styles['row']}>
      <HitIcon kind={hit.kind} />
      <span className={styles['title']} dir="auto">
        <Highlighted text={hit.title} ranges={hit.highlights.title} />
      </span>
      <span className={styles['what']}>{kindNames[hit.kind]}</span>
      {hit.text !== '' && hit.text !== hit.title && (
        <span className={styles['text']} dir={directionOf(hit)}>
          <Highlighted text={hit.text} ranges={hit.highlights.text} />
        </span>
      )}
    </div>
  );
}

function Preview({ place }: { place: Place | null }) {
  // The list moves at once; the preview follows when there is time.
  const shown = useDeferredValue(place);
  const view = shown && views[shown.view];
  if (!shown || !view) return <EmptyState title="The chosen result is shown here" />;
  return <view.Detail place={shown} pane="beside" />;
}

function NothingFound({ words }: { words: string }) {
  return (
    <EmptyState title={`Nothing found for “${words}”`}>
      Slips are forgiven already. Try fewer words, or another spelling of a name.
    </EmptyState>
  );
}

function Hints() {
  return (
    <EmptyState title="A name, a date, or half-remembered words">
      Excerpts, sources, claims, actors, events, memos and notes are all searched while you type.
      <div className={styles['examples']}>
        <code>"exact words"</code>
        <span>in this order</span>
        <code>-word</code>
        <span>without it</span>
        <code>one OR other</code>
        <span>either</span>
        <code>actor: tag: source: author:</code>
        <span>only there</span>
        <code>kind:claim status:contested</code>
        <span>only these</span>
        <code>date:2023-04</code>
        <span>of that time</span>
      </div>
    </EmptyState>
  );
}

export const view = defineView({ name: 'search', title: 'Search', Detail: SearchPage });
