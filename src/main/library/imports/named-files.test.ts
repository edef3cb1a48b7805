import { expect, it } from 'vitest';
import type { ReferencesOutcome } from '../../../shared/domain/imports';
import { importContent } from '../../importing/import';
import { ordinaryLimits } from '../../importing/limits';
import type { ImportRunner } from '../../importing/run';
import { archive } from '../../importing/testing';
import { exportsHandlers } from '../exports/handlers';
import { sourcesHandlers } from '../sources/handlers';
import { openTestLibrary } from '../testing';
import { importsHandlers } from './handlers';

const runner: ImportRunner = {
  run: (request) => importContent({ ...request, limits: ordinaryLimits }),
  close: async () => undefined,
};

async function setUp() {
  const { context } = await openTestLibrary();
  const imports = importsHandlers(context, runner);
  const sources = sourcesHandlers(context);
  return {
    context,
    source: (id: string) => sources['sources.get']({ id }),
    count: async () =>
      (await sources['sources.list']({ offset: 0, limit: 9, sort: 'title', descending: false, includeTrashed: false }))
        .total,
    bring: async (fileName: string, bytes: Uint8Array) => {
      const input = { jobId: crypto.randomUUID(), fileName, bytes, onDuplicate: 'skip', large: false } as const;
      return (await imports['imports.file'](input)) as ReferencesOutcome;
    },
  };
}

const attachment = (path: string) =>
  `<link:link><z:Attachment><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="${path}"/></z:Attachment></link:link>`;
const rdf = (attachments: string, more = '') => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <bib:Document rdf:about="#item_1"><z:itemType>webpage</z:itemType><dc:title>Closing the Tarn</dc:title><dc:identifier><dcterms:URI><rdf:value>https://tarn.example/closing</rdf:value></dcterms:URI></dc:identifier>${attachments}</bib:Document>${more}</rdf:RDF>`;
const html = (title: string) =>
  `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>The harbour was closed for three days, and nobody came.</p></article></body></html>`;

it('brings the files of a packed Zotero export in as the texts of their sources, and says what is missing or cannot be read', async () => {
  const { bring, source, count } = await setUp();
  const loose = `<z:Attachment rdf:about="#item_9"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/9/alone.html"/></z:Attachment>`;
  const bytes = await archive({
    'Waters/files/2/closing it.html': html('Closing'),
    'Waters/files/3/picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    'Waters/files/9/alone.html': html('Alone').replace('three', 'nine'),
    'Waters/Waters.rdf': rdf(
      ['files/2/closing%20it.html', 'files/3/picture.png', 'files/4/gone.pdf', '../../../etc/passwd']
        .map(attachment)
        .join(''),
      loose,
    ),
    '__MACOSX/Waters/._Waters.rdf': 'x',
    'etc/passwd': 'root',
  });
  const outcome = await bring('waters.zip', bytes);
  expect(outcome.files.map(({ path, status }) => [path, status])).toEqual([
    ['files/2/closing it.html', 'in'],
    ['files/3/picture.png', 'refused'],
    ['files/4/gone.pdf', 'waiting'],
    ['files/9/alone.html', 'in'],
  ]);
  expect(outcome.files[1]?.reason).toContain('picture');
  expect(outcome.items[0]?.warnings.join()).toContain('../../../etc/passwd');
  const { snapshots, attachments, csl } = await source(outcome.items[0]!.sourceId);
  expect(snapshots).toHaveLength(1);
  expect(attachments).toMatchObject([{ fileName: 'closing it.html' }]);
  expect(csl.title).toBe('Closing the Tarn');
  // The file that belongs to nothing is a source of its own.
  expect(await count()).toBe(2);
  const again = await bring('waters.zip', bytes);
  expect(again.files.map(({ status }) => status)).toEqual(['already-there', 'refused', 'waiting', 'already-there']);
  expect(await count()).toBe(2);
});

it('goes out with its originals beside it, and comes back with them', async () => {
  const { bring, context } = await setUp();
  await bring('w.zip', await archive({ 'a.rdf': rdf(attachment('x.html')), 'x.html': html('Closing') }));
  const out = { format: 'zotero-rdf', notes: true, files: true } as const;
  const { files } = await exportsHandlers(context)['exports.bibliography'](out);
  expect(files.map(({ mediaType }) => mediaType)).toEqual(['application/rdf+xml', 'text/html']);
  const other = await setUp();
  const packed = await archive(Object.fromEntries(files.map(({ fileName, bytes }) => [fileName, bytes])));
  expect(await other.bring('out.zip', packed)).toMatchObject({
    items: [{ status: 'added' }],
    files: [{ status: 'in' }],
  });
});

it('takes an archive without a bibliography for what it was before', async () => {
  const { bring } = await setUp();
  await expect(bring('x.zip', await archive({ 'a.xml': '<a/>', 'b.json': '{}' }))).rejects.toMatchObject({
    code: 'unsupported-format',
    message: expect.stringContaining('archive'),
  });
});
