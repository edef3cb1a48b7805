import { describe, expect, it } from 'vitest';
import { expectUndoable, memoOf, openTestNouns } from '../common/testing';

async function dossier() {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const one = await source('Vell', 'The dam broke at night.');
  const two = await source('Orr', 'The ministry said the dam held.');
  const broke = await call('excerpts.quote', { sourceId: one.sourceId, quote: 'The dam broke' });
  const held = await call('excerpts.quote', { sourceId: two.sourceId, quote: 'the dam held' });
  const ministry = await call('actors.create', { kind: 'organisation', name: 'Ministry of Rivers' });
  const claim = await call('claims.create', { statement: 'The dam broke.' });
  return { ...nouns, one, two, broke, held, ministry, claimId: claim.id };
}

describe('claims', () => {
  it('get their status from evidence and positions, in the list as on the page', async () => {
    const { call, claimId, broke, held, ministry, two, library } = await dossier();
    const status = async () => {
      const { status: shown } = await call('claims.get', { id: claimId });
      expect((await call('claims.list', {}))[0]?.status).toBe(shown);
      return shown;
    };
    expect(await status()).toBe('unsupported');
    await call('claims.addEvidence', { claimId, excerptId: broke.id, stance: 'supports', reason: 'Eyewitness' });
    expect(await status()).toBe('single-source');
    library.advance();
    const against = await call('claims.addEvidence', { claimId, excerptId: held.id, stance: 'contradicts' });
    expect(await status()).toBe('contested');
    await call('sources.trash', { id: two.sourceId });
    expect(await status()).toBe('single-source');
    await call('trash.restore', { target: { kind: 'source', id: two.sourceId } });
    await call('claims.updateEvidence', { id: against.id, stance: 'context' });
    const denial = { claimId, actorId: ministry.id, stance: 'denies' as const, date: '2023-05' };
    const position = await call('claims.addPosition', { ...denial, manner: 'reported' });
    expect(await status()).toBe('single-source');
    await call('claims.updatePosition', { id: position.id, manner: 'held', excerptId: held.id });
    expect(await status()).toBe('contested');
    await call('claims.addPosition', {
      claimId,
      actorId: ministry.id,
      stance: 'confirms',
      manner: 'held',
      date: '2023-06',
    });
    expect(await status()).toBe('single-source');
    expect(await call('claims.get', { id: claimId })).toMatchObject({
      supports: 1,
      contradicts: 0,
      positions: 2,
      evidence: [{ reason: 'Eyewitness', excerpt: { id: broke.id } }, { stance: 'context' }],
      positionList: [
        { date: '2023-05', actorName: 'Ministry of Rivers', excerpt: { id: held.id } },
        { date: '2023-06' },
      ],
    });
  });

  it('refuse evidence twice, dates that are none, and rows that are not there', async () => {
    const { call, claimId, broke, ministry, library } = await dossier();
    await call('claims.addEvidence', { claimId, excerptId: broke.id, stance: 'supports' });
    await expect(call('claims.addEvidence', { claimId, excerptId: broke.id, stance: 'context' })).rejects.toMatchObject(
      {
        code: 'duplicate',
      },
    );
    const position = { claimId, actorId: ministry.id, stance: 'asserts' as const, manner: 'held' as const };
    await expect(call('claims.addPosition', { ...position, date: 'May' })).rejects.toMatchObject({ code: 'bad-input' });
    const unknown = library.context.newId();
    await expect(call('claims.addPosition', { ...position, actorId: unknown })).rejects.toMatchObject({
      code: 'not-found',
    });
    await call('claims.trash', { id: claimId });
    await expect(call('claims.addPosition', position)).rejects.toMatchObject({
      message: 'This claim is in the Trash. Restore it first.',
    });
  });

  it('list positions in order of date, undated last, and say which memos mark them', async () => {
    const { call, claimId, ministry } = await dossier();
    for (const date of ['', '2023-05-02', '2022', '2023']) {
      await call('claims.addPosition', { claimId, actorId: ministry.id, stance: 'asserts', manner: 'held', date });
    }
    const mark = { kind: 'claim' as const, id: claimId };
    const marked = memoOf([{ type: 'text', text: 'The dam broke', formats: [], marks: [mark] }]);
    const memo = await call('memos.create', { title: 'Report', document: marked });
    const claim = await call('claims.get', { id: claimId });
    expect(claim.positionList.map(({ date }) => date)).toEqual(['2022', '2023', '2023-05-02', '']);
    expect(claim.usedIn).toEqual([{ memoId: memo.id, memoTitle: 'Report', count: 1 }]);
    await call('memos.save', { id: memo.id, version: memo.version, document: memoOf('Nothing.') });
    expect((await call('claims.get', { id: claimId })).usedIn).toEqual([]);
  });

  it('undo and redo', async () => {
    const nouns = await dossier();
    const { call, broke, ministry } = nouns;
    const { id } = await expectUndoable(nouns, 'Add claim', () => call('claims.create', { statement: 'S' }));
    await expectUndoable(nouns, 'Edit claim', () => call('claims.update', { id, statement: 'T', note: 'n' }));
    const evidence = await expectUndoable(nouns, 'Add evidence', () =>
      call('claims.addEvidence', { claimId: id, excerptId: broke.id, stance: 'supports' }),
    );
    await expectUndoable(nouns, 'Edit evidence', () =>
      call('claims.updateEvidence', { id: evidence.id, stance: 'context' }),
    );
    const position = await expectUndoable(nouns, 'Add position', () =>
      call('claims.addPosition', { claimId: id, actorId: ministry.id, stance: 'asserts', manner: 'held' }),
    );
    await expectUndoable(nouns, 'Edit position', () =>
      call('claims.updatePosition', { id: position.id, date: '2023' }),
    );
    await expectUndoable(nouns, 'Remove position', () => call('claims.removePosition', { id: position.id }));
    await expectUndoable(nouns, 'Remove evidence', () => call('claims.removeEvidence', { id: evidence.id }));
    await call('claims.addEvidence', { claimId: id, excerptId: broke.id, stance: 'contradicts' });
    expect(await call('claims.get', { id })).toMatchObject({ status: 'denied', contradicts: 1 });
    await expectUndoable(nouns, 'Move claim to Trash', () => call('claims.trash', { id }));
    await expectUndoable(nouns, 'Restore claim', () => call('trash.restore', { target: { kind: 'claim', id } }));
  });
});
