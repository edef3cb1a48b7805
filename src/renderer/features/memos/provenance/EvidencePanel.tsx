import { useEffect, useRef } from 'react';
import type { CheckedSentence, ProvenanceReport } from '../../../../shared/domain/provenance';
import { useNavigation } from '../../../app/navigation';
import { useCall } from '../../../client';
import { showPlace, wordsAt } from '../../../editor/provenance/here';
import { Button, cx, EmptyState, StatusMark } from '../../../ui';
import { placeInSource } from '../../excerpts/ExcerptCard';
import { ExcerptQuote } from '../../excerpts/ExcerptQuote';
import type { SidePanelProps } from '../side/panels';
import styles from './provenance.module.css';
import { useBlocksOnScreen, useCurrentSentence } from './useCurrentSentence';
import { useReport } from './useReport';

/** What each sentence on the screen rests on: its excerpts, sources and claims. The one with the caret, or under the mouse, in full. */
export function EvidencePanel({ memo, editor, scroller }: SidePanelProps) {
  const report = useReport(memo.id, { sentences: true });
  const current = useCurrentSentence(editor, report);
  const shown = useBlocksOnScreen(editor, scroller, report);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (!report) return null;
  const sentences = report.sentences.filter(
    (sentence) => sentence === current || (shown.has(sentence.place.block) && sentence.place.footnote === null),
  );
  if (report.isBare) {
    return (
      <EmptyState title="Nothing rests on anything yet">
        Cite a source with <kbd>@</kbd>, quote an excerpt, or mark words as a claim. Beside each sentence this shows
        what it rests on.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.panel} aria-label="What the sentences rest on">
      {sentences.map((sentence) => {
        const { block, run, start } = sentence.place;
        const isCurrent = sentence === current;
        return (
          <li
            key={`${block} ${run} ${start}`}
            ref={isCurrent ? row : null}
            className={cx(styles.sentence, isCurrent && styles.current, restsOnNothing(sentence) && styles.bare)}
            aria-current={isCurrent || undefined}
          >
            <button
              type="button"
              className={styles.said}
              dir="auto"
              title="Go to this sentence"
              onClick={() => {
                showPlace(editor, scroller, sentence.place);
                editor.focus();
              }}
            >
              {shorten(wordsAt(editor, sentence.place))}
            </button>
            <Under sentence={sentence} report={report} full={isCurrent} />
          </li>
        );
      })}
    </ul>
  );
}

function restsOnNothing({ excerptIds, sourceIds, claimIds }: CheckedSentence): boolean {
  return excerptIds.length + sourceIds.length + claimIds.length === 0;
}

function shorten(words: string): string {
  // Where a note's number stands between a word and a full stop, the space before it is not read.
  const line = words.replace(/\s+/gu, ' ').replace(/ (?=[.,;:!?])/gu, '');
  return line.length > 110 ? `${line.slice(0, 108)}…` : line;
}

interface UnderProps {
  sentence: CheckedSentence;
  report: ProvenanceReport;
  full: boolean;
}

function Under({ sentence, report, full }: UnderProps) {
  const { openBeside } = useNavigation();
  const { claimIds, sourceIds, excerptIds } = sentence;
  const claims = report.claims.filter(({ id }) => claimIds.includes(id));
  const sources = report.sources.filter(({ id }) => sourceIds.includes(id));
  if (restsOnNothing(sentence)) return <p className={styles.nothing}>Nothing under it</p>;
  if (!full) {
    return (
      <p className={styles.short}>
        {claims.map(({ id, status }) => (
          <StatusMark key={id} status={status} />
        ))}
        {sources.map(({ name }) => name).join(' · ')}
      </p>
    );
  }
  return (
    <div className={styles.under}>
      {excerptIds.map((id) => (
        <UnderExcerpt key={id} id={id} />
      ))}
      {sources.map(({ id, name, title, trashed }) => (
        <Button key={id} look="link" className={styles.source} onClick={() => openBeside({ view: 'sources', id })}>
          {name}
          {title !== name && <span className={styles.sourceTitle}>{title}</span>}
          {trashed && ' (in the Trash)'}
        </Button>
      ))}
      {claims.map(({ id, statement, status }) => (
        <Button key={id} look="link" className={styles.claim} onClick={() => openBeside({ view: 'claims', id })}>
          <StatusMark status={status} />
          <span>{statement}</span>
        </Button>
      ))}
    </div>
  );
}

function UnderExcerpt({ id }: { id: string }) {
  const { openBeside } = useNavigation();
  const excerpt = useCall('excerpts.get', { id }).data;
  if (!excerpt) return null;
  return <ExcerptQuote excerpt={excerpt} clamped onOpenSource={() => openBeside(placeInSource(excerpt))} />;
}
