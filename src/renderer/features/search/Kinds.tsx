import type { ReactNode } from 'react';
import { kindIn, withKind } from '../../../shared/search/narrowing';
import type { SearchKind } from '../../../shared/search/types';
import { nouns } from '../../app/nouns';
import styles from './search.module.css';

const kinds: readonly { kind: SearchKind | null; name: string }[] = [
  { kind: null, name: 'Everything' },
  { kind: 'excerpt', name: nouns.excerpt.many },
  { kind: 'source', name: nouns.source.many },
  { kind: 'snapshot', name: 'Texts' },
  { kind: 'claim', name: nouns.claim.many },
  { kind: 'actor', name: nouns.actor.many },
  { kind: 'event', name: nouns.event.many },
  { kind: 'memo', name: nouns.memo.many },
  { kind: 'note', name: 'Notes' },
];

export interface KindsProps {
  query: string;
  onQuery: (query: string) => void;
  /** What else the search is narrowed by. */
  children: ReactNode;
}

/** One kind of results or all: what is chosen stands in the query, so that it is saved and remembered with it. */
export function Kinds({ query, onQuery, children }: KindsProps) {
  const chosen = kindIn(query);
  return (
    <div className={styles['kinds']} role="group" aria-label="Kinds of results">
      {kinds.map(({ kind, name }) => (
        <button
          key={name}
          type="button"
          className={styles['kind']}
          aria-pressed={kind === chosen}
          onClick={() => onQuery(withKind(query, kind === chosen ? null : kind))}
        >
          {name}
        </button>
      ))}
      {children}
    </div>
  );
}
