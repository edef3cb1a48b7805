import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { VerifyReport } from '../../../shared/domain/library';
import { CommonplaceError } from '../../../shared/result';
import { newDeviceId } from '../changes/ids';
import { recordTables, type RecordTable } from '../changes/types';
import { transaction } from '../db/database';
import { Connection } from '../db/driver';
import { createDatabaseFile, syncPath } from '../db/migrate';
import { schemaVersion } from '../db/schema';
import type { SqlRow, SqlValue, Writer } from '../db/types';
import { derived } from '../derived';
import { insertLibrary } from '../library/store';
import { libraryPaths, openLibrary, type OpenOptions } from '../open';
import { brokenForeignKeys } from '../verify/store';
import { verifyLibrary } from '../verify/verify';
import { ContentDigest } from './content';
import {
  archiveFormat,
  archiveVersion,
  attachmentName,
  jsonColumns,
  manifest,
  manifestName,
  recordsName,
  type Manifest,
} from './format';
import { linesOf } from './lines';
import { columnsOf, insertRecord, type Column } from './store';
import { openZipFile, type ZipFileReader } from './zip-file';

/** A text of a hundred million characters, and what JSON adds to it. */
const longestLine = 400_000_000;

export interface Restored {
  name: string;
  records: number;
  attachments: number;
  /** What `verify` finds in the restored library; what was wrong when it was archived is wrong still. */
  report: VerifyReport;
}

/**
 * Makes a library from an archive, in a folder that does not exist yet. The folder appears whole or not at all. Nothing in the
 * archive is trusted: every record must fit its table, every text its schema, every original its hash.
 * @throws CommonplaceError `unreadable`, `library-newer`, `library-exists`, `disk-full`
 */
export async function restoreArchive(path: string, folder: string, options: OpenOptions): Promise<Restored> {
  if (await exists(folder)) {
    throw new CommonplaceError(
      'library-exists',
      'There is a library or folder of that name already. Choose another name.',
    );
  }
  const zip = await openZipFile(path, damaged);
  const partial = join(dirname(folder), `.${basename(folder)}.${newDeviceId()}.partial`);
  try {
    const facts = await readManifest(zip);
    const paths = libraryPaths(partial);
    await mkdir(paths.backups, { recursive: true });
    await createDatabaseFile(paths.database, facts.schema);
    const digest = new ContentDigest();
    const records = await restoreRecords(zip, facts, paths.database, digest);
    const attachments = await restoreAttachments(zip, paths.attachments, digest);
    if (facts.content !== undefined && digest.hex() !== facts.content)
      throw damaged('it was changed after it was made');
    const report = await check(partial, options);
    await rename(partial, folder);
    await syncPath(dirname(folder));
    return { name: facts.library.name, records, attachments, report };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw asRefusal(error);
  } finally {
    zip.close();
  }
}

async function readManifest(zip: ZipFileReader): Promise<Manifest> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(await zip.text(manifestName, 1_000_000));
  } catch (error) {
    if (error instanceof CommonplaceError) throw error;
    throw damaged('its archive.json is not JSON');
  }
  const facts = v.safeParse(manifest, parsed);
  const claimed = parsed as Partial<Manifest> | null;
  if (
    claimed?.format === archiveFormat &&
    (Number(claimed.version) > archiveVersion || Number(claimed.schema) > schemaVersion)
  ) {
    throw new CommonplaceError(
      'library-newer',
      'This archive was made by a newer version of Commonplace. Update Commonplace to restore it.',
    );
  }
  if (!facts.success) throw damaged('it is not an archive of Commonplace');
  return facts.output;
}

async function restoreRecords(
  zip: ZipFileReader,
  facts: Manifest,
  database: string,
  digest: ContentDigest,
): Promise<number> {
  const connection = await Connection.open(database, { mode: 'write' });
  try {
    return await transaction(connection, 'BEGIN IMMEDIATE', async (db) => {
      await db.run('PRAGMA defer_foreign_keys = ON');
      await insertLibrary(db, facts.library);
      let total = 0;
      for (const table of recordTables) {
        const columns = await columnsOf(db, table);
        const count = columns.length === 0 ? 0 : await restoreTable(zip, db, table, columns, digest);
        if (count !== (facts.records[table] ?? 0)) throw damaged(`it lacks records of the table “${table}”`);
        total += count;
      }
      if ((await brokenForeignKeys(db)).length > 0) throw damaged('its records point at others that it lacks');
      return total;
    });
  } finally {
    await connection.close();
  }
}

