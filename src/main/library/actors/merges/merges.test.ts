import fc from 'fast-check';
import JSZip from 'jszip';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../../archive/write';
import { restoreArchive } from '../../archive/restore';
import { contents, expectUndoable, memoOf, openTestNouns, type TestNouns } from '../../common/testing';
import { derived } from '../../derived';
import { silentLog } from '../../open';
import { openSearch } from '../../search/engine';
import { temporaryFolder, testStart } from '../../testing';
import { verifyLibrary } from '../../verify/verify';

const options = { clock: () => testStart, log: silentLog };

/** One person under two names, with everything that can hang on an actor, and a third who is somebody else. */
async function twoOfOne() {
  const nouns = await openTestNouns();
  const { call, source, library } = nouns;
  const { sourceId } = await source('Vell', 'Selm met Orud.', 'Arvad Selm denied it.', 'Nobody else came.');
  const quote = async (words: string) => (await call('excerpts.quote', { sourceId, quote: words })).id;
  const [meeting, denial] = [await quote('Selm met Orud'), await quote('Arvad Selm denied it')];
  const kept = await call('actors.create', {
    kind: 'person',
    name: 'Arvad Selm',
    names: [{ kind: 'alias', text: 'A. Selm' }],
    roles: [{ title: 'Envoy', from: '2019', to: '2021' }],
    properties: { birthDate: '1961' },
  });
  const other = await call('actors.create', {
    kind: 'person',
    name: 'Арвад Селм',
    names: [
      { kind: 'alias', text: 'A. Selm' },
      { kind: 'weak-alias', text: 'The Ferryman' },
    ],
    roles: [
      { title: 'Envoy', from: '2019', to: '2021' },
      { title: 'Minister', from: '2021' },
    ],
    properties: { birthDate: '1962', country: 'Vellmark' },
  });
  const third = await call('actors.create', { kind: 'person', name: 'Orud' });
  library.advance();
  for (const [excerptId, actorId] of [
    [meeting, kept.id],
    [meeting, other.id],
    [denial, other.id],
    [meeting, third.id],
  ] as const) {
    await call('actors.tag', { excerptId, actorId });
  }
  const claim = await call('claims.create', { statement: 'They met.' });
  await call('claims.addPosition', {
    claimId: claim.id,
    actorId: other.id,
    stance: 'denies',
    manner: 'held',
    date: '2022',
  });
  const event = await call('events.create', { title: 'Meeting', actors: [{ actorId: other.id, role: 'guest' }] });
  await call('actors.relate', { fromId: other.id, toId: third.id, kind: 'opposes', excerptIds: [meeting] });
  await call('actors.relate', { fromId: other.id, toId: kept.id, kind: 'family' });
  const target = { kind: 'actor' as const, id: other.id };
  await call('tags.set', { target, names: ['River'] });
  await call('notes.create', { target, body: memoOf('Who is he?') });
  const collection = await call('collections.create', { name: 'People' });
  await call('collections.add', { id: collection.id, items: [target] });
  const memo = await call('memos.create', {
    title: 'Report',
    document: memoOf([{ type: 'actor-mention', actorId: other.id, text: 'Selm' }]),
  });
  library.advance();
  return { ...nouns, kept, other, third, claim, event, collection, memo, meeting, denial };
}

const merge = ({ call, kept, other }: Awaited<ReturnType<typeof twoOfOne>>) =>
  call('actors.merge', { keptId: kept.id, otherId: other.id });

async function healthy({ library }: TestNouns) {
  expect((await verifyLibrary(library.context, derived)).findings).toEqual([]);
}

