import { afterAll, describe, expect, it } from 'vitest';
import type { ParsedInputOf } from '../../../shared/contract';
import { asSource } from '../../../shared/domain/imports';
import type { CommonplaceError } from '../../../shared/result';
import { createImportRunner } from '../../importing/run';
import { readAttachment } from '../attachments';
import { historyHandlers } from '../changes/handlers';
import { getSnapshot } from '../snapshots/store';
import { sourcesHandlers } from '../sources/handlers';
import { openTestLibrary, type TestLibrary } from '../testing';
import { importsHandlers } from './handlers';

const runner = createImportRunner();
afterAll(() => runner.close());

const page = (
  paragraph: string,
  url = 'https://gazette.example/ports',
) => `<html lang="en"><head><title>Ports closed</title>
<meta property="og:url" content="${url}"><meta name="author" content="Ana Petrova">
<meta name="date" content="2031-05-06"></head><body><article><h1>Ports closed</h1><p>${paragraph}</p></article></body></html>`;

type FileInput = ParsedInputOf<'imports.file'>;
function setUp({ context }: TestLibrary) {
  const imports = importsHandlers(context, runner);
  let jobs = 0;
  const file = async (fileName: string, content: string, onDuplicate: FileInput['onDuplicate'] = 'skip') => {
    const bytes = new TextEncoder().encode(content);
    const input = { jobId: `job-${(jobs += 1)}`, fileName, bytes, onDuplicate, large: false };
    return asSource(await imports['imports.file'](input));
  };
  const list = () =>
    sourcesHandlers(context)['sources.list']({
      offset: 0,
      limit: 100,
      sort: 'modified',
      descending: false,
      includeTrashed: false,
    });
  return { imports, file, list, history: historyHandlers(context), sources: sourcesHandlers(context) };
}

describe('importing into a library', () => {
  it('keeps the original, the text and where the metadata came from, and can be undone', async () => {
    const library = await openTestLibrary();
    const { file, list, sources, history } = setUp(library);
    const html = page('Velia closed its ports on Tuesday.');
    const outcome = await file('ports.html', html);
    expect(outcome).toMatchObject({ status: 'added', citationKey: expect.stringContaining('petrova2031') });
    const source = await sources['sources.get']({ id: outcome.sourceId });
    expect(source.metadataOrigin).toMatchObject({ author: 'author', URL: 'og:url' });
    expect(source.csl.accessed).toEqual({ 'date-parts': [[2024, 3, 14]] });
    expect(source.attachments).toMatchObject([{ fileName: 'ports.html', mediaType: 'text/html' }]);
    const kept = await readAttachment(library.folder, source.attachments[0]?.sha256 ?? '');
    expect(new TextDecoder().decode(kept)).toBe(html);
    const snapshot = await library.context.db.read((db) => getSnapshot(db, outcome.snapshot.id));
    expect(snapshot.text).toContain('Velia closed its ports on Tuesday.');
    expect(
      library.events.filter((event) => event.name === 'imports.progress').map((event) => event.payload),
    ).toMatchObject([{ stage: 'reading' }, { stage: 'parsing' }, { stage: 'saving' }]);
    await history['history.undo']({});
    expect((await list()).total).toBe(0);
    await history['history.redo']({});
    expect((await list()).total).toBe(1);
  });

  it('recognises what is there already, and does with it what was asked', async () => {
    const library = await openTestLibrary();
    const { file, list, imports } = setUp(library);
    const first = await file('ports.html', page('Velia closed its ports.'));
    expect(await file('again.html', page('Velia closed its ports.'))).toMatchObject({
      status: 'already-there',
      sourceId: first.sourceId,
      snapshot: first.snapshot,
    });
    const changed = page('Velia closed its ports. It opened them again.', 'http://www.gazette.example/ports/');
    const skipped = await file('later.html', changed);
    expect(skipped).toMatchObject({ status: 'already-there', snapshot: first.snapshot });
    expect(skipped.warnings.join(' ')).toContain('new snapshot');
    library.advance();
    const added = await file('later.html', changed, 'snapshot');
    expect(added).toMatchObject({ status: 'snapshot-added', sourceId: first.sourceId });
    expect(added.snapshot.id).not.toBe(first.snapshot.id);
    const second = await file('later.html', changed, 'add');
    expect(second.status).toBe('added');
    expect(second.sourceId).not.toBe(first.sourceId);
    const pasted = {
      jobId: 'p',
      title: 'A pasted text',
      text: 'Some words that were pasted.',
      html: '',
      onDuplicate: 'skip',
      large: false,
    } as const;
    expect(await imports['imports.text'](pasted)).toMatchObject({ status: 'added', csl: { title: 'A pasted text' } });
    expect(await imports['imports.text'](pasted)).toMatchObject({ status: 'already-there' });
    expect((await list()).total).toBe(3);
  });

  it('writes nothing when a file is refused or its import cancelled', async () => {
    const library = await openTestLibrary();
    const { file, list, imports, history } = setUp(library);
    await expect(file('empty.txt', '')).rejects.toMatchObject({ code: 'unreadable' });
    const slow = {
      jobId: 'slow',
      title: '',
      text: 'word\n\n'.repeat(800_000),
      html: '',
      onDuplicate: 'add',
      large: false,
    } as const;
    const running = imports['imports.text'](slow).catch((error: CommonplaceError) => error.code);
    await imports['imports.cancel']({ jobId: 'slow' });
    expect(await running).toBe('cancelled');
    expect((await list()).total).toBe(0);
    expect(await history['history.state']({})).toMatchObject({ undo: null });
  });
});
