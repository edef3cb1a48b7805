import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { itemCiting } from '../../../shared/memo/citation-item';
import { mapInlines } from '../../../shared/memo/walk';
import type { Ledger } from '../../../shared/provenance/ledger';
import { memoOf, openTestNouns, type TestNouns } from '../common/testing';
import { ledgerJson } from './ledger';

interface Made {
  nouns: TestNouns;
  ledger: Ledger;
  excerptId: string;
  sourceId: string;
  snapshotId: string;
  claimId: string;
  memoId: string;
}

async function make(): Promise<Made> {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const { sourceId, snapshotId } = await source('Vell', 'The gate was shut at noon.', 'Nobody saw who shut it.');
  const { id: excerptId } = await call('excerpts.quote', { sourceId, quote: 'The gate was shut at noon' });
  const { id: claimId } = await call('claims.create', { statement: 'The gate was shut.' });
  await call('claims.addEvidence', { claimId, excerptId, stance: 'supports' });
  const { id: memoId, version } = await call('memos.create', { title: 'The gate' });
  const item = itemCiting(sourceId, { label: 'paragraph', locator: '1' });
  const document = memoOf([
    { type: 'text', text: 'It says “was shut at noon” ', formats: [], marks: [{ kind: 'claim', id: claimId }] },
    { type: 'citation', id: 'c1', marks: [], items: [item] },
  ]);
  await call('memos.save', { id: memoId, version, document });
  const { files } = await call('provenance.ledger', { memoId });
  const ledger = JSON.parse(new TextDecoder().decode(files[0]!.bytes)) as Ledger;
  return { nouns, ledger, excerptId, sourceId, snapshotId, claimId, memoId };
}
const verify = ({ nouns }: Made, ledger: unknown) =>
  nouns.call('provenance.verifyLedger', { text: typeof ledger === 'string' ? ledger : JSON.stringify(ledger) });

/** A copy with another value at a path. */
function spoilt(part: unknown, [name, ...rest]: string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy: Record<string, unknown> = { ...(part as Record<string, unknown>) };
  copy[name] = spoilt(copy[name], rest, value);
  return Array.isArray(part) ? Object.values(copy) : copy;
}

describe('a ledger', () => {
  it('agrees with the library it was made from, and says what was looked at', async () => {
    const made = await make();
    expect(await verify(made, made.ledger)).toEqual({
      ok: true,
      memoTitle: 'The gate',
      asOf: '2024-03-14',
      checked: { sources: 1, snapshots: 1, excerpts: 1, quotations: 1, claims: 1 },
      findings: [],
      notes: [],
    });
    expect(await verify(made, `\uFEFF${ledgerJson(made.ledger)}`)).toMatchObject({ ok: true });
  });

  it('shows what went to the Trash, and notes what only went on', async () => {
    const made = await make();
    const { call } = made.nouns;
    const { version, document } = await call('memos.get', { id: made.memoId });
    await call('memos.save', { id: made.memoId, version, document: { ...document, blocks: memoOf('New.').blocks } });
    await call('excerpts.trash', { id: made.excerptId });
    const report = await verify(made, made.ledger);
    expect(report.findings).toMatchObject([{ kind: 'excerpt', id: made.excerptId, problem: 'trashed' }]);
    expect(report.notes).toEqual([
      'The memo “The gate” was changed since.',
      'The claim “The gate was shut.” was single-source on 2024-03-14 and is unsupported now.',
    ]);
    await call('sources.trash', { id: made.sourceId });
    await call('claims.trash', { id: made.claimId });
    expect((await verify(made, made.ledger)).findings.map(({ kind, problem }) => `${kind} ${problem}`)).toEqual([
      'source trashed',
      'excerpt trashed',
      'claim trashed',
    ]);
  });

  it('only notes what was in the Trash, or not there, when it was made', async () => {
    const made = await make();
    const { call } = made.nouns;
    const { version, document } = await call('memos.get', { id: made.memoId });
    // An id that no source has.
    const sourceId = made.claimId;
    const gone = mapInlines(document, (inline) =>
      inline.type === 'citation' ? { ...inline, items: inline.items.map((item) => ({ ...item, sourceId })) } : inline,
    );
    await call('memos.save', { id: made.memoId, version, document: gone });
    await call('claims.trash', { id: made.claimId });
    const { files } = await call('provenance.ledger', { memoId: made.memoId });
    const report = await verify(made, new TextDecoder().decode(files[0]!.bytes));
    expect(report.findings).toEqual([]);
    expect(report.notes).toEqual([
      `The source ${sourceId} is not in this library, as it was when the ledger was made.`,
      'The claim “The gate was shut.” is in the Trash, as it was when the ledger was made.',
    ]);
  });

  it('finds texts that are not the same any more, in the library and in the ledger', async () => {
    const made = await make();
    const { context } = made.nouns.library;
    const changed = structuredClone(made.ledger);
    changed.excerpts[0]!.text = 'The gate was open at noon';
    changed.sentences[0]!.quotations[0]!.words = 'was open at noon';
    expect((await verify(made, changed)).findings.map(({ kind, problem }) => `${kind} ${problem}`)).toEqual([
      'excerpt changed',
      'quotation changed',
      'excerpt changed',
    ]);
    // What nothing in the app does: the stored text is no longer the one that was captured.
    await context.db.write((db) => db.run(`UPDATE snapshot SET text = replace(text, 'noon', 'dusk')`));
    expect((await verify(made, made.ledger)).findings).toMatchObject([
      { kind: 'snapshot', id: made.snapshotId, problem: 'changed' },
    ]);
  });

  it('of another library is missing all of it', async () => {
    const [made, other] = [await make(), await make()];
    const report = await verify(other, made.ledger);
    expect(report.ok).toBe(false);
    expect(report.findings.map(({ problem }) => problem)).toEqual(['missing', 'missing', 'missing', 'missing']);
    expect(report.notes).toEqual(['The memo “The gate” is not in this library.']);
  });
});

