import { History } from 'lucide-react';
import type { PastSearch } from '../../../shared/search/types';
import type { Shortcut } from '../../app/shortcuts';
import { Choices, ConfirmInline, EmptyState, Kbd, type ChoiceList } from '../../ui';
import { hitShortcuts } from './useHitActs';
import styles from './search.module.css';

export function NothingFound({ words }: { words: string }) {
  const shown = words.length > 80 ? `${words.slice(0, 80)}…` : words;
  return (
    <EmptyState title={`Nothing found for “${shown}”`}>
      Slips are forgiven already. Try fewer words, another spelling of a name, or take off what narrows the search.
    </EmptyState>
  );
}

/** Before anything is typed: what was searched for before, and what can be asked. */
export function Beginning({ list, onForgetAll }: { list: ChoiceList<PastSearch>; onForgetAll: () => void }) {
  if (list.items.length === 0) return <Hints />;
  return (
    <div className={styles['beginning']}>
      <Choices
        list={list}
        label="Past searches"
        keyOf={({ query }) => query}
        renderItem={({ query }) => (
          <>
            <History size={15} aria-hidden />
            <span className={styles['offer']} dir="auto">
              {query}
            </span>
          </>
        )}
      />
      <div className={styles['pastActs']}>
        <span>
          <Kbd shortcut="enter" /> search again
        </span>
        <span>
          <Kbd shortcut="delete" /> forget it
        </span>
        <ConfirmInline question="Forget all past searches?" confirmLabel="Forget all" onConfirm={onForgetAll}>
          Forget all…
        </ConfirmInline>
      </div>
      <div className={styles['reminder']}>
        <Examples />
      </div>
    </div>
  );
}

function Hints() {
  return (
    <div className={styles['hints']}>
      <h2>A name, a date, half-remembered words, or a quotation pasted whole</h2>
      <p>Excerpts, sources and their texts, claims, actors, events, memos and notes are all searched while you type.</p>
      <Examples />
      <dl className={styles['keys']}>
        {keys.map(([shortcut, does]) => (
          <div key={shortcut}>
            <dt>
              <Kbd shortcut={shortcut} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const keys: readonly (readonly [Shortcut, string])[] = [
  [hitShortcuts.open, 'open'],
  [hitShortcuts.beside, 'open beside'],
  [hitShortcuts.cite, 'put into the memo'],
  [hitShortcuts.copy, 'copy with citation'],
  ['mod+.', 'narrow'],
  ['mod+s', 'save the search'],
];

function Examples() {
  return (
    <dl className={styles['examples']}>
      {examples.map(([asked, means]) => (
        <div key={asked}>
          <dt>
            <code>{asked}</code>
          </dt>
          <dd>{means}</dd>
        </div>
      ))}
    </dl>
  );
}

const examples: readonly (readonly [string, string])[] = [
  ['"exact words"', 'in this order'],
  ['-word', 'without it'],
  ['one OR other', 'either'],
  ['actor: tag: source: author:', 'about, with or from; names are completed'],
  ['kind:claim status:contested', 'only these'],
  ['date:2023-04', 'of that time'],
];
