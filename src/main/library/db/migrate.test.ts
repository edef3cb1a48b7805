import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing';
import { Connection } from './driver';
import { checkedVersion, createDatabaseFile, upgrade } from './migrate';
import { migrations } from './migrations';
import { applicationId, expectedSchema, readSchema, runMigration, schemaDifferences, schemaVersion } from './schema';

async function oldLibrary(version: number): Promise<{ path: string; backups: string }> {
  const folder = await temporaryFolder();
  const path = join(folder, 'library.sqlite');
  const connection = await Connection.open(path, { mode: 'create' });
  await connection.run(`PRAGMA application_id = ${applicationId}`);
  for (const migration of migrations) if (migration.version <= version) await runMigration(connection, migration);
  await connection.run(`INSERT INTO library VALUES (1, 'id', 'Old', '2020-01-01T00:00:00.000Z', 'd00000000001')`);
  await connection.close();
  return { path, backups: join(folder, 'backups') };
}

async function using<T>(path: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.open(path, { mode: 'write' });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

describe('the schema', () => {
  it('counts its versions up from 1', () => {
    expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
  });

  it('is what schema.sql shows (after a change: npx vitest run -u src/main/library/db/migrate.test.ts)', async () => {
    const entries = (await expectedSchema(schemaVersion)).filter((entry) => entry.sql !== null);
    const text = entries.map((entry) => `${entry.sql};\n`).join('\n');
    await expect(
      `-- Generated from migrations/ by migrate.test.ts. Version ${schemaVersion}.\n\n${text}`,
    ).toMatchFileSnapshot('schema.sql');
  });

  it('has in every table of records the columns that actions fill in', async () => {
    const { recordTables } = await import('../changes/types');
    const { path } = await oldLibrary(schemaVersion);
    for (const table of recordTables) {
      const columns = await using(path, (c) => c.all<{ name: string }>(`PRAGMA table_info("${table}")`));
      const names = columns.map((column) => column.name);
      expect(names, table).toEqual(expect.arrayContaining(['id', 'created_at', 'modified_at', 'deleted_at', 'stamp']));
    }
  });
});

describe('upgrading', () => {
  it.each(migrations.slice(0, -1).map((migration) => migration.version))(
    'from version %i gives the schema of a new library, keeps its rows, and leaves a backup of the old one',
    async (version) => {
      const { path, backups } = await oldLibrary(version);
      const backup = await upgrade(path, backups);
      expect(await using(path, readSchema)).toEqual(await expectedSchema(schemaVersion));
      expect(await using(path, checkedVersion)).toBe(schemaVersion);
      expect(await using(path, (c) => c.all('SELECT name FROM library'))).toEqual([{ name: 'Old' }]);
      expect(await using(backup!, checkedVersion)).toBe(version);
      expect(await using(backup!, (c) => c.all('SELECT name FROM library'))).toEqual([{ name: 'Old' }]);
    },
  );

  it('does nothing to a current library', async () => {
    const { path, backups } = await oldLibrary(schemaVersion);
    expect(await upgrade(path, backups)).toBeNull();
    await expect(readdir(backups)).rejects.toThrow('ENOENT');
  });

  it('that fails leaves the version before it whole, and trying again makes no second backup', async () => {
    const { path, backups } = await oldLibrary(1);
    // In the way of migration 2.
    await using(path, (c) => c.run('CREATE TABLE event (x)'));
    await expect(upgrade(path, backups)).rejects.toThrow('already exists');
    await expect(upgrade(path, backups)).rejects.toThrow('already exists');
    expect(await using(path, checkedVersion)).toBe(1);
    expect(await using(path, (c) => c.all(`SELECT name FROM sqlite_schema WHERE name = 'source'`))).toEqual([]);
    expect(await readdir(backups)).toEqual(['before-upgrade-from-1-at-0.sqlite']);
  });

  it('undoes a migration that would leave broken references', async () => {
    const { path } = await oldLibrary(schemaVersion);
    const insert = `INSERT INTO attachment VALUES ('a', '', '', NULL, '', 'missing', '', '', 0, '')`;
    const statements = ['PRAGMA defer_foreign_keys = ON', insert];
    await expect(using(path, (c) => runMigration(c, { version: 99, statements }))).rejects.toThrow('broken references');
    expect(await using(path, checkedVersion)).toBe(schemaVersion);
  });

  it('refuses a newer library and a file of another program', async () => {
    const { path, backups } = await oldLibrary(schemaVersion);
    await using(path, (c) => c.run(`PRAGMA user_version = ${schemaVersion + 1}`));
    await expect(upgrade(path, backups)).rejects.toMatchObject({ code: 'library-newer' });
    await using(path, (c) => c.run('PRAGMA application_id = 42'));
    await expect(upgrade(path, backups)).rejects.toMatchObject({ code: 'not-a-library' });
  });
});

it('a new library is never made over an old one', async () => {
  const { path } = await oldLibrary(1);
  await expect(createDatabaseFile(path)).rejects.toMatchObject({ code: 'library-exists' });
});

it('differences of schemas are named', async () => {
  const table = (name: string, sql: string) => ({ type: 'table', name, tbl_name: name, sql });
  const ours = [table('a', 'A'), table('b', 'B')];
  expect(schemaDifferences(ours, ours)).toEqual([]);
  expect(schemaDifferences([table('a', 'X'), table('c', 'C')], ours)).toEqual([
    'table a differs',
    'table c is not ours',
    'table b is missing',
  ]);
});
