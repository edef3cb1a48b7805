import { Connection } from './driver';
import { transaction } from './database';
import { migrations, type Migration } from './migrations';
import type { Reader } from './types';

/** 'CmPl' in ASCII: marks an SQLite file as one of ours. */
export const applicationId = 0x436d506c;
export const schemaVersion = Math.max(...migrations.map((migration) => migration.version));

export interface SchemaEntry {
  type: string;
  name: string;
  tbl_name: string;
  sql: string | null;
}

/** What ANALYZE leaves; harmless, and not there in every library. */
const statistics = new Map([['sqlite_stat1', 'CREATE TABLE sqlite_stat1(tbl,idx,stat)']]);

export async function readSchema(db: Reader | Connection): Promise<SchemaEntry[]> {
  const entries = await db.all<SchemaEntry>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name');
  return entries.filter((entry) => entry.sql === null || statistics.get(entry.name) !== entry.sql);
}

/** Runs one migration and sets the version, in one transaction; rows that break a foreign key undo it. */
export async function runMigration(connection: Connection, migration: Migration): Promise<void> {
  await transaction(connection, 'BEGIN IMMEDIATE', async (db) => {
    for (const statement of migration.statements) await db.run(statement);
    await db.run(`PRAGMA user_version = ${migration.version}`);
    const broken = await db.all('PRAGMA foreign_key_check');
    if (broken.length > 0) throw new Error(`Migration ${migration.version} leaves ${broken.length} broken references.`);
  });
}

const expected = new Map<number, Promise<readonly SchemaEntry[]>>();

/** The schema a library of that version has, from our own migrations: what a foreign file is compared with. */
export function expectedSchema(version: number): Promise<readonly SchemaEntry[]> {
  const schema = expected.get(version) ?? buildSchema(version);
  expected.set(version, schema);
  return schema;
}

async function buildSchema(version: number): Promise<readonly SchemaEntry[]> {
  const scratch = await Connection.open(':memory:', { mode: 'create' });
  try {
    for (const migration of migrations) if (migration.version <= version) await runMigration(scratch, migration);
    return await readSchema(scratch);
  } finally {
    await scratch.close();
  }
}

/** How `found` differs from `expected`, one line a difference; empty when they are the same. */
export function schemaDifferences(found: readonly SchemaEntry[], expected: readonly SchemaEntry[]): string[] {
  const key = (entry: SchemaEntry) => `${entry.type} ${entry.name}`;
  const ours = new Map(expected.map((entry) => [key(entry), entry]));
  const theirs = new Map(found.map((entry) => [key(entry), entry]));
  const differences: string[] = [];
  for (const [name, entry] of theirs) {
    const other = ours.get(name);
    if (!other) differences.push(`${name} is not ours`);
    else if (other.sql !== entry.sql || other.tbl_name !== entry.tbl_name) differences.push(`${name} differs`);
  }
  for (const name of ours.keys()) if (!theirs.has(name)) differences.push(`${name} is missing`);
  return differences;
}
