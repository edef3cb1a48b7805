import { describe, expect, it } from 'vitest';
import { openTestNouns } from '../common/testing';

describe('the timeline', () => {
  it('has every event with what it may be grouped by, and the dated positions of claims', async () => {
    const { call } = await openTestNouns();
    const { id: actorId } = await call('actors.create', { kind: 'state', name: 'Tarn' });
    const flood = await call('events.create', { title: 'Flood', date: '2023-04-06', actors: [{ actorId }] });
    await call('events.create', { title: 'Undated' });
    const gone = await call('events.create', { title: 'Gone', date: '2020' });
    await call('events.trash', { id: gone.id });
    await call('events.addDate', { eventId: flood.id, date: '2023-04-07' });
    await call('events.addDate', { eventId: flood.id, date: '2023-04-06' });
    await call('tags.set', { target: { kind: 'event', id: flood.id }, names: ['water'] });
    const collection = await call('collections.create', { name: 'Rivers' });
    await call('collections.add', { id: collection.id, items: [{ kind: 'event', id: flood.id }] });
    const claim = await call('claims.create', { statement: 'The dam broke.' });
    await call('tags.set', { target: { kind: 'claim', id: claim.id }, names: ['dam'] });
    const stand = { claimId: claim.id, actorId, stance: 'asserts', manner: 'held' } as const;
    await call('claims.addPosition', { ...stand, date: '2023-05' });
    await call('claims.addPosition', stand);

    const shown = await call('timeline.get', {});
    expect(shown.events).toMatchObject([
      {
        title: 'Flood',
        actors: [{ id: actorId, name: 'Tarn' }],
        tags: ['water'],
        collections: ['Rivers'],
        otherDates: ['2023-04-07'],
        datesConflict: true,
      },
      { title: 'Undated', date: '', tags: [] },
    ]);
    expect(shown.positions).toMatchObject([
      { statement: 'The dam broke.', actorName: 'Tarn', date: '2023-05', tags: ['dam'] },
    ]);
  });
});
