import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import type { Snapshot } from '../../../shared/domain/sources';
import type { TextRange } from '../../../shared/search/types';
import { useCommands } from '../../app/commands';
import { useAct } from '../../client';
import { isProposed, type ShownExcerpt } from '../anchors/standing';
import { Find } from '../find/Find';
import { useSuggestionMarks } from '../suggestions/useSuggestionMarks';
import { Margin } from './Margin';
import { PlaceToolbar } from './PlaceToolbar';
import { QuoteDialog } from './QuoteDialog';
import type { Highlight } from './segments';
import { drawnRuns, runAt, type OffsetRange } from './selection';
import { SelectionToolbar, type ExcerptWish } from './SelectionToolbar';
import { SnapshotText } from './SnapshotText';
import { useMarkedWords } from './useMarkedWords';
import { useNarrow } from '../../ui/useNarrow';
import { useReaderFind } from './useReaderFind';
import { useTextSelection } from './useTextSelection';
import styles from './reader.module.css';

/** Id of the highlight that only shows a place: a search hit, or a passage that a memo cites. */
const PLACE = 'place';

export interface ReaderProps {
  snapshot: Snapshot;
  /** The source's title: a text that begins with it as a heading does not say it twice. */
  title: string;
  excerpts: readonly ShownExcerpt[];
  /** What is said of the text, above it. */
  notice: ReactNode;
  /** The passage to show: scrolled to and marked, and in it the words that were looked for. */
  at: (OffsetRange & { words?: TextRange[] | undefined }) | undefined;
  header: ReactNode;
  /** Below the text: notes on the source. */
  footer: ReactNode;
  /** Puts an excerpt into the memo beside; undefined where there is none. */
  onQuote: ((excerptId: string) => void) | undefined;
  /** Takes the selected words as the place of an excerpt that is looked for; undefined while none is. */
  onPlace: ((range: OffsetRange) => void) | undefined;
  /** Shows another snapshot of the source: an excerpt was made there. */
  onSnapshot: (snapshotId: string) => void;
}

