import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Excerpt } from '../../../shared/domain/excerpts';
import type { Snapshot } from '../../../shared/domain/sources';
import type { CommonplaceError } from '../../../shared/result';
import type { TextRange } from '../../../shared/search/types';
import { useCommands } from '../../app/commands';
import { useAct } from '../../client';
import { EmptyState } from '../../ui/EmptyState';
import type { ShownExcerpt } from '../anchors/standing';
import { Find } from '../find/Find';
import { Margin } from '../reader/Margin';
import { PlaceToolbar } from '../reader/PlaceToolbar';
import { QuoteDialog } from '../reader/QuoteDialog';
import { SelectionToolbar, type ExcerptWish } from '../reader/SelectionToolbar';
import { useNarrow } from '../../ui/useNarrow';
import readerStyles from '../reader/reader.module.css';
import type { OffsetRange } from '../reader/selection';
import { arrange } from './geometry';
import { PageSheet } from './PageSheet';
import { PagesBar } from './PagesBar';
import { overlaysOf } from './overlays';
import { usePageScroll } from './usePageScroll';
import { usePageSelection } from './usePageSelection';
import { usePagesFind } from './usePagesFind';
import { usePdf, usePlaces } from './usePdf';
import { useToolbarPlace } from './useToolbarPlace';
import { useZoom } from './useZoom';
import styles from './pages.module.css';

export interface PagesViewProps {
  snapshot: Snapshot;
  attachmentId: string;
  excerpts: readonly ShownExcerpt[];
  /** What is said of the text, above it. */
  notice: ReactNode;
  /** The passage to show, and in it the words that were looked for. */
  at: (OffsetRange & { words?: TextRange[] | undefined }) | undefined;
  /** Where the reader was in the text before, to begin there. */
  startAt: number | undefined;
  /** Told where the page begins that is read. */
  onRead: (offset: number) => void;
  /** Beside the pages' own controls. */
  bar: ReactNode;
  header: ReactNode;
  footer: ReactNode;
  onQuote: ((excerptId: string) => void) | undefined;
  /** Takes the selected words as the place of an excerpt that is looked for; undefined while none is. */
  onPlace: ((range: OffsetRange) => void) | undefined;
  onSnapshot: (snapshotId: string) => void;
}

