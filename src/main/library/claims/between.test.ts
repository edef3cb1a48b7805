import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../common/testing';
import { claimsWithStatus } from '../search/filters/store';

async function claims(...statements: string[]) {
  const nouns = await openTestNouns();
  const ids = [];
  for (const statement of statements) ids.push((await nouns.call('claims.create', { statement })).id);
  return { ...nouns, ids: ids as [string, string, ...string[]] };
}

describe('relations of claims', () => {
  it('show on both claims, each from its side, and can be undone', async () => {
    const nouns = await claims('The dam broke at night.', 'The dam broke.', 'The dam held.');
    const { call, ids } = nouns;
    const [night, broke, held] = ids;
    const relate = () => call('claims.relate', { fromId: night, toId: broke, kind: 'refines', reason: 'Says when.' });
    await expectUndoable(nouns, 'Relate claims', relate);
    await call('claims.relate', { fromId: held!, toId: broke, kind: 'conflicts' });
    expect((await call('claims.get', { id: broke })).relations).toMatchObject([
      { kind: 'refines', direction: 'from', claimId: night, reason: 'Says when.' },
      { kind: 'conflicts', claimId: held, status: 'unsupported' },
    ]);
    expect((await call('claims.get', { id: night })).relations).toMatchObject([{ direction: 'to', claimId: broke }]);
    // A conflict is one, from whichever side it is said.
    const again = await call('claims.relate', {
      fromId: broke,
      toId: held!,
      kind: 'conflicts',
      reason: 'Both cannot be.',
    });
    expect((await call('claims.get', { id: held! })).relations).toMatchObject([
      { id: again.id, reason: 'Both cannot be.' },
    ]);
    await call('claims.unrelate', { id: again.id });
    expect((await call('claims.get', { id: held! })).relations).toEqual([]);
  });

  it('refuse a claim related to itself, circles of two, and what is not there', async () => {
    const { call, ids } = await claims('One.', 'Two.');
    const [one, two] = ids;
    await expect(call('claims.relate', { fromId: one, toId: one, kind: 'conflicts' })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await call('claims.relate', { fromId: one, toId: two, kind: 'entails' });
    await expect(call('claims.relate', { fromId: two, toId: one, kind: 'entails' })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await call('claims.trash', { id: two });
    expect((await call('claims.get', { id: one })).relations).toEqual([]);
    await expect(call('claims.relate', { fromId: one, toId: two, kind: 'refines' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await call('trash.empty', {});
    await expect(call('claims.unrelate', { id: two })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('origins', () => {
  async function wire() {
    const nouns = await openTestNouns();
    const { call, source } = nouns;
    const words = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ');
    const one = await source('Vell', `The dam broke. ${words}.`);
    const two = await source('Orr', `Evening paper. The dam broke. ${words}.`);
    const other = await source('Tam', 'I saw it. The dam broke in front of me, and nobody was there.');
    const claim = await call('claims.create', { statement: 'The dam broke.' });
    const evidence = [];
    for (const { sourceId } of [one, two, other]) {
      const excerpt = await call('excerpts.quote', { sourceId, quote: 'The dam broke' });
      evidence.push(await call('claims.addEvidence', { claimId: claim.id, excerptId: excerpt.id, stance: 'supports' }));
    }
    const status = async () => (await call('claims.get', { id: claim.id })).status;
    return { ...nouns, one, two, other, claimId: claim.id, evidence, status };
  }

  it('are proposed for texts that are nearly the same, and make them count once', async () => {
    const nouns = await wire();
    const { call, one, two, other, library, status, claimId } = nouns;
    expect(await status()).toBe('corroborated');
    const [proposal, ...more] = await call('origins.proposals', {});
    expect(more).toEqual([]);
    expect(new Set(proposal!.sources.map(({ id }) => id))).toEqual(new Set([one.sourceId, two.sourceId]));
    expect(proposal!.likeness).toBeGreaterThan(0.8);
    await call('sources.trash', { id: other.sourceId });
    expect(await status()).toBe('corroborated');
    await expectUndoable(nouns, 'Add origin', () =>
      call('origins.create', { name: 'Northern Wire', kind: 'wire', sourceIds: [one.sourceId, two.sourceId] }),
    );
    expect(await status()).toBe('single-source');
    expect((await call('claims.get', { id: claimId })).explanation).toContain(
      '2 sources support it, all of one origin',
    );
    expect(await library.context.db.read((db) => claimsWithStatus(db, 'single-source'))).toEqual([claimId]);
    expect(await call('origins.proposals', {})).toEqual([]);
    const [origin] = await call('origins.list', {});
    await call('origins.remove', { id: origin!.id });
    expect(await status()).toBe('corroborated');
  });

  it('that were refused are not proposed again', async () => {
    const { call, one, two } = await wire();
    await call('origins.refuse', { sourceId: two.sourceId, otherId: one.sourceId });
    expect(await call('origins.proposals', {})).toEqual([]);
    await call('history.undo', {});
    expect(await call('origins.proposals', {})).toHaveLength(1);
  });

  it('of a passage come before those of its source; a source leaves the one it had', async () => {
    const { call, one, two, other, evidence, status, claimId } = await wire();
    const first = await call('origins.create', { name: 'First', sourceIds: [one.sourceId, two.sourceId] });
    const second = await call('origins.create', { name: 'Second', sourceIds: [two.sourceId, other.sourceId] });
    expect((await call('origins.list', {})).map(({ sources }) => sources.length)).toEqual([1, 2]);
    expect(await status()).toBe('corroborated');
    const piece = async () =>
      (await call('claims.get', { id: claimId })).evidence.find(({ id }) => id === evidence[0]!.id);
    await call('claims.updateEvidence', { id: evidence[0]!.id, originId: second.id });
    expect(await status()).toBe('single-source');
    expect(await piece()).toMatchObject({
      originId: second.id,
      origin: { name: 'Second' },
    });
    await call('origins.remove', { id: second.id });
    expect(await piece()).toMatchObject({
      originId: null,
      origin: { id: first.id },
    });
    await call('origins.update', { id: first.id, name: 'First', sourceIds: [] });
    expect(await status()).toBe('corroborated');
  });
});

describe('a claim on a date', () => {
  it('has the status that it had then, and the ledger says who held what', async () => {
    const { call, ids } = await claims('The dam broke.');
    const [claimId] = ids;
    const actor = await call('actors.create', { kind: 'person', name: 'Merrin Vael' });
    const held = { claimId, actorId: actor.id, manner: 'held' as const };
    await call('claims.addPosition', { ...held, stance: 'denies', date: '2023-01-27' });
    await call('claims.addPosition', { ...held, stance: 'confirms', date: '2023-03-28' });
    await call('claims.addPosition', { ...held, stance: 'denies', date: '2023-04', manner: 'reported' });
    const on = async (asOf: string) => [
      (await call('claims.get', { id: claimId, asOf })).status,
      (await call('claims.list', { asOf }))[0]?.status,
      (await call('claims.ledger', { asOf }))[0]?.stand,
    ];
    expect(await on('2023-01-26')).toEqual(['unsupported', 'unsupported', undefined]);
    expect(await on('2023-01')).toEqual(['denied', 'denied', 'denies']);
    expect(await on('2023-03-28')).toEqual(['unsupported', 'unsupported', 'affirms']);
    expect(await on('')).toEqual(['unsupported', 'unsupported', 'affirms']);
    expect((await call('claims.list', {}))[0]?.firstAppearance).toBe('2023-01-27');
    await expect(call('claims.ledger', { asOf: 'yesterday' })).rejects.toMatchObject({ code: 'bad-input' });
  });
});
