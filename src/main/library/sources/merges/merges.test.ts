import fc from 'fast-check';
import JSZip from 'jszip';
import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { CslItem } from '../../../../shared/domain/csl';
import { itemCiting } from '../../../../shared/memo/citation-item';
import type { CitationInline } from '../../../../shared/memo/document';
import { storeAttachment } from '../../attachments';
import { writeArchive } from '../../archive/write';
import { restoreArchive } from '../../archive/restore';
import { citationsOf } from '../../citing/citations';
import { contents, expectUndoable, memoOf, openTestNouns, type TestNouns } from '../../common/testing';
import { derived } from '../../derived';
import { exportsHandlers } from '../../exports/handlers';
import { silentLog } from '../../open';
import { openSearch } from '../../search/engine';
import { temporaryFolder, testStart } from '../../testing';
import { verifyLibrary } from '../../verify/verify';
import { addAttachment } from '../store';

const cite = (id: string, sourceId: string): CitationInline => ({
  type: 'citation',
  id,
  marks: [],
  items: [itemCiting(sourceId, { locator: '3' })],
});

const options = { clock: () => testStart, log: silentLog };

/** Two sources of one article, each with a text, a file, an excerpt, a note, tags, a collection, and a memo that cites both. */
async function twoOfOne() {
  const nouns = await openTestNouns();
  const { call, source, library } = nouns;
  const collection = await call('collections.create', { name: 'Reading' });
  const add = async (title: string, csl: Partial<CslItem>, tags: string[]) => {
    const made = await source(title, `The dam at ${title} broke at night.`, 'Nobody was hurt.');
    const before = await call('sources.get', { id: made.sourceId });
    await call('sources.update', { id: made.sourceId, csl: { ...before.csl, ...csl } });
    const sha256 = await storeAttachment(library.folder, new TextEncoder().encode('the file'));
    await library.context.change({ label: 'Attach' }, (change) =>
      addAttachment(change, {
        sourceId: made.sourceId,
        fileName: 'a.txt',
        mediaType: 'text/plain',
        bytes: 8,
        sha256,
      }),
    );
    const target = { kind: 'source' as const, id: made.sourceId };
    await call('tags.set', { target, names: tags });
    await call('notes.create', { target, body: memoOf(`Note on ${title}`) });
    const excerpt = await call('excerpts.quote', { sourceId: made.sourceId, quote: 'broke at night' });
    library.advance();
    return { ...made, excerpt, citationKey: before.citationKey };
  };
  const kept = await add('Vell', { publisher: 'The Courier', volume: '3' }, ['Dam', 'Read']);
  const other = await add('Orr', { publisher: 'Courier', DOI: '10.1234/orr', abstract: 'It broke.' }, ['Dam', 'Night']);
  await call('collections.add', { id: collection.id, items: [{ kind: 'source', id: other.sourceId }] });
  const claim = await call('claims.create', { statement: 'The dam broke.' });
  await call('claims.addEvidence', { claimId: claim.id, excerptId: other.excerpt.id, stance: 'supports' });
  const memo = await call('memos.create', {
    title: 'Report',
    document: memoOf([
      cite('c1', kept.sourceId),
      { type: 'text', text: ' and ', formats: [], marks: [] },
      cite('c2', other.sourceId),
    ]),
  });
  library.advance();
  return { ...nouns, collection, kept, other, claim, memo };
}

const merge = ({ call, kept, other }: Awaited<ReturnType<typeof twoOfOne>>, fields: string[] = []) =>
  call('sources.merge', { keptId: kept.sourceId, otherId: other.sourceId, fields });

async function healthy({ library }: TestNouns) {
  const report = await verifyLibrary(library.context, derived);
  expect(report.findings).toEqual([]);
}

