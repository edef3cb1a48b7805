import { describe, expect, it } from 'vitest';
import type { LibraryContext } from '../context';
import { openTestLibrary } from '../testing';
import { searchHandlers, verifyIndex } from './index';

const paragraphs = [
  'The harbour ministry of Velmora said on Tuesday that talks had ended without a result.',
  'In January a gunman attacked the Velmoran embassy in Ostrava Bay; its head of security died in the embassy attack.',
  'Ambassador Şahin Əliyev called the accusations “baseless” and left the capital within two days.',
];

interface Saved {
  sourceId: string;
  snapshotId: string;
  excerptId: string;
}

/** A source with three paragraphs, of which the third is excerpted. */
async function saveSource({ change }: LibraryContext, title = 'Velmora recalls its envoy'): Promise<Saved> {
  return change({ label: 'Add' }, async (db) => {
    const text = paragraphs.join('\n\n');
    const sourceId = await db.insert('source', {
      citation_key: `orr-${title.length}-${title.slice(0, 4).trim()}`,
      csl: JSON.stringify({ type: 'article', title, author: [{ family: 'Orr', given: 'Mattea' }] }),
      type: 'article',
      title,
      authors: 'Orr',
      publisher: 'The Tidewater Post',
      issued: '2031-02-03',
      short_citation: 'Orr 2031',
    });
    const snapshotId = await db.insert('snapshot', {
      source_id: sourceId,
      attachment_id: null,
      captured_at: '2031-02-04T00:00:00.000Z',
      text,
      blocks: '[]',
      characters: text.length,
      paragraphs: 3,
      language: 'en',
      sha256: 'x',
    });
    const start = text.indexOf(paragraphs[2]!);
    const excerptId = await db.insert('excerpt', {
      source_id: sourceId,
      snapshot_id: snapshotId,
      kind: 'quotation',
      text: paragraphs[2]!,
      start_offset: start,
      end_offset: text.length,
      exact: paragraphs[2]!,
      prefix: '',
      suffix: '',
      locator_label: 'paragraph',
      locator_value: '3',
      colour: 'none',
      note: '',
      text_sha256: 'x',
      snapshot_sha256: 'x',
    });
    return { sourceId, snapshotId, excerptId };
  });
}

async function library() {
  const { context, ...rest } = await openTestLibrary();
  const search = searchHandlers(context)['search.query'];
  const find = (query: string) => search({ query, limit: 20 });
  const first = async (query: string) => (await find(query)).hits[0];
  return { context, find, first, ...rest };
}

