import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Handlers } from '../../../shared/contract';
import { CommonplaceError } from '../../../shared/result';
import type { LibraryContext } from '../context';
import { writeBundle } from './write';

type BundleMethod = 'bundles.write' | 'bundles.part' | 'bundles.drop';

/** How much of a bundle crosses to the window at once. */
const partBytes = 4_000_000;
/** Bundles that were written and not taken away; a window that was closed leaves one. */
const mostKept = 3;

interface Job {
  controller: AbortController;
  /** Temporary, and removed with the job. */
  folder: string;
  path: string;
  bytes: number;
}

/**
 * Evidence bundles for the window, which has no paths: one is written to a temporary file and handed over in parts, so that its
 * originals are never in memory together.
 */
export function bundleHandlers(context: LibraryContext): Handlers<BundleMethod> {
  const jobs = new Map<string, Job>();
  const drop = async (jobId: string) => {
    const job = jobs.get(jobId);
    jobs.delete(jobId);
    job?.controller.abort();
    if (job) await rm(job.folder, { recursive: true, force: true, maxRetries: 3 });
  };
  return {
    async 'bundles.write'({ jobId, memoId, formats }) {
      if (jobs.has(jobId))
        throw new CommonplaceError('conflict', 'This bundle is already being made. Wait for it to end.');
      const folder = await mkdtemp(join(tmpdir(), 'commonplace-bundle-'));
      const job: Job = { controller: new AbortController(), folder, path: join(folder, 'bundle.zip'), bytes: 0 };
      jobs.set(jobId, job);
      for (const oldest of jobs.keys()) if (jobs.size > mostKept) await drop(oldest);
      try {
        const bundled = await writeBundle(context, { memoId, formats }, job.path, {
          signal: job.controller.signal,
          onProgress: (done, total) => context.emit('bundles.progress', { jobId, done, total }),
        });
        job.bytes = bundled.bytes;
        return bundled;
      } catch (error) {
        await drop(jobId);
        throw error;
      }
    },

    async 'bundles.part'({ jobId, offset }) {
      const job = jobs.get(jobId);
      if (!job || job.bytes === 0)
        throw new CommonplaceError('not-found', 'This bundle is not there any more. Make it again.');
      const handle = await open(job.path, 'r');
      try {
        const size = Math.max(0, Math.min(partBytes, job.bytes - offset));
        const { buffer, bytesRead } = await handle.read(new Uint8Array(size), 0, size, offset);
        return buffer.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },

    async 'bundles.drop'({ jobId }) {
      await drop(jobId);
      return null;
    },
  };
}
