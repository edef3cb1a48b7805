import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../common/testing';

describe('collections', () => {
  it('nest, but never inside themselves', async () => {
    const { call } = await openTestNouns();
    const top = await call('collections.create', { name: 'Book' });
    const inner = await call('collections.create', { name: 'Chapter', parentId: top.id });
    const deep = await call('collections.create', { name: 'Section', parentId: inner.id });
    for (const parentId of [top.id, inner.id, deep.id]) {
      await expect(call('collections.update', { id: top.id, parentId })).rejects.toMatchObject({ code: 'bad-input' });
    }
    expect((await call('collections.update', { id: deep.id, parentId: null })).parentId).toBeNull();
    expect((await call('collections.list', {})).map(({ name }) => name)).toEqual(['Book', 'Chapter', 'Section']);
  });

  it('hide what is inside them while they are in the Trash', async () => {
    const { call } = await openTestNouns();
    const top = await call('collections.create', { name: 'Book' });
    await call('collections.create', { name: 'Chapter', parentId: top.id });
    await call('collections.trash', { id: top.id });
    expect(await call('collections.list', {})).toEqual([]);
    await expect(call('collections.create', { name: 'X', parentId: top.id })).rejects.toMatchObject({
      code: 'not-found',
    });
    await call('trash.restore', { target: { kind: 'collection', id: top.id } });
    expect(await call('collections.list', {})).toHaveLength(2);
  });

  it('undo and redo, and count what they hold', async () => {
    const nouns = await openTestNouns();
    const { call, source } = nouns;
    const { sourceId } = await source('Vell', 'Text.');
    const items = [{ kind: 'source' as const, id: sourceId }];
    const { id } = await expectUndoable(nouns, 'Add collection', () => call('collections.create', { name: 'A' }));
    await expectUndoable(nouns, 'Rename collection', () => call('collections.update', { id, name: 'B' }));
    await expectUndoable(nouns, 'Add to collection', () => call('collections.add', { id, items }));
    await call('collections.add', { id, items });
    expect(await call('collections.list', {})).toMatchObject([{ name: 'B', itemCount: 1 }]);
    await expectUndoable(nouns, 'Remove from collection', () => call('collections.remove', { id, items }));
    await call('collections.remove', { id, items });
    await expectUndoable(nouns, 'Move collection to Trash', () => call('collections.trash', { id }));
  });

  it('show what was put into them, whatever its kind, but nothing from the Trash', async () => {
    const { call, source } = await openTestNouns();
    const { sourceId } = await source('Vell', 'Text.');
    const claim = await call('claims.create', { statement: 'The gate was open.' });
    const actor = await call('actors.create', { kind: 'person', name: 'Ida Vell' });
    const { id } = await call('collections.create', { name: 'A' });
    await call('collections.add', {
      id,
      items: [
        { kind: 'actor', id: actor.id },
        { kind: 'claim', id: claim.id },
        { kind: 'source', id: sourceId },
      ],
    });
    const kinds = async () => (await call('collections.items', { id })).map(({ target }) => target.kind);
    expect(await kinds()).toEqual(['source', 'claim', 'actor']);
    await call('claims.trash', { id: claim.id });
    expect(await kinds()).toEqual(['source', 'actor']);
  });
});