describe('merging two actors', () => {
  it('gives the kept one everything, and can be undone', async () => {
    const two = await twoOfOne();
    const { call, kept, other, third, claim, event, collection, library } = two;
    const merged = await expectUndoable(two, 'Merge actors', () => merge(two));
    expect(merged.names.map(({ kind, text }) => [kind, text])).toEqual([
      ['name', 'Arvad Selm'],
      ['alias', 'A. Selm'],
      ['alias', 'Арвад Селм'],
      ['weak-alias', 'The Ferryman'],
    ]);
    expect(merged.roles.map(({ title }) => title)).toEqual(['Envoy', 'Minister']);
    expect(merged.properties).toEqual({ birthDate: '1961', country: 'Vellmark' });
    expect(merged.excerpts).toHaveLength(2);
    expect(merged.positions).toMatchObject([{ actorName: 'Arvad Selm', claimId: claim.id }]);
    expect(merged.relations).toMatchObject([{ fromId: kept.id, toId: third.id, kind: 'opposes' }]);
    expect(merged.relations[0]?.excerpts).toHaveLength(1);
    expect(merged.tags).toEqual(['River']);
    expect(merged.merged).toMatchObject([{ id: other.id, name: 'Арвад Селм' }]);
    expect((await call('events.get', { id: event.id })).actors).toMatchObject([{ actorId: kept.id, role: 'guest' }]);
    expect(await call('notes.list', { target: { kind: 'actor', id: kept.id } })).toHaveLength(1);
    expect((await call('collections.items', { id: collection.id })).map(({ target }) => target.id)).toEqual([kept.id]);
    expect((await call('actors.list', {})).map(({ id }) => id).sort()).toEqual([kept.id, third.id].sort());
    // The old id stands for the kept one: for whoever opens it, and for memos in search.
    expect((await call('actors.get', { id: other.id })).id).toBe(kept.id);
    const { hits } = await openSearch(library.context).query({ query: 'actor:"Arvad Selm" kind:memo', limit: 10 });
    expect(hits.map(({ title }) => title)).toEqual(['Report']);
    expect(await call('trash.list', {})).toEqual([]);
    const excerpts = await call('excerpts.list', { actorId: kept.id });
    for (const excerpt of excerpts.items) expect(excerpt.actorIds).not.toContain(other.id);
    await healthy(two);
  });

  it('is taken back to the letter at any time; what was added since stays with the kept one', async () => {
    const two = await twoOfOne();
    const { call, kept, other, library, denial } = two;
    const before = await contents(library);
    await merge(two);
    library.advance();
    await expectUndoable(two, 'Unmerge actor', () => call('actors.unmerge', { id: other.id }));
    expect(await contents(library)).toEqual(before);
    await merge(two);
    const claim = await call('claims.create', { statement: 'It rained.' });
    await call('claims.addPosition', { claimId: claim.id, actorId: kept.id, stance: 'asserts', manner: 'held' });
    await call('actors.untag', { excerptId: denial, actorId: kept.id });
    await call('actors.unmerge', { id: other.id });
    expect((await call('actors.get', { id: kept.id })).positions).toMatchObject([{ claimId: claim.id }]);
    const back = await call('actors.get', { id: other.id });
    expect(back.names.map(({ kind, text }) => [kind, text])).toEqual(other.names.map(({ kind, text }) => [kind, text]));
    expect(back.excerptCount).toBe(2);
    await healthy(two);
  });

  it('gives back a name that was taken off meanwhile', async () => {
    const two = await twoOfOne();
    const { call, kept, other } = two;
    await merge(two);
    await call('actors.update', { id: kept.id, kind: 'person', name: 'Arvad Selm' });
    await call('actors.unmerge', { id: other.id });
    expect((await call('actors.get', { id: other.id })).names).toMatchObject([
      { kind: 'name', text: 'Арвад Селм', script: 'Cyrl' },
      { kind: 'alias', text: 'A. Selm' },
    ]);
    await healthy(two);
  });

  it('refuses what makes no sense', async () => {
    const two = await twoOfOne();
    const { call, kept, other, third } = two;
    const same = call('actors.merge', { keptId: kept.id, otherId: kept.id });
    await expect(same).rejects.toMatchObject({ code: 'bad-input' });
    await merge(two);
    await expect(merge(two)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Arvad Selm”'),
    });
    const restored = call('trash.restore', { target: { kind: 'actor', id: other.id } });
    await expect(restored).rejects.toMatchObject({ code: 'conflict' });
    await call('actors.merge', { keptId: third.id, otherId: kept.id });
    const early = call('actors.unmerge', { id: other.id });
    await expect(early).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Unmerge that one'),
    });
    expect((await call('actors.get', { id: other.id })).id).toBe(third.id);
    await call('actors.unmerge', { id: kept.id });
    await call('actors.unmerge', { id: other.id });
    await expect(call('actors.unmerge', { id: other.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('goes with the kept one when that is thrown away for good', async () => {
    const two = await twoOfOne();
    const { call, kept, library } = two;
    await merge(two);
    await call('actors.trash', { id: kept.id });
    expect(await call('trash.list', {})).toHaveLength(1);
    await call('trash.empty', {});
    const left = await contents(library);
    expect([left.actor?.length, left.actor_merge]).toEqual([1, []]);
    await healthy(two);
  });

  it('leaves an archive of the same content: byte for byte, but for the stamps of the rows that went there and back', async () => {
    const two = await twoOfOne();
    const { call, other, library } = two;
    const folder = await temporaryFolder();
    const archived = async (name: string) => {
      const path = join(folder, name);
      const { content } = await writeArchive(library.context, path);
      const zip = await JSZip.loadAsync(await readFile(path));
      const names = Object.keys(zip.files).sort();
      const texts = await Promise.all(names.map((entry) => zip.file(entry)?.async('string') ?? ''));
      const entries = names.map((entry, index) => [entry, texts[index]?.replace(/"stamp":"[^"]*"/gu, '"stamp":""')]);
      return { content, entries };
    };
    const before = await archived('before.zip');
    await merge(two);
    expect((await archived('merged.zip')).content).not.toBe(before.content);
    const restored = await restoreArchive(join(folder, 'merged.zip'), join(folder, 'Again.commonplace'), options);
    expect(restored.report.findings).toEqual([]);
    await call('actors.unmerge', { id: other.id });
    expect(await archived('after.zip')).toEqual(before);
  });

  it('of several into one is taken back in any order', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 1, maxLength: 12 }),
        fc.shuffledSubarray([1, 2, 3], { minLength: 3, maxLength: 3 }),
        fc.shuffledSubarray([1, 2, 3], { minLength: 3, maxLength: 3 }),
        async (mentions, mergeOrder, unmergeOrder) => {
          const { call, source, library } = await openTestNouns();
          const { sourceId } = await source('Vell', 'One.', 'Two.', 'Three.', 'Four.');
          const excerpts: string[] = [];
          for (const word of ['One', 'Two', 'Three', 'Four']) {
            excerpts.push((await call('excerpts.quote', { sourceId, quote: word })).id);
          }
          const actors: string[] = [];
          for (const name of ['A', 'B', 'C', 'D']) {
            const properties: Record<string, string> = name === 'A' ? {} : { country: 'Vellmark', gender: name };
            actors.push((await call('actors.create', { kind: 'person', name, properties })).id);
          }
          for (const [actor, excerpt] of mentions) {
            await call('actors.tag', { excerptId: excerpts[excerpt]!, actorId: actors[actor]! });
          }
          library.advance();
          const folder = await temporaryFolder();
          const archived = async (name: string) => (await writeArchive(library.context, join(folder, name))).content;
          const before = { rows: await contents(library), archive: await archived('before.zip') };
          for (const index of mergeOrder) {
            await call('actors.merge', { keptId: actors[0]!, otherId: actors[index]! });
            library.advance();
          }
          const reached = new Set(mentions.map(([, excerpt]) => excerpt)).size;
          expect((await call('actors.get', { id: actors[0]! })).excerptCount).toBe(reached);
          const out: number[] = [];
          for (const index of unmergeOrder) {
            await call('actors.unmerge', { id: actors[index]! });
            out.push(index);
            // Whoever is still merged is still seen with all that is theirs.
            const own = mentions.filter(([actor]) => !out.includes(actor)).map(([, excerpt]) => excerpt);
            expect((await call('actors.get', { id: actors[0]! })).excerptCount).toBe(new Set(own).size);
          }
          expect({ rows: await contents(library), archive: await archived('after.zip') }).toEqual(before);
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('actors that may be one', () => {
  it('are proposed until somebody keeps them apart, or relates them', async () => {
    const nouns = await openTestNouns();
    const { call } = nouns;
    const [a, b, c] = await Promise.all(
      ['Arvad Selm', 'Арвад Селм', 'A. Selm'].map((name) => call('actors.create', { kind: 'person', name })),
    );
    const pairs = async () =>
      (await call('actors.alike', {})).map(({ actorId, otherId }) => [actorId, otherId].sort().join());
    expect(await pairs()).toHaveLength(2);
    await expectUndoable(nouns, 'Keep actors apart', () => call('actors.keepApart', { id: b!.id, otherId: a!.id }));
    expect(await pairs()).toEqual([[a!.id, c!.id].sort().join()]);
    expect(await call('actors.alike', { id: b!.id })).toEqual([]);
    await call('actors.relate', { fromId: a!.id, toId: c!.id, kind: 'family' });
    expect(await pairs()).toEqual([]);
    expect((await call('actors.match', { name: 'Селм' })).map(({ actorId }) => actorId)).toContain(a!.id);
  });
});
