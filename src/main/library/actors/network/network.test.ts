import { describe, expect, it } from 'vitest';
import { openTestNouns } from '../../common/testing';

async function fourActors() {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const actor = async (name: string) => (await call('actors.create', { kind: 'person', name })).id;
  const [selm, orud, bera, alone] = [
    await actor('Selm'),
    await actor('Orud'),
    await actor('Bera'),
    await actor('Alone'),
  ];
  const { sourceId } = await source('Vell', 'Selm met Orud.', 'Orud wrote to Bera.');
  const meeting = await call('excerpts.quote', { sourceId, quote: 'Selm met Orud' });
  const letter = await call('excerpts.quote', { sourceId, quote: 'Orud wrote to Bera' });
  for (const [excerptId, actorId] of [
    [meeting.id, selm],
    [meeting.id, orud],
    [letter.id, orud],
    [letter.id, bera],
  ] as const) {
    await call('actors.tag', { excerptId, actorId });
  }
  const claim = await call('claims.create', { statement: 'They met.' });
  const say = (actorId: string, date: string) =>
    call('claims.addPosition', { claimId: claim.id, actorId, stance: 'asserts', manner: 'held', date });
  for (const date of ['2022', '2023']) for (const id of [selm, orud]) await say(id, date);
  await call('events.create', { title: 'Meeting', actors: [{ actorId: selm }, { actorId: orud }, { actorId: bera }] });
  await call('actors.relate', { fromId: orud, toId: selm, kind: 'opposes', label: 'since the flood' });
  return { ...nouns, selm, orud, bera, alone, sourceId, meeting };
}

describe('the network of actors', () => {
  it('counts excerpts, claims and events that two share, once each, and their relations', async () => {
    const { call, selm, orud, bera } = await fourActors();
    const { ties, actors, alone, left } = await call('actors.network', {});
    expect(actors.map(({ name }) => name)).toEqual(['Bera', 'Orud', 'Selm']);
    expect([alone, left]).toEqual([1, 0]);
    expect(ties.map(({ a, b, excerpts, claims, events, weight }) => [a, b, excerpts, claims, events, weight])).toEqual([
      [selm, orud, 1, 1, 1, 4],
      [orud, bera, 1, 0, 1, 2],
      [selm, bera, 0, 0, 1, 1],
    ]);
    expect(ties[0]?.relations).toMatchObject([{ from: orud, kind: 'opposes', label: 'since the flood' }]);
    const near = await call('actors.network', { actorId: bera });
    expect(near.ties.map(({ a, b }) => [a, b])).toEqual([
      [orud, bera],
      [selm, bera],
    ]);
  });

  it('leaves out what is in the Trash', async () => {
    const { call, selm, orud, sourceId } = await fourActors();
    await call('sources.trash', { id: sourceId });
    const [tie] = (await call('actors.network', { actorId: selm })).ties;
    expect(tie).toMatchObject({ excerpts: 0, claims: 1 });
    await call('actors.trash', { id: orud });
    expect((await call('actors.network', {})).ties).toHaveLength(1);
  });
});
