import { describe, expect, it } from 'vitest';
import type { SqlRow } from '../db/types';
import { openTestLibrary, type TestLibrary } from '../testing';
import { linkId } from './ids';

async function open(): Promise<TestLibrary> {
  return openTestLibrary({ derived: [] });
}

const addClaim = ({ context }: TestLibrary, statement: string) =>
  context.change({ label: 'Add claim' }, (change) => change.insert('claim', { statement, note: '' }));

const claims = ({ context }: TestLibrary) =>
  context.db.read((db) => db.all<{ statement: string; deleted_at: string | null }>('SELECT * FROM claim ORDER BY id'));

const statements = async (library: TestLibrary) => (await claims(library)).map((claim) => claim.statement);

const log = ({ context }: TestLibrary) =>
  context.db.read((db) => db.all<Record<string, string>>('SELECT * FROM change_log ORDER BY device_seq'));

describe('an action', () => {
  it('fills in id, times and stamp, and logs each row it wrote', async () => {
    const library = await open();
    const id = await addClaim(library, 'The bridge was closed.');
    const time = '2024-03-14T12:00:00.000Z';
    expect(await claims(library)).toMatchObject([{ id, created_at: time, modified_at: time, deleted_at: null }]);
    expect(await log(library)).toMatchObject([
      { device_seq: 1, label: 'Add claim', table_name: 'claim', row_id: id, op: 'insert', fields: null, before: null },
    ]);
  });

  it('writes and logs only what differs', async () => {
    const library = await open();
    const id = await addClaim(library, 'A');
    library.advance();
    const edit = (fields: SqlRow) =>
      library.context.change({ label: 'Edit claim' }, (c) => c.update('claim', id, fields));
    await edit({ statement: 'A', note: '' });
    expect(await log(library)).toHaveLength(1);
    await edit({ statement: 'B', note: '' });
    expect((await log(library))[1]).toMatchObject({
      op: 'update',
      fields: '["statement"]',
      before: '{"modified_at":"2024-03-14T12:00:00.000Z","statement":"A"}',
    });
    expect(await claims(library)).toMatchObject([{ statement: 'B', modified_at: '2024-03-14T12:00:01.000Z' }]);
  });

  it('leaves nothing behind when it fails, not even in the history', async () => {
    const library = await open();
    await addClaim(library, 'A');
    const failing = library.context.change({ label: 'Break' }, async (change) => {
      await change.insert('claim', { statement: 'B', note: '' });
      await change.update('claim', 'missing', { statement: 'C' });
    });
    await expect(failing).rejects.toMatchObject({ code: 'not-found' });
    expect(await statements(library)).toEqual(['A']);
    expect(await log(library)).toHaveLength(1);
    expect(library.context.history.state()).toEqual({ undo: 'Add claim', redo: null });
  });

  it('names the nouns it touched, once it is saved', async () => {
    const library = await open();
    await addClaim(library, 'A');
    expect(library.events).toEqual([{ name: 'library.changed', payload: { nouns: ['claim', 'excerpt', 'history'] } }]);
    await library.context.change({ label: 'Nothing' }, async () => 'done');
    expect(library.events).toHaveLength(1);
  });

  it('makes one row of a link that is made twice', async () => {
    const library = await open();
    const { context } = library;
    const tag = (name: string) =>
      context.change({ label: 'Tag' }, async (change) => {
        const tagId = await change.insert('tag', { id: linkId('tag', name), name, folded_name: name, colour: 'none' });
        const link = { tag_id: tagId, target_kind: 'claim', target_id: 'x' };
        return change.insert('tagging', { id: context.linkId(tagId, 'x'), ...link });
      });
    expect(await tag('border')).toBe(await tag('border'));
    expect(await log(library)).toHaveLength(2);
  });

  it('brings back a trashed row that is inserted again, and forgets the tombstone of an erased one', async () => {
    const library = await open();
    const { context } = library;
    const id = await addClaim(library, 'A');
    await context.change({ label: 'Trash' }, (c) => c.trash('claim', id));
    await context.change({ label: 'Again' }, (c) => c.insert('claim', { id, statement: 'B', note: '' }));
    expect(await claims(library)).toMatchObject([{ id, statement: 'B', deleted_at: null }]);
    const tombstones = () => context.db.read((db) => db.all('SELECT row_id FROM tombstone'));
    await context.change({ label: 'Erase' }, (c) => c.erase('claim', id));
    expect(await tombstones()).toEqual([{ row_id: id }]);
    await context.change({ label: 'Again' }, (c) => c.insert('claim', { id, statement: 'C', note: '' }));
    expect(await tombstones()).toEqual([]);
  });

  it('that erases for good leaves nothing of the row in the log, and nothing to undo', async () => {
    const library = await open();
    const { context } = library;
    const id = await addClaim(library, 'A secret');
    await context.change({ label: 'Edit' }, (c) => c.update('claim', id, { statement: 'Another secret' }));
    await context.change({ label: 'Empty Trash', final: true }, (c) => c.erase('claim', id));
    expect(JSON.stringify(await log(library))).not.toContain('secret');
    expect(context.history.state()).toEqual({ undo: null, redo: null });
  });

  it('refuses to write records past the log, and names that are no columns', async () => {
    const { context } = await open();
    const write = (sql: string) => context.change({ label: 'Past' }, (c) => c.run(sql));
    await expect(write('DELETE FROM claim')).rejects.toThrow('insert, update and erase only');
    await expect(write('insert or replace into "claim" (id) values (1)')).rejects.toThrow('insert, update and erase');
    await expect(write('UPDATE memo_reference SET count = 1')).resolves.toEqual({ changes: 0 });
    const odd = context.change({ label: 'Odd' }, (c) => c.insert('claim', { 'statement" --': 'x' }));
    await expect(odd).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('runs derived data in the same transaction, with rows as they are at the end', async () => {
    const seen: unknown[] = [];
    let failing = false;
    const library = await openTestLibrary({
      derived: [
        {
          async derive(_, touched) {
            seen.push(...touched.map(({ row, erased }) => [row.statement, row.deleted_at !== null, erased]));
            if (failing) throw new Error('the index is broken');
          },
        },
      ],
    });
    const id = await addClaim(library, 'A');
    await library.context.change({ label: 'Trash' }, (c) => c.trash('claim', id));
    await library.context.history.undo();
    await library.context.history.undo();
    expect(seen).toEqual([
      ['A', false, false],
      ['A', true, false],
      ['A', false, false],
      ['A', false, true],
    ]);
    failing = true;
    await expect(addClaim(library, 'B')).rejects.toThrow('broken');
    expect(await statements(library)).toEqual([]);
  });
});

describe('undo and redo', () => {
  it('take back and repeat edits, trashing and erasing', async () => {
    const library = await open();
    const { change, history } = library.context;
    const id = await addClaim(library, 'A');
    await change({ label: 'Edit claim' }, (c) => c.update('claim', id, { statement: 'B' }));
    await change({ label: 'Trash claim' }, (c) => c.trash('claim', id));
    await change({ label: 'Erase claim' }, (c) => c.erase('claim', id));
    expect(await history.undo()).toEqual({ undo: 'Trash claim', redo: 'Erase claim' });
    expect((await claims(library))[0]?.deleted_at).not.toBeNull();
    await history.undo();
    expect(await claims(library)).toMatchObject([{ statement: 'B', deleted_at: null }]);
    await history.undo();
    expect(await statements(library)).toEqual(['A']);
    expect(await history.redo()).toEqual({ undo: 'Edit claim', redo: 'Trash claim' });
    expect(await statements(library)).toEqual(['B']);
  });

  it('do nothing when there is nothing to do', async () => {
    const { context } = await open();
    expect(await context.history.undo()).toEqual({ undo: null, redo: null });
    expect(await context.history.redo()).toEqual({ undo: null, redo: null });
  });

  it('forget what was undone when something new is done, but not for a save with its own history', async () => {
    const library = await open();
    const id = await addClaim(library, 'A');
    await addClaim(library, 'B');
    await library.context.history.undo();
    await library.context.change({ label: 'Save', undoable: false }, (c) => c.update('claim', id, { note: 'n' }));
    expect(library.context.history.state()).toEqual({ undo: 'Add claim', redo: 'Add claim' });
    await addClaim(library, 'C');
    expect(library.context.history.state()).toEqual({ undo: 'Add claim', redo: null });
  });

  it('take a memo back with what its own saves added, and bring all of it again', async () => {
    const library = await open();
    const { change, history, db } = library.context;
    const memo = {
      title: 'M',
      style_id: 's',
      locale: 'en',
      document: '1',
      text: '',
      words: 0,
      citations: 0,
      save_count: 0,
    };
    const id = await change({ label: 'New memo' }, (c) => c.insert('memo', memo));
    await change({ label: 'Save memo', undoable: false }, async (c) => {
      await c.update('memo', id, { document: '2', save_count: 1 });
      await c.insert('memo_revision', { memo_id: id, name: '', title: 'M', document: '1', words: 0, sha256: '' });
      await c.run(`INSERT INTO memo_reference VALUES (?, 'claim', 'x', 1)`, [id]);
    });
    await history.undo();
    expect(await db.read((r) => r.all('SELECT id FROM memo UNION ALL SELECT id FROM memo_revision'))).toEqual([]);
    await history.redo();
    expect(await db.read((r) => r.get('SELECT document, save_count FROM memo'))).toEqual({
      document: '2',
      save_count: 1,
    });
    expect(await db.read((r) => r.all('SELECT document FROM memo_revision'))).toEqual([{ document: '1' }]);
  });

  it('change nothing when they fail, and stay possible', async () => {
    let failing = false;
    const library = await openTestLibrary({
      derived: [{ derive: async () => (failing ? Promise.reject(new Error('no')) : undefined) }],
    });
    await addClaim(library, 'A');
    failing = true;
    await expect(library.context.history.undo()).rejects.toThrow('no');
    expect(await statements(library)).toEqual(['A']);
    failing = false;
    expect(await library.context.history.undo()).toEqual({ undo: null, redo: 'Add claim' });
  });

  it('step over an action that cannot be taken back, and say so', async () => {
    const library = await open();
    const { change, history } = library.context;
    const first = await addClaim(library, 'A');
    const second = await addClaim(library, 'B');
    await change({ label: 'Prune', undoable: false }, (c) => c.erase('claim', second));
    await expect(history.undo()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Add claim'),
    });
    expect(await history.undo()).toEqual({ undo: null, redo: 'Add claim' });
    expect(await statements(library)).toEqual([]);
    await addClaim(library, 'C');
    await change({ label: 'In its place', undoable: false }, (c) =>
      c.insert('claim', { id: first, statement: 'D', note: '' }),
    );
    expect((await statements(library)).sort()).toEqual(['C', 'D']);
  });

  it('keep their order when many are asked for at once', async () => {
    const library = await open();
    await Promise.all([
      addClaim(library, 'A'),
      addClaim(library, 'B'),
      library.context.history.undo(),
      addClaim(library, 'C'),
      library.context.history.undo(),
      library.context.history.undo(),
      library.context.history.redo(),
    ]);
    expect(await statements(library)).toEqual(['A']);
  });

  it('are of one session: after a restart there is nothing to undo, and stamps go on from where they were', async () => {
    const library = await open();
    await addClaim(library, 'A');
    library.advance(-3_600_000);
    const again = await library.reopen();
    expect(again.context.history.state()).toEqual({ undo: null, redo: null });
    await addClaim(again, 'B');
    const entries = await log(again);
    expect(entries.map((entry) => entry.device_seq)).toEqual([1, 2]);
    expect(entries[1]!.stamp! > entries[0]!.stamp!).toBe(true);
  });
});
