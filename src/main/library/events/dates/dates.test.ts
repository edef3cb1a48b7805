import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../../common/testing';

async function flood() {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const { sourceId } = await source('Vell', 'The river rose on the seventh.');
  const excerpt = await call('excerpts.quote', { sourceId, quote: 'on the seventh' });
  const event = await call('events.create', { title: 'Flood', date: '2023-04-06' });
  return { ...nouns, excerpt, eventId: event.id };
}

describe('dates that sources give an event', () => {
  it('are told apart: more precise, less precise, in conflict; each with what it rests on', async () => {
    const nouns = await flood();
    const { call, eventId, excerpt } = nouns;
    const month = await expectUndoable(nouns, 'Add date', () =>
      call('events.addDate', { eventId, date: '2023-04', note: 'The chronicle' }),
    );
    expect(month).toMatchObject({ date: '2023-04-06', datesConflict: false, dates: [{ standing: 'wider' }] });
    const seventh = await call('events.addDate', { eventId, date: '2023-04-07', excerptId: excerpt.id });
    expect(seventh).toMatchObject({
      datesConflict: true,
      dates: [{ note: 'The chronicle' }, { standing: 'conflict', citation: 'Vell 2023', excerpt: { id: excerpt.id } }],
    });
    expect(await call('events.list', {})).toMatchObject([{ datesConflict: true, dates: [{}, { date: '2023-04-07' }] }]);
  });

  it('are gone by, changed and removed; the date before is kept among them, once', async () => {
    const nouns = await flood();
    const { call, eventId, excerpt } = nouns;
    const added = await call('events.addDate', { eventId, date: '2023-04-07', excerptId: excerpt.id });
    const { id } = added.dates[0]!;
    const gone = await expectUndoable(nouns, 'Go by date', () => call('events.goByDate', { id }));
    expect(gone).toMatchObject({
      date: '2023-04-07',
      dates: [{ standing: 'same' }, { date: '2023-04-06', standing: 'conflict', excerpt: null }],
    });
    const back = await call('events.goByDate', { id: gone.dates[1]!.id });
    expect(back.dates.map(({ date }) => date)).toEqual(['2023-04-07', '2023-04-06']);
    await expectUndoable(nouns, 'Edit date', () => call('events.updateDate', { id, date: '2023', note: 'A letter' }));
    expect(await call('events.get', { id: eventId })).toMatchObject({ datesConflict: false });
    await expectUndoable(nouns, 'Remove date', () => call('events.removeDate', { id }));
    await expect(call('events.removeDate', { id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuse what is no date, no excerpt or no longer there', async () => {
    const { call, eventId, library, excerpt } = await flood();
    const unknown = library.context.newId();
    for (const bad of ['the seventh', '', ' ', '2023-04-31', '../..']) {
      await expect(call('events.addDate', { eventId, date: bad })).rejects.toMatchObject({ code: 'bad-input' });
    }
    await expect(call('events.addDate', { eventId: unknown, date: '2023' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(call('events.addDate', { eventId, date: '2023', excerptId: unknown })).rejects.toMatchObject({
      code: 'not-found',
    });
    const { dates } = await call('events.addDate', { eventId, date: '2023', excerptId: excerpt.id });
    await call('excerpts.trash', { id: excerpt.id });
    // What it rests on is in the Trash: it is said so, and its note can still be changed.
    const { id } = dates[0]!;
    expect(await call('events.updateDate', { id, date: '2022', excerptId: excerpt.id })).toMatchObject({
      dates: [{ citation: '', excerpt: { deletedAt: expect.any(String) as unknown } }],
    });
    await call('events.trash', { id: eventId });
    await expect(call('events.goByDate', { id })).rejects.toMatchObject({ code: 'not-found' });
  });
});