/** A snapshot's text with its excerpts: select to excerpt, click a highlight to open it beside its line. */
export function Reader({
  snapshot,
  title,
  excerpts,
  notice,
  at,
  header,
  footer,
  onQuote,
  onPlace,
  onSnapshot,
}: ReaderProps) {
  const text = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [dock, setDock] = useState<HTMLElement | null>(null);
  const narrow = useNarrow(scroller);
  const [activeId, setActiveId] = useState<string>();
  // Led here, not chosen: marked in the text, but not opened where it would take half of the text's room.
  const [led, setLed] = useState(false);
  const [noteFor, setNoteFor] = useState<string>();
  const [selection, letGo] = useTextSelection(text);
  const [quoting, setQuoting] = useState(false);
  const [justMade, setJustMade] = useState<OffsetRange>();
  const wanted = justMade ?? at;
  const add = useAct('excerpts.add');
  const reader = useRef<HTMLDivElement>(null);
  const { target, sought } = useReaderFind(snapshot, text, scroller);

  const openSuggestionAt = useSuggestionMarks(snapshot, text);

  const highlights = useMemo(() => {
    const own = excerpts.map(({ id, colour, place, here }): Highlight => ({
      id,
      colour,
      start: place.start,
      end: place.end,
      proposed: here !== null && isProposed(here),
    }));
    const known = at && own.some(({ start, end }) => start === at.start && end === at.end);
    return at && !known ? [...own, { id: PLACE, colour: 'none' as const, start: at.start, end: at.end }] : own;
  }, [excerpts, at]);

  // A passage that is an excerpt is opened as one. The first answer that holds it decides, so that it opens once.
  const atExcerpt = at && excerpts.find(({ place }) => place.start === at.start && place.end === at.end)?.id;
  useEffect(() => {
    if (!at) return;
    setActiveId(atExcerpt ?? PLACE);
    setLed(true);
  }, [at, atExcerpt]);

  useEffect(() => setJustMade(undefined), [at]);
  useLayoutEffect(() => {
    if (!wanted || !text.current) return;
    const run = runAt(drawnRuns(text.current), wanted.start);
    run?.scrollIntoView({ block: 'center' });
  }, [wanted, snapshot.id]);

  useMarkedWords(text, at?.words, highlights);

  // The docked excerpt takes room from the text; its passage must stay in sight.
  const active = narrow && !led && excerpts.find(({ id }) => id === activeId)?.place.start;
  useEffect(() => {
    if (typeof active !== 'number' || !text.current) return;
    runAt(drawnRuns(text.current), active)?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const excerpt = useCallback(
    async ({ colour, note, quote }: ExcerptWish) => {
      if (!selection) return;
      const { start, end } = selection;
      const added = await add.act({ snapshotId: snapshot.id, start, end, colour });
      if (!added) return;
      letGo();
      setActiveId(added.id);
      setLed(false);
      setNoteFor(note ? added.id : undefined);
      if (quote) onQuote?.(added.id);
    },
    [selection, add, snapshot.id, letGo, onQuote],
  );

  const quoted = ({ id, anchor }: Excerpt) => {
    setQuoting(false);
    setActiveId(id);
    setLed(false);
    setNoteFor(undefined);
    setJustMade({ start: anchor.start, end: anchor.end });
    if (anchor.snapshotId !== snapshot.id) onSnapshot(anchor.snapshotId);
  };

  useCommands([
    {
      id: 'reader.escape',
      title: 'Close the excerpt',
      shortcut: 'escape',
      hidden: true,
      when: () => selection !== null || activeId !== undefined,
      run: () => (selection ? letGo() : setActiveId(undefined)),
    },
    {
      id: 'excerpt.by-words',
      title: 'Excerpt by its words…',
      group: 'Sources',
      shortcut: 'mod+shift+e',
      run: () => setQuoting(true),
    },
  ]);

  const onClick = (event: MouseEvent) => {
    const id = (event.target as Element).closest('[data-highlight]')?.getAttribute('data-highlight');
    if (id && id !== PLACE && document.getSelection()?.isCollapsed !== false) {
      setActiveId(id);
      setLed(false);
    } else if (document.getSelection()?.isCollapsed !== false) openSuggestionAt(event);
  };

  return (
    <div ref={reader} className={styles.reader}>
      <Find target={target} surface={reader} />
      {notice}
      <div ref={scroller} className={styles.scroll} data-scroller>
        <div className={styles.page}>
          <div className={styles.header}>{header}</div>
          {/* The margin's buttons do by keyboard what a click on a highlight does. */}
          <div
            ref={text}
            className={styles.document}
            onClick={onClick}
            role="document"
            aria-label="Text of the source"
            tabIndex={0}
          >
            <SnapshotText
              snapshot={snapshot}
              title={title}
              highlights={highlights}
              activeId={activeId}
              wanted={wanted}
              sought={sought}
            />
          </div>
          <div className={styles.footer}>{footer}</div>
          <Margin
            excerpts={excerpts}
            activeId={narrow && led ? undefined : activeId}
            dock={narrow ? dock : null}
            startWithNote={noteFor !== undefined && noteFor === activeId}
            onChoose={(id) => {
              setActiveId(id);
              setLed(false);
              setNoteFor(undefined);
            }}
            onQuote={onQuote}
          />
          {quoting && <QuoteDialog sourceId={snapshot.sourceId} onDone={quoted} onClose={() => setQuoting(false)} />}
          {selection && onPlace && <PlaceToolbar {...selection.beside} onPlace={() => onPlace(selection)} />}
          {selection && !onPlace && <SelectionToolbar {...selection.beside} onExcerpt={excerpt} canQuote={!!onQuote} />}
        </div>
      </div>
      <div ref={setDock} className={styles.dock} />
    </div>
  );
}