/** The pages of a PDF as they are printed, with the excerpts on them: select to excerpt, as in the text. */
export function PagesView(props: PagesViewProps) {
  const { snapshot, attachmentId, excerpts, notice, at, startAt, onRead, bar, header, footer } = props;
  const { onQuote, onPlace, onSnapshot } = props;
  const reader = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const [dock, setDock] = useState<HTMLElement | null>(null);
  const narrow = useNarrow(scroller);
  const pdf = usePdf(attachmentId);
  const pages = pdf.state === 'open' ? pdf.pages : undefined;
  const places = usePlaces(attachmentId, snapshot.text, pages !== undefined);
  const zoom = useZoom(column, scroller, pages);
  const { scale } = zoom;
  const arrangement = useMemo(() => (pages && scale > 0 ? arrange(pages, scale) : null), [pages, scale]);
  const { first, last, current, goTo } = usePageScroll(scroller, root, arrangement);

  const [activeId, setActiveId] = useState<string>();
  const [noteFor, setNoteFor] = useState<string>();
  const [quoting, setQuoting] = useState<{ tried?: { quote: string; error: CommonplaceError } }>();
  const choose = useCallback((id: string | undefined) => {
    setActiveId(id);
    setNoteFor(undefined);
  }, []);

  const show = useCallback(
    (start: number, end: number) => {
      const found = places?.find(start, end);
      if (found) goTo(found.page, found.box.top * scale, 1 / 3);
    },
    [places, goTo, scale],
  );
  const { selection, selecting, select, onMouseDown } = usePageSelection({
    root,
    scroller,
    pages: pages ?? [],
    arrangement,
    scale,
    places,
    blocks: snapshot.blocks,
    onClick: (offset) => {
      const under = offset === null ? [] : excerpts.filter(({ place }) => place.start <= offset && place.end > offset);
      // Of excerpts that lie over one another, the shortest: the others can be reached beside it.
      under.sort((a, b) => a.place.end - a.place.start - (b.place.end - b.place.start));
      choose(under[0]?.id);
    },
  });
  const target = usePagesFind(root, { text: snapshot.text, places, current, selection, show, select });

  // The place that is opened, once its words are found; else where the reader was in the text.
  const [shown, setShown] = useState<unknown>();
  const wish = useMemo(
    () => at ?? (startAt === undefined ? undefined : { start: startAt, end: startAt + 1 }),
    [at, startAt],
  );
  useEffect(() => {
    if (!wish || !places || !arrangement || shown === wish) return;
    setShown(wish);
    if (at) {
      show(wish.start, wish.end);
      setActiveId(excerpts.find(({ place }) => place.start === at.start && place.end === at.end)?.id);
    } else {
      const found = places.find(wish.start, places.text.length);
      if (found && found.page > 0) goTo(found.page);
    }
  }, [wish, at, places, arrangement, shown, show, goTo, excerpts]);

  const start = places?.startOf(current);
  useEffect(() => {
    if (start !== undefined && (shown === wish || !wish)) onRead(start);
  }, [start, onRead, shown, wish]);

  const add = useAct('excerpts.add');
  const quote = useAct('excerpts.quote', {
    onError: (error) => selection?.kind === 'outside' && setQuoting({ tried: { quote: selection.text, error } }),
  });
  const excerpt = async ({ colour, note, quote: toMemo }: ExcerptWish) => {
    if (!selection) return;
    const added =
      selection.kind === 'passage'
        ? await add.act({ snapshotId: snapshot.id, start: selection.start, end: selection.end, colour })
        : await quote.act({ sourceId: snapshot.sourceId, quote: selection.text, colour });
    if (!added) return;
    select(null);
    setActiveId(added.id);
    setNoteFor(note ? added.id : undefined);
    if (toMemo) onQuote?.(added.id);
  };
  const quoted = ({ id, anchor }: Excerpt) => {
    setQuoting(undefined);
    select(null);
    choose(id);
    if (anchor.snapshotId !== snapshot.id) onSnapshot(anchor.snapshotId);
    else show(anchor.start, anchor.end);
  };

  useCommands([
    {
      id: 'reader.escape',
      title: 'Close the excerpt',
      shortcut: 'escape',
      hidden: true,
      when: () => selection !== null || activeId !== undefined,
      run: () => (selection ? select(null) : choose(undefined)),
    },
    {
      id: 'excerpt.by-words',
      title: 'Excerpt by its words…',
      group: 'Sources',
      shortcut: 'mod+shift+e',
      run: () => setQuoting({}),
    },
  ]);

  const turnTo = (page: number) => goTo(Math.max(0, Math.min((pages?.length ?? 1) - 1, page)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const to = { ArrowRight: current + 1, ArrowLeft: current - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    turnTo(to);
  };

  const inSight = pages && arrangement ? pages.slice(first, last + 1) : [];
  const beside = useToolbarPlace({
    root,
    scroller,
    selection: selecting ? null : selection,
    places,
    pages,
    arrangement,
    scale,
    first,
    last,
  });
  const lineOf = useCallback(
    ({ start: from, end: to }: { start: number; end?: number }) => {
      const found = places?.find(from, to ?? from + 1);
      const origin = root.current?.getBoundingClientRect().top;
      if (!found || !arrangement || origin === undefined) return null;
      return origin + (arrangement.tops[found.page] ?? 0) + found.box.top * scale;
    },
    [places, arrangement, scale],
  );
  return (
    <div ref={reader} className={readerStyles.reader}>
      <div className={styles.bar}>
        {bar}
        {pages && <PagesBar pages={pages} current={current} zoom={zoom} onPage={turnTo} />}
      </div>
      <Find target={target} surface={reader} />
      {notice}
      <div ref={scroller} className={styles.scroll} data-pages={pdf.state}>
        <div className={styles.probe} aria-hidden>
          <div ref={column} />
        </div>
        <div className={styles.sheet}>
          <div className={styles.header}>{header}</div>
          {places && !places.hasWords && (
            <p className={styles.notice} role="status">
              These pages are pictures, as a scanner makes them: no words can be selected. Run text recognition (OCR)
              over the PDF and capture the source again.
            </p>
          )}
          {places === null && (
            <p className={styles.notice} role="status">
              The words of these pages could not be found. Select them in the text instead.
            </p>
          )}
          {pdf.state === 'opening' && <Opening share={pdf.share} />}
          {pdf.state === 'failed' && <EmptyState title={pdf.problem.title}>{pdf.problem.advice}</EmptyState>}
          <div
            ref={root}
            className={styles.document}
            role="document"
            aria-label="Pages of the source"
            tabIndex={0}
            hidden={!pages}
            data-places={places ? 'found' : undefined}
            style={{ width: arrangement?.width, height: arrangement?.height }}
            onMouseDown={onMouseDown}
            onKeyDown={onKeyDown}
          >
            {pdf.state === 'open' &&
              arrangement &&
              inSight.map((size, place) => {
                const index = first + place;
                return (
                  <PageSheet
                    key={index}
                    index={index}
                    size={size}
                    scale={scale}
                    top={arrangement.tops[index] ?? 0}
                    left={(arrangement.width - size.width * scale) / 2}
                    drawer={pdf.drawer}
                    page={places?.page(index)}
                    language={snapshot.language}
                    overlays={places ? overlaysOf(places, index, { excerpts, activeId, selection, at }) : []}
                  />
                );
              })}
          </div>
          <div className={styles.footer}>{footer}</div>
          <Margin
            excerpts={places ? excerpts : []}
            activeId={activeId}
            dock={narrow ? dock : null}
            startWithNote={noteFor !== undefined && noteFor === activeId}
            lineOf={lineOf}
            onChoose={(id) => {
              choose(id);
              const chosen = excerpts.find((one) => one.id === id);
              if (chosen) show(chosen.place.start, chosen.place.end);
            }}
            onQuote={onQuote}
          />
          {quoting && (
            <QuoteDialog
              sourceId={snapshot.sourceId}
              tried={quoting.tried}
              onDone={quoted}
              onClose={() => setQuoting(undefined)}
            />
          )}
          {beside && selection?.kind === 'passage' && onPlace && (
            <PlaceToolbar {...beside} onPlace={() => onPlace(selection)} />
          )}
          {beside && selection && !onPlace && (
            <SelectionToolbar {...beside} onExcerpt={(wished) => void excerpt(wished)} canQuote={!!onQuote} />
          )}
        </div>
      </div>
      <div ref={setDock} className={readerStyles.dock} />
    </div>
  );
}

/** A large original takes a moment to come. */
function Opening({ share }: { share: number }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <p className={styles.notice} role="status">
      Opening the pages{share > 0 ? ` · ${Math.round(share * 100)}%` : ''}
    </p>
  );
}
