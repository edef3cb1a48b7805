import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useNavigation } from '../../app/navigation';
import { call, useEvent, useGatherer } from '../../client';
import { asSource, type ImportOutcome, type InboxFile, type ReferencesOutcome } from '../../../shared/domain/imports';
import { bringNamedFiles } from '../../../shared/imports/named-files';
import { CommonplaceError, failureFrom } from '../../../shared/result';
import { workOf, type GivenFile, type GivenWork } from './given';
import { importSteps, summarise, type ImportQueue, type ImportStep, type ImportSummary } from './queue';

/** Above this a file is refused before it is read; the core has its own, lower limits a format. */
const LARGEST_FILE_BYTES = 256 * 1024 * 1024;

type DuplicatePolicy = 'skip' | 'add' | 'snapshot';

/** What a person decided about something to bring in. */
interface Choice {
  onDuplicate?: DuplicatePolicy;
  /** With all the time and memory that may be given. */
  large?: true;
}

/** Something to bring in; kept until the report is dismissed, so that a duplicate can be brought in after all. */
interface Material {
  fileName: string;
  recaptures?: true;
  /** What was given with it as the files of a bibliography. */
  beside: readonly GivenFile[];
  send: (jobId: string, choice: Choice) => Promise<ImportOutcome>;
}

export interface PastedText {
  title: string;
  text: string;
  /** The same as the clipboard had it; '' for none. It is never parsed in the window. */
  html: string;
}

/** How bringing in goes. */
export interface ImportState {
  queue: ImportQueue;
  summary: ImportSummary;
  /** Files that wait in the inbox behind the one being brought in. */
  inInbox: number;
}

/** What can be done about bringing in; the same as long as the window is open, so that no file's progress draws it again. */
export interface ImportActs {
  addFiles: (files: readonly GivenFile[]) => void;
  addText: (pasted: PastedText) => void;
  /** Captures a source again, from a file or from what was pasted: its text becomes a new snapshot. */
  capture: (sourceId: string, what: File | PastedText) => void;
  /** Brings in again, on the user's word, what was recognised as a duplicate. */
  again: (jobId: string, onDuplicate: DuplicatePolicy) => void;
  /** Tries again, on the user's word, what took more time or memory than files ordinarily may. */
  tryHarder: (jobId: string) => void;
  cancel: () => void;
  dismiss: () => void;
}

const ActsContext = createContext<ImportActs | null>(null);
const StateContext = createContext<ImportState | null>(null);

export function useImports(): ImportActs {
  const acts = use(ActsContext);
  if (!acts) throw new Error('useImports needs an ImportProvider above it');
  return acts;
}

export function useImportState(): ImportState {
  const state = use(StateContext);
  if (!state) throw new Error('useImportState needs an ImportProvider above it');
  return state;
}

/** Of a folder of files, several end in the time that drawing the report once takes. */
const ofSteps = { pause: 200, burst: 2 };

/** What brings in this source again, as a new snapshot of it. */
const again = (sourceId: string | undefined) => (sourceId === undefined ? {} : { sourceId });

function fromFile({ given: { file, path }, beside }: GivenWork, sourceId?: string): Material {
  return {
    fileName: path,
    beside,
    ...(sourceId === undefined ? {} : { recaptures: true }),
    send: async (jobId, choice) => {
      const outcome = await sendFile(file, { jobId, ...choice, ...again(sourceId) });
      return outcome.kind === 'references' ? withFiles(jobId, outcome, beside) : outcome;
    },
  };
}

const ofWork = (work: GivenWork) => fromFile(work);

async function sendFile(file: File, options: Choice & { jobId: string; sourceId?: string }): Promise<ImportOutcome> {
  if (file.size > LARGEST_FILE_BYTES) {
    throw new CommonplaceError('bad-input', 'The file is larger than 256 MB. Split it, or save only its text.');
  }
  const bytes = await file.arrayBuffer().catch(() => {
    throw new CommonplaceError('unreadable', 'It cannot be read. See that it is there and that you may read it.');
  });
  return call('imports.file', { ...options, fileName: file.name, bytes: new Uint8Array(bytes) });
}

/** Brings in the files that lie beside a bibliography and that it names, each for its source. */
async function withFiles(
  jobId: string,
  outcome: ReferencesOutcome,
  beside: readonly GivenFile[],
): Promise<ReferencesOutcome> {
  const byPath = new Map(beside.map(({ path, file }) => [path, file]));
  const files = await bringNamedFiles(outcome.files, [...byPath.keys()], async (path, { sourceId }) => {
    const file = byPath.get(path) ?? new File([], path);
    return asSource(await sendFile(file, { jobId, ...again(sourceId ?? undefined) }));
  });
  return { ...outcome, files };
}

function fromText(pasted: PastedText, sourceId?: string): Material {
  return {
    fileName: pasted.title || 'Pasted text',
    beside: [],
    ...(sourceId === undefined ? {} : { recaptures: true }),
    send: (jobId, choice) => call('imports.text', { jobId, ...pasted, ...choice, ...again(sourceId) }),
  };
}

