import { useMemo, useRef, type KeyboardEvent } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { shortLocator } from '../../../shared/excerpts/locator';
import { isMac } from '../../app/shortcuts';
import { useAct } from '../../client';
import { standingKind, standingNames, type ShownExcerpt } from '../anchors/standing';
import { dragExcerpt } from '../excerpts/drag';
import { ExcerptCard } from '../excerpts/ExcerptCard';
import { ExcerptLinks } from '../excerpts/ExcerptLinks';
import { ExcerptQuote } from '../excerpts/ExcerptQuote';
import excerptStyles from '../excerpts/excerpts.module.css';
import { useMarginLayout, type LineOf } from './useMarginLayout';
import styles from './reader.module.css';

export interface MarginProps {
  excerpts: readonly ShownExcerpt[];
  activeId: string | undefined;
  /** The active excerpt was just made to be annotated. */
  startWithNote: boolean;
  /** Where the open excerpt goes when there is no margin beside the text: in sight, below it. */
  dock: HTMLElement | null;
  /** Where lines are, if they are no runs of text. */
  lineOf?: LineOf;
  onChoose: (id: string | undefined) => void;
  onQuote: ((excerptId: string) => void) | undefined;
}

function nameOf({ text, locator, standing }: ShownExcerpt): string {
  const look = standing?.needsLook ? standingNames[standingKind(standing)] : '';
  return [text, shortLocator(locator), look].filter(Boolean).join(', ');
}

/** The excerpts of a source beside their lines. The chosen one is open; choosing it again closes it. */
export function Margin({ excerpts, activeId, startWithNote, dock, lineOf, onChoose, onQuote }: MarginProps) {
  const entries = useMemo(() => excerpts.map(({ id, place }) => ({ id, start: place.start })), [excerpts]);
  const margin = useRef<HTMLElement>(null);
  const tops = useMarginLayout(margin, entries, activeId, lineOf);
  const trash = useAct('excerpts.trash', { success: 'Excerpt moved to the Trash' });

  const headOf = (id: string | undefined) =>
    margin.current?.querySelector<HTMLElement>(`[data-margin-item="${id ?? ''}"] > button`);
  /** Escape closes the open excerpt from inside it; Delete on an excerpt does what it does in every list. */
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, id: string, index: number) => {
    // subtle: React hands over the keys of popovers too, whose elements stand elsewhere.
    if (event.defaultPrevented || !event.currentTarget.contains(event.target as Node)) return;
    if (event.key === 'Escape' && id === activeId) {
      event.preventDefault();
      // subtle: closing may move it from the dock back into the margin; the button that is there afterwards is meant.
      flushSync(() => onChoose(undefined));
      headOf(id)?.focus({ preventScroll: true });
    }
    const deletes = event.key === 'Delete' || (isMac && event.metaKey && event.key === 'Backspace');
    if (deletes && (event.target as Element).matches('[data-margin-item] > button')) {
      event.preventDefault();
      (headOf(excerpts[index + 1]?.id) ?? headOf(excerpts[index - 1]?.id))?.focus();
      void trash.act({ id });
    }
  };
  return (
    <aside ref={margin} className={styles.margin} aria-label="Excerpts">
      {excerpts.map((excerpt, index) => {
        const active = excerpt.id === activeId;
        const item = (
          <div
            key={excerpt.id}
            className={styles.marginItem}
            data-margin-item={excerpt.id}
            data-active={active || undefined}
            // subtle: no place yet means no top, so that nothing flies in from the top of the text.
            data-placed={tops.has(excerpt.id) || undefined}
            style={{ top: tops.get(excerpt.id) }}
            role="group"
            aria-label="Excerpt"
            onKeyDown={(event) => onKeyDown(event, excerpt.id, index)}
          >
            <button
              type="button"
              className={styles.marginHead}
              aria-expanded={active}
              // subtle: a quotation's words are no part of a button's name by themselves.
              aria-label={nameOf(excerpt)}
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
                shownIn={excerpt.here?.snapshotId}
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
        return active && dock ? createPortal(item, dock, excerpt.id) : item;
      })}
    </aside>
  );
}
