import { useCallback, useEffect, useRef, useState } from 'react';
import * as v from 'valibot';
import type { SourceDetail } from '../../../shared/domain/sources';
import { useCommands } from '../../app/commands';
import { useChoice } from '../../app/preferences';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { Reader, type ReaderProps } from '../reader/Reader';
import { readingAt, scrollToOffset } from './keepPlace';
import { PagesView } from './PagesView';
import styles from './pages.module.css';

type ViewName = 'text' | 'pages';
const viewSchema = v.picklist(['text', 'pages']);

/** A source's text or, where its original is a PDF, its pages as they are printed: the reader chooses. */
export function SourceReader({ source, ...props }: ReaderProps & { source: SourceDetail }) {
  const { snapshot } = props;
  const original = source.attachments.find(
    ({ id, mediaType }) => id === snapshot.attachmentId && mediaType === 'application/pdf',
  );
  return original ? <PdfReader key={original.id} attachmentId={original.id} {...props} /> : <Reader {...props} />;
}

function PdfReader({ attachmentId, ...props }: ReaderProps & { attachmentId: string }) {
  const { snapshot, at } = props;
  const isScan = snapshot.text === '';
  const [chosen, setChosen] = useChoice<ViewName>('reader.view', viewSchema, 'text');
  const [own, setOwn] = useState<ViewName>();
  const view = own ?? (isScan ? 'pages' : chosen);
  const text = useRef<HTMLDivElement>(null);
  const offset = useRef<number>(undefined);
  const [startAt, setStartAt] = useState<number>();
  // A place that is opened counts more than where the reader was.
  useEffect(() => {
    offset.current = undefined;
    setStartAt(undefined);
  }, [at]);
  const onRead = useCallback((start: number) => {
    offset.current = start;
  }, []);

  const change = (next: ViewName) => {
    if (next === view) return;
    if (view === 'text' && text.current) offset.current = readingAt(text.current) ?? offset.current;
    setStartAt(offset.current);
    setOwn(next);
    // What a scan needs says nothing about what is liked elsewhere.
    if (!isScan) setChosen(next);
  };
  useEffect(() => {
    if (view === 'text' && startAt !== undefined && text.current) scrollToOffset(text.current, startAt);
  }, [view, startAt]);

  useCommands([
    {
      id: 'reader.view',
      title: view === 'text' ? 'Show the pages as printed' : 'Show the text of the pages',
      group: 'Sources',
      shortcut: 'mod+shift+o',
      run: () => change(view === 'text' ? 'pages' : 'text'),
    },
  ]);
  const views = (
    <div className={styles.views} role="group" aria-label="View">
      <Button aria-pressed={view === 'text'} onClick={() => change('text')}>
        Text
      </Button>
      <Button aria-pressed={view === 'pages'} onClick={() => change('pages')}>
        Pages
      </Button>
    </div>
  );
  if (view === 'pages') {
    return (
      <PagesView
        snapshot={snapshot}
        attachmentId={attachmentId}
        excerpts={props.excerpts}
        notice={props.notice}
        at={props.at}
        startAt={startAt}
        onRead={onRead}
        bar={views}
        header={props.header}
        footer={props.footer}
        onQuote={props.onQuote}
        onPlace={props.onPlace}
        onSnapshot={props.onSnapshot}
      />
    );
  }
  return (
    <div className={styles.text}>
      <div className={styles.bar}>{views}</div>
      <div ref={text} className={styles.textBody}>
        {isScan ? (
          <div className={styles.silent}>
            {props.notice}
            <div className={styles.header}>{props.header}</div>
            <EmptyState
              title="This PDF holds no text"
              acts={
                <Button look="secondary" onClick={() => change('pages')}>
                  Show the pages
                </Button>
              }
            >
              Its pages are pictures, as a scanner makes them. To quote from it, run text recognition (OCR) over the
              file and capture the source again.
            </EmptyState>
            {props.footer}
          </div>
        ) : (
          <Reader {...props} />
        )}
      </div>
    </div>
  );
}