describe('search', () => {
  it('takes a note on what was saved last', async () => {
    const { context, first } = await library();
    const { excerptId } = await saveSource(context);
    await context.change({ label: 'Note' }, (db) => db.update('excerpt', excerptId, { note: 'compare the envoys' }));
    expect(await first('envoys')).toMatchObject({ id: excerptId });
    expect(await context.db.read(verifyIndex)).toEqual([]);
  });

  it('finds a place in a text by misspelt words, with exact highlights and offsets', async () => {
    const { context, first } = await library();
    const { snapshotId, sourceId } = await saveSource(context);
    const hit = await first('embasy atack');
    expect(hit).toMatchObject({ kind: 'snapshot', id: sourceId, opens: { kind: 'source', id: sourceId } });
    const marked = hit!.highlights.text.map(([start, end]) => hit!.text.slice(start, end));
    expect(marked).toContain('embassy');
    expect(marked).toContain('attack');
    const text = paragraphs.join('\n\n');
    const { place } = hit!;
    expect(place).toMatchObject({ sourceId, snapshotId });
    expect(text.slice(place!.start, place!.end)).toBe(paragraphs[1]);
    expect(hit!.highlights.text.map((range) => text.slice(...range.map((at) => at + place!.shift!)))).toEqual(marked);
  });

  it('finds an excerpt before the passage it was taken from, whatever the letter forms', async () => {
    const { context, find } = await library();
    const { excerptId } = await saveSource(context);
    for (const query of [
      'Aliyev baseless'.replace('A', 'E'),
      'ƏLİYEV',
      'sahin eliyev',
      'ambasador aliyev',
      '"called the accusations"',
    ]) {
      const { hits } = await find(query);
      expect(hits[0], query).toMatchObject({ kind: 'excerpt', id: excerptId });
      expect(
        hits.filter(({ kind }) => kind === 'snapshot'),
        query,
      ).toEqual([]);
    }
  });

  it('follows edits, the Trash, undo and restoring, and verifies', async () => {
    const { context, find } = await library();
    const { sourceId, excerptId } = await saveSource(context);
    const kinds = async (query: string) => (await find(query)).hits.map(({ kind }) => kind).sort();
    expect(await kinds('accusations')).toEqual(['excerpt']);
    await context.change({ label: 'Trash' }, (db) => db.trash('excerpt', excerptId));
    expect(await kinds('accusations')).toEqual(['snapshot']);
    await context.change({ label: 'Trash' }, (db) => db.trash('source', sourceId));
    expect(await kinds('accusations')).toEqual([]);
    await context.change({ label: 'Restore' }, (db) => db.restore('source', sourceId));
    await context.change({ label: 'Restore' }, (db) => db.restore('excerpt', excerptId));
    expect(await kinds('accusations')).toEqual(['excerpt']);
    await context.change({ label: 'Edit' }, (db) => db.update('source', sourceId, { title: 'Quarrel over Ostrava' }));
    expect((await find('quarel')).hits.map(({ kind }) => kind).sort()).toEqual(['excerpt', 'source']);
    expect(await context.db.read(verifyIndex)).toEqual([]);
  });

  it('finds tagged excerpts by the tag and its new name, and filters by it', async () => {
    const { context, find } = await library();
    const { excerptId } = await saveSource(context);
    const tagId = await context.change({ label: 'Tag' }, async (db) => {
      const id = await db.insert('tag', { name: 'Diplomacy', folded_name: 'diplomacy', colour: 'none' });
      await db.insert('tagging', {
        id: context.linkId(id, excerptId),
        tag_id: id,
        target_kind: 'excerpt',
        target_id: excerptId,
      });
      return id;
    });
    expect((await find('diplomcy')).hits.map(({ id }) => id)).toEqual([excerptId]);
    expect((await find('tag:diplo envoy')).hits.map(({ id }) => id)).toEqual([excerptId]);
    await context.change({ label: 'Rename' }, (db) =>
      db.update('tag', tagId, { name: 'Envoys', folded_name: 'envoys' }),
    );
    expect((await find('diplomacy')).hits).toEqual([]);
    expect((await find('tag:envoys')).hits.map(({ id }) => id)).toEqual([excerptId]);
    expect((await find('tag:nothing envoy')).problem).toContain('nothing');
    expect((await find('tag:nothing envoy')).hits).not.toEqual([]);
  });

  it('understands fields, phrases, OR and not', async () => {
    const { context, find } = await library();
    const { excerptId, sourceId } = await saveSource(context);
    const ids = async (query: string) => [...new Set((await find(query)).hits.map(({ kind }) => kind))].sort();
    expect(await ids('kind:excerpt')).toEqual(['excerpt']);
    expect(await ids('author:orr kind:source')).toEqual(['source']);
    expect(await ids('source:orr-25-Velm accusations')).toEqual(['excerpt']);
    expect(await ids('date:2031 accusations')).toEqual(['excerpt']);
    expect(await ids('date:2030 accusations')).toEqual([]);
    expect(await ids('gunman OR accusations')).toEqual(['excerpt', 'snapshot']);
    expect(await ids('velmoran -gunman')).not.toContain('snapshot');
    expect(await ids('"gunman attacked the Velmoran"')).toEqual(['snapshot']);
    expect(await ids('"attacked gunman the"')).toEqual([]);
    expect(excerptId).not.toEqual(sourceId);
  });

  it('finds an actor by any of its names, in any script', async () => {
    const { context, first } = await library();
    const actorId = await context.change({ label: 'Add' }, async (db) => {
      const id = await db.insert('actor', { kind: 'person', name: 'Ilham Merabi', description: '' });
      for (const [ordinal, text] of ['Ilham Merabi', 'Ильхам Мераби', 'إلهام مرابي'].entries()) {
        await db.insert('actor_name', { actor_id: id, kind: 'alias', text, language: '', script: '', ordinal });
      }
      return id;
    });
    for (const query of ['merabi', 'Ильхам мераби', 'الهام', 'Merrabi']) {
      expect(await first(query), query).toMatchObject({ kind: 'actor', id: actorId });
    }
  });

  it('finds a name in any of its spellings and scripts', async () => {
    const { context, find } = await library();
    const texts = ['Əliyev left early', 'Алиев уехал рано', 'Aliyev departed early', 'عليف غادر مبكرا'];
    await context.change({ label: 'Add' }, async (db) => {
      for (const statement of texts) await db.insert('claim', { statement, note: '' });
    });
    for (const query of ['Aliyev', 'Əliyev', 'Алиев', 'علیف']) {
      const titles = (await find(query)).hits.map(({ title }) => title);
      expect(titles.sort(), query).toEqual([...texts].sort());
    }
    expect((await find('Aliyev')).hits[0]?.title).toBe('Aliyev departed early');
    expect((await find('Алиев')).hits[0]?.title).toBe('Алиев уехал рано');
  });

  it('leads from any name of an actor to the excerpts about it', async () => {
    const { context, find } = await library();
    const { excerptId } = await saveSource(context);
    await context.change({ label: 'Add' }, async (db) => {
      const id = await db.insert('actor', { kind: 'person', name: 'The envoy Corvane', description: '' });
      await db.insert('actor_mention', { id: context.linkId(id, excerptId), actor_id: id, excerpt_id: excerptId });
    });
    const { hits } = await find('corvane');
    expect(hits.map(({ kind }) => kind)).toEqual(['actor', 'excerpt']);
    expect(hits[1]).toMatchObject({ id: excerptId });
    expect((await find('corvane kind:claim')).hits).toEqual([]);
  });
});
