import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Connection } from './db/driver';
import { migrations } from './db/migrations';
import { applicationId, runMigration } from './db/schema';
import { createLibrary, libraryPaths, openLibrary, silentLog, type OpenOptions } from './open';
import { derived } from './derived';
import { verifyLibrary } from './verify/verify';
import { openTestLibrary, temporaryFolder, testStart } from './testing';

const run = promisify(execFile);
const options: OpenOptions = { clock: () => testStart, log: silentLog };

async function closedLibrary(): Promise<string> {
  const library = await openTestLibrary();
  await library.context.change({ label: 'Add' }, (c) => c.insert('claim', { statement: 'A', note: '' }));
  await library.close();
  return library.folder;
}

async function open(folder: string, more: Partial<OpenOptions> = {}) {
  const library = await openLibrary(folder, { ...options, ...more });
  onTestFinished(() => library.close());
  return library;
}

const countClaims = (library: Awaited<ReturnType<typeof open>>) =>
  library.context.db.read((db) => db.get<{ n: number }>('SELECT count(*) AS n FROM claim')).then((row) => row?.n);

describe('creating', () => {
  it('makes the folder with its parts, and opens it', async () => {
    const folder = join(await temporaryFolder(), 'Sea trade.commonplace');
    const library = await createLibrary(folder, { ...options, name: 'Sea trade' });
    onTestFinished(() => library.close());
    expect(library.library).toMatchObject({ name: 'Sea trade', createdAt: '2024-03-14T12:00:00.000Z' });
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['attachments', 'backups', 'library.sqlite']));
  });

  it('never touches what is there, and leaves nothing half made', async () => {
    const parent = await temporaryFolder();
    await mkdir(join(parent, 'A.commonplace'));
    const again = createLibrary(join(parent, 'A.commonplace'), { ...options, name: 'A' });
    await expect(again).rejects.toMatchObject({ code: 'library-exists' });
    const unsaveable = createLibrary(join(parent, 'B.commonplace'), { ...options, name: 'half a pair \ud800' });
    await expect(unsaveable).rejects.toMatchObject({ code: 'bad-input' });
    expect(await readdir(parent)).toEqual(['A.commonplace']);
  });
});

describe('opening', () => {
  it('finds what was saved', async () => {
    expect(await countClaims(await open(await closedLibrary()))).toBe(1);
  });

  it.each([
    ['a folder without a library', (path: string) => run('rm', [path]), 'not-a-library'],
    ['an empty file', (path: string) => truncate(path, 0), 'library-damaged'],
    ['text', (path: string) => writeFile(path, 'Dear diary, '.repeat(1000)), 'library-damaged'],
    ['half a library', (path: string) => truncate(path, 100), 'library-damaged'],
  ])('says what is wrong with %s and leaves it as it is', async (_, harm, code) => {
    const folder = await closedLibrary();
    const { database } = libraryPaths(folder);
    await harm(database);
    const before = await readFile(database).catch(() => null);
    await expect(open(folder)).rejects.toMatchObject({ code });
    expect(await readFile(database).catch(() => null)).toEqual(before);
  });

  it.each([
    ['another program’s database', 'PRAGMA application_id = 1', 'not-a-library'],
    ['a newer library', 'PRAGMA user_version = 999', 'library-newer'],
    [
      'a library with a foreign trigger',
      'CREATE TRIGGER x AFTER INSERT ON claim BEGIN DELETE FROM source; END',
      'library-damaged',
    ],
    ['a library with a foreign view', 'CREATE VIEW x AS SELECT 1', 'library-damaged'],
    ['a library with a table missing', 'DROP TABLE evidence', 'library-damaged'],
  ])('refuses %s', async (_, sql, code) => {
    const folder = await closedLibrary();
    const connection = await Connection.open(libraryPaths(folder).database, { mode: 'write' });
    await connection.run(sql);
    await connection.close();
    await expect(open(folder)).rejects.toMatchObject({ code });
  });

  it('upgrades an older library and says nothing of it', async () => {
    const folder = await closedLibrary();
    const { database } = libraryPaths(folder);
    await rm(database);
    const connection = await Connection.open(database, { mode: 'create' });
    await connection.run(`PRAGMA application_id = ${applicationId}`);
    for (const migration of migrations) if (migration.version <= 2) await runMigration(connection, migration);
    await connection.run(`INSERT INTO library VALUES (1, 'id', 'Old', '2020-01-01T00:00:00.000Z', 'd00000000001')`);
    await connection.run(
      `INSERT INTO claim (id, created_at, modified_at, stamp, statement, note) VALUES ('c', '2020', '2020', 's', 'A', '')`,
    );
    await connection.close();
    expect(await countClaims(await open(folder))).toBe(1);
    expect(await readdir(libraryPaths(folder).backups)).toEqual(['before-upgrade-from-2-at-0.sqlite']);
  });
});

