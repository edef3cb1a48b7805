import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../common/testing';

describe('tags', () => {
  it('are one tag whatever the case and marks, and keep the first spelling', async () => {
    const { call, source } = await openTestNouns();
    const { sourceId } = await source('Vell', 'Text.');
    const target = { kind: 'source' as const, id: sourceId };
    await call('tags.set', { target, names: ['Élysée', 'elysee', ' River  bank '] });
    expect((await call('tags.list', {})).map(({ name, useCount }) => [name, useCount])).toEqual([
      ['Élysée', 1],
      ['River bank', 1],
    ]);
    await call('tags.set', { target, names: ['river bank'] });
    expect((await call('sources.get', { id: sourceId })).tags).toEqual(['River bank']);
    await expect(call('tags.create', { name: 'ELYSEE' })).rejects.toMatchObject({
      code: 'duplicate',
      message: expect.stringContaining('Élysée'),
    });
  });

  it('are renamed, but not to a name that is taken; a new case of the same name is no clash', async () => {
    const { call } = await openTestNouns();
    const tag = await call('tags.create', { name: 'river', colour: 'teal' });
    await call('tags.create', { name: 'bank' });
    expect(await call('tags.update', { id: tag.id, name: 'River' })).toMatchObject({ name: 'River', colour: 'teal' });
    await expect(call('tags.update', { id: tag.id, name: 'Bank' })).rejects.toMatchObject({ code: 'duplicate' });
  });

  it('do not count what is in the Trash, and hide while they are there themselves', async () => {
    const { call, source, library } = await openTestNouns();
    const { sourceId } = await source('Vell', 'The text.');
    const { id } = await call('excerpts.quote', { sourceId, quote: 'text', tags: ['A'] });
    const [tag] = await call('tags.list', {});
    await call('sources.trash', { id: sourceId });
    expect((await call('tags.list', {}))[0]?.useCount).toBe(0);
    await call('trash.restore', { target: { kind: 'source', id: sourceId } });
    await call('tags.trash', { id: tag?.id ?? '' });
    expect((await call('excerpts.get', { id })).tags).toEqual([]);
    await call('tags.create', { name: 'a' });
    const restoring = call('trash.restore', { target: { kind: 'tag', id: tag?.id ?? '' } });
    await expect(restoring).rejects.toMatchObject({ code: 'duplicate' });
    await expect(call('tags.update', { id: tag?.id ?? '', name: 'B' })).rejects.toMatchObject({
      message: 'This tag is in the Trash. Restore it first.',
    });
    const unknown = { kind: 'claim' as const, id: library.context.newId() };
    await expect(call('tags.set', { target: unknown, names: ['x'] })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('undo and redo', async () => {
    const nouns = await openTestNouns();
    const { call, source } = nouns;
    const { sourceId } = await source('Vell', 'Text.');
    const { id } = await expectUndoable(nouns, 'Add tag', () => call('tags.create', { name: 'A' }));
    await expectUndoable(nouns, 'Rename tag', () => call('tags.update', { id, name: 'B' }));
    await expectUndoable(nouns, 'Change tag colour', () => call('tags.update', { id, colour: 'red' }));
    const target = { kind: 'source' as const, id: sourceId };
    await expectUndoable(nouns, 'Change tags', () => call('tags.set', { target, names: ['B', 'C'] }));
    await expectUndoable(nouns, 'Change tags', () => call('tags.set', { target, names: [] }));
    await expectUndoable(nouns, 'Move tag to Trash', () => call('tags.trash', { id }));
  });
});
