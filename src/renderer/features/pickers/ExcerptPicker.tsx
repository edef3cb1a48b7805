import { useMemo, useState } from 'react';
import { useCall } from '../../client';
import type { Excerpt } from '../../../shared/domain/excerpts';
import type { TextRange } from '../../../shared/search/types';
import { shortLocator } from '../../../shared/excerpts/locator';
import { EmptyState, Highlighted, Input, List } from '../../ui';
import styles from './ExcerptPicker.module.css';

interface Choice {
  id: string;
  text: string;
  ranges: readonly TextRange[];
  meta: string;
}

export interface ExcerptPickerProps {
  label?: string;
  value: string;
  onChange: (excerptId: string) => void;
  /** Left out of the offer. */
  without?: readonly string[];
  autoFocus?: boolean;
}

/** Finds an excerpt by words of it, its source or its tags, with slips forgiven; the latest ones are offered first. */
export function ExcerptPicker({
  label = 'Find an excerpt',
  value,
  onChange,
  without = [],
  autoFocus = false,
}: ExcerptPickerProps) {
  const [query, setQuery] = useState('');
  const words = query.trim();
  const latest = useCall('excerpts.list', { limit: 100, descending: true }).data;
  const found = useCall(
    'search.query',
    { query: words, kinds: ['excerpt'], limit: 50 },
    { enabled: words !== '', keepPrevious: true },
  ).data;
  const choices = useMemo<Choice[]>(() => {
    const hits: Choice[] =
      words === '' || !found
        ? (latest?.items ?? []).map(fromExcerpt)
        : found.hits.map((hit) => ({ id: hit.id, text: hit.text, ranges: hit.highlights.text, meta: hit.title }));
    return hits.filter(({ id }) => !without.includes(id));
  }, [words, found, latest, without]);
  return (
    <div className={styles['picker']}>
      <Input
        label={label}
        type="search"
        value={query}
        onChange={setQuery}
        placeholder="Words, source or tag"
        autoFocus={autoFocus}
      />
      <div className={styles['results']}>
        <List
          label="Excerpts to choose from"
          items={choices}
          keyOf={({ id }) => id}
          textOf={({ text }) => text}
          rowHeight={74}
          selected={value ? [value] : []}
          onSelect={([id]) => id && onChange(id)}
          renderRow={(choice) => (
            <div className={styles['row']}>
              <div className={styles['words']} dir="auto">
                <Highlighted text={choice.text} ranges={choice.ranges} />
              </div>
              <div className={styles['meta']}>{choice.meta}</div>
            </div>
          )}
          empty={
            <EmptyState title={words === '' ? 'No excerpts yet' : 'No excerpt has these words'}>
              Select a passage in a source to make one.
            </EmptyState>
          }
        />
      </div>
    </div>
  );
}

function fromExcerpt(excerpt: Excerpt): Choice {
  return {
    id: excerpt.id,
    text: excerpt.text,
    ranges: [],
    meta: [excerpt.shortCitation, shortLocator(excerpt.locator)].filter(Boolean).join(', '),
  };
}
