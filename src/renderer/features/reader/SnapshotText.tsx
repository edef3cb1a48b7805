import { useEffect, useMemo, useRef, useState } from 'react';
import type { Snapshot } from '../../../shared/domain/sources';
import { blocksOf, chunksOf, flowsOf, repeatsTitle, type Chunk } from './flows';
import { FlowView } from './FlowView';
import type { Highlight } from './segments';
import type { OffsetRange } from './selection';
import styles from './reader.module.css';

/** A rough height before a chunk is drawn: characters a line and the line height of reading text. */
function guessedHeight({ characters, flows }: Chunk): string {
  return `calc(var(--line-read) * ${Math.ceil(characters / 70) + flows.length})`;
}

interface ChunkProps {
  chunk: Chunk;
  text: string;
  highlights: readonly Highlight[];
  activeId: string | undefined;
  /** The source's title, shown above the text. */
  title: string;
  /** Draw it now, wherever it is: the reader is about to scroll there. */
  wanted: boolean;
  /** The hit that was found in it: drawn now too, and in a heading that would not be drawn. */
  sought: OffsetRange | undefined;
}

/** Whether a passage begins in a chunk. */
function holds({ start, end }: Chunk, passage: OffsetRange | undefined): boolean {
  return passage !== undefined && passage.start >= start && passage.start <= end;
}

/**
 * Draws its chunk when it first comes near the window, and keeps it: a selection that reaches beyond the window must
 * not lose its ends.
 */
function ChunkView({ chunk, text, title, highlights, activeId, wanted, sought }: ChunkProps) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const called = wanted || sought !== undefined;
  const drawn = near || called;
  useEffect(() => {
    const element = place.current;
    if (drawn || !element) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      { rootMargin: '1500px 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [drawn]);
  useEffect(() => {
    if (called) setNear(true);
  }, [called]);
  if (!drawn) return <div ref={place} data-chunk={chunk.start} style={{ height: guessedHeight(chunk) }} />;
  const own = highlights.filter(({ start, end }) => start < chunk.end && end > chunk.start);
  const flows = repeatsTitle(chunk.flows[0], text, title, sought ? [...own, sought] : own)
    ? chunk.flows.slice(1)
    : chunk.flows;
  return (
    <div ref={place} data-chunk={chunk.start}>
      {flows.map((flow) => (
        <FlowView key={blocksOf(flow)[0]?.start} flow={flow} text={text} highlights={own} activeId={activeId} />
      ))}
    </div>
  );
}

export interface SnapshotTextProps {
  snapshot: Snapshot;
  title: string;
  highlights: readonly Highlight[];
  /** The excerpt shown as chosen. */
  activeId: string | undefined;
  /** Passages that have to be drawn, to scroll to them: the one opened here, and the hit that was found. */
  wanted: OffsetRange | undefined;
  sought: OffsetRange | undefined;
}

/** The text of a snapshot at reading measure, with its highlights. */
export function SnapshotText({ snapshot, title, highlights, activeId, wanted, sought }: SnapshotTextProps) {
  const chunks = useMemo(() => chunksOf(flowsOf(snapshot.blocks)), [snapshot.blocks]);
  return (
    <div className={styles.text} lang={snapshot.language || undefined}>
      {chunks.map((chunk, index) => (
        <ChunkView
          key={chunk.start}
          chunk={chunk}
          text={snapshot.text}
          title={title}
          highlights={highlights}
          activeId={activeId}
          // The beginning is drawn at once, so that opening a source never shows an empty page first.
          wanted={index === 0 || holds(chunk, wanted)}
          sought={holds(chunk, sought) ? sought : undefined}
        />
      ))}
    </div>
  );
}
