import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemCiting } from '../../../shared/memo/citation-item';
import type { CitationInline, Inline } from '../../../shared/memo/document';
import { contents, expectUndoable, memoOf, openTestNouns } from '../common/testing';
import { revisionsToDrop } from './revisions/thin';

const cite = (id: string, sourceId: string): CitationInline => ({
  type: 'citation',
  id,
  marks: [],
  items: [itemCiting(sourceId, { locator: '3' })],
});
const text = (value: string): Inline => ({ type: 'text', text: value, formats: [], marks: [] });

describe('memos', () => {
  it('are made empty, in Chicago notes and British English, and count words and citations', async () => {
    const { call, source } = await openTestNouns();
    const { sourceId } = await source('Vell', 'Text.');
    const memo = await call('memos.create', { title: 'Report' });
    expect(memo).toMatchObject({ styleId: 'chicago-notes', locale: 'en-GB', words: 0, citations: 0, version: 0 });
    const document = memoOf([text('Three little words'), cite('c1', sourceId)]);
    expect(await call('memos.save', { id: memo.id, version: 0, document })).toMatchObject({ version: 1 });
    expect(await call('memos.get', { id: memo.id })).toMatchObject({ words: 3, citations: 1, version: 1, document });
    expect(await call('memos.list', {})).toMatchObject([{ title: 'Report', words: 3 }]);
  });

  it('are not overwritten by a stale window; a save that changes nothing keeps the version', async () => {
    const { call } = await openTestNouns();
    const { id } = await call('memos.create', { title: 'Report' });
    await call('memos.save', { id, version: 0, document: memoOf('One') });
    const stale = call('memos.save', { id, version: 0, document: memoOf('Two') });
    await expect(stale).rejects.toMatchObject({ code: 'conflict', details: { version: 1 } });
    expect((await call('memos.get', { id })).document).toEqual(memoOf('One'));
    expect((await call('memos.save', { id, version: 1, document: memoOf('One') })).version).toBe(1);
    await call('memos.trash', { id });
    await expect(call('memos.save', { id, version: 1, document: memoOf('Two') })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are saved in part, unless the part is of another text', async () => {
    const { call } = await openTestNouns();
    const { id } = await call('memos.create', { title: 'Report', document: memoOf('One', 'Two', 'Three') });
    const inserted = memoOf('Second', 'Third').blocks;
    const change = { id, version: 0, of: 3, from: 1, removed: 2, inserted };
    expect(await call('memos.saveChange', change)).toMatchObject({ version: 1 });
    expect((await call('memos.get', { id })).document).toEqual(memoOf('One', 'Second', 'Third'));
    await expect(call('memos.saveChange', change)).rejects.toMatchObject({ code: 'conflict' });
    for (const wrong of [{ of: 4 }, { from: 2 }]) {
      const attempt = call('memos.saveChange', { ...change, version: 1, ...wrong });
      await expect(attempt).rejects.toMatchObject({ code: 'bad-input' });
    }
    expect((await call('memos.get', { id })).document).toEqual(memoOf('One', 'Second', 'Third'));
  });

  it('give a citation that was pasted twice an id of its own', async () => {
    const { call, source } = await openTestNouns();
    const { sourceId } = await source('Vell', 'Text.');
    const { id } = await call('memos.create', {
      title: 'Report',
      document: memoOf([cite('c1', sourceId), cite('c1', sourceId)]),
    });
    const [paragraph] = (await call('memos.get', { id })).document.blocks;
    const ids = paragraph?.type === 'paragraph' ? paragraph.children.map((inline) => 'id' in inline && inline.id) : [];
    expect(ids[0]).toBe('c1');
    expect(new Set(ids).size).toBe(2);
  });

  it('keep a revision every ten minutes of writing, and named ones', async () => {
    const { call, library } = await openTestNouns();
    const { id } = await call('memos.create', { title: 'Report' });
    let version = 0;
    for (let minute = 0; minute < 35; minute++) {
      ({ version } = await call('memos.save', { id, version, document: memoOf(`Minute ${minute}`) }));
      library.advance(60_000);
    }
    const automatic = await call('memos.revisions', { id });
    expect(automatic.map(({ words, name }) => [words, name])).toEqual([
      [2, ''],
      [2, ''],
      [2, ''],
      [2, ''],
    ]);
    const named = await call('memos.nameRevision', { memoId: id, name: 'Sent to Orr' });
    expect((await call('memos.revisions', { id }))[0]).toMatchObject({ id: named.id, name: 'Sent to Orr' });
    expect((await call('memos.revision', { id: named.id })).document).toEqual(memoOf('Minute 34'));
  });

  it('come back byte for byte, and the state before is kept', async () => {
    const { call, library } = await openTestNouns();
    const first = memoOf('First — “draft”', [text('𝒳 é'), { type: 'line-break' }]);
    const { id } = await call('memos.create', { title: 'Before', document: first });
    const named = await call('memos.nameRevision', { memoId: id, name: 'v1' });
    const stored = () =>
      library.context.db.read(
        async (db) => (await db.get<{ document: string }>('SELECT document FROM memo'))?.document,
      );
    const bytes = await stored();
    await call('memos.update', { id, title: 'After' });
    await call('memos.save', { id, version: 0, document: memoOf('Second') });
    library.advance();
    const restored = await call('memos.restoreRevision', { revisionId: named.id });
    expect(restored).toMatchObject({ title: 'Before', version: 2, document: first });
    expect(await stored()).toBe(bytes);
    const [kept] = await call('memos.revisions', { id });
    expect((await call('memos.revision', { id: kept?.id ?? '' })).document).toEqual(memoOf('Second'));
  });

  it('are compared sentence by sentence, with citations in their sentence', async () => {
    const { call, source } = await openTestNouns();
    const { sourceId } = await source('Vell', 'Text.');
    const { citationKey } = await call('sources.get', { id: sourceId });
    const steady = Array.from({ length: 12 }, (_, number) => `Sentence ${number} stays.`).join(' ');
    const first = memoOf(steady, [text('The gate fell on Monday. Nobody saw it'), cite('c1', sourceId), text('.')]);
    const { id } = await call('memos.create', { title: 'Report', document: first });
    const named = await call('memos.nameRevision', { memoId: id, name: 'Sent' });
    const compare = (olderId: string | null, newerId: string | null) =>
      call('memos.compare', { memoId: id, olderId, newerId });
    expect(await compare(named.id, null)).toMatchObject({ isSame: true, rows: [{ kind: 'unchanged', sentences: 14 }] });
    const bold: Inline = { type: 'text', text: steady, formats: ['bold'], marks: [] };
    const cited = cite('c1', sourceId);
    const later = memoOf(
      [bold],
      [
        text('The gate fell on Tuesday. Nobody saw it'),
        { ...cited, items: [{ ...cited.items[0]!, locator: '4' }] },
        text('.'),
      ],
      'It is shut.',
    );
    await call('memos.save', { id, version: 0, document: later });
    const { rows, isSame } = await compare(named.id, null);
    expect(isSame).toBe(false);
    const [day, page] = [
      [
        { kind: 'removed', text: 'Monday' },
        { kind: 'added', text: 'Tuesday' },
      ],
      [
        { kind: 'removed', text: '3' },
        { kind: 'added', text: '4' },
      ],
    ];
    expect(rows).toEqual([
      { kind: 'unchanged', sentences: 11 },
      { kind: 'same', text: 'Sentence 11 stays.', startsParagraph: false },
      {
        kind: 'changed',
        startsParagraph: true,
        parts: [{ kind: 'same', text: 'The gate fell on ' }, ...day!, { kind: 'same', text: '.' }],
      },
      {
        kind: 'changed',
        startsParagraph: false,
        parts: [{ kind: 'same', text: `Nobody saw it [${citationKey}, p. ` }, ...page!, { kind: 'same', text: '].' }],
      },
      { kind: 'added', text: 'It is shut.', moved: false, startsParagraph: true },
    ]);
    const other = await call('memos.create', { title: 'Other' });
    const foreign = call('memos.compare', { memoId: other.id, olderId: named.id, newerId: null });
    await expect(foreign).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('say what they cite, whatever is done, undone and redone', async () => {
    const nouns = await openTestNouns();
    const { call, source } = nouns;
    const { sourceId } = await source('Vell', 'Text.');
    const document = memoOf([text('A'), cite('c1', sourceId), cite('c2', sourceId)]);
    const { id } = await expectUndoable(nouns, 'Add memo', () => call('memos.create', { title: 'Report', document }));
    expect((await contents(nouns.library)).memo_reference).toEqual([
      { memo_id: id, kind: 'source', target_id: sourceId, count: 2 },
    ]);
    await expectUndoable(nouns, 'Rename memo', () => call('memos.update', { id, title: 'Paper' }));
    await expectUndoable(nouns, 'Change citation style', () =>
      call('memos.update', { id, styleId: 'apa', locale: 'de-DE' }),
    );
    await expectUndoable(nouns, 'Name revision', () => call('memos.nameRevision', { memoId: id, name: 'v1' }));
    await expectUndoable(nouns, 'Move memo to Trash', () => call('memos.trash', { id }));
    await expectUndoable(nouns, 'Restore memo', () => call('trash.restore', { target: { kind: 'memo', id } }));
  });

  it('are imported from Markdown, with citations found by key', async () => {
    const { call, source } = await openTestNouns();
    await source('Vell', 'Text.');
    const { citationKey } = (await call('sources.list', {})).items[0] ?? { citationKey: '' };
    const markdown = `# On rivers\n\nIt rose.[@${citationKey}, p. 3] Then it fell.[@nobody2000]\n`;
    const { memo, warnings } = await call('memos.importMarkdown', { fileName: 'notes.md', text: markdown });
    expect(memo).toMatchObject({ title: 'On rivers', citations: 1 });
    expect(warnings.join()).toContain('nobody2000');
    const untitled = await call('memos.importMarkdown', { fileName: 'my notes.md', text: 'Words.' });
    expect(untitled.memo.title).not.toBe('');
  });

  it('are read from Markdown to be put into another: with all its headings, and nothing is kept of it', async () => {
    const { call, source } = await openTestNouns();
    await source('Vell', 'Text.');
    const { citationKey } = (await call('sources.list', {})).items[0] ?? { citationKey: '' };
    const text = `# On rivers\n\nIt rose.[@${citationKey}, p. 3] Then[^1] it fell.[@nobody2000]\n\n[^1]: In *spring*.\n`;
    const { document, warnings } = await call('memos.readMarkdown', { text });
    expect(document.blocks.map(({ type }) => type)).toEqual(['heading', 'paragraph']);
    expect(JSON.stringify(document)).toMatch(/"type":"citation".*"type":"footnote".*"spring"/);
    expect(warnings.join()).toContain('nobody2000');
    await expect(call('memos.readMarkdown', { text: '> '.repeat(5000) })).rejects.toMatchObject({ code: 'unreadable' });
    expect(await call('memos.list', {})).toEqual([]);
  });

  it('come in the language that their Markdown says, and with that of their blocks', async () => {
    const { call } = await openTestNouns();
    const localeOf = async (lang: string) => {
      const text = `---\nlang: ${lang}\n---\n\n::: {lang=fr}\nUn\n:::\n`;
      const { memo } = await call('memos.importMarkdown', { fileName: 'x.md', text });
      expect(memo.document.blocks[0]).toMatchObject({ language: 'fr' });
      return memo.locale;
    };
    expect(await Promise.all(['fa', 'de-AT', 'en', 'en_US', 'tlh', '"><script>', '[1, 2]'].map(localeOf))).toEqual([
      'fa-IR',
      'de-AT',
      'en-GB',
      'en-US',
      'en-GB',
      'en-GB',
      'en-GB',
    ]);
  });

  it('that are damaged leave the list whole', async () => {
    const { call, library } = await openTestNouns();
    const { id } = await call('memos.create', { title: 'Broken' });
    await call('memos.create', { title: 'Whole' });
    await library.context.change({ label: 'Damage' }, (change) => change.update('memo', id, { document: '{}' }));
    expect(await call('memos.list', {})).toHaveLength(2);
    await expect(call('memos.get', { id })).rejects.toMatchObject({ code: 'library-damaged' });
  });
});

describe('thinning revisions', () => {
  it('keeps the limit, the oldest and the newest (property)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1e9), { minLength: 3, maxLength: 60 }),
        fc.integer({ min: 2, max: 20 }),
        (gaps, limit) => {
          let now = 0;
          const times = gaps.map((gap) => (now += gap));
          const dropped = revisionsToDrop(times, now, limit);
          expect(new Set(dropped).size).toBe(dropped.length);
          expect(times.length - dropped.length).toBe(Math.min(times.length, limit));
          expect(dropped).not.toContain(0);
          expect(dropped).not.toContain(times.length - 1);
        },
      ),
    );
  });
  it('keeps recent ones closer together than old ones', () => {
    let kept: number[] = [];
    const step = 10 * 60_000;
    for (let now = 0; now < step * 2000; now += step) {
      kept.push(now);
      const dropped = new Set(revisionsToDrop(kept, now));
      kept = kept.filter((_, index) => !dropped.has(index));
    }
    expect(kept).toHaveLength(100);
    const gaps = kept.slice(1).map((time, index) => time - (kept[index] ?? 0));
    expect(gaps.at(-1)).toBe(step);
    expect(Math.max(...gaps.slice(0, 20))).toBeGreaterThan(step * 10);
  });
});
