import { expect, test } from 'vitest';
import { importQueue, summarise, type ImportQueue, type ImportStep } from './queue';

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
const run = (...steps: ImportStep[]): ImportQueue => steps.reduce(importQueue, [] as ImportQueue);
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
  expect(importQueue(finished, { type: 'dismissed' })).toEqual([]);
});