async function restoreTable(
  zip: ZipFileReader,
  db: Writer,
  table: RecordTable,
  columns: readonly Column[],
  digest: ContentDigest,
): Promise<number> {
  const name = recordsName(table);
  if (!zip.has(name)) return 0;
  let count = 0;
  const lines = linesOf(await zip.stream(name), longestLine, () => damaged('one of its records is too long'));
  for await (const line of lines) {
    const record = recordOf(table, line);
    digest.record(table, record);
    await insertRecord(db, table, columns, restored(table, columns, record));
    count += 1;
  }
  return count;
}

function refusal(table: RecordTable, why: string): CommonplaceError {
  return damaged(`a record of the table “${table}” ${why}`);
}

/** What a line holds. @throws `unreadable` */
function recordOf(table: RecordTable, line: string): Record<string, unknown> {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    throw refusal(table, 'is not JSON');
  }
  if (typeof record !== 'object' || record === null) throw refusal(table, 'is no object');
  return record as Record<string, unknown>;
}

/** A record as it is stored, if it fits its table. @throws `unreadable` */
function restored(table: RecordTable, columns: readonly Column[], record: Record<string, unknown>): SqlRow {
  const refuse = (why: string) => refusal(table, why);
  const given = new Map(Object.entries(record));
  const row: SqlRow = {};
  for (const column of columns) {
    const value: unknown = given.get(column.name);
    if (!given.delete(column.name)) throw refuse(`lacks “${column.name}”`);
    const json = jsonColumns[table]?.[column.name];
    row[column.name] = json
      ? jsonText(value, json, () => refuse(`has a “${column.name}” that is not what it should be`))
      : (value as SqlValue);
    if (!fits(row[column.name], column)) throw refuse(`has a “${column.name}” that is not what it should be`);
  }
  if (given.size > 0) throw refuse('has fields that are not known');
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(String(row['id']))) throw refuse('has no id');
  return row;
}

function jsonText(value: unknown, schema: v.GenericSchema, refuse: () => Error): SqlValue {
  if (value === null) return null;
  let parsed = value;
  try {
    if (typeof value === 'string') parsed = JSON.parse(value);
  } catch {
    throw refuse();
  }
  if (!v.safeParse(schema, parsed).success) throw refuse();
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function fits(value: unknown, { type, isNullable }: Column): boolean {
  if (value === null) return isNullable;
  if (type === 'TEXT') return typeof value === 'string' && !/\p{Surrogate}|\0/u.test(value);
  return typeof value === 'number' && (type === 'REAL' ? Number.isFinite(value) : Number.isSafeInteger(value));
}

async function restoreAttachments(zip: ZipFileReader, folder: string, content: ContentDigest): Promise<number> {
  const prefix = attachmentName('');
  let count = 0;
  for (const name of zip.names.filter((each) => each.startsWith(prefix)).sort()) {
    const hash = name.slice(prefix.length);
    if (!/^[0-9a-f]{64}$/u.test(hash)) throw damaged('it has a file that is no original');
    const target = join(folder, hash.slice(0, 2), hash);
    await mkdir(dirname(target), { recursive: true });
    const digest = createHash('sha256');
    const hashing = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        digest.update(chunk);
        done(null, chunk);
      },
    });
    await pipeline(await zip.stream(name), hashing, createWriteStream(target, { flags: 'wx' }));
    if (digest.digest('hex') !== hash) throw damaged('an original file in it is not what its name says');
    content.original(hash);
    await syncPath(target);
    count += 1;
  }
  await mkdir(folder, { recursive: true });
  return count;
}

/** Opens what was made, which upgrades it, builds what is derived from it, and checks all of it. */
async function check(folder: string, options: OpenOptions): Promise<VerifyReport> {
  const library = await openLibrary(folder, { ...options, trusted: true, derived: [] });
  try {
    for (const { rebuild } of derived) await rebuild?.(library.context.db);
    return await verifyLibrary(library.context, derived);
  } finally {
    await library.close();
  }
}

/** What is not the disk's fault is the archive's: bytes that do not unpack, records that the tables themselves refuse. */
function asRefusal(error: unknown): unknown {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  if (code === 'ENOSPC')
    return new CommonplaceError('disk-full', 'The disk is full and the archive was not restored. Free some space.');
  if (error instanceof CommonplaceError || syscall !== undefined) return error;
  return damaged(error instanceof Error ? error.message : String(error));
}

function damaged(why: string): CommonplaceError {
  return new CommonplaceError(
    'unreadable',
    `This archive cannot be restored: ${why}. Get it again from where it was made.`,
  );
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
