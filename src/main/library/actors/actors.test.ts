import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../common/testing';
import { detectScript } from '../../../shared/actors/script';

describe('actors', () => {
  it('have names in several scripts, the shown one first', async () => {
    const { call } = await openTestNouns();
    const actor = await call('actors.create', {
      kind: 'person',
      name: 'Arvad Selm',
      names: [
        { kind: 'alias', text: 'Арвад Селм', language: 'ru' },
        { kind: 'weak-alias', text: 'ارواد سلم' },
      ],
      roles: [
        { title: 'Envoy', from: '2019', to: '2021' },
        { title: 'Minister', organisation: 'Ministry of Rivers', from: '2021/..'.slice(0, 4) },
      ],
    });
    expect(actor.names.map(({ kind, text, script }) => [kind, text, script])).toEqual([
      ['name', 'Arvad Selm', 'Latn'],
      ['alias', 'Арвад Селм', 'Cyrl'],
      ['weak-alias', 'ارواد سلم', 'Arab'],
    ]);
    expect(actor.aliases).toEqual(['Арвад Селм', 'ارواد سلم']);
    expect(actor.role).toBe('Minister, Ministry of Rivers');
    expect(await call('actors.list', { kind: 'state' })).toEqual([]);
    expect(await call('actors.list', {})).toMatchObject([{ name: 'Arvad Selm', aliases: actor.aliases }]);
  });

  it('are written whole: parts keep their ids, missing ones go, the shown name follows', async () => {
    const { call } = await openTestNouns();
    const fields = { kind: 'person' as const, name: 'Old', names: [{ kind: 'alias' as const, text: 'O.' }] };
    const before = await call('actors.create', fields);
    const after = await call('actors.update', {
      id: before.id,
      kind: 'person',
      name: 'New',
      names: before.names.map(({ script: _, ...name }) => name),
    });
    expect(after.names.map(({ id, text }) => [id, text])).toEqual([
      [before.names[0]?.id, 'New'],
      [before.names[1]?.id, 'O.'],
    ]);
    const bare = await call('actors.update', { id: before.id, kind: 'person', name: 'Newer' });
    expect(bare.names.map(({ id, text }) => [id, text])).toEqual([[before.names[0]?.id, 'Newer']]);
    const dated = call('actors.update', {
      id: before.id,
      kind: 'person',
      name: 'N',
      roles: [{ title: 'X', from: 'soon' }],
    });
    await expect(dated).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('soon') });
    expect((await call('actors.get', { id: before.id })).name).toBe('Newer');
  });

  it('show their excerpts and positions; undo and redo', async () => {
    const nouns = await openTestNouns();
    const { call, source } = nouns;
    const { sourceId } = await source('Vell', 'Selm denied it.');
    const excerpt = await call('excerpts.quote', { sourceId, quote: 'Selm denied it' });
    const fields = { kind: 'person' as const, name: 'Selm', names: [{ kind: 'alias' as const, text: 'A. Selm' }] };
    const { id } = await expectUndoable(nouns, 'Add actor', () => call('actors.create', fields));
    await expectUndoable(nouns, 'Edit actor', () =>
      call('actors.update', { id, kind: 'group', name: 'Selms', names: [] }),
    );
    await expectUndoable(nouns, 'Tag actor', () => call('actors.tag', { excerptId: excerpt.id, actorId: id }));
    const claim = await call('claims.create', { statement: 'It happened.' });
    await call('claims.addPosition', {
      claimId: claim.id,
      actorId: id,
      stance: 'denies',
      manner: 'held',
      date: '2023-04',
      excerptId: excerpt.id,
    });
    expect(await call('actors.get', { id })).toMatchObject({
      excerptCount: 1,
      positionCount: 1,
      excerpts: [{ id: excerpt.id }],
      positions: [{ claimStatement: 'It happened.', excerpt: { id: excerpt.id } }],
    });
    await expectUndoable(nouns, 'Untag actor', () => call('actors.untag', { excerptId: excerpt.id, actorId: id }));
    await call('actors.untag', { excerptId: excerpt.id, actorId: id });
    await expectUndoable(nouns, 'Move actor to Trash', () => call('actors.trash', { id }));
    await expect(call('actors.tag', { excerptId: excerpt.id, actorId: id })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expectUndoable(nouns, 'Restore actor', () => call('trash.restore', { target: { kind: 'actor', id } }));
  });

  it('have properties for their kind, which stay where a form does not speak of them', async () => {
    const { call } = await openTestNouns();
    const fields = { kind: 'person' as const, name: 'Arvad Selm' };
    const properties = { birthDate: '1961~', country: 'Vellmark' };
    const { id } = await call('actors.create', { ...fields, properties: { ...properties, gender: '' } });
    expect((await call('actors.get', { id })).properties).toEqual(properties);
    expect((await call('actors.update', { id, ...fields, name: 'A. Selm' })).properties).toEqual(properties);
    // What an organisation cannot have goes with the change of kind.
    expect((await call('actors.update', { id, ...fields, kind: 'organisation' })).properties).toEqual({
      country: 'Vellmark',
    });
    const born = call('actors.update', { id, ...fields, kind: 'organisation', properties });
    await expect(born).rejects.toMatchObject({ code: 'bad-input', message: expect.stringContaining('Born') });
  });

  it('show the office that was held when a position was taken', async () => {
    const { call } = await openTestNouns();
    const { id } = await call('actors.create', {
      kind: 'person',
      name: 'Selm',
      names: [{ kind: 'previous-name', text: 'Selmov' }],
      roles: [
        { title: 'Envoy', from: '2019', to: '2021' },
        { title: 'Minister', organisation: 'Vellmark', from: '2022-01-01' },
      ],
    });
    const claim = await call('claims.create', { statement: 'It happened.' });
    const roleOn = async (date: string) =>
      (await call('claims.addPosition', { claimId: claim.id, actorId: id, stance: 'denies', manner: 'held', date }))
        .roleThen;
    expect(await roleOn('2020-05')).toEqual([{ title: 'Envoy', organisation: '', certainty: 'held' }]);
    expect(await roleOn('2022')).toEqual([{ title: 'Minister', organisation: 'Vellmark', certainty: 'held' }]);
    expect(await roleOn('')).toEqual([]);
    expect((await call('claims.get', { id: claim.id })).positionList.map(({ roleThen }) => roleThen.length)).toEqual([
      1, 1, 0,
    ]);
  });

  it.each([
    ['Selm', 'Latn'],
    ['Əliköylü', 'Latn'],
    ['山田はな', 'Jpan'],
    ['이하나', 'Hang'],
    ['Ρέα', 'Grek'],
    ['12', 'Zyyy'],
    ['ⴰⵣⵓⵍ', 'Zzzz'],
  ])('the script of %s is %s', (text, script) => expect(detectScript(text)).toBe(script));
});
