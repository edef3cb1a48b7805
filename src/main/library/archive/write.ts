import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { CommonplaceError } from '../../../shared/result';
import { attachmentPath } from '../attachments';
import { recordTables, type RecordTable } from '../changes/types';
import { writeWhole } from '../common/whole-file';
import type { LibraryContext } from '../context';
import { transaction } from '../db/database';
import { Connection } from '../db/driver';
import { schemaVersion } from '../db/schema';
import type { Reader, SqlRow } from '../db/types';
import { findLibrary } from '../library/store';
import { libraryPaths } from '../open';
import { ContentDigest } from './content';
import {
  archiveFormat,
  archiveVersion,
  attachmentName,
  jsonColumns,
  manifestName,
  recordsName,
  type Manifest,
} from './format';
import { attachmentHashes, countRecords, recordsOf } from './store';

export interface Written {
  records: number;
  attachments: number;
  /** SHA-256 of originals that the library names but no longer has. */
  missing: string[];
  /** What the library says, as one hash; see `ContentDigest`. */
  content: string;
}

/**
 * Writes the whole library into one file: all records, those in the Trash too, and the original files. Not its history, its
 * index, nor what was searched for. The file appears whole or not at all; the library may be written to meanwhile.
 * @throws CommonplaceError `library-exists` if there is such a file, `disk-full`, `cancelled`
 */
export async function writeArchive(context: LibraryContext, path: string, signal?: AbortSignal): Promise<Written> {
  if (await exists(path))
    throw new CommonplaceError('library-exists', `There is a file “${path}” already. Choose another name.`);
  const connection = await Connection.open(libraryPaths(context.folder).database, {
    mode: 'read',
    log: context.log,
    slowAfter: Number.POSITIVE_INFINITY,
  });
  try {
    // One transaction: all tables as they were at one moment.
    const write = (partial: string) =>
      transaction(connection, 'BEGIN', (db) => writeZip(db, context.folder, partial, signal));
    return await writeWhole(path, 'archive', write, signal);
  } finally {
    await connection.close();
  }
}

async function writeZip(db: Reader, folder: string, path: string, signal?: AbortSignal): Promise<Written> {
  const library = await findLibrary(db);
  if (!library) throw new CommonplaceError('library-damaged', 'The library does not say what it is. Restore a backup.');
  const hashes = await attachmentHashes(db);
  const present: string[] = [];
  for (const hash of hashes) if (await exists(attachmentPath(folder, hash))) present.push(hash);
  const records: Manifest['records'] = {};
  for (const table of recordTables) records[table] = await countRecords(db, table);

  const zip = new ZipFile();
  const digest = new ContentDigest();
  let content = '';
  const add = (name: string, open: () => Readable) =>
    zip.addReadStreamLazy(name, always, (give) => {
      const stream = open();
      // The archive only listens to what streams say, not to how they fail.
      stream.on('error', (error) => zip.emit('error', error));
      give(null, stream);
    });
  for (const table of recordTables) add(recordsName(table), () => Readable.from(linesOf(db, table, digest)));
  for (const hash of present) {
    add(attachmentName(hash), () => {
      digest.original(hash);
      return createReadStream(attachmentPath(folder, hash));
    });
  }
  // Last, for entries are written one after the other, and only now is it known what they say.
  add(manifestName, () => {
    content = digest.hex();
    const manifest: Manifest = {
      format: archiveFormat,
      version: archiveVersion,
      schema: schemaVersion,
      library,
      records,
      attachments: present.length,
      content,
    };
    return Readable.from([Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)]);
  });
  zip.end();
  const output = createWriteStream(path, { flags: 'wx' });
  // subtle: what fails inside the archive is told by the archive, not by its output.
  const failed = new Promise<never>((_, reject) => zip.on('error', reject));
  await Promise.race([pipeline(Readable.from(zip.outputStream), output, { signal }), failed]);
  const total = Object.values(records).reduce((sum, count) => sum + count, 0);
  const missing = hashes.filter((hash) => !present.includes(hash));
  return { records: total, attachments: present.length, missing, content };
}

/** The same for every file and run, so that the same library makes the same bytes. */
const always = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644, forceDosTimestamp: true };

async function* linesOf(db: Reader, table: RecordTable, digest: ContentDigest): AsyncGenerator<string> {
  for await (const row of recordsOf(db, table)) {
    const record = archived(table, row);
    digest.record(table, record);
    yield `${JSON.stringify(record)}\n`;
  }
}

/** A record as it is archived: JSON columns as JSON, unless that would not come back as the very same text. */
function archived(table: RecordTable, row: SqlRow): Record<string, unknown> {
  const json = jsonColumns[table] ?? {};
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      Object.hasOwn(json, name) && typeof value === 'string' ? asJson(value) : value,
    ]),
  );
}

function asJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return JSON.stringify(value) === text ? value : text;
  } catch {
    return text;
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
