import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Log } from '../context';
import { openDatabase } from './database';
import { Connection } from './driver';
import type { Database, SqlValue } from './types';

/** What the library asks of a database driver, whichever package is behind it. */
describe('the driver', () => {
  let folder: string;
  let path: string;
  let db: Database;
  const logged: Record<string, unknown>[] = [];
  const log: Log = { info: () => {}, warn: (_, facts) => void logged.push(facts ?? {}), error: () => {} };

  beforeEach(async () => {
    logged.length = 0;
    folder = await mkdtemp(join(tmpdir(), 'commonplace-driver-'));
    path = join(folder, 'test.sqlite');
    const connection = await Connection.open(path, { mode: 'create' });
    await connection.run('CREATE TABLE t (id INTEGER PRIMARY KEY, v ANY) STRICT');
    await connection.run('CREATE TABLE child (t INTEGER NOT NULL REFERENCES t (id)) STRICT');
    await connection.close();
    db = await openDatabase(path, { log });
  });
  afterEach(async () => {
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });

  const insert = (value: unknown) => db.write((w) => w.run('INSERT INTO t (v) VALUES (?)', [value as SqlValue]));
  const values = () =>
    db.read(async (r) => (await r.all<{ v: SqlValue }>('SELECT v FROM t ORDER BY id')).map((row) => row.v));

  describe('values', () => {
    it.each([
      ['text', 'Zəngəzur \u0000 🙂'],
      ['the empty text', ''],
      ['a small integer', -7],
      ['an integer above 2³¹', 2 ** 31 + 1],
      ['the largest safe integer', Number.MAX_SAFE_INTEGER],
      ['a fraction', 0.1],
      ['null', null],
    ])('gives back %s as it was', async (_, value) => {
      await insert(value);
      expect(await values()).toEqual([value]);
    });

    it('gives back bytes, also of a view into a larger buffer', async () => {
      await insert(new Uint8Array([1, 2, 3, 4]).subarray(1, 3));
      expect((await values()).map((value) => [...(value as Uint8Array)])).toEqual([[2, 3]]);
    });

    it.each([
      ['a BigInt', 1n],
      ['NaN', Number.NaN],
      ['Infinity', Number.POSITIVE_INFINITY],
      ['an integer of 2⁵³', 2 ** 53],
      ['undefined', undefined],
      ['an object', { a: 1 }],
      ['an array', [1]],
      ['a date', new Date(0)],
      ['a boolean', true],
      ['a function', () => 1],
      ['half a surrogate pair', 'a\ud83d'],
    ])('refuses %s instead of storing something else', async (_, value) => {
      await expect(insert(value)).rejects.toMatchObject({ code: 'bad-input' });
      expect(await values()).toEqual([]);
    });

    it.each([[[]], [[1, 2]], [new Array<SqlValue>(1)]])('refuses a wrong number of values: %j', async (params) => {
      await expect(db.write((w) => w.run('INSERT INTO t (v) VALUES (?)', params))).rejects.toMatchObject({
        code: 'bad-input',
      });
    });
  });

  describe('statements', () => {
    it.each([
      'INSERT INTO t (v) VALUES (1); INSERT INTO t (v) VALUES (2)',
      '',
      ' -- nothing',
      'SELECT :a',
      'SELECT $a',
    ])('refuses %j', async (sql) => {
      await expect(db.write((w) => w.run(sql))).rejects.toMatchObject({ code: 'bad-input' });
      expect(await values()).toEqual([]);
    });

    it('takes a semicolon in a text, a name, a comment, at the end, and in a trigger', async () => {
      await db.write(async (w) => {
        await w.run(`INSERT INTO t (v) VALUES ('a;b''?') -- ; ?\n;`);
        await w.run(
          'CREATE TRIGGER x AFTER INSERT ON child BEGIN UPDATE t SET v = 1; SELECT CASE 1 WHEN 1 THEN 2 END; END;',
        );
      });
      expect(await values()).toEqual(["a;b'?"]);
      await expect(
        db.write((w) => w.run('CREATE TRIGGER y AFTER INSERT ON t BEGIN SELECT 1; END; SELECT 2')),
      ).rejects.toMatchObject({ code: 'bad-input' });
    });

    it('counts numbered parameters', async () => {
      const row = await db.read((r) => r.get<{ a: number; b: number }>('SELECT ?2 AS a, ?1 AS b', [1, 2]));
      expect(row).toEqual({ a: 2, b: 1 });
    });

    it('says how many rows a write changed, and answers those of RETURNING', async () => {
      await insert(1);
      await insert(2);
      expect(await db.write((w) => w.run('UPDATE t SET v = 3'))).toEqual({ changes: 2 });
      expect(await db.write((w) => w.all('UPDATE t SET v = 4 WHERE id = 1 RETURNING v'))).toEqual([{ v: 4 }]);
      expect(await db.write((w) => w.run('DELETE FROM t RETURNING v'))).toEqual({ changes: 2 });
    });

    it('uses one statement from many calls at once, more texts than are cached, and texts that fail', async () => {
      await db.read(async (r) => {
        const same = await Promise.all(
          Array.from({ length: 50 }, (_, n) => r.get<{ n: number }>('SELECT ? AS n', [n])),
        );
        expect(same.map((row) => row?.n)).toEqual(Array.from({ length: 50 }, (_, n) => n));
        const many = Array.from({ length: 450 }, (_, n) => `SELECT ${n} + ? AS n`);
        const sums = await Promise.all([...many, ...many].map((sql) => r.get<{ n: number }>(sql, [1])));
        expect(sums.map((row) => row?.n)).toEqual([...many, ...many].map((_, n) => (n % 450) + 1));
        for (let i = 0; i < 3; i++) await expect(r.all('SELECT missing FROM t')).rejects.toThrow('no such column');
      });
    });

    it('logs slow statements without their values', async () => {
      const slow = `WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000000)
        SELECT count(*) AS n, ? AS secret FROM c`;
      await db.read((r) => r.all(slow, ['a private remark']));
      expect(logged).toHaveLength(1);
      expect(logged[0]).toMatchObject({ sql: expect.stringContaining('WITH RECURSIVE') });
      expect(JSON.stringify(logged)).not.toContain('private');
    });
  });

  describe('transactions', () => {
    it('rolls everything back when the closure throws, and the next write works', async () => {
      await expect(
        db.write(async (w) => {
          await w.run('INSERT INTO t (v) VALUES (1)');
          throw new Error('changed my mind');
        }),
      ).rejects.toThrow('changed my mind');
      await insert(2);
      expect(await values()).toEqual([2]);
    });

    it('leaves no open transaction after a failed statement', async () => {
      await expect(db.write((w) => w.run('INSERT INTO t (id, v) VALUES (?, 1)', ['x']))).rejects.toThrow();
      await insert(2);
      expect(await values()).toEqual([2]);
    });

    it('rolls back when COMMIT itself fails', async () => {
      const failing = db.write(async (w) => {
        await w.run('PRAGMA defer_foreign_keys = ON');
        await w.run('INSERT INTO child (t) VALUES (99)');
      });
      await expect(failing).rejects.toThrow('FOREIGN KEY');
      expect(await db.read((r) => r.all('SELECT * FROM child'))).toEqual([]);
      await insert(1);
      expect(await values()).toEqual([1]);
    });

    it('runs closures one at a time in the order of the calls', async () => {
      const seen: string[] = [];
      await Promise.all(
        [1, 2, 3].map((n) =>
          db.write(async (w) => {
            seen.push(`start ${n}`);
            await w.run('INSERT INTO t (v) VALUES (?)', [n]);
            await w.all('SELECT * FROM t');
            seen.push(`end ${n}`);
          }),
        ),
      );
      expect(seen).toEqual(['start 1', 'end 1', 'start 2', 'end 2', 'start 3', 'end 3']);
    });

    it('shows readers only what is committed, and one state during a closure', async () => {
      await insert(1);
      await db.write(async (w) => {
        await w.run('INSERT INTO t (v) VALUES (2)');
        expect(await values()).toEqual([1]);
      });
      await db.read(async (r) => {
        expect(await r.all('SELECT v FROM t')).toHaveLength(2);
        await insert(3);
        expect(await r.all('SELECT v FROM t')).toHaveLength(2);
      });
      expect(await values()).toEqual([1, 2, 3]);
    });

    it('waits for statements the closure did not await, and fails if they do', async () => {
      await db.write(async (w) => void w.run('INSERT INTO t (v) VALUES (1)'));
      expect(await values()).toEqual([1]);
      const failing = db.write(async (w) => {
        await w.run('INSERT INTO t (v) VALUES (2)');
        w.run('INSERT INTO nowhere (v) VALUES (2)').catch(() => {});
      });
      await expect(failing).rejects.toThrow('no such table');
      expect(await values()).toEqual([1]);
    });

    it('refuses a session kept beyond its closure, and statements that would end the transaction', async () => {
      const kept = await db.write(async (w) => w);
      await expect(kept.run('INSERT INTO t (v) VALUES (1)')).rejects.toMatchObject({ code: 'internal' });
      for (const sql of ['COMMIT', 'rollback', '/* x */ END', `ATTACH 'x' AS y`, 'VACUUM']) {
        await expect(db.write((w) => w.run(sql))).rejects.toMatchObject({ code: 'bad-input' });
      }
    });

    it('lets a read join the read around it, and refuses a write inside a write instead of waiting for ever', async () => {
      expect(await db.read(() => values())).toEqual([]);
      await expect(db.write(() => insert(1))).rejects.toMatchObject({ code: 'internal' });
      await insert(2);
      expect(await values()).toEqual([2]);
    });

    it('refuses writing on the reading connection', async () => {
      await expect(db.read((r) => r.all('DELETE FROM t RETURNING id'))).rejects.toMatchObject({ code: 'read-only' });
    });
  });

  it('keeps foreign keys, WAL and full syncing on', async () => {
    await expect(db.write((w) => w.run('INSERT INTO child (t) VALUES (99)'))).rejects.toThrow('FOREIGN KEY');
    const pragma = (name: string) =>
      db.write((w) => w.get<SqlValue>(`PRAGMA ${name}`)).then((row) => Object.values(row ?? {})[0]);
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('trusted_schema')).toBe(0);
    expect(await pragma('cell_size_check')).toBe(1);
  });

  it('finishes queued work before it closes, then refuses more', async () => {
    const pending = [insert(1), insert(2)];
    await db.close();
    await expect(Promise.all(pending)).resolves.toHaveLength(2);
    await expect(insert(3)).rejects.toMatchObject({ code: 'no-library' });
    db = await openDatabase(path);
    expect(await values()).toEqual([1, 2]);
  });

  it('tells a missing file and a damaged one', async () => {
    await expect(openDatabase(join(folder, 'none.sqlite'))).rejects.toMatchObject({ code: 'not-a-library' });
    await writeFile(join(folder, 'garbage.sqlite'), 'This is no database. '.repeat(500));
    await expect(openDatabase(join(folder, 'garbage.sqlite'))).rejects.toMatchObject({ code: 'library-damaged' });
  });
});
