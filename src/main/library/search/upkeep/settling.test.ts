import { describe, expect, it } from 'vitest';
import type { LibraryContext } from '../../context';
import { openTestLibrary } from '../../testing';
import { openSearch, rebuildIndex, verifyIndex } from '../index';
import { writeState } from './store';

const paragraph = (number: number) =>
  `On day ${number} the harbour master of Velmora wrote about vessel${number}. `.repeat(6);
const paragraphs = 3000;
/** Longer than what is indexed at once. */
const longText = Array.from({ length: paragraphs }, (_, number) => paragraph(number)).join('\n\n');

async function saveText({ change }: LibraryContext, text: string): Promise<{ sourceId: string; snapshotId: string }> {
  return change({ label: 'Add' }, async (db) => {
    const described = {
      type: 'article',
      title: 'Ledger',
      authors: '',
      publisher: '',
      issued: '2031',
      short_citation: '',
    };
    const sourceId = await db.insert('source', { citation_key: 'ledger', csl: '{}', ...described });
    const length = { characters: text.length, paragraphs, language: '', sha256: 'x', blocks: '[]' };
    const captured = { source_id: sourceId, captured_at: '2031-02-04T00:00:00.000Z', text };
    return { sourceId, snapshotId: await db.insert('snapshot', { ...captured, ...length }) };
  });
}

const passagesOf = (context: LibraryContext) =>
  context.db.read(
    async (db) =>
      (await db.get<{ count: number }>(`SELECT count(*) AS count FROM search_document WHERE kind = 'snapshot'`))!.count,
  );

describe('a long text', () => {
  it('comes into the index after the change that saved it, and other changes go in between', async () => {
    const library = await openTestLibrary();
    const { context } = library;
    const search = openSearch(context).query;
    await saveText(context, longText);
    expect(await passagesOf(context)).toBe(0);
    expect((await search({ query: 'vessel2999', limit: 5 })).problem).toMatch(/being brought up to date/);
    const counts: number[] = [];
    for (let other = 0; other < 3; other++) {
      await context.change({ label: 'Add' }, (db) => db.insert('claim', { statement: `Claim ${other}`, note: '' }));
      counts.push(await passagesOf(context));
    }
    expect(counts[2]).toBeLessThan(paragraphs);
    await library.settled();
    expect(await passagesOf(context)).toBe(paragraphs);
    const { hits, problem } = await search({ query: 'vessel2999', limit: 5 });
    expect([hits[0]?.kind, problem]).toEqual(['snapshot', null]);
    expect(await context.db.read(verifyIndex)).toEqual([]);
  }, 60_000);

  it('goes on where it was cut off, whether it comes in or goes out', async () => {
    let library = await openTestLibrary();
    const { sourceId } = await saveText(library.context, longText);
    library = await library.reopen();
    expect(await library.context.db.read(verifyIndex)).toEqual([]);
    await library.settled();
    expect(await passagesOf(library.context)).toBe(paragraphs);
    await library.context.change({ label: 'Trash' }, (db) => db.trash('source', sourceId));
    // What is in the Trash is not found from that moment on.
    expect((await openSearch(library.context).query({ query: 'harbour master', limit: 5 })).hits).toEqual([]);
    library = await library.reopen();
    await library.settled();
    expect(await passagesOf(library.context)).toBe(0);
    expect(await library.context.db.read(verifyIndex)).toEqual([]);
  }, 60_000);

  it('that is trashed, restored and dated otherwise meanwhile ends as it should be', async () => {
    const library = await openTestLibrary();
    const { context } = library;
    const { sourceId } = await saveText(context, longText);
    for (const step of [
      () => context.change({ label: 'Trash' }, (db) => db.trash('source', sourceId)),
      () => context.change({ label: 'Restore' }, (db) => db.restore('source', sourceId)),
      () => context.change({ label: 'Date' }, (db) => db.update('source', sourceId, { issued: '2032-05' })),
      () => context.history.undo(),
      () => context.change({ label: 'Date' }, (db) => db.update('source', sourceId, { issued: '2033' })),
    ])
      await step();
    await library.settled();
    expect(await passagesOf(context)).toBe(paragraphs);
    expect((await openSearch(context).query({ query: 'date:2033 vessel17', limit: 5 })).hits[0]?.kind).toBe('snapshot');
    expect(await context.db.read(verifyIndex)).toEqual([]);
    while (context.history.state().undo !== null) await context.history.undo();
    await library.settled();
    expect(await passagesOf(context)).toBe(0);
    expect(await context.db.read(verifyIndex)).toEqual([]);
  }, 60_000);
});

describe('an index built by other rules', () => {
  it('is built anew after the library is opened, which does not wait, and changes meanwhile are in it', async () => {
    let library = await openTestLibrary();
    await saveText(library.context, paragraph(1));
    await library.context.change({ label: 'Add' }, (db) => db.insert('claim', { statement: 'Before', note: '' }));
    await library.context.db.write((db) => writeState(db, 'format', 'another'));
    library = await library.reopen();
    await library.context.change({ label: 'Add' }, (db) => db.insert('claim', { statement: 'Meanwhile', note: '' }));
    await library.settled();
    const search = openSearch(library.context).query;
    for (const query of ['before', 'meanwhile', 'vessel1'])
      expect((await search({ query, limit: 5 })).hits, query).toHaveLength(1);
    expect(await library.context.db.read(verifyIndex)).toEqual([]);
  });

  it('keeps the order in which things were saved', async () => {
    const { context } = await openTestLibrary();
    const made: string[] = [];
    const remember = async (id: Promise<string>) => made.push(await id);
    await context.change({ label: 'Add' }, async (db) => {
      for (let number = 0; number < 5; number++) {
        await remember(db.insert('claim', { statement: `Claim ${number}`, note: '' }));
        await remember(db.insert('event', { title: `Event ${number}`, date: '', place: '', description: '' }));
      }
    });
    await rebuildIndex(context.db);
    const rows = await context.db.read((db) =>
      db.all<{ id: string }>(`SELECT owner_id AS id FROM search_document ORDER BY id`),
    );
    expect(rows.map(({ id }) => id)).toEqual(made);
  });
});
