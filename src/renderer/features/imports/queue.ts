import type { AnnotatedOutcome } from '../../../shared/domain/annotations';
import type { ImportOutcome } from '../../../shared/domain/imports';
import type { Failure } from '../../../shared/result';

export type ImportStage = 'waiting' | 'reading' | 'parsing' | 'saving' | 'done' | 'failed' | 'cancelled';

/** One file on its way into the library. */
export interface ImportJob {
  jobId: string;
  fileName: string;
  /** It came in by itself: nobody is waiting for it to open. */
  fromInbox?: true;
  /** It is a text of a source that is there. */
  recaptures?: true;
  /** It is brought in once more with all the time and memory that may be given. */
  large?: true;
  stage: ImportStage;
  /** How far a file of many entries is. */
  progress?: { done: number; total: number };
  /** Set when the stage is `done`. */
  outcome?: ImportOutcome;
  /** Set when the stage is `failed`. */
  failure?: Failure;
}

export type ImportQueue = readonly ImportJob[];

export type ImportStep =
  | {
      type: 'added';
      jobs: Pick<ImportJob, 'jobId' | 'fileName' | 'fromInbox' | 'recaptures'>[];
      /** They belong to what is in the report, though all of it may have finished. */
      continues?: boolean;
    }
  | { type: 'advanced'; jobId: string; stage: 'reading' | 'parsing' | 'saving'; progress?: ImportJob['progress'] }
  | { type: 'succeeded'; jobId: string; outcome: ImportOutcome }
  | { type: 'failed'; jobId: string; failure: Failure }
  /** It is brought in once more, in its place in the report and under another name. */
  | { type: 'renewed'; jobId: string; renewed: Pick<ImportJob, 'jobId' | 'large'> }
  | { type: 'cancelled' }
  | { type: 'dismissed' };

export function isFinished({ stage }: ImportJob): boolean {
  return stage === 'done' || stage === 'failed' || stage === 'cancelled';
}

/** The queue after one step. A finished job never changes again, so that late news about it cannot revive it. */
export function importQueue(queue: ImportQueue, step: ImportStep): ImportQueue {
  const change = (jobId: string, fields: Partial<ImportJob>) =>
    queue.map((job) => (job.jobId === jobId && !isFinished(job) ? { ...job, ...fields } : job));
  switch (step.type) {
    case 'added': {
      if (step.jobs.length === 0) return queue;
      // What came in by itself is reported until somebody has seen it.
      const isNew = !step.continues && queue.every(isFinished) && !step.jobs.some(({ fromInbox }) => fromInbox);
      const started = isNew ? [] : queue;
      const known = new Set(queue.map(({ jobId }) => jobId));
      const fresh = step.jobs.filter(({ jobId }) => !known.has(jobId));
      return [...started, ...fresh.map((job): ImportJob => ({ ...job, stage: 'waiting' }))];
    }
    case 'advanced':
      return change(step.jobId, { stage: step.stage, progress: step.progress });
    case 'succeeded':
      return change(step.jobId, { stage: 'done', outcome: step.outcome });
    case 'failed':
      return step.failure.code === 'cancelled'
        ? change(step.jobId, { stage: 'cancelled' })
        : change(step.jobId, { stage: 'failed', failure: step.failure });
    case 'renewed':
      return queue.map((job) => {
        if (job.jobId !== step.jobId || !isFinished(job)) return job;
        const { outcome: _, failure: __, progress: ___, ...rest } = job;
        return { ...rest, ...step.renewed, stage: 'waiting' };
      });
    case 'cancelled':
      // What is being saved is left to finish: the core answers for it.
      return queue.map((job) => (job.stage === 'waiting' ? { ...job, stage: 'cancelled' } : job));
    case 'dismissed':
      return queue.every(isFinished) ? [] : queue;
  }
}

/** The queue after several steps, in their order. */
export function importSteps(queue: ImportQueue, steps: readonly ImportStep[]): ImportQueue {
  return steps.reduce(importQueue, queue);
}

/** Whether a file was refused for what reading it costs, so that more time and memory may help. */
export function mayHaveMore({ failure, large, fromInbox }: ImportJob): boolean {
  return !large && !fromInbox && (failure?.code === 'timed-out' || failure?.code === 'too-large');
}

/** Above this many, files that came in without a remark are counted in a report, not named. */
const NAMED_FILES = 100;

/** The jobs that a report names: what was refused and what is being read come first, and are never left out. */
export function namedJobs(queue: ImportQueue): ImportJob[] {
  const rank = ({ stage, outcome }: ImportJob) => {
    if (stage === 'failed') return 0;
    if (stage !== 'waiting' && stage !== 'done' && stage !== 'cancelled') return 1;
    return outcome && (tally(outcome).alreadyThere > 0 || outcome.warnings.length > 0) ? 2 : 3;
  };
  const ranked = queue.map((job) => ({ job, rank: rank(job) })).sort((a, b) => a.rank - b.rank);
  return ranked.filter((entry, index) => entry.rank < 2 || index < NAMED_FILES).map(({ job }) => job);
}

export interface ImportSummary {
  finished: number;
  added: number;
  /** New snapshots of sources that were there. */
  recaptured: number;
  alreadyThere: number;
  failed: number;
  cancelled: number;
  running: boolean;
}

/** What a file brought: one source, as many as it had entries, or as many excerpts, notes and new sources as its annotations made. */
export function tally(outcome: ImportOutcome): {
  added: number;
  recaptured: number;
  alreadyThere: number;
  refused: number;
} {
  if (outcome.kind === 'source') {
    const is = (status: typeof outcome.status) => (outcome.status === status ? 1 : 0);
    return { added: is('added'), recaptured: is('snapshot-added'), alreadyThere: is('already-there'), refused: 0 };
  }
  if (outcome.kind === 'annotations') {
    const sum = (of: (item: AnnotatedOutcome) => number) => outcome.items.reduce((total, item) => total + of(item), 0);
    return {
      added: sum(({ status, excerpts, notes }) => excerpts + notes + (status === 'added' ? 1 : 0)),
      recaptured: 0,
      alreadyThere: sum(({ alreadyThere }) => alreadyThere),
      refused: outcome.refused.length,
    };
  }
  const added = outcome.items.filter(({ status }) => status === 'added').length;
  return { added, recaptured: 0, alreadyThere: outcome.items.length - added, refused: outcome.refused.length };
}

export function summarise(queue: ImportQueue): ImportSummary {
  const count = (test: (job: ImportJob) => boolean) => queue.filter(test).length;
  const tallies = queue.flatMap(({ outcome }) => (outcome === undefined ? [] : [tally(outcome)]));
  const sum = (of: (counts: ReturnType<typeof tally>) => number) =>
    tallies.reduce((total, counts) => total + of(counts), 0);
  return {
    finished: count(isFinished),
    added: sum(({ added }) => added),
    recaptured: sum(({ recaptured }) => recaptured),
    alreadyThere: sum(({ alreadyThere }) => alreadyThere),
    failed: count(({ stage }) => stage === 'failed') + sum(({ refused }) => refused),
    cancelled: count(({ stage }) => stage === 'cancelled'),
    running: !queue.every(isFinished),
  };
}
