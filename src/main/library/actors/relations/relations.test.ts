import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../../common/testing';

async function twoActors() {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const person = await call('actors.create', { kind: 'person', name: 'Arvad Selm' });
  const body = await call('actors.create', { kind: 'organisation', name: 'Ministry of Rivers' });
  const { sourceId } = await source('Vell', 'Selm has led the Ministry of Rivers since 2021.');
  const excerpt = await call('excerpts.quote', { sourceId, quote: 'Selm has led the Ministry of Rivers' });
  return { ...nouns, person, body, excerpt };
}

describe('relations between actors', () => {
  it('are seen from both sides with what they rest on; undo and redo', async () => {
    const nouns = await twoActors();
    const { call, person, body, excerpt } = nouns;
    const relation = await expectUndoable(nouns, 'Add relation', () =>
      call('actors.relate', {
        fromId: person.id,
        toId: body.id,
        kind: 'leads',
        from: '2021',
        excerptIds: [excerpt.id],
      }),
    );
    for (const id of [person.id, body.id]) {
      expect((await call('actors.get', { id })).relations).toEqual([relation]);
    }
    expect(relation).toMatchObject({ fromName: 'Arvad Selm', toName: 'Ministry of Rivers', toKind: 'organisation' });
    expect(relation.excerpts.map(({ id }) => id)).toEqual([excerpt.id]);
    const changed = await expectUndoable(nouns, 'Edit relation', () =>
      call('actors.updateRelation', { id: relation.id, kind: 'employed', label: 'as adviser', to: '2022~' }),
    );
    expect(changed).toMatchObject({ kind: 'employed', label: 'as adviser', from: '', to: '2022~', excerpts: [] });
    await expectUndoable(nouns, 'Remove relation', () => call('actors.unrelate', { id: relation.id }));
    expect((await call('actors.get', { id: body.id })).relations).toEqual([]);
  });

  it('are between two living actors, with dates that are dates', async () => {
    const { call, person, body } = await twoActors();
    const relate = (facts: object) =>
      call('actors.relate', { fromId: person.id, toId: body.id, kind: 'member', ...facts });
    await expect(relate({ toId: person.id })).rejects.toMatchObject({ code: 'bad-input' });
    await expect(relate({ from: 'soon' })).rejects.toMatchObject({ message: expect.stringContaining('soon') });
    await expect(relate({ kind: 'constructor' })).rejects.toMatchObject({ code: 'bad-input' });
    const relation = await relate({});
    await call('actors.trash', { id: body.id });
    expect((await call('actors.get', { id: person.id })).relations).toEqual([]);
    await expect(relate({})).rejects.toMatchObject({ code: 'not-found' });
    await call('trash.restore', { target: { kind: 'actor', id: body.id } });
    expect((await call('actors.get', { id: person.id })).relations).toEqual([relation]);
    await call('actors.trash', { id: body.id });
    await call('trash.empty', {});
    expect((await call('actors.get', { id: person.id })).relations).toEqual([]);
  });
});
