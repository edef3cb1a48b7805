import { describe, expect, it } from 'vitest';
import { openTestNouns } from '../common/testing';

const paragraphs = [
  'On 6 March 2023 President Anna Orr met Piet Wallin in Geneva.',
  '“We will wait for the ships,” Orr said.',
];

describe('suggestions for a source', () => {
  it('propose from its text and write nothing', async () => {
    const { call, source, library } = await openTestNouns();
    const { sourceId, snapshotId } = await source('Vell', ...paragraphs);
    const before = library.events.length;
    const found = await call('suggestions.forSource', { sourceId });
    expect(found).toMatchObject({ sourceId, snapshotId, language: 'en' });
    expect(found.actors.map(({ name }) => name).sort()).toEqual(['Anna Orr', 'Geneva', 'Piet Wallin']);
    expect(found.quotations).toMatchObject([{ text: 'We will wait for the ships,', speaker: { name: 'Anna Orr' } }]);
    expect(found.events).toMatchObject([{ date: '2023-03-06', place: 'Geneva' }]);
    expect(library.events.length).toBe(before);
    expect(await call('actors.list', {})).toEqual([]);
  });

  it('link to actors of the library, and leave out what is there already', async () => {
    const { call, source } = await openTestNouns();
    const { sourceId } = await source('Vell', ...paragraphs);
    const { id } = await call('actors.create', { kind: 'person', name: 'Anna Orr' });
    const day = await call('excerpts.quote', { sourceId, quote: 'met Piet Wallin in Geneva' });
    await call('excerpts.quote', { sourceId, quote: 'We will wait for the ships,' });
    await call('events.create', { title: 'Meeting', date: '2023-03-06', excerptIds: [day.id] });
    const found = await call('suggestions.forSource', { sourceId });
    expect(found.actors.find(({ name }) => name === 'Anna Orr')?.existing).toMatchObject({ actorId: id });
    expect(found.quotations).toEqual([]);
    expect(found.events).toEqual([]);
  });

  it('say what to do where a source has no text', async () => {
    const { call } = await openTestNouns();
    const { id: sourceId } = await call('sources.create', { csl: { type: 'book', title: 'No text' } });
    await expect(call('suggestions.forSource', { sourceId })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Import its file') as string,
    });
  });
});