describe('two at once', () => {
  it('a second writer in the same process is refused, a reader is not', async () => {
    const writer = await open(await closedLibrary());
    const { folder } = writer.context;
    await expect(open(folder)).rejects.toMatchObject({ code: 'library-in-use' });
    const reader = await open(folder, { readOnly: true });
    expect(reader.readOnly).toBe(true);
    await writer.context.change({ label: 'Add' }, (c) => c.insert('claim', { statement: 'B', note: '' }));
    expect(await countClaims(reader)).toBe(2);
    const writing = reader.context.change({ label: 'Add' }, (c) => c.insert('claim', { statement: 'C', note: '' }));
    await expect(writing).rejects.toMatchObject({ code: 'read-only' });
    await reader.close();
    await expect(open(folder)).rejects.toMatchObject({ code: 'library-in-use' });
    await writer.close();
    expect(await countClaims(await open(folder))).toBe(2);
  });

  it('a second process is refused while the first holds the library, and let in once it is gone', async () => {
    const folder = await closedLibrary();
    const script = fileURLToPath(new URL('open-in-process.ts', import.meta.url));
    const other = () => run(process.execPath, ['--import', 'tsx', script, folder]);
    const library = await open(folder);
    await expect(other()).rejects.toMatchObject({ stdout: 'library-in-use\n' });
    await library.close();
    expect((await other()).stdout).toBe('opened\n');
  });
});

it('opens a copy on media that cannot be written to, for reading', async ({ skip }) => {
  const folder = await closedLibrary();
  const mounted = await run('mount', ['--bind', folder, folder])
    .then(() => run('mount', ['-o', 'remount,ro,bind', folder]))
    .then(
      () => true,
      () => false,
    );
  if (!mounted) skip('this machine does not let tests mount');
  try {
    const library = await openLibrary(folder, options);
    expect(library.readOnly).toBe(true);
    expect(await countClaims(library)).toBe(1);
    await library.close();
  } finally {
    await run('umount', [folder]);
  }
});

it('a full disk refuses the change in words, and keeps what was saved', async ({ skip }) => {
  const place = await temporaryFolder();
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', place]).then(
    () => true,
    () => false,
  );
  if (!mounted) skip('this machine does not let tests mount');
  try {
    const library = await createLibrary(join(place, 'L.commonplace'), { ...options, name: 'L' });
    const add = () =>
      library.context.change({ label: 'Add' }, (c) => c.insert('claim', { statement: 'x'.repeat(50_000), note: '' }));
    let saved = 0;
    const filling = async () => {
      for (;;) {
        await add();
        saved += 1;
      }
    };
    await expect(filling()).rejects.toMatchObject({ code: 'disk-full' });
    await expect(add()).rejects.toMatchObject({ code: 'disk-full' });
    expect(await countClaims(library)).toBe(saved);
    expect(saved).toBeGreaterThan(2);
    await library.close().catch(() => undefined);
  } finally {
    await run('umount', ['-l', place]);
  }
});

it('a library with flipped bits opens, or says that it is damaged, but never crashes or comes up empty', async () => {
  const folder = await closedLibrary();
  const { database } = libraryPaths(folder);
  const original = await readFile(database);
  const size = (await stat(database)).size;
  await copyFile(database, `${database}.good`);
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const outcomes = new Map<string, number>();
  const count = (name: string) => outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
  for (let round = 0; round < 150; round++) {
    const bytes = Buffer.from(original);
    const flips = 1 + random(8);
    // Half of them in the first pages, where the header and the schema are.
    for (let n = 0; n < flips; n++) bytes[random(round % 2 ? size : 8192)]! ^= 1 << random(8);
    await writeFile(database, bytes);
    try {
      const library = await openLibrary(folder, options);
      try {
        expect(await countClaims(library)).toBeLessThanOrEqual(1);
        // Reads everything, the search index too.
        const report = await verifyLibrary(library.context, derived);
        count(report.ok ? 'opened' : 'found');
      } finally {
        await library.close();
      }
    } catch (error) {
      const code = (error as { code?: string }).code;
      expect(['library-damaged', 'not-a-library', 'library-newer', 'unreadable'], String(error)).toContain(code);
      count(code!);
    }
    for (const rest of ['-wal', '-shm']) await run('rm', ['-f', database + rest]);
  }
  expect(outcomes.get('library-damaged')).toBeGreaterThan(10);
  expect(outcomes.get('found')).toBeGreaterThan(0);
}, 60_000);

it.skipIf(process.platform === 'win32')(
  'makes no file outside the library when its lock is a link, and says what is wrong',
  async () => {
    const folder = join(await temporaryFolder(), 'Link.commonplace');
    await (await createLibrary(folder, { ...options, name: 'Link' })).close();
    const { lock } = libraryPaths(folder);
    const outside = join(await temporaryFolder(), 'outside');
    await rm(lock, { force: true });
    await symlink(outside, lock);
    await expect(openLibrary(folder, options)).rejects.toMatchObject({
      code: 'library-damaged',
      message: expect.stringContaining('library.lock'),
    });
    await expect(stat(outside)).rejects.toMatchObject({ code: 'ENOENT' });
    await rm(lock);
    await writeFile(lock, 'no database'.repeat(1000));
    await expect(openLibrary(folder, options)).rejects.toMatchObject({
      message: expect.stringContaining('library.lock'),
    });
  },
);
