import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { writeWhole } from '../common/whole-file';

/** A file of the zip: made or opened only when its turn comes. */
export type ZipEntry = { name: string } & ({ bytes: () => Promise<Uint8Array> } | { stream: () => Readable });

export interface ZipWork {
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Name of the list of hashes, in the form that `sha256sum -c` reads. */
export const sumsName = 'SHA256SUMS';

/**
 * Writes a zip entry by entry, and at its end the SHA-256 of each. It appears whole or not at all.
 * @returns how many bytes it has
 * @throws CommonplaceError `library-exists`, `disk-full`, `cancelled`
 */
export async function writeZipFile(path: string, entries: readonly ZipEntry[], work: ZipWork): Promise<number> {
  await writeWhole(path, 'bundle', (partial) => stream(partial, entries, work), work.signal);
  return (await stat(path)).size;
}

async function stream(path: string, entries: readonly ZipEntry[], { signal, onProgress }: ZipWork): Promise<void> {
  const zip = new ZipFile();
  const sums: string[] = [];
  let done = 0;
  const add = (name: string, open: () => Promise<Readable>) =>
    zip.addReadStreamLazy(name, { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644 }, (give) => {
      open().then(
        (readable) => {
          // The zip only listens to what streams say, not to how they fail.
          readable.on('error', (error) => zip.emit('error', error));
          give(null, readable);
        },
        (error: unknown) => zip.emit('error', error),
      );
    });
  for (const entry of entries) {
    add(entry.name, async () => {
      signal?.throwIfAborted();
      onProgress?.(done, entries.length);
      done += 1;
      const source = 'stream' in entry ? entry.stream() : Readable.from([Buffer.from(await entry.bytes())]);
      return hashed(source, (sum) => sums.push(`${sum}  ${entry.name}\n`));
    });
  }
  // Last, for only now is it known what the others are.
  add(sumsName, async () => Readable.from([Buffer.from(sums.join(''))]));
  zip.end();
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  const written = pipeline(Readable.from(zip.outputStream), createWriteStream(path), { signal });
  await Promise.race([written, failed]);
  onProgress?.(entries.length, entries.length);
}

/** The same bytes; tells their SHA-256 when all have passed. */
function hashed(source: Readable, tell: (sum: string) => void): Readable {
  const hash = createHash('sha256');
  const through = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      hash.update(chunk);
      next(null, chunk);
    },
    flush(next) {
      tell(hash.digest('hex'));
      next();
    },
  });
  source.on('error', (error) => through.destroy(error));
  return source.pipe(through);
}

/** Whether a file is what its SHA-256 says, read a piece at a time. */
export async function isIntact(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return false;
  }
  return hash.digest('hex') === sha256;
}
