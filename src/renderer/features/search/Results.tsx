import { memo } from 'react';
import type { SearchHit } from '../../../shared/search/types';
import { Highlighted, List, type MenuEntry } from '../../ui';
import type { Asker } from './Asker';
import { NothingFound } from './empty';
import { HitIcon } from './HitIcon';
import { directionOf, keyOfHit, kindNames } from './hits';
import styles from './search.module.css';
import { useAsking } from './useAsker';

export interface ResultsProps {
  /** Options are `${id}-0`, `${id}-1`…: what the box tells screen readers. */
  id: string;
  asker: Asker;
  /** Place of the chosen one. */
  at: number;
  onChoose: (place: number) => void;
  onOpen: (hit: SearchHit, beside: boolean) => void;
  menuFor: (hit: SearchHit) => MenuEntry[];
  onNearEnd: () => void;
}

/** Rows have one height, so that nothing moves while answers come in letter by letter; search.module.css says it too. */
export const ROW_PX = 76;

/** Memoised: a letter typed draws the box at once, and these only when their answer is there. */
export const Results = memo(function Results({ id, asker, at, onChoose, onOpen, menuFor, onNearEnd }: ResultsProps) {
  const answered = useAsking(asker, (state) => state.answered);
  const hits = answered?.answer.hits ?? [];
  const chosen = hits[at];
  return (
    <div className={styles['results']} data-answered={answered?.query}>
      <List
        id={id}
        label="Results"
        items={hits}
        keyOf={keyOfHit}
        textOf={({ title }) => title}
        rowHeight={ROW_PX}
        sameHeight
        selected={chosen ? [keyOfHit(chosen)] : []}
        onSelect={(_, [hit]) => hit && onChoose(hits.indexOf(hit))}
        onOpen={onOpen}
        menuFor={([hit]) => (hit ? menuFor(hit) : [])}
        onNearEnd={onNearEnd}
        renderRow={(hit) => <HitRow hit={hit} />}
        empty={answered ? <NothingFound words={answered.query} /> : undefined}
      />
    </div>
  );
});

const HitRow = memo(function HitRow({ hit }: { hit: SearchHit }) {
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
});
