import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectUndoable, openTestNouns } from '../common/testing';

const sha = (text: string) => createHash('sha256').update(text).digest('hex');

describe('excerpts', () => {
  it('are taken from a selection, without the white space at its ends, and know their paragraph', async () => {
    const { call, source } = await openTestNouns();
    const { snapshotId, sourceId, text } = await source('Vell', 'The ferry left at dawn.', 'It never arrived.');
    const start = text.indexOf('It never') - 2;
    const excerpt = await call('excerpts.add', { snapshotId, start, end: text.length, tags: ['Ferry', 'ferry'] });
    expect(excerpt).toMatchObject({
      sourceId,
      kind: 'quotation',
      text: 'It never arrived.',
      locator: { label: 'paragraph', value: '2' },
      tags: ['Ferry'],
      shortCitation: 'Vell 2023',
      textSha256: sha('It never arrived.'),
      snapshotSha256: sha(text),
      anchor: { snapshotId, start: start + 2, end: text.length, exact: 'It never arrived.', suffix: '' },
    });
    expect(text.slice(0, excerpt.anchor.start).endsWith(excerpt.anchor.prefix)).toBe(true);
    const across = await call('excerpts.add', { snapshotId, start: 4, end: text.length });
    expect(across.locator).toEqual({ label: 'paragraph', value: '1–2' });
    expect((await call('excerpts.add', { snapshotId, start: 0, end: 5, locator: null })).locator).toBeNull();
  });

  it('refuse an empty selection and one beyond the text', async () => {
    const { call, source } = await openTestNouns();
    const { snapshotId, text } = await source('Vell', 'One.', 'Two.');
    const gap = text.indexOf('\n');
    await expect(call('excerpts.add', { snapshotId, start: gap, end: gap + 2 })).rejects.toMatchObject({
      code: 'bad-input',
    });
    await expect(call('excerpts.add', { snapshotId, start: 0, end: 5000 })).rejects.toMatchObject({
      code: 'bad-input',
    });
    expect((await call('excerpts.list', {})).total).toBe(0);
  });

  it('are verbatim whatever is selected (property)', async () => {
    const { call, source } = await openTestNouns();
    const { snapshotId, text } = await source('Vell', 'A 👩‍🚀 crossed, then 𝒳 fell.', 'Ə, ı and é — “so”.');
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length), fc.nat(text.length), async (start, end) => {
        const added = await call('excerpts.add', { snapshotId, start, end }).catch((error: unknown) => error);
        if (added instanceof Error) expect(added).toMatchObject({ code: 'bad-input' });
        else {
          const { anchor, text: words } = added as Awaited<ReturnType<typeof call<'excerpts.add'>>>;
          expect(text.slice(anchor.start, anchor.end)).toBe(anchor.exact);
          expect(words).toBe(anchor.exact);
          expect(words.trim()).toBe(words);
          expect(words).not.toMatch(/\p{Cs}/u);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are anchored by their words, whatever the quotation marks, and refused with the nearest passage', async () => {
    const { call, source } = await openTestNouns();
    const { sourceId } = await source('Vell', 'He called it a “harmless exercise” and left.');
    const excerpt = await call('excerpts.quote', { sourceId, quote: 'called it a "harmless exercise"' });
    expect(excerpt.text).toBe('called it a “harmless exercise”');
    const wrong = call('excerpts.quote', { sourceId, quote: 'called it a harmful exercise' });
    await expect(wrong).rejects.toMatchObject({
      code: 'not-verbatim',
      message: expect.stringContaining('harmless exercise'),
      details: { nearest: { text: expect.stringContaining('harmless exercise') } },
    });
    const bare = await call('sources.create', { csl: { type: 'book', title: 'No text' } });
    await expect(call('excerpts.quote', { sourceId: bare.id, quote: 'x' })).rejects.toMatchObject({
      code: 'not-verbatim',
    });
  });

  it('keep the source’s words in quotations and the researcher’s in the rest', async () => {
    const { call, source } = await openTestNouns();
    const { snapshotId } = await source('Vell', 'The ferry left at dawn.');
    const { id } = await call('excerpts.add', { snapshotId, start: 0, end: 9, text: 'ignored' });
    await expect(call('excerpts.update', { id, text: 'The boat' })).rejects.toMatchObject({ code: 'not-verbatim' });
    const own = await call('excerpts.update', { id, kind: 'paraphrase', text: 'A boat', note: 'n', colour: 'red' });
    expect(own).toMatchObject({
      kind: 'paraphrase',
      text: 'A boat',
      textSha256: sha('A boat'),
      note: 'n',
      colour: 'red',
    });
    const back = await call('excerpts.update', { id, kind: 'quotation', locator: { label: 'page', value: ' 3 ' } });
    expect(back).toMatchObject({
      text: 'The ferry',
      textSha256: sha('The ferry'),
      locator: { label: 'page', value: '3' },
    });
    expect((await call('excerpts.update', { id, locator: { label: 'page', value: '' } })).locator).toBeNull();
  });

  it('are listed by source, tag, actor, claim, collection, kind, colour and words', async () => {
    const { call, source, library } = await openTestNouns();
    const one = await source('Vell', 'The ferry left at dawn.');
    const two = await source('Orr', 'A bridge was built.');
    const first = await call('excerpts.quote', {
      sourceId: one.sourceId,
      quote: 'left at dawn',
      tags: ['Time'],
      colour: 'blue',
    });
    library.advance();
    const second = await call('excerpts.add', {
      snapshotId: two.snapshotId,
      start: 0,
      end: 8,
      kind: 'comment',
      text: 'Ächtung',
    });
    const actor = await call('actors.create', { kind: 'person', name: 'Ada Vell' });
    await call('actors.tag', { excerptId: first.id, actorId: actor.id });
    const claim = await call('claims.create', { statement: 'It left.' });
    await call('claims.addEvidence', { claimId: claim.id, excerptId: first.id, stance: 'supports' });
    const other = await call('claims.create', { statement: 'It sank.' });
    await call('claims.addPosition', {
      claimId: other.id,
      actorId: actor.id,
      stance: 'denies',
      manner: 'held',
      excerptId: first.id,
    });
    const collection = await call('collections.create', { name: 'C' });
    await call('collections.add', { id: collection.id, items: [{ kind: 'source', id: two.sourceId }] });
    const [tag] = await call('tags.list', {});
    const ids = async (input: Parameters<typeof call<'excerpts.list'>>[1]) =>
      (await call('excerpts.list', input)).items.map(({ id }) => id);
    for (const input of [
      { sourceId: one.sourceId },
      { snapshotId: one.snapshotId },
      { tagId: tag?.id },
      { actorId: actor.id },
      { claimId: claim.id },
      { claimId: other.id },
      { kind: 'quotation' as const },
      { colour: 'blue' as const },
      { filter: 'DAWN' },
      { filter: 'vell left' },
    ]) {
      expect(await ids(input)).toEqual([first.id]);
    }
    expect(await ids({ collectionId: collection.id })).toEqual([second.id]);
    expect(await ids({ filter: 'ächt' })).toEqual([second.id]);
    expect(await ids({ sort: 'source' })).toEqual([second.id, first.id]);
    expect(await ids({ sort: 'added', descending: true, limit: 1 })).toEqual([second.id]);
    expect(await call('excerpts.get', { id: first.id })).toMatchObject({
      actorIds: [actor.id],
      claimIds: [claim.id, other.id],
      tags: ['Time'],
    });
  });

  it('undo and redo, and come back with their source', async () => {
    const nouns = await openTestNouns();
    const { call, source } = nouns;
    const { snapshotId, sourceId } = await source('Vell', 'The ferry left at dawn.');
    const add = () => call('excerpts.add', { snapshotId, start: 0, end: 9, tags: ['New tag'] });
    const { id } = await expectUndoable(nouns, 'Add excerpt', add);
    await expectUndoable(nouns, 'Add excerpt', () => call('excerpts.quote', { sourceId, quote: 'left' }));
    await expectUndoable(nouns, 'Edit excerpt', () => call('excerpts.update', { id, note: 'Look', tags: ['Other'] }));
    await expectUndoable(nouns, 'Move excerpt to Trash', () => call('excerpts.trash', { id }));
    await call('sources.trash', { id: sourceId });
    await expectUndoable(nouns, 'Restore excerpt', () => call('trash.restore', { target: { kind: 'excerpt', id } }));
    expect((await call('excerpts.list', {})).total).toBe(2);
  });

  it('are listed fast among twenty thousand', async () => {
    const { call, source, library } = await openTestNouns();
    const { snapshotId, sourceId } = await source('Vell', 'The ferry left at dawn.');
    await call('excerpts.add', { snapshotId, start: 0, end: 9, tags: ['A'] });
    // Past the change log, for speed: what matters here is reading.
    await library.context.db.write((db) =>
      db.run(
        `INSERT INTO excerpt SELECT e.id || n.value, e.created_at, e.modified_at || n.value, NULL, e.stamp, e.source_id,
           e.snapshot_id, e.kind, e.text || n.value, e.start_offset, e.end_offset, e.exact, e.prefix, e.suffix,
           e.locator_label, e.locator_value, e.colour, e.note, e.text_sha256, e.snapshot_sha256
         FROM excerpt e, json_each((WITH RECURSIVE c (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 20000)
           SELECT json_group_array(n) FROM c)) n`,
      ),
    );
    const timings: string[] = [];
    for (const input of [{}, { offset: 19_000 }, { sort: 'source' as const }, { sourceId }, { filter: 'ferry19999' }]) {
      const started = performance.now();
      const page = await call('excerpts.list', { descending: true, ...input });
      timings.push(`${JSON.stringify(input)}: ${Math.round(performance.now() - started)} ms, ${page.total}`);
    }
    console.log(`20,000 excerpts\n${timings.join('\n')}`);
    expect((await call('excerpts.list', {})).total).toBe(20_001);
  }, 60_000);
});
