import { expect, test } from 'vitest';
import {
  importQueue,
  importSteps,
  mayHaveMore,
  namedJobs,
  summarise,
  type ImportQueue,
  type ImportStep,
} from './queue';

const outcome = {
  kind: 'source' as const,
  status: 'added' as const,
  sourceId: 's',
  citationKey: 'k',
  csl: { type: 'webpage' as const },
  snapshot: { id: 'n', blocks: 1, characters: 1, sha256: '' },
  excerpts: 0,
  findings: [],
  anchors: null,
  warnings: [],
};
const run = (...steps: ImportStep[]): ImportQueue => importSteps([], steps);
const added: ImportStep = {
  type: 'added',
  jobs: ['a', 'b', 'c'].map((jobId) => ({ jobId, fileName: `${jobId}.html` })),
};

test('a queue tells what came in, what was there and what was refused', () => {
  const queue = run(
    added,
    { type: 'succeeded', jobId: 'a', outcome },
    { type: 'succeeded', jobId: 'b', outcome: { ...outcome, status: 'already-there' } },
    { type: 'failed', jobId: 'c', failure: { code: 'unreadable', message: 'No text.' } },
  );
  expect(summarise(queue)).toEqual({
    finished: 3,
    added: 1,
    recaptured: 0,
    alreadyThere: 1,
    failed: 1,
    cancelled: 0,
    running: false,
  });
});

test('a bibliography counts by its entries', () => {
  const item = { sourceId: 's', citationKey: 'k', title: 'T', filled: [], warnings: [] };
  const queue = run(added, {
    type: 'succeeded',
    jobId: 'a',
    outcome: {
      kind: 'references',
      items: [
        { ...item, status: 'added' },
        { ...item, status: 'added' },
        { ...item, status: 'completed' },
      ],
      refused: [{ entry: 'x', reason: 'Broken.' }],
      files: [],
      warnings: [],
    },
  });
  expect(summarise(queue)).toMatchObject({ finished: 1, added: 2, alreadyThere: 1, failed: 1, running: true });
});

test('cancelling stops what waits; late news does not revive a finished job', () => {
  const queue = run(
    added,
    { type: 'advanced', jobId: 'a', stage: 'parsing' },
    { type: 'cancelled' },
    { type: 'advanced', jobId: 'b', stage: 'parsing' },
    { type: 'failed', jobId: 'a', failure: { code: 'cancelled', message: 'Cancelled.' } },
  );
  expect(queue.map(({ stage }) => stage)).toEqual(['cancelled', 'cancelled', 'cancelled']);
});

test('files added after everything has finished start a new report', () => {
  const finished = run(added, { type: 'cancelled' });
  expect(importQueue(finished, { type: 'added', jobs: [{ jobId: 'd', fileName: 'd' }] })).toHaveLength(1);
  // What lay beside a file of the report belongs to it.
  const beside: ImportStep = { type: 'added', jobs: [{ jobId: 'd', fileName: 'd' }], continues: true };
  expect(importQueue(finished, beside).map(({ jobId }) => jobId)).toEqual(['a', 'b', 'c', 'd']);
  expect(importQueue(finished, { type: 'added', jobs: [] })).toBe(finished);
  expect(importQueue(finished, { type: 'dismissed' })).toEqual([]);
});

test('a file that took too long is tried again in its place, once; late news of the first try changes nothing', () => {
  const slow = { code: 'timed-out' as const, message: 'Too long.' };
  const queue = run(
    added,
    { type: 'failed', jobId: 'a', failure: slow },
    { type: 'failed', jobId: 'b', failure: { code: 'unreadable', message: 'Damaged.' } },
    { type: 'succeeded', jobId: 'c', outcome },
  );
  expect(queue.map(mayHaveMore)).toEqual([true, false, false]);
  const again = importQueue(queue, { type: 'renewed', jobId: 'a', renewed: { jobId: 'a2', large: true } });
  expect(again.map(({ jobId, stage }) => [jobId, stage])).toEqual([
    ['a2', 'waiting'],
    ['b', 'failed'],
    ['c', 'done'],
  ]);
  const failed = importQueue(again, { type: 'failed', jobId: 'a2', failure: slow });
  expect(importQueue(failed, { type: 'failed', jobId: 'a', failure: slow })).toEqual(failed);
  expect(failed.map(mayHaveMore)).toEqual([false, false, false]);
});

test('a long report names all that was refused, what is being read, and then what is worth a look', () => {
  const jobs = Array.from({ length: 1000 }, (_, index) => ({ jobId: String(index), fileName: `${index}.html` }));
  const failure = { code: 'unreadable' as const, message: 'Damaged.' };
  const queue = run(
    { type: 'added', jobs },
    ...jobs.slice(0, 150).map(({ jobId }): ImportStep => ({ type: 'failed', jobId, failure })),
    { type: 'succeeded', jobId: '500', outcome: { ...outcome, status: 'already-there' } },
    { type: 'advanced', jobId: '900', stage: 'parsing' },
  );
  const named = namedJobs(queue);
  expect(named.slice(0, 150).every(({ stage }) => stage === 'failed')).toBe(true);
  expect(named[150]?.jobId).toBe('900');
  expect(named).toHaveLength(151);
  expect(namedJobs(run({ type: 'added', jobs }, { type: 'succeeded', jobId: '999', outcome }))).toHaveLength(100);
});
