import { describe, expect, it } from 'vitest';
import { matrixRows, matrixTable } from '../../../shared/claims/matrix';
import { exportsHandlers } from '../exports/handlers';
import { openTestNouns } from '../common/testing';

async function dossier() {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const paper = await source('Vell', 'The dam broke at night, the minister said. The ministry denies it.');
  const excerpt = await call('excerpts.quote', { sourceId: paper.sourceId, quote: 'The dam broke at night' });
  const minister = await call('actors.create', {
    kind: 'person',
    name: '=Merrin Vael',
    roles: [{ title: 'Minister', organisation: 'Rivers', from: '2022', to: '2024' }],
  });
  const ministry = await call('actors.create', { kind: 'organisation', name: 'Ministry' });
  const claim = await call('claims.create', { statement: 'The dam broke, "at night".' });
  const other = await call('claims.create', { statement: 'Nobody warned the town.' });
  const base = { claimId: claim.id, excerptId: excerpt.id };
  await call('claims.addEvidence', { ...base, stance: 'supports' });
  await call('claims.addPosition', {
    ...base,
    actorId: minister.id,
    stance: 'asserts',
    manner: 'held',
    date: '2023-03-11',
  });
  await call('claims.addPosition', {
    ...base,
    actorId: minister.id,
    stance: 'retracts',
    manner: 'held',
    date: '2023-03-28',
  });
  await call('claims.addPosition', {
    ...base,
    actorId: ministry.id,
    stance: 'denies',
    manner: 'reported',
    date: '2023-03',
  });
  return { ...nouns, paper, minister, ministry, claim, other, excerpt };
}

describe('the matrix', () => {
  it('holds the latest position of each actor, held and reported apart, on a date or now', async () => {
    const { call, minister, ministry, claim, other, excerpt } = await dossier();
    const now = await call('matrix.get', {});
    expect(now.claims.map(({ id }) => id)).toEqual([claim.id, other.id]);
    expect(now).toMatchObject({
      across: 'actors',
      dates: ['2023', '2023-03', '2023-03-11', '2023-03-28'],
      cells: [
        {
          claimId: claim.id,
          columnId: minister.id,
          stand: 'retracted',
          latest: { stance: 'retracts', date: '2023-03-28' },
          reported: null,
          citations: [{ excerptId: excerpt.id, locator: { label: 'paragraph', value: '1' } }],
        },
        { columnId: ministry.id, stand: 'none', latest: null, reported: { stance: 'denies', date: '2023-03' } },
      ],
    });
    const then = await call('matrix.get', { asOf: '2023-03-12' });
    expect(then.cells).toMatchObject([{ stand: 'affirms' }, { stand: 'none' }]);
    expect(then.columns).toMatchObject([{ name: '=Merrin Vael', note: 'Minister of Rivers' }, { name: 'Ministry' }]);
    expect((await call('matrix.get', { asOf: '2023-03-10', statuses: ['single-source'] })).columns).toMatchObject([
      { name: 'Ministry' },
    ]);
    expect((await call('matrix.get', { columnIds: [ministry.id] })).columns).toHaveLength(1);
    await expect(call('matrix.get', { asOf: 'soon' })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('sets claims against sources, with how many excerpts say what', async () => {
    const { call, paper, claim } = await dossier();
    expect(await call('matrix.get', { across: 'sources' })).toMatchObject({
      columns: [{ id: paper.sourceId, name: 'Vell 2023', kind: null }],
      cells: [
        { claimId: claim.id, supports: 1, contradicts: 0, context: 0, citations: [{ sourceId: paper.sourceId }] },
      ],
    });
    expect((await call('matrix.get', { across: 'sources', asOf: '2022' })).cells).toEqual([]);
  });

  it('is a spreadsheet in which nothing is a formula, and a document whose cells cite their excerpts', async () => {
    const { call, library } = await dossier();
    const handlers = exportsHandlers(library.context);
    const { files } = await handlers['exports.matrix']({ across: 'actors', asOf: '', format: 'csv' });
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(files[0]!.bytes);
    expect(csv.startsWith('\uFEFFClaim,Status,')).toBe(true);
    expect(csv).toContain(`'=Merrin Vael`);
    expect(csv).toContain('"The dam broke, ""at night""."');
    expect(csv).toContain('reported: denies, Mar 2023');
    expect(files[0]!.fileName).toBe('Claims and actors.csv');

    const html = await handlers['exports.matrix']({ across: 'actors', asOf: '2023-03-12', format: 'html' });
    const text = new TextDecoder().decode(html.files[0]!.bytes);
    expect(text).toContain('As of 12 Mar 2023.');
    expect(text).toMatch(/<table/);
    expect(text).toMatch(/asserts, 11 Mar 2023/);
    expect(text).toContain('Vell');
    const shown = await call('matrix.get', {});
    let ids = 0;
    expect(matrixTable(shown, () => `c${(ids += 1)}`).rows[1]?.cells[1]?.children).toMatchObject([
      { type: 'text' },
      { type: 'citation', id: 'c1', items: [{ label: 'paragraph', locator: '1' }] },
    ]);
    expect(matrixRows(shown)[1]).toEqual([
      'The dam broke, "at night".',
      'retracted',
      'took it back, 28 Mar 2023 (then Minister of Rivers) [@vell2023vell, ¶ 1]',
      'reported: denies, Mar 2023 [@vell2023vell, ¶ 1]',
    ]);
  });
});