/** Brings files and texts in, one after the other, and holds the report of it. A single new source is opened when it is in. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const { open } = useNavigation();
  const [queue, take] = useReducer(importSteps, []);
  const [inInbox, setInInbox] = useState(0);
  const behind = useRef(0);
  const latestQueue = useRef(queue);
  useEffect(() => {
    latestQueue.current = queue;
  });
  const steps = useGatherer<ImportStep>((gathered) => {
    take(gathered);
    setInInbox(behind.current);
  }, ofSteps);
  const step = useCallback((next: ImportStep) => steps.add(next), [steps]);
  /** What a person did shows at once. */
  const stepNow = useCallback(
    (next: ImportStep) => {
      steps.add(next);
      steps.flush();
    },
    [steps],
  );
  const materials = useRef(new Map<string, Material>());
  const waiting = useRef<{ jobId: string; choice: Choice }[]>([]);
  const running = useRef<string | null>(null);

  useEvent('inbox.began', ({ jobId, fileName, waiting: inboxWaiting }) => {
    behind.current = inboxWaiting;
    step({ type: 'added', jobs: [{ jobId, fileName, fromInbox: true }] });
  });
  const inboxEnded = useCallback(
    ({ jobId, fileName, result }: InboxFile) => {
      step({ type: 'added', jobs: [{ jobId, fileName, fromInbox: true }] });
      step(
        result.ok
          ? { type: 'succeeded', jobId, outcome: result.value }
          : { type: 'failed', jobId, failure: result.error },
      );
    },
    [step],
  );
  useEvent('inbox.ended', inboxEnded);
  useEffect(() => {
    // What came in before this window was there to hear of it.
    void call('inbox.report', {}).then(
      (files) => files.forEach(inboxEnded),
      () => {},
    );
  }, [inboxEnded]);
  useEvent('imports.progress', ({ jobId, stage, done, total }) =>
    step({ type: 'advanced', jobId, stage, ...(done && total ? { progress: { done, total } } : {}) }),
  );

  const line = useCallback(
    (entries: readonly Material[], onDuplicate: DuplicatePolicy, continues = false) => {
      const jobs = entries.map((material) => ({ jobId: crypto.randomUUID(), material }));
      for (const { jobId, material } of jobs) {
        materials.current.set(jobId, material);
        waiting.current.push({ jobId, choice: { onDuplicate } });
      }
      stepNow({
        type: 'added',
        continues,
        jobs: jobs.map(({ jobId, material: { fileName, recaptures } }) => ({
          jobId,
          fileName,
          ...(recaptures ? { recaptures } : {}),
        })),
      });
    },
    [stepNow],
  );

  const work = useCallback(
    async (alone: boolean) => {
      if (running.current !== null) return;
      for (let next = waiting.current.shift(); next; next = waiting.current.shift()) {
        const { jobId, choice } = next;
        const material = materials.current.get(jobId);
        if (!material) continue;
        running.current = jobId;
        step({ type: 'advanced', jobId, stage: 'reading' });
        let isBibliography = true;
        try {
          const outcome = await material.send(jobId, choice);
          step({ type: 'succeeded', jobId, outcome });
          isBibliography = outcome.kind === 'references';
          if (alone && outcome.kind === 'source') open({ view: 'sources', id: outcome.sourceId });
        } catch (error) {
          const failure = failureFrom(error);
          step({ type: 'failed', jobId, failure });
          isBibliography = failure.code !== 'unsupported-format';
        }
        // It was none, for all its name: what lies beside it are no files of its entries.
        if (!isBibliography && material.beside.length > 0) line(workOf(material.beside).map(ofWork), 'skip', true);
      }
      running.current = null;
      steps.flush();
    },
    [open, line, step, steps],
  );

  const enqueue = useCallback(
    (entries: readonly Material[], onDuplicate: DuplicatePolicy) => {
      line(entries, onDuplicate);
      void work(entries.length === 1);
    },
    [line, work],
  );

  const renew = useCallback(
    (jobId: string, alone: boolean, choice: Choice) => {
      const material = materials.current.get(jobId);
      if (!material) return;
      const newId = crypto.randomUUID();
      materials.current.delete(jobId);
      materials.current.set(newId, material);
      waiting.current.push({ jobId: newId, choice });
      stepNow({ type: 'renewed', jobId, renewed: { jobId: newId, ...(choice.large ? { large: true } : {}) } });
      void work(alone);
    },
    [work, stepNow],
  );

  const state = useMemo<ImportState>(() => {
    const summary = summarise(queue);
    return { queue, summary: { ...summary, running: summary.running || inInbox > 0 }, inInbox };
  }, [queue, inInbox]);

  const acts = useMemo<ImportActs>(
    () => ({
      addFiles: (files) => {
        const given = workOf(files);
        if (given.length > 0) enqueue(given.map(ofWork), 'skip');
      },
      addText: (pasted) => enqueue([fromText(pasted)], 'skip'),
      capture: (sourceId, what) =>
        enqueue(
          [
            what instanceof File
              ? fromFile({ given: { file: what, path: what.name }, beside: [] }, sourceId)
              : fromText(what, sourceId),
          ],
          'snapshot',
        ),
      again: (jobId, onDuplicate) => renew(jobId, latestQueue.current.length === 1, { onDuplicate }),
      tryHarder: (jobId) => {
        const recaptures = latestQueue.current.find((job) => job.jobId === jobId)?.recaptures;
        const onDuplicate = recaptures ? 'snapshot' : 'skip';
        renew(jobId, latestQueue.current.length === 1, { onDuplicate, large: true });
      },
      cancel: () => {
        waiting.current = [];
        behind.current = 0;
        stepNow({ type: 'cancelled' });
        void call('inbox.stop', {}).catch(() => {});
        if (running.current !== null) void call('imports.cancel', { jobId: running.current }).catch(() => {});
      },
      dismiss: () => {
        if (running.current !== null) return;
        materials.current.clear();
        void call('inbox.seen', {}).catch(() => {});
        stepNow({ type: 'dismissed' });
      },
    }),
    [enqueue, renew, stepNow],
  );
  return (
    <ActsContext value={acts}>
      <StateContext value={state}>{children}</StateContext>
    </ActsContext>
  );
}