describe('merging two sources', () => {
  it('takes the chosen values, moves all that belongs to the other, and can be undone', async () => {
    const two = await twoOfOne();
    const { call, kept, other, claim, collection } = two;
    const merged = await expectUndoable(two, 'Merge sources', () => merge(two, ['DOI', 'abstract']));
    expect(merged.csl).toMatchObject({
      publisher: 'The Courier',
      volume: '3',
      DOI: '10.1234/orr',
      abstract: 'It broke.',
    });
    expect(merged).toMatchObject({ id: kept.sourceId, citationKey: kept.citationKey, aliases: [other.citationKey] });
    expect(merged.merged).toMatchObject([{ id: other.sourceId, citationKey: other.citationKey }]);
    expect(merged.tags).toEqual(['Dam', 'Night', 'Read']);
    expect(merged.snapshots).toHaveLength(2);
    expect(merged.attachments).toHaveLength(2);
    expect(merged.collectionIds).toEqual([collection.id]);
    expect((await call('sources.list', {})).total).toBe(1);
    expect((await call('excerpts.list', { sourceId: kept.sourceId })).total).toBe(2);
    expect(await call('notes.list', { target: { kind: 'source', id: kept.sourceId } })).toHaveLength(2);
    expect((await call('claims.get', { id: claim.id })).evidence[0]?.excerpt.sourceId).toBe(kept.sourceId);
    expect(await call('trash.list', {})).toEqual([]);
    await healthy(two);
  });

  it('lets the old id and citation key stand for the kept source: in citations, search, export and import', async () => {
    const two = await twoOfOne();
    const { call, kept, other, memo, library } = two;
    await merge(two);
    const { csl } = await call('sources.get', { id: other.sourceId });
    expect(csl.title).toBe('Vell');
    const rendered = await citationsOf(library.context.db).render('chicago-notes', 'en-GB', [
      { id: 'c1', items: cite('c1', kept.sourceId).items, note: 1 },
      { id: 'c2', items: cite('c2', other.sourceId).items, note: 2 },
    ]);
    expect(rendered.missing).toEqual([]);
    expect(rendered.bibliography).toHaveLength(1);
    const { files, warnings } = await exportsHandlers(library.context)['exports.memo']({
      memoId: memo.id,
      format: 'md',
    });
    expect(warnings).toEqual([]);
    const text = new TextDecoder().decode(files[0]?.bytes);
    expect(text).toContain(`@${kept.citationKey}`);
    expect(text).not.toContain(`@${other.citationKey}`);
    const engine = openSearch(library.context);
    for (const query of [other.citationKey, `source:${other.citationKey}`]) {
      const { hits } = await engine.query({ query, limit: 50 });
      expect(
        hits.map((hit) => hit.id),
        query,
      ).toContain(kept.sourceId);
    }
    const imported = await call('memos.importMarkdown', {
      fileName: 'a.md',
      text: `It broke [@${other.citationKey}].`,
    });
    expect(imported.warnings).toEqual([]);
    expect(imported.memo.citations).toBe(1);
  });

  it('keeps the merged one out of the Trash, and both go when the kept one is thrown away for good', async () => {
    const two = await twoOfOne();
    const { call, kept, other, library } = two;
    await merge(two);
    await call('trash.empty', {});
    await call('sources.unmerge', { id: other.sourceId });
    await merge(two);
    await expect(call('trash.restore', { target: { kind: 'source', id: other.sourceId } })).rejects.toMatchObject({
      code: 'conflict',
    });
    await call('sources.trash', { id: kept.sourceId });
    expect(await call('trash.list', {})).toHaveLength(1);
    await expect(call('sources.unmerge', { id: other.sourceId })).rejects.toMatchObject({ code: 'not-found' });
    await call('trash.empty', {});
    expect((await contents(library)).source).toEqual([]);
    await healthy(two);
  });

  it('says what cannot be merged or changed', async () => {
    const two = await twoOfOne();
    const { call, kept, other } = two;
    const same = call('sources.merge', { keptId: kept.sourceId, otherId: kept.sourceId, fields: [] });
    await expect(same).rejects.toMatchObject({ code: 'bad-input' });
    await expect(merge(two, ['__proto__'])).rejects.toMatchObject({ code: 'bad-input' });
    await expect(call('sources.unmerge', { id: other.sourceId })).rejects.toMatchObject({ code: 'not-found' });
    await merge(two);
    const { csl } = await call('sources.get', { id: kept.sourceId });
    await expect(call('sources.update', { id: other.sourceId, csl })).rejects.toThrow(kept.citationKey);
    const taken = call('sources.setCitationKey', { id: kept.sourceId, citationKey: other.citationKey });
    await expect(taken).rejects.toThrow('merged with another source');
  });
});

