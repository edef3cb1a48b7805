import type { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import type { MemoBlock } from '../../shared/memo/document';
import { cite, memoDocument, prepareFixture, text } from './fixture';
import { pdfJob } from './pdf';
import { createPdfRunner, startPdfWorker } from './pdf-run';

const paragraph = (words: string): MemoBlock => ({ type: 'paragraph', children: [text(words), cite('vale')] });

const jobOf = async (blocks: MemoBlock[]) => pdfJob(await prepareFixture('apa', { ...memoDocument, blocks }));

/** A runner, the workers that it started, and when the first of them has its first memo. */
function watched() {
  const workers: Worker[] = [];
  let begin = () => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const run = createPdfRunner(() => {
    const worker = startPdfWorker();
    workers.push(worker.once('message', () => begin()));
    return worker;
  });
  return { run, workers, begun };
}

it('ends the worker of a PDF that is stopped, at once, and makes the next', { timeout: 60_000 }, async () => {
  const { run, workers, begun } = watched();
  const short = await jobOf([paragraph('It closed.')]);
  // Some seconds of laying out.
  const long = await jobOf(Array.from({ length: 600 }, (_, index) => paragraph(`${index} ships passed. `.repeat(80))));
  const stopping = new AbortController();
  const stopped = run(long, stopping.signal);
  const waiting = run(short, stopping.signal);
  await begun;
  stopping.abort();
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  const next = await run(short);
  expect(new TextDecoder().decode(next.subarray(0, 5))).toBe('%PDF-');
  expect(workers).toHaveLength(2);
});

it('keeps the worker for the next PDF, also after one that could not be made', async () => {
  const { run, workers } = watched();
  const job = await jobOf([paragraph('It closed.')]);
  await expect(run({ ...job, memo: 'no memo' })).rejects.toMatchObject({ code: 'unavailable' });
  expect((await run(job)).length).toBeGreaterThan(1000);
  expect(workers).toHaveLength(1);
});
