import { useMemo, useRef } from 'react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import { dragExcerpt } from '../excerpts/drag';
import { ExcerptCard } from '../excerpts/ExcerptCard';
import { ExcerptLinks } from '../excerpts/ExcerptLinks';
import { ExcerptQuote } from '../excerpts/ExcerptQuote';
import excerptStyles from '../excerpts/excerpts.module.css';
import { useMarginLayout } from './useMarginLayout';
import styles from './reader.module.css';

export interface MarginProps {
  excerpts: readonly Excerpt[];
  activeId: string | undefined;
  /** The active excerpt was just made to be annotated. */
  startWithNote: boolean;
  onChoose: (id: string | undefined) => void;
  onQuote: ((excerptId: string) => void) | undefined;
}

/** The excerpts of a source beside their lines. The chosen one is open; choosing it again closes it. */
export function Margin({ excerpts, activeId, startWithNote, onChoose, onQuote }: MarginProps) {
  const entries = useMemo(() => excerpts.map(({ id, anchor }) => ({ id, start: anchor.start })), [excerpts]);
  const margin = useRef<HTMLElement>(null);
  const tops = useMarginLayout(margin, entries, activeId);
  return (
    <aside ref={margin} className={styles.margin} aria-label="Excerpts">
      {excerpts.map((excerpt) => {
        const active = excerpt.id === activeId;
        return (
          <div
            key={excerpt.id}
            className={styles.marginItem}
            data-margin-item={excerpt.id}
            data-active={active || undefined}
            style={{ top: tops.get(excerpt.id) ?? 0 }}
          >
            <button
              type="button"
              className={styles.marginHead}
              aria-expanded={active}
              draggable
              onDragStart={(event) => dragExcerpt(event, excerpt)}
              onClick={() => onChoose(active ? undefined : excerpt.id)}
            >
              <ExcerptQuote excerpt={excerpt} clamped withoutSource />
            </button>
            {active ? (
              <ExcerptCard
                excerpt={excerpt}
                startWithNote={startWithNote}
                onQuote={onQuote && (() => onQuote(excerpt.id))}
              />
            ) : (
              <div className={styles.marginFoot}>
                {excerpt.note && <p className={excerptStyles.note}>{excerpt.note}</p>}
                <ExcerptLinks excerpt={excerpt} />
              </div>
            )}
          </div>
        );
      })}
    </aside>
  );
}
