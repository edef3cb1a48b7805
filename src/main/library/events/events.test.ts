import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../common/testing';

describe('events', () => {
  it('are listed in order of date, undated last, and by actor', async () => {
    const { call } = await openTestNouns();
    const { id: actorId } = await call('actors.create', { kind: 'state', name: 'Tarn' });
    await call('events.create', { title: 'Undated' });
    await call('events.create', { title: 'Flood', date: '2023-04-06', actors: [{ actorId, role: 'victim' }] });
    await call('events.create', { title: 'Treaty', date: '1998~' });
    expect((await call('events.list', {})).map(({ title }) => title)).toEqual(['Treaty', 'Flood', 'Undated']);
    expect(await call('events.list', { actorId })).toMatchObject([
      { title: 'Flood', actors: [{ name: 'Tarn', role: 'victim' }] },
    ]);
    await expect(call('events.create', { title: 'X', date: '6 April' })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('are written whole, in two roles if need be; undo and redo', async () => {
    const nouns = await openTestNouns();
    const { call, source, library } = nouns;
    const { id: actorId } = await call('actors.create', { kind: 'state', name: 'Tarn' });
    const { sourceId } = await source('Vell', 'The river rose.');
    const excerpt = await call('excerpts.quote', { sourceId, quote: 'river rose' });
    const fields = {
      title: 'Flood',
      actors: [
        { actorId, role: 'victim' },
        { actorId, role: 'host' },
      ],
      excerptIds: [excerpt.id],
    };
    const { id } = await expectUndoable(nouns, 'Add event', () => call('events.create', fields));
    expect(await call('events.get', { id })).toMatchObject({
      actors: [{ role: 'victim' }, { role: 'host' }],
      excerptIds: [excerpt.id],
      excerpts: [{ id: excerpt.id }],
    });
    await expectUndoable(nouns, 'Edit event', () =>
      call('events.update', { id, title: 'The flood', actors: [{ actorId, role: 'host' }] }),
    );
    expect(await call('events.get', { id })).toMatchObject({ actors: [{ role: 'host' }], excerptIds: [] });
    const unknown = { title: 'X', excerptIds: [library.context.newId()] };
    await expect(call('events.update', { id, ...unknown })).rejects.toMatchObject({ code: 'not-found' });
    expect((await call('events.get', { id })).title).toBe('The flood');
    await expectUndoable(nouns, 'Move event to Trash', () => call('events.trash', { id }));
    await expectUndoable(nouns, 'Restore event', () => call('trash.restore', { target: { kind: 'event', id } }));
  });
});
