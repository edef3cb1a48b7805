import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../shared/domain/csl';
import { expectUndoable, openTestNouns } from '../common/testing';
import { addAttachment, addSource } from './store';
import { findDuplicates } from './duplicates/store';

const item = (title: string, family: string, year: number, more: Partial<CslItem> = {}): CslItem => ({
  type: 'article-newspaper',
  title,
  author: [{ family, given: 'A.' }],
  issued: { 'date-parts': [[year, 4, 18]] },
  ...more,
});

describe('sources', () => {
  it('are added with a key, a short citation and their metadata whole', async () => {
    const { call } = await openTestNouns();
    const csl = item('The Ferry Question', 'Vell', 2023, {
      custom: { mine: [1, 2] },
      'container-title': 'Upland Courier',
    });
    const source = await call('sources.create', { csl });
    expect(source).toMatchObject({
      citationKey: 'vell2023ferry',
      shortCitation: 'Vell 2023',
      authors: 'Vell',
      publisher: 'Upland Courier',
      issued: '2023-04-18',
      deletedAt: null,
      snapshots: [],
    });
    expect((await call('sources.get', { id: source.id })).csl).toEqual(csl);
    expect((await call('sources.create', { csl })).citationKey).toBe('vell2023ferrya');
  });

  it('keep their key when edited, and refuse a key that another has', async () => {
    const { call } = await openTestNouns();
    const first = await call('sources.create', { csl: item('Ferry', 'Vell', 2023) });
    const second = await call('sources.create', { csl: item('Bridge', 'Orr', 2021) });
    const edited = await call('sources.update', { id: first.id, csl: item('Ferries', 'Dane', 1999) });
    expect(edited).toMatchObject({ citationKey: 'vell2023ferry', shortCitation: 'Dane 1999' });
    const taking = call('sources.setCitationKey', { id: second.id, citationKey: 'vell2023ferry' });
    await expect(taking).rejects.toMatchObject({ code: 'duplicate', message: expect.stringContaining('Dane 1999') });
    expect((await call('sources.setCitationKey', { id: second.id, citationKey: 'mine' })).citationKey).toBe('mine');
    await expect(call('sources.setCitationKey', { id: second.id, citationKey: 'two words' })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  it('forget where a field was found once it is edited', async () => {
    const { call, library } = await openTestNouns();
    const csl = item('Ferry', 'Vell', 2023, { publisher: 'Courier' });
    const id = await library.context.change({ label: 'Add' }, (change) =>
      addSource(change, { csl, metadataOrigin: { title: 'og:title', publisher: 'og:site_name' } }),
    );
    const edited = await call('sources.update', { id, csl: { ...csl, title: 'The ferry' } });
    expect(edited.metadataOrigin).toMatchObject({ title: 'by hand', publisher: 'og:site_name' });
  });

  it('are listed in pages, sorted and filtered', async () => {
    const { call, library } = await openTestNouns();
    for (const [title, family, year] of [
      ['Ferry', 'Vell', 2023],
      ['bridge', 'Orr', 2021],
      ['Über den Fluss', 'Dane', 2022],
    ] as const) {
      library.advance();
      await call('sources.create', { csl: item(title, family, year) });
    }
    await call('sources.create', { csl: { type: 'webpage', title: 'Anonymous' } });
    const titles = async (input: Parameters<typeof call<'sources.list'>>[1]) =>
      (await call('sources.list', input)).items.map((source) => source.title);
    expect(await titles({ sort: 'title' })).toEqual(['Anonymous', 'bridge', 'Ferry', 'Über den Fluss']);
    expect(await titles({ sort: 'author' })).toEqual(['Über den Fluss', 'bridge', 'Ferry', 'Anonymous']);
    expect(await titles({ sort: 'issued', descending: true })).toEqual([
      'Ferry',
      'Über den Fluss',
      'bridge',
      'Anonymous',
    ]);
    expect(await titles({ filter: 'über' })).toEqual(['Über den Fluss']);
    expect(await titles({ filter: 'orr 2021' })).toEqual(['bridge']);
    expect(await titles({ filter: '100%' })).toEqual([]);
    const page = await call('sources.list', { sort: 'title', offset: 1, limit: 2 });
    expect(page).toMatchObject({ total: 4, offset: 1, items: [{ title: 'bridge' }, { title: 'Ferry' }] });
  });

  it('are listed by tag and collection', async () => {
    const { call } = await openTestNouns();
    const one = await call('sources.create', { csl: item('One', 'Vell', 2023) });
    await call('sources.create', { csl: item('Two', 'Orr', 2023) });
    const target = { kind: 'source' as const, id: one.id };
    await call('tags.set', { target, names: ['River'] });
    const [tag] = await call('tags.list', {});
    const { id: collectionId } = await call('collections.create', { name: 'Chapter 1' });
    await call('collections.add', { id: collectionId, items: [target] });
    expect((await call('sources.list', { tagId: tag?.id })).items.map(({ id }) => id)).toEqual([one.id]);
    expect((await call('sources.list', { collectionId })).items.map(({ id }) => id)).toEqual([one.id]);
    expect(await call('sources.get', { id: one.id })).toMatchObject({ tags: ['River'], collectionIds: [collectionId] });
  });

  it('take their excerpts into the Trash and bring them back', async () => {
    const { call, source } = await openTestNouns();
    const { sourceId } = await source('Vell', 'The ferry sank.');
    const excerpt = await call('excerpts.quote', { sourceId, quote: 'ferry sank' });
    await call('sources.trash', { id: sourceId });
    expect((await call('sources.list', {})).total).toBe(0);
    expect((await call('excerpts.list', {})).total).toBe(0);
    expect((await call('excerpts.list', { includeTrashed: true })).items).toMatchObject([{ sourceTrashed: true }]);
    await expect(call('sources.update', { id: sourceId, csl: item('X', 'Y', 2000) })).rejects.toMatchObject({
      code: 'not-found',
      message: 'This source is in the Trash. Restore it first.',
    });
    await expect(call('excerpts.update', { id: excerpt.id, note: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    await call('trash.restore', { target: { kind: 'source', id: sourceId } });
    expect((await call('excerpts.list', {})).items).toMatchObject([{ id: excerpt.id, sourceTrashed: false }]);
  });

  it('say in which language their excerpts are, and the languages of several, that of most first', async () => {
    const { call, source, library } = await openTestNouns();
    const persian = await source('Rahimi', 'هیچ کشتی نباید بگذرد.');
    const quote = { sourceId: persian.sourceId, quote: 'نباید بگذرد' };
    const excerpt = await call('excerpts.quote', quote);
    const stated = [
      [persian.sourceId, 'fa_IR'],
      [(await call('sources.create', { csl: item('Mer', 'Lenoir', 2021) })).id, 'fr'],
      [(await call('sources.create', { csl: item('Terre', 'Lenoir', 2022) })).id, 'FR'],
      [(await call('sources.create', { csl: item('Odd', 'Orr', 2022) })).id, '<script>'],
    ] as const;
    for (const [id, language] of stated) {
      await call('sources.update', { id, csl: item('Title', 'Name', 2020, { language }) });
    }
    const ids = [...stated.map(([id]) => id), library.context.newId()];
    expect(await call('sources.languages', { ids })).toEqual(['fr', 'fa-IR']);
    expect((await call('excerpts.get', { id: excerpt.id })).language).toBe('fa-IR');
    await library.context.change({ label: 'Damage' }, (change) =>
      change.update('source', persian.sourceId, { csl: '{"type":' }),
    );
    expect((await call('excerpts.get', { id: excerpt.id })).language).toBe('en');
  });

  it('undo and redo', async () => {
    const nouns = await openTestNouns();
    const { call } = nouns;
    const csl = item('Ferry', 'Vell', 2023);
    const { id } = await expectUndoable(nouns, 'Add source', () => call('sources.create', { csl }));
    await expectUndoable(nouns, 'Edit source', () => call('sources.update', { id, csl: item('Boat', 'Vell', 2023) }));
    await expectUndoable(nouns, 'Change citation key', () =>
      call('sources.setCitationKey', { id, citationKey: 'boat' }),
    );
    await expectUndoable(nouns, 'Move source to Trash', () => call('sources.trash', { id }));
    await expectUndoable(nouns, 'Restore source', () => call('trash.restore', { target: { kind: 'source', id } }));
  });

  it('say what is wrong about one that is not there or damaged, without losing the list', async () => {
    const { call, library } = await openTestNouns();
    await expect(call('sources.get', { id: library.context.newId() })).rejects.toMatchObject({ code: 'not-found' });
    const { id } = await call('sources.create', { csl: item('Ferry', 'Vell', 2023) });
    await call('sources.create', { csl: item('Bridge', 'Orr', 2021) });
    await library.context.change({ label: 'Damage' }, (change) => change.update('source', id, { csl: '{"type":' }));
    await expect(call('sources.get', { id })).rejects.toMatchObject({ code: 'library-damaged' });
    expect((await call('sources.list', {})).total).toBe(2);
  });

  it('are recognised when they come again', async () => {
    const { library, source } = await openTestNouns();
    const { context } = library;
    const { sourceId: plain, snapshotId } = await source('Plain', 'Words of a snapshot.');
    const id = await context.change({ label: 'Add' }, async (change) => {
      const added = await addSource(change, {
        csl: item('The Ferry Question', 'Vell', 2023, {
          DOI: '10.1234/AbC',
          URL: 'https://www.example.org/ferry/?utm_source=x',
        }),
      });
      await addAttachment(change, {
        sourceId: added,
        fileName: 'a.html',
        mediaType: 'text/html',
        bytes: 3,
        sha256: 'aa',
      });
      return added;
    });
    const { sha256 } = await context.db.read(
      async (db) => (await db.get<{ sha256: string }>('SELECT sha256 FROM snapshot WHERE id = ?', [snapshotId]))!,
    );
    const reasons = (probe: Parameters<typeof findDuplicates>[1]) =>
      context.db.read(async (db) => (await findDuplicates(db, probe)).map((found) => [found.sourceId, found.reason]));
    expect(await reasons({ doi: 'https://doi.org/10.1234/abc' })).toEqual([[id, 'doi']]);
    expect(await reasons({ url: 'http://example.org/ferry' })).toEqual([[id, 'url']]);
    expect(await reasons({ attachmentSha256: 'aa', doi: '10.1234/abc' })).toEqual([[id, 'attachment']]);
    expect(await reasons({ snapshotSha256: sha256 })).toEqual([[plain, 'snapshot']]);
    expect(await reasons({ title: 'the ferry question', authors: 'Vell', issued: '2023' })).toEqual([[id, 'title']]);
    expect(await reasons({ title: 'the ferry question', authors: 'Orr', issued: '2023' })).toEqual([]);
    expect(await reasons({ title: 'the ferry question' })).toEqual([]);
  });
});
