import { afterAll, describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../../shared/domain/imports';
import { createImportRunner } from '../../importing/run';
import { contents, openTestNouns } from '../common/testing';
import { importsHandlers } from './handlers';

const runner = createImportRunner();
afterAll(() => runner.close());

const page = (title: string, author: string, more = '') => `<html lang="en"><head><title>${title}</title>
<meta property="og:url" content="https://gazette.example/ports"><meta property="og:title" content="${title}">
<meta name="author" content="${author}">${more}</head>
<body><article><h1>${title}</h1><p>Velia closed its ports on Tuesday, and the ferries stayed away.</p></article></body></html>`;

async function setUp() {
  const nouns = await openTestNouns();
  const imports = importsHandlers(nouns.library.context, runner);
  let jobs = 0;
  const bring = async (
    fileName: string,
    content: string,
    more: { onDuplicate?: 'skip' | 'snapshot'; sourceId?: string } = {},
  ) => {
    nouns.library.advance();
    const bytes = new TextEncoder().encode(content);
    const jobId = `job-${(jobs += 1)}`;
    return (await imports['imports.file']({
      jobId,
      fileName,
      bytes,
      large: false,
      onDuplicate: 'skip',
      ...more,
    })) as Extract<ImportOutcome, { kind: 'source' }>;
  };
  const first = await bring('ports.html', page('Ports closed', 'Ana Petrova'));
  const { call } = nouns;
  const get = () => call('sources.get', { id: first.sourceId });
  const edit = async (fields: Record<string, unknown>) =>
    call('sources.update', { id: first.sourceId, csl: { ...(await get()).csl, ...fields } });
  return { ...nouns, bring, get, edit, first };
}

describe('where a value came from', () => {
  it('is kept for each field, and what a person writes, or takes out, is theirs', async () => {
    const { call, get, edit } = await setUp();
    expect((await get()).metadataOrigin).toMatchObject({ title: 'og:title', author: 'author', URL: 'og:url' });
    const { language: _, ...csl } = (await edit({ title: 'All ports closed' })).csl;
    await call('sources.update', { id: (await get()).id, csl });
    expect((await get()).metadataOrigin).toMatchObject({ title: 'by hand', author: 'author', language: 'by hand' });
    const typed = await call('sources.create', { csl: { type: 'book', title: 'Straits' } });
    expect(typed.metadataOrigin).toEqual({ type: 'by hand', title: 'by hand' });
  });
});

describe('importing a source again', () => {
  it('writes over nothing, and reports what differs until it is taken over or turned down', async () => {
    const { call, library, bring, get, edit, first } = await setUp();
    await edit({ title: 'All ports closed', 'container-title': 'Gazette of Velia' });
    const before = await get();
    const changed = page(
      'Ports of Velia closed',
      'Ana Petrova; Igor Sole',
      '<meta name="description" content="A short story.">',
    );
    const again = await bring('ports-2.html', changed);
    expect(again.status).toBe('already-there');
    expect(again.findings.map(({ field }) => field).sort()).toEqual(['abstract', 'author', 'title']);
    expect(again.warnings.join(' ')).toMatch(/title/u);
    const after = await get();
    expect(after.csl).toEqual(before.csl);
    expect(after.metadataOrigin).toEqual(before.metadataOrigin);
    expect(after.findings).toEqual(again.findings);

    const taken = await call('sources.takeFinding', { id: first.sourceId, field: 'abstract' });
    expect(taken.csl.abstract).toBe('A short story.');
    expect(taken.metadataOrigin).toMatchObject({ abstract: 'description' });
    await call('sources.dismissFinding', { id: first.sourceId, field: 'title' });
    expect((await get()).findings.map(({ field }) => field)).toEqual(['author']);
    await call('history.undo', {});
    await call('history.undo', {});
    expect(await get()).toMatchObject({ csl: before.csl, findings: again.findings });
    await call('history.redo', {});
    await call('history.redo', {});

    // The same once more: nothing is written, and what was turned down is not offered again.
    const rows = await contents(library);
    const third = await bring('ports-3.html', changed);
    expect(third.findings.map(({ field }) => field)).toEqual(['author']);
    expect((await contents(library)).metadata_finding).toHaveLength((rows.metadata_finding ?? []).length);
    const other = await bring('ports-4.html', changed.replaceAll('Ports of Velia', 'Harbours of Velia'));
    expect(other.findings.map(({ field }) => field).sort()).toEqual(['author', 'title']);
    await expect(call('sources.takeFinding', { id: first.sourceId, field: 'DOI' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('leaves no trace when it says the same', async () => {
    const { library, bring } = await setUp();
    const before = await contents(library);
    const again = await bring('ports.html', page('Ports closed', 'Ana Petrova'));
    expect(again).toMatchObject({ status: 'already-there', findings: [] });
    expect(await contents(library)).toEqual(before);
  });

  it('captured again, keeps what a person wrote as well', async () => {
    const { bring, get, edit, first } = await setUp();
    await edit({ author: [{ family: 'Petrova', given: 'Anna' }] });
    const before = await get();
    const text = page('Ports closed', 'Ana Petrova').replace('on Tuesday', 'on Wednesday');
    const again = await bring('new.html', text, { sourceId: first.sourceId });
    expect(again.status).toBe('snapshot-added');
    expect(again.findings).toMatchObject([{ field: 'author', value: [{ family: 'Petrova', given: 'Ana' }] }]);
    const after = await get();
    expect(after.csl).toEqual(before.csl);
    expect(after.snapshots).toHaveLength(2);
  });

  it('from a bibliography fills what is empty, but not what a person took out', async () => {
    const { library, call, bring, get, edit, first } = await setUp();
    await edit({ title: 'All ports closed', publisher: 'X' });
    const { publisher: _, ...csl } = (await get()).csl;
    await call('sources.update', { id: first.sourceId, csl });
    const ris =
      'TY  - NEWS\nTI  - Ports closed\nAU  - Petrova, Ana\nUR  - https://gazette.example/ports\nPB  - Gazette House\nSP  - 3\nER  - \n';
    const outcome = (await bring('refs.ris', ris)) as unknown as Extract<ImportOutcome, { kind: 'references' }>;
    expect(outcome.items).toMatchObject([{ status: 'completed', sourceId: first.sourceId }]);
    const after = await get();
    expect(after.csl).toMatchObject({ title: 'All ports closed', page: '3' });
    expect(after.csl).not.toHaveProperty('publisher');
    expect(after.findings.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'publisher']));
    expect(outcome.items[0]?.warnings.join()).toMatch(/Title/u);
    expect((await contents(library)).source).toHaveLength(1);
  });
});
