import { describe, expect, it } from 'vitest';
import { openTestLibrary } from '../testing';

describe('actions', () => {
  it('inserts, logs, and undoes', async () => {
    const { context } = await openTestLibrary();
    const id = await context.change({ label: 'Add claim' }, (c) => c.insert('claim', { statement: 'A', note: '' }));
    expect(context.history.state()).toEqual({ undo: 'Add claim', redo: null });
    expect(await context.history.undo()).toEqual({ undo: null, redo: 'Add claim' });
    expect(await context.db.read((r) => r.all('SELECT * FROM claim'))).toEqual([]);
    await context.history.redo();
    expect(await context.db.read((r) => r.get('SELECT id, statement FROM claim'))).toEqual({ id, statement: 'A' });
  });
});