describe('unmerging', () => {
  it('gives back exactly what was, whatever was chosen', async () => {
    const two = await twoOfOne();
    const { call, library, other } = two;
    const before = await contents(library);
    const fields = ['publisher', 'DOI', 'abstract', 'volume', 'title', 'author'];
    for (const chosen of [[], ['DOI'], ['volume'], fields]) {
      library.advance();
      await merge(two, chosen);
      library.advance();
      await expectUndoable(two, 'Unmerge source', () => call('sources.unmerge', { id: other.sourceId }));
      expect(await contents(library)).toEqual(before);
    }
    await healthy(two);
  });

  it('leaves an archive as it was, but for the stamps of the rows that went there and back', async () => {
    const two = await twoOfOne();
    const { call, library, other } = two;
    const place = await temporaryFolder();
    const archived = async (name: string) => {
      const path = join(place, name);
      await writeArchive(library.context, path);
      const { report } = await restoreArchive(path, join(place, `${name}.commonplace`), options);
      expect(report.findings).toEqual([]);
      const zip = await JSZip.loadAsync(await readFile(path));
      const names = Object.keys(zip.files).sort();
      const texts = await Promise.all(names.map((entry) => zip.file(entry)?.async('string')));
      return names.map((entry, index) => [entry, texts[index]?.replace(/"stamp":"[^"]*"/gu, '"stamp":""')]);
    };
    const before = await archived('before.zip');
    await merge(two, ['DOI', 'title']);
    expect(await archived('merged.zip')).not.toEqual(before);
    await call('sources.unmerge', { id: other.sourceId });
    expect(await archived('after.zip')).toEqual(before);
  });

  it('keeps what was done meanwhile: to others, to what moved, and by hand', async () => {
    const two = await twoOfOne();
    const { call, library, kept, other } = two;
    await merge(two, ['publisher', 'DOI']);
    library.advance();
    // Elsewhere.
    const claim = await call('claims.create', { statement: 'Later' });
    // What moved.
    await call('excerpts.update', { id: other.excerpt.id, note: 'Seen' });
    const late = await call('excerpts.add', { snapshotId: other.snapshotId, start: 0, end: 7 });
    expect(late.sourceId).toBe(kept.sourceId);
    // By hand: the publisher taken from the other, and a field that the merge left alone.
    const source = await call('sources.get', { id: kept.sourceId });
    await call('sources.update', {
      id: kept.sourceId,
      csl: { ...source.csl, publisher: 'Courier of Vell', volume: '4' },
    });
    await call('sources.unmerge', { id: other.sourceId });
    const [keptNow, otherNow] = [
      await call('sources.get', { id: kept.sourceId }),
      await call('sources.get', { id: other.sourceId }),
    ];
    expect(keptNow.csl).toMatchObject({ publisher: 'Courier of Vell', volume: '4' });
    expect(keptNow.csl).not.toHaveProperty('DOI');
    expect(otherNow.csl).toMatchObject({ publisher: 'Courier', DOI: '10.1234/orr' });
    expect((await call('excerpts.get', { id: other.excerpt.id })).note).toBe('Seen');
    expect((await call('excerpts.get', { id: late.id })).sourceId).toBe(other.sourceId);
    expect((await call('claims.get', { id: claim.id })).statement).toBe('Later');
    await healthy(two);
  });

  it('asks for the later merge first where one hangs on another', async () => {
    const two = await twoOfOne();
    const { call, library, source, kept, other, memo } = two;
    const third = await source('Selm', 'Text.');
    const before = await contents(library);
    await merge(two, ['DOI']);
    await call('sources.merge', { keptId: third.sourceId, otherId: kept.sourceId, fields: ['publisher', 'DOI'] });
    expect((await call('sources.get', { id: other.sourceId })).id).toBe(third.sourceId);
    expect((await call('sources.get', { id: third.sourceId })).aliases).toEqual(
      [other.citationKey, kept.citationKey].sort(),
    );
    const { files } = await exportsHandlers(library.context)['exports.memo']({ memoId: memo.id, format: 'txt' });
    expect(new TextDecoder().decode(files[0]?.bytes)).toContain('Selm');
    await expect(call('sources.unmerge', { id: other.sourceId })).rejects.toThrow(kept.citationKey);
    await call('sources.unmerge', { id: kept.sourceId });
    await call('sources.unmerge', { id: other.sourceId });
    expect(await contents(library)).toEqual(before);
    await healthy(two);
  });

  it('of several, in any order, gives back exactly what was (property)', async () => {
    const nouns = await openTestNouns();
    const { call, source, library } = nouns;
    const values = ['a', 'b', 'c'];
    const fields = ['publisher', 'volume', 'DOI', 'abstract'] as const;
    const item = fc.record(
      Object.fromEntries(fields.map((field) => [field, fc.option(fc.constantFrom(...values), { nil: undefined })])),
    );
    const other = fc.record({
      csl: item,
      tags: fc.subarray(['x', 'y', 'z']),
      chosen: fc.subarray([...fields]),
      place: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(item, fc.array(other, { minLength: 1, maxLength: 3 }), async (first, others) => {
        const make = async (csl: object, tags: string[]) => {
          const { sourceId: id } = await source('Vell', 'The dam broke at night.');
          const present = Object.fromEntries(Object.entries(csl).filter(([, value]) => value !== undefined));
          await call('sources.update', { id, csl: { ...(await call('sources.get', { id })).csl, ...present } });
          await call('tags.set', { target: { kind: 'source', id }, names: tags });
          await call('excerpts.quote', { sourceId: id, quote: 'dam broke' });
          return id;
        };
        const keptId = await make(first, ['x']);
        const ids: string[] = [];
        for (const one of others) ids.push(await make(one.csl, one.tags));
        const before = await contents(library);
        for (const [index, { chosen }] of others.entries()) {
          library.advance();
          const has = { ...first, ...Object.assign({}, ...others.slice(0, index + 1).map(({ csl }) => csl)) } as object;
          const known = chosen.filter((field) => field in has);
          await call('sources.merge', { keptId, otherId: ids[index] ?? '', fields: known }).catch(() =>
            call('sources.merge', { keptId, otherId: ids[index] ?? '', fields: [] }),
          );
        }
        const order = ids
          .map((id, index) => ({ id, place: others[index]?.place ?? 0 }))
          .sort((a, b) => a.place - b.place);
        for (const { id } of order) {
          library.advance();
          await call('sources.unmerge', { id });
        }
        expect(await contents(library)).toEqual(before);
      }),
      { numRuns: 12 },
    );
    await healthy(nouns);
  }, 60_000);
});
