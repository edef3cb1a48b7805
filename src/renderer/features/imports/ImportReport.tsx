import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useMemo, useRef, type CSSProperties, type Ref } from 'react';
import { Check, CircleAlert, CircleSlash, Copy, LoaderCircle } from 'lucide-react';
import { useNavigation } from '../../app/navigation';
import { Button } from '../../ui/Button';
import { count } from '../../ui/count';
import { AnnotationsReport } from './AnnotationsReport';
import { useImports, useImportState } from './ImportProvider';
import { type ImportJob, type ImportSummary, mayHaveMore, namedJobs, tally } from './queue';
import { Recaptured } from './Recaptured';
import { ReferencesReport } from './ReferencesReport';
import styles from './imports.module.css';

const stageWords = {
  waiting: 'Waiting',
  reading: 'Reading',
  parsing: 'Reading the text',
  saving: 'Saving',
  done: '',
  failed: '',
  cancelled: 'Cancelled',
} as const;

function headline(
  { added, recaptured, alreadyThere, failed, cancelled, finished, running }: ImportSummary,
  total: number,
): string {
  if (running) return `Bringing in ${finished + 1} of ${total}`;
  const parts = [
    added > 0 && `${added} brought in`,
    recaptured > 0 && `${recaptured} captured again`,
    alreadyThere > 0 && `${alreadyThere} already there`,
    failed > 0 && `${failed} refused`,
    cancelled > 0 && `${cancelled} cancelled`,
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing new';
}

function StageIcon({ job }: { job: ImportJob }) {
  if (job.stage === 'failed') return <CircleAlert size={14} className={styles.bad} aria-hidden />;
  if (job.stage === 'cancelled') return <CircleSlash size={14} aria-hidden />;
  if (job.stage !== 'done') return <LoaderCircle size={14} aria-hidden />;
  const { added, recaptured, refused } =
    job.outcome === undefined ? { added: 1, recaptured: 0, refused: 0 } : tally(job.outcome);
  if (refused > 0) return <CircleAlert size={14} className={styles.bad} aria-hidden />;
  const isNew = added + recaptured > 0;
  return isNew ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />;
}

function stageText({ stage, progress }: ImportJob): string {
  return progress && stage === 'saving' ? `Saving ${progress.done} of ${progress.total}` : stageWords[stage];
}

interface JobRowProps {
  job: ImportJob;
  /** Its place among `of` rows, from 0. */
  index: number;
  of: number;
  /** Something is being brought in: nothing is tried again meanwhile. */
  running: boolean;
  ref: Ref<HTMLLIElement>;
}

/** Of all rows only the one that changed is drawn again. */
const JobRow = memo(function JobRow({ job, index, of, running, ref }: JobRowProps) {
  const { open } = useNavigation();
  const { outcome, failure } = job;
  return (
    <li className={styles.job} ref={ref} data-index={index} aria-posinset={index + 1} aria-setsize={of}>
      <StageIcon job={job} />
      <div className={styles.jobText}>
        {outcome?.kind === 'source' ? (
          <Button look="link" onClick={() => open({ view: 'sources', id: outcome.sourceId })}>
            {String(outcome.csl.title ?? job.fileName)}
          </Button>
        ) : (
          <span>{job.fileName}</span>
        )}
        {stageText(job) && <span className={styles.detail}>{stageText(job)}</span>}
        {failure && <span className={styles.bad}>{failure.message}</span>}
        {mayHaveMore(job) && <TryHarder job={job} running={running} />}
        {outcome?.kind === 'source' && outcome.excerpts > 0 && (
          <span className={styles.detail}>{`${count(outcome.excerpts, 'highlight')} became excerpts`}</span>
        )}
        {outcome?.warnings.map((warning) => (
          <span key={warning} className={styles.detail}>
            {warning}
          </span>
        ))}
        {outcome?.kind === 'source' && outcome.anchors && <Recaptured outcome={outcome} anchors={outcome.anchors} />}
        {outcome?.kind === 'references' && <ReferencesReport outcome={outcome} />}
        {outcome?.kind === 'annotations' && <AnnotationsReport outcome={outcome} />}
        {outcome?.kind === 'source' && outcome.status === 'already-there' && !job.recaptures && (
          <AlreadyThere job={job} running={running} />
        )}
      </div>
    </li>
  );
});

function TryHarder({ job, running }: Pick<JobRowProps, 'job' | 'running'>) {
  const { tryHarder } = useImports();
  return (
    <Button look="link" disabled={running} onClick={() => tryHarder(job.jobId)}>
      Try again with more time and memory
    </Button>
  );
}

function AlreadyThere({ job, running }: Pick<JobRowProps, 'job' | 'running'>) {
  const { again } = useImports();
  return job.fromInbox ? (
    <span className={styles.detail}>
      Already there. The file is in “Brought in”: drop it on the window to keep it as well.
    </span>
  ) : (
    <span className={styles.detail}>
      Already there.{' '}
      <Button look="link" disabled={running} onClick={() => again(job.jobId, 'snapshot')}>
        Keep as a new snapshot of it
      </Button>{' '}
      <Button look="link" disabled={running} onClick={() => again(job.jobId, 'add')}>
        Add as another source
      </Button>
    </span>
  );
}

/** Pixels between rows, as the style sheet has it. */
const rowGap = 8;

/** However many files were refused, only rows in or near sight exist. */
function JobRows({ jobs, running }: { jobs: readonly ImportJob[]; running: boolean }) {
  const scroller = useRef<HTMLDivElement>(null);
  // Its answers are used here alone, and never memoised.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer({
    count: jobs.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => jobs[index]?.jobId ?? index,
    estimateSize: () => 44,
    gap: rowGap,
    overscan: 20,
  });
  const shown = rows.getVirtualItems();
  const style: CSSProperties = {
    paddingBlockStart: shown[0]?.start ?? 0,
    paddingBlockEnd: rows.getTotalSize() - (shown.at(-1)?.end ?? 0),
  };
  return (
    <div ref={scroller} className={styles.scroll}>
      <ul className={styles.jobs} style={style}>
        {shown.map(({ index, key }) => (
          <JobRow
            key={key}
            ref={rows.measureElement}
            job={jobs[index]!}
            index={index}
            of={jobs.length}
            running={running}
          />
        ))}
      </ul>
    </div>
  );
}

/** How bringing in goes and how it went: in, already there, refused and why. A single success says nothing: it opens. */
export function ImportReport() {
  const { cancel, dismiss } = useImports();
  const { queue, summary, inInbox } = useImportState();
  const shown = useMemo(() => namedJobs(queue), [queue]);
  const [only] = queue;
  const plain =
    queue.length === 1 &&
    !only?.fromInbox &&
    only?.outcome?.kind === 'source' &&
    only.outcome.status === 'added' &&
    only.outcome.warnings.length === 0;
  if (queue.length === 0 || plain) return null;
  return (
    <section className={styles.report} aria-label="Bringing in">
      <div className={styles.head}>
        <strong role="status">{headline(summary, queue.length + inInbox)}</strong>
        {summary.running ? <Button onClick={cancel}>Cancel</Button> : <Button onClick={dismiss}>Close</Button>}
      </div>
      {summary.running && (
        <progress className={styles.progress} max={queue.length + inInbox} value={summary.finished} />
      )}
      <JobRows jobs={shown} running={summary.running} />
      {queue.length > shown.length && <p className={styles.detail}>and {queue.length - shown.length} more</p>}
    </section>
  );
}
