import { expect, it } from 'vitest';
import { expectUndoable, memoOf, openTestNouns, type TestNouns } from '../common/testing';

async function memoWithFinding({ call }: TestNouns) {
  const claim = await call('claims.create', { statement: 'The gate was shut.' });
  const { id, version } = await call('memos.create', { title: 'The gate' });
  const marked = {
    type: 'text' as const,
    text: 'The gate was shut',
    formats: [],
    marks: [{ kind: 'claim' as const, id: claim.id }],
  };
  await call('memos.save', { id, version, document: memoOf([marked], 'Nothing else.') });
  const { findings } = await call('provenance.check', { memoId: id });
  const { fingerprint, rule, words } = findings[0]!;
  return { memoId: id, dismissal: { memoId: id, fingerprint, rule, words, reason: 'The desk knows.' } };
}

it('a dismissal is kept with its reason, survives a restart and other edits, and can be withdrawn', async () => {
  const nouns = await openTestNouns();
  const { call } = nouns;
  const { memoId, dismissal } = await memoWithFinding(nouns);
  await expectUndoable(nouns, 'Dismiss finding', () => call('provenance.dismiss', dismissal));
  const { document, version } = await call('memos.get', { id: memoId });
  const blocks = [...memoOf('A new beginning.').blocks, ...document.blocks];
  await call('memos.save', { id: memoId, version, document: { ...document, blocks } });
  const after = await call('provenance.check', { memoId });
  expect(after.findings).toMatchObject([{ place: { block: 1 }, dismissed: { reason: 'The desk knows.' } }]);
  expect(after.past).toEqual([]);

  await expectUndoable(nouns, 'Withdraw dismissal', () =>
    call('provenance.withdraw', { memoId, fingerprint: dismissal.fingerprint }),
  );
  expect((await call('provenance.check', { memoId })).findings).toMatchObject([{ dismissed: null }]);
});

it('a dismissal whose finding is gone is listed until it is withdrawn, and goes with its memo', async () => {
  const nouns = await openTestNouns();
  const { call, library } = nouns;
  const { memoId, dismissal } = await memoWithFinding(nouns);
  await call('provenance.dismiss', dismissal);
  const { version } = await call('memos.get', { id: memoId });
  await call('memos.save', { id: memoId, version, document: memoOf('Nothing else.') });
  expect(await call('provenance.check', { memoId })).toMatchObject({
    findings: [],
    past: [{ words: 'The gate was shut' }],
  });

  await call('memos.trash', { id: memoId });
  await expect(call('provenance.dismiss', dismissal)).rejects.toMatchObject({ code: 'not-found' });
  await call('trash.empty', {});
  const left = await library.context.db.read((db) => db.all('SELECT 1 FROM finding_dismissal'));
  expect(left).toEqual([]);
});
