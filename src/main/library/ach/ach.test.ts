import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../common/testing';

async function bridge() {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const { sourceId } = await source('Vell', 'The piers were cut clean through. It had rained for a week.');
  const clean = await call('excerpts.quote', { sourceId, quote: 'cut clean through' });
  const rain = await call('excerpts.quote', { sourceId, quote: 'rained for a week' });
  const mined = await call('claims.create', { statement: 'The bridge was mined.' });
  const flood = await call('claims.create', { statement: 'A flood took the bridge.' });
  const noise = await call('claims.create', { statement: 'A bang was heard.' });
  const table = await call('ach.create', { title: 'Why the bridge fell' });
  return { ...nouns, id: table.id, clean, rain, mined, flood, noise };
}

describe('tables of competing hypotheses', () => {
  it('set evidence against claims, and rank them by the least against them', async () => {
    const nouns = await bridge();
    const { call, id, clean, rain, mined, flood, noise } = nouns;
    await expectUndoable(nouns, 'Add hypothesis', () => call('ach.addHypothesis', { id, claimId: mined.id }));
    await call('ach.addHypothesis', { id, claimId: flood.id });
    await call('ach.addHypothesis', { id, claimId: flood.id });
    await expectUndoable(nouns, 'Add line of evidence', () =>
      call('ach.addItem', { id, evidence: { kind: 'excerpt', id: clean.id } }),
    );
    await call('ach.addItem', { id, evidence: { kind: 'excerpt', id: rain.id } });
    const table = await call('ach.addItem', { id, evidence: { kind: 'claim', id: noise.id } });
    expect(table).toMatchObject({ hypotheses: 2, items: 3, unrated: 6 });
    const [h1, h2] = table.hypothesisList;
    const [i1, i2, i3] = table.itemList;
    const rate = (hypothesis: typeof h1, item: typeof i1, rating: 'CC' | 'C' | 'N' | 'I' | 'II' | 'NA' | null) =>
      call('ach.rate', { hypothesisId: hypothesis!.id, itemId: item!.id, rating });
    await expectUndoable(nouns, 'Rate evidence', () => rate(h2, i1, 'II'));
    await rate(h1, i1, 'CC');
    await rate(h1, i2, 'I');
    await rate(h2, i2, 'C');
    await rate(h2, i3, 'I');
    expect(await rate(h2, i3, null)).toMatchObject({
      unrated: 2,
      hypothesisList: [
        { statement: 'The bridge was mined.', score: 1, weighted: 1, rank: 1 },
        { score: 2, weighted: 2, rank: 2 },
      ],
      itemList: [
        { kind: 'excerpt', citation: 'Vell 2023', diagnosticity: 1, ratings: { [h1!.id]: 'CC', [h2!.id]: 'II' } },
        { diagnosticity: 0.5 },
        { kind: 'claim', text: 'A bang was heard.', status: 'unsupported', diagnosticity: 0 },
      ],
    });
    const weighed = await expectUndoable(nouns, 'Weigh evidence', () =>
      call('ach.updateItem', { id: i1!.id, credibility: 'low', relevance: 'low', note: 'From a photograph' }),
    );
    expect(weighed.hypothesisList).toMatchObject([
      { weighted: 1, rank: 2 },
      { score: 2, weighted: 0.5, rank: 1 },
    ]);
    expect(await call('ach.list', {})).toEqual([
      { id, title: 'Why the bridge fell', note: '', hypotheses: 2, items: 3 },
    ]);
    await expectUndoable(nouns, 'Remove hypothesis', () => call('ach.removeHypothesis', { id: h2!.id }));
    await expectUndoable(nouns, 'Remove line of evidence', () => call('ach.removeItem', { id: i1!.id }));
    await expectUndoable(nouns, 'Edit table of hypotheses', () => call('ach.update', { id, title: 'Why it fell' }));
    await expectUndoable(nouns, 'Remove table of hypotheses', () => call('ach.remove', { id }));
    await expect(call('ach.get', { id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('leave out what is in the Trash, and have it again with its ratings', async () => {
    const { call, id, clean, mined, flood } = await bridge();
    await call('ach.addHypothesis', { id, claimId: mined.id });
    await call('ach.addHypothesis', { id, claimId: flood.id });
    const { hypothesisList, itemList } = await call('ach.addItem', { id, evidence: { kind: 'excerpt', id: clean.id } });
    await call('ach.rate', { hypothesisId: hypothesisList[0]!.id, itemId: itemList[0]!.id, rating: 'I' });
    const before = await call('ach.get', { id });
    await call('claims.trash', { id: mined.id });
    await call('excerpts.trash', { id: clean.id });
    expect(await call('ach.get', { id })).toMatchObject({ hypotheses: 1, items: 0, unrated: 0, itemList: [] });
    await call('trash.restore', { target: { kind: 'claim', id: mined.id } });
    await call('trash.restore', { target: { kind: 'excerpt', id: clean.id } });
    expect(await call('ach.get', { id })).toEqual(before);
  });

  it('refuse a claim as evidence about itself, parts of other tables, and what is not there', async () => {
    const { call, id, mined, noise, clean, library } = await bridge();
    await call('ach.addHypothesis', { id, claimId: mined.id });
    await call('ach.addItem', { id, evidence: { kind: 'claim', id: noise.id } });
    for (const attempt of [
      () => call('ach.addItem', { id, evidence: { kind: 'claim', id: mined.id } }),
      () => call('ach.addHypothesis', { id, claimId: noise.id }),
      () => call('ach.create', { title: '   ' }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'bad-input' });
    }
    const other = await call('ach.create', { title: 'Another' });
    const { itemList } = await call('ach.addItem', { id: other.id, evidence: { kind: 'excerpt', id: clean.id } });
    const { hypothesisList } = await call('ach.get', { id });
    await expect(
      call('ach.rate', { hypothesisId: hypothesisList[0]!.id, itemId: itemList[0]!.id, rating: 'C' }),
    ).rejects.toMatchObject({ code: 'bad-input' });
    const unknown = library.context.newId();
    await expect(call('ach.addHypothesis', { id, claimId: unknown })).rejects.toMatchObject({ code: 'not-found' });
    await expect(call('ach.removeItem', { id: unknown })).rejects.toMatchObject({ code: 'not-found' });
  });
});