describe('a hostile ledger is refused in a clear sentence', () => {
  let made: Made;
  beforeAll(async () => {
    made = await make();
  });
  afterAll(() => made.nouns.library.close());
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  it.each([
    ['nothing', '', 'it is not JSON'],
    ['half of one', '{"format":"commonplace-ledger","sent', 'it is not JSON'],
    ['something else', '{"format":"other"}', 'it is not a provenance ledger'],
    ['null', 'null', 'it is not a provenance ledger'],
    ['a list', '[1]', 'it is not a provenance ledger'],
    ['a prototype', '{"__proto__":{"format":"commonplace-ledger"}}', 'it is not a provenance ledger'],
    ['deep nesting', deep, 'it is not'],
  ])('%s', async (_, text, why) => {
    await expect(verify(made, text)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(why),
    });
  });

  it.each<[string, path: string, value: unknown, where?: string]>([
    ['sentences that are no list', 'sentences', {}],
    ['a number as words', 'sentences.0.text', 7],
    ['an offset below zero', 'excerpts.0.start', -1],
    ['an offset that is no number', 'excerpts.0.end', 1e300],
    ['a hash that is none', 'snapshots.0.sha256', 'ab'],
    ['an unknown status', 'claims.0.status', 'true'],
    ['a field that nobody knows', 'memo.path', '/etc'],
    ['deep nesting inside', 'sources.0.csl', JSON.parse(deep.slice(199_000, 201_000)), 'sources.0.csl.type'],
  ])('%s', async (_, path, value, where = path) => {
    await expect(verify(made, spoilt(made.ledger, path.split('.'), value))).rejects.toMatchObject({
      code: 'bad-input',
      message: `This ledger cannot be checked: its field “${where}” is not what it should be. Save it again from where it was made.`,
    });
  });

  it('of a later version asks for an update', async () => {
    await expect(verify(made, { ...made.ledger, version: 2 })).rejects.toMatchObject({ code: 'library-newer' });
  });

  it('with ids that nothing has is read, and misses them', async () => {
    const ledger = structuredClone(made.ledger);
    ledger.excerpts[0]!.id = "'; DROP TABLE source; --";
    ledger.excerpts[0]!.snapshotId = '../../etc/passwd';
    ledger.sources[0]!.id = '\u202Eevil';
    const report = await verify(made, ledger);
    expect(report.findings.map(({ kind, problem }) => `${kind} ${problem}`)).toEqual([
      'source missing',
      'excerpt missing',
      'snapshot missing',
    ]);
    expect((await made.nouns.call('sources.list', {})).total).toBe(1);
  });
});
