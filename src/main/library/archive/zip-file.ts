import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { CommonplaceError } from '../../../shared/result';

/** A ZIP file on the disk, read entry by entry: archives of libraries do not fit into memory. */
export interface ZipFileReader {
  readonly names: readonly string[];
  has(name: string): boolean;
  stream(name: string): Promise<Readable>;
  /** A small entry as text; more than `limit` bytes are refused. */
  text(name: string, limit: number): Promise<string>;
  close(): void;
}

/** @param refuse makes the error for what is no ZIP file, or a damaged one */
export function openZipFile(path: string, refuse: (why: string) => CommonplaceError): Promise<ZipFileReader> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, file) => {
      if (error) return reject(openFailure(error, path, refuse));
      const entries = new Map<string, Entry>();
      file.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        file.readEntry();
      });
      file.on('error', (cause: Error) => {
        file.close();
        reject(refuse(cause.message));
      });
      file.on('end', () => resolve(reader(file, entries, refuse)));
      file.readEntry();
    });
  });
}

function reader(file: ZipFile, entries: Map<string, Entry>, refuse: (why: string) => CommonplaceError): ZipFileReader {
  const stream = (name: string) =>
    new Promise<Readable>((resolve, reject) => {
      const entry = entries.get(name);
      if (!entry) return reject(refuse(`it lacks “${name}”`));
      file.openReadStream(entry, (error, content) => (error ? reject(refuse(error.message)) : resolve(content)));
    });
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    stream,
    async text(name, limit) {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of (await stream(name)) as AsyncIterable<Buffer>) {
        if ((size += chunk.length) > limit) throw refuse(`its “${name}” is too large`);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks).toString('utf8');
    },
    close: () => file.close(),
  };
}

function openFailure(error: Error, path: string, refuse: (why: string) => CommonplaceError): CommonplaceError {
  const code = (error as { code?: unknown }).code;
  if (code === 'ENOENT') return new CommonplaceError('not-found', `There is no file “${path}”. Check its name.`);
  return refuse('it is not a ZIP file, or only a part of one');
}
