import JSZip from 'jszip';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultMemoExport } from '../../../shared/domain/memo-export';
import { createSession, openSession } from '../../core/session';
import { redPixel } from '../../exporting/fixture';
import { letterhead } from '../../exporting/word-template/letterhead';
import { libraryHandlers } from '../handlers';
import { openLibrary, silentLog } from '../open';
import { writeSample } from '../sample/write';
import { temporaryFolder, testStart } from '../testing';
import { recordTables } from '../changes/types';
import { jsonColumns } from './format';
import { restoreArchive } from './restore';
import { writeArchive, type Written } from './write';

const options = { clock: () => testStart, log: silentLog };

/** The sample library, with a source in the Trash, archived once for all tests. */
let place: string;
let path: string;
let written: Written;
let rows: Record<string, unknown[]>;
/** Parts of a Word file with the template that the memo remembers. */
let lettered: Record<string, string>;
let copies = 0;

beforeAll(async () => {
  place = await temporaryFolder();
  const folder = join(place, 'Sample.commonplace');
  const session = await createSession(folder, { ...options, handlers: libraryHandlers, name: 'Sample' });
  await writeSample(session.call);
  const { items } = await session.call('sources.list', { offset: 0, limit: 1 });
  await session.call('sources.trash', { id: items[0]!.id });
  await rememberTemplate(session);
  path = join(place, 'sample.zip');
  written = await writeArchive(session.library.context, path);
  rows = await rowsOf(session.library.context.db);
  lettered = await templateParts(session);
  await session.close();
}, 60_000);

type Session = Awaited<ReturnType<typeof createSession>>;
const memoOf = async ({ call }: Session) => (await call('memos.list', {}))[0]!.id;

/** The sample's memo was exported with a letterhead. */
async function rememberTemplate(session: Session): Promise<void> {
  const bytes = await letterhead(redPixel);
  const wordTemplate = await session.call('exports.wordTemplate', { name: 'Letterhead.dotx', bytes });
  const remembered = { ...defaultMemoExport, wordTemplate };
  await session.call('exports.remember', { memoId: await memoOf(session), format: 'docx', options: remembered });
}

/** What of a template is in the Word file of the memo, part by part. */
async function templateParts(session: Session): Promise<Record<string, string>> {
  const { files } = await session.call('exports.memo', { memoId: await memoOf(session), format: 'docx' });
  const zip = await JSZip.loadAsync(files[0]!.bytes);
  const names = Object.keys(zip.files).filter((name) => /template|styles\.xml|numbering\.xml/.test(name));
  const parts = names.map(async (name) => [name, await zip.file(name)!.async('base64')] as const);
  return Object.fromEntries(await Promise.all(parts));
}

/** The archive with something in it changed. */
async function tampered(change: (zip: JSZip) => Promise<void> | void): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(path));
  await change(zip);
  const other = join(place, `tampered-${(copies += 1)}.zip`);
  await writeFile(other, await zip.generateAsync({ type: 'nodebuffer' }));
  return other;
}

type Database = Awaited<ReturnType<typeof openLibrary>>['context']['db'];
async function rowsOf(db: Database): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const table of recordTables) {
    rows[table] = await db.read((reader) => reader.all(`SELECT * FROM "${table}" ORDER BY id`));
  }
  return rows;
}

