import { describe, expect, it } from 'vitest';
import { expectUndoable, memoOf, openTestNouns } from '../common/testing';

describe('notes', () => {
  it('are written on a noun, with their text derived', async () => {
    const nouns = await openTestNouns();
    const { call, source, library } = nouns;
    const target = { kind: 'source' as const, id: (await source('Vell', 'Text.')).sourceId };
    const { id } = await expectUndoable(nouns, 'Add note', () =>
      call('notes.create', { target, body: memoOf('Ask the harbour office.') }),
    );
    await expectUndoable(nouns, 'Edit note', () => call('notes.update', { id, body: memoOf('Asked.', 'No answer.') }));
    expect(await call('notes.list', { target })).toMatchObject([{ id, text: 'Asked.\nNo answer.', target }]);
    await expectUndoable(nouns, 'Move note to Trash', () => call('notes.trash', { id }));
    expect(await call('notes.list', { target })).toEqual([]);
    await expect(call('notes.update', { id, body: memoOf('x') })).rejects.toMatchObject({ code: 'not-found' });
    await call('trash.restore', { target: { kind: 'note', id } });
    expect(await call('notes.list', { target })).toHaveLength(1);
    const nowhere = { kind: 'claim' as const, id: library.context.newId() };
    await expect(call('notes.create', { target: nowhere, body: memoOf('x') })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('refuse what is no document, and keep the words of one that is damaged', async () => {
    const { call, library } = await openTestNouns();
    const claim = await call('claims.create', { statement: 'C' });
    const target = { kind: 'claim' as const, id: claim.id };
    const hostile = {
      version: 1,
      blocks: [{ type: 'paragraph', children: [{ type: 'link', url: 'javascript:1', children: [] }] }],
    };
    await expect(call('notes.create', { target, body: hostile as never })).rejects.toMatchObject({ code: 'bad-input' });
    await call('notes.create', { target, body: memoOf('Whole.') });
    const { id } = await call('notes.create', { target, body: memoOf('Broken, but here.') });
    await library.context.change({ label: 'Damage' }, (change) => change.update('note', id, { body: '{' }));
    const notes = await call('notes.list', { target });
    expect(notes.map((note) => note.body)).toEqual([memoOf('Whole.'), memoOf('Broken, but here.')]);
  });
});