describe('archives', () => {
  it('make the same library again, to the byte, in a form that other programs read', async () => {
    expect(written.missing).toEqual([]);
    expect(written.records).toBeGreaterThan(300);
    const folder = join(place, 'Again.commonplace');
    const restored = await restoreArchive(path, folder, options);
    expect(restored).toMatchObject({ name: 'Sample', records: written.records, report: { ok: true } });
    const session = await openSession(folder, { ...options, handlers: libraryHandlers, trusted: true });
    expect(await rowsOf(session.library.context.db)).toEqual(rows);
    expect(Object.keys(lettered)).toContain('word/template-header-first.xml');
    expect(await templateParts(session)).toEqual(lettered);
    const found = await session.call('search.query', { query: 'embasy atack' });
    expect(found.hits.length).toBeGreaterThan(0);
    const again = join(place, 'again.zip');
    await writeArchive(session.library.context, again);
    expect((await readFile(again)).equals(await readFile(path))).toBe(true);
    await session.close();

    const zip = await JSZip.loadAsync(await readFile(path));
    const [first] = (await zip.file('records/source.jsonl')!.async('string')).split('\n');
    expect(JSON.parse(first!)).toMatchObject({ csl: { type: expect.any(String) } });
    // Whatever is JSON in the library is JSON in the archive, and is checked when it comes back.
    for (const table of recordTables) {
      for (const row of rows[table] as Record<string, unknown>[]) {
        for (const [column, value] of Object.entries(row)) {
          if (typeof value === 'string' && /^(?:\{.*\}|\[.*\])$/su.test(value)) {
            expect(jsonColumns[table], `${table}.${column}`).toHaveProperty(column);
          }
        }
      }
    }
  });

  it.each<[string, RegExp, (zip: JSZip) => Promise<void> | void]>([
    ['nothing of ours', /not an archive|archive\.json/u, (zip) => void zip.remove('archive.json')],
    [
      'a newer version',
      /newer version/u,
      (zip) => edit(zip, 'archive.json', (text) => text.replace('"version": 1', '"version": 99')),
    ],
    ['a table missing', /lacks records/u, (zip) => void zip.remove('records/excerpt.jsonl')],
    ['a broken line', /not JSON/u, (zip) => edit(zip, 'records/claim.jsonl', (text) => `{${text}`)],
    [
      'an unknown field',
      /not known/u,
      (zip) => edit(zip, 'records/claim.jsonl', (text) => text.replace('{', '{"__proto__x":1,')),
    ],
    [
      'a wrong type',
      /not what it should be/u,
      (zip) => edit(zip, 'records/claim.jsonl', (text) => text.replace(/"statement":"[^"]*"/u, '"statement":7')),
    ],
    [
      'a script in a memo',
      /not what it should be/u,
      (zip) => edit(zip, 'records/memo.jsonl', (text) => text.replace('"type":"paragraph"', '"type":"script"')),
    ],
    [
      'a dangerous link',
      /not what it should be/u,
      (zip) =>
        edit(zip, 'records/snapshot.jsonl', (text) =>
          text.replace('"spans":[]', '"spans":[{"kind":"link","start":0,"end":1,"href":"javascript:alert(1)"}]'),
        ),
    ],
    [
      'a kind that is none',
      /cannot be restored/u,
      (zip) =>
        edit(zip, 'records/actor.jsonl', (text) =>
          text.replace(/"kind":"(?:person|state|organisation)"/u, '"kind":"ghost"'),
        ),
    ],
    [
      'a record that says something else',
      /changed after it was made/u,
      (zip) =>
        edit(zip, 'records/claim.jsonl', (text) => text.replace(/"statement":"[^"]*"/u, '"statement":"Another."')),
    ],
    [
      'a reference to nothing',
      /lacks/u,
      (zip) =>
        edit(zip, 'records/evidence.jsonl', (text) =>
          text.replace(/"claim_id":"[^"]*"/u, '"claim_id":"01900000-0000-7000-8000-000000000000"'),
        ),
    ],
    [
      'an original that is another',
      /not what its name says/u,
      (zip) =>
        edit(
          zip,
          Object.keys(zip.files).find((name) => /^attachments\/\w/u.test(name))!,
          (text) => `${text}!`,
        ),
    ],
    [
      'a file outside',
      /cannot be restored/u,
      (zip) => void zip.file('attachments/../../evil', 'x', { createFolders: false }),
    ],
  ])('with %s are refused, and nothing is left behind', async (_name, message, change) => {
    const other = await tampered(change);
    const folder = join(place, 'Bad.commonplace');
    await expect(restoreArchive(other, folder, options)).rejects.toMatchObject({
      name: 'CommonplaceError',
      message: expect.stringMatching(message),
    });
    expect((await readdir(place)).filter((name) => name.includes('Bad'))).toEqual([]);
  });

  it('say what is no archive at all', async () => {
    const other = join(place, 'x.zip');
    await writeFile(other, 'not a zip');
    await expect(restoreArchive(other, join(place, 'L.commonplace'), options)).rejects.toMatchObject({
      code: 'unreadable',
    });
    await expect(restoreArchive(join(place, 'gone.zip'), join(place, 'L.commonplace'), options)).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('say which originals the library has lost', async () => {
    const folder = join(place, 'Losing.commonplace');
    await restoreArchive(path, folder, options);
    const library = await openLibrary(folder, { ...options, trusted: true });
    const shelf = join(folder, 'attachments');
    const [first] = await readdir(shelf);
    await rm(join(shelf, first!), { recursive: true });
    const written = await writeArchive(library.context, join(place, 'less.zip'));
    expect(written.missing.length).toBeGreaterThan(0);
    await library.close();
    const report = (await restoreArchive(join(place, 'less.zip'), join(place, 'Less.commonplace'), options)).report;
    expect(report.findings.map(({ check }) => check)).toContain('attachment-hash');
  });
});

async function edit(zip: JSZip, name: string, change: (text: string) => string): Promise<void> {
  const before = await zip.file(name)!.async('string');
  const after = change(before);
  expect(after).not.toBe(before);
  zip.file(name, after, { createFolders: false });
}
