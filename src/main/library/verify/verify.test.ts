import { execFileSync } from 'node:child_process';
import { rm, symlink, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { attachmentPath, readAttachment, storeAttachment } from '../attachments';
import type { Derived } from '../changes/types';
import { sha256 } from '../common/rows';
import { Connection } from '../db/driver';
import { libraryPaths } from '../open';
import { openTestLibrary, type TestLibrary } from '../testing';
import { verifyLibrary } from './verify';

const text = 'The harbour was closed at dawn.\n\nNobody said why.';

/** One source with its original file, one snapshot and one quotation: "closed at dawn". */
async function filled(): Promise<TestLibrary & { hash: string }> {
  const library = await openTestLibrary({ derived: [] });
  const hash = await storeAttachment(library.folder, Buffer.from(text));
  await library.context.change({ label: 'Import' }, async (change) => {
    const source = await change.insert('source', {
      citation_key: 'harbour',
      csl: '{}',
      type: 'article',
      title: 'Harbour',
      authors: '',
      publisher: '',
      issued: '',
      short_citation: '',
    });
    const file = { source_id: source, file_name: 'a.txt', media_type: 'text/plain', bytes: text.length, sha256: hash };
    const attachment = await change.insert('attachment', file);
    const snapshot = await change.insert('snapshot', {
      source_id: source,
      attachment_id: attachment,
      captured_at: change.now,
      text,
      blocks: '[]',
      characters: text.length,
      paragraphs: 2,
      language: 'en',
      sha256: sha256(text),
    });
    await change.insert('excerpt', {
      source_id: source,
      snapshot_id: snapshot,
      kind: 'quotation',
      text: 'closed at dawn',
      start_offset: 16,
      end_offset: 30,
      exact: 'closed at dawn',
      prefix: '',
      suffix: '',
      colour: 'none',
      note: '',
      text_sha256: sha256('closed at dawn'),
      snapshot_sha256: sha256(text),
    });
  });
  return { ...library, hash };
}

/** Writes past everything, as a damaged disk or another program would. */
async function tamper(library: TestLibrary, sql: string): Promise<void> {
  const connection = await Connection.open(libraryPaths(library.folder).database, { mode: 'write' });
  await connection.run('PRAGMA foreign_keys = OFF');
  await connection.run(sql);
  await connection.close();
}

const checks = async (library: TestLibrary, derived: readonly Derived[] = []) =>
  (await verifyLibrary(library.context, derived)).findings.map((finding) => finding.check);

describe('verifying', () => {
  it('finds nothing wrong with a sound library, and says what it looked at', async () => {
    const report = await verifyLibrary((await filled()).context, []);
    expect(report).toEqual({
      ok: true,
      findings: [],
      checked: {
        integrity: 1,
        'foreign-key': 1,
        schema: 1,
        'snapshot-hash': 1,
        'excerpt-hash': 1,
        'attachment-hash': 1,
      },
    });
  });

  it.each([
    ['a letter of a snapshot', `UPDATE snapshot SET text = replace(text, 'dawn', 'dusk')`, 'snapshot-hash'],
    ['a letter of a quotation', `UPDATE excerpt SET text = 'closed at dusk'`, 'excerpt-hash'],
    ['a quotation and its hash', `UPDATE excerpt SET text = 'x', text_sha256 = '${sha256('x')}'`, 'excerpt-hash'],
    ['the place of an excerpt', 'UPDATE excerpt SET start_offset = 15', 'excerpt-hash'],
    ['the snapshot an excerpt names', `UPDATE excerpt SET snapshot_sha256 = 'x'`, 'excerpt-hash'],
    ['a reference', `UPDATE snapshot SET source_id = 'gone'`, 'foreign-key'],
    ['the schema', 'CREATE TABLE extra (x)', 'schema'],
  ])('finds a change of %s', async (_, sql, check) => {
    const library = await filled();
    await tamper(library, sql);
    expect(await checks(library)).toContain(check);
  });

  it('finds an original file that was changed or is gone', async () => {
    const library = await filled();
    const path = attachmentPath(library.folder, library.hash);
    await writeFile(path, text.replace('dawn', 'dusk'));
    expect(await checks(library)).toEqual(['attachment-hash']);
    await rm(path);
    expect(await checks(library)).toEqual(['attachment-hash']);
  });

  it('asks derived data, and takes a check that fails for a finding', async () => {
    const library = await filled();
    const derive = async () => {};
    const finding = { check: 'search-index', message: 'One entry is missing.' };
    expect(await checks(library, [{ derive, verify: async () => [finding] }])).toEqual(['search-index']);
    expect(await checks(library, [{ derive, verify: () => Promise.reject(new Error('no')) }])).toEqual(['derived']);
  });
});

describe('attachments', () => {
  it('are kept once, and read back as they were', async () => {
    const { folder, hash } = await filled();
    expect(await storeAttachment(folder, Buffer.from(text))).toBe(hash);
    expect(Buffer.from(await readAttachment(folder, hash)).toString()).toBe(text);
    expect(await storeAttachment(folder, new Uint8Array())).toBe(sha256(''));
  });

  it('say that they are damaged or missing, and are repaired by storing them again', async () => {
    const { folder, hash } = await filled();
    await writeFile(attachmentPath(folder, hash), text.replace('dawn', 'dusk'));
    await expect(readAttachment(folder, hash)).rejects.toMatchObject({ code: 'library-damaged' });
    await storeAttachment(folder, Buffer.from(text));
    expect(Buffer.from(await readAttachment(folder, hash)).toString()).toBe(text);
    await expect(readAttachment(folder, sha256('else'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(readAttachment(folder, '../../etc/passwd')).rejects.toMatchObject({ code: 'bad-input' });
  });
});

it.skipIf(process.platform === 'win32')(
  'follows no link or pipe that stands where an original should, and ends',
  async () => {
    for (const replace of [
      (path: string) => symlink('/dev/zero', path),
      async (path: string) => void execFileSync('mkfifo', [path]),
    ]) {
      const { context, folder, hash } = await filled();
      const path = attachmentPath(folder, hash);
      await rm(path);
      await replace(path);
      const { findings } = await verifyLibrary(context);
      expect(findings).toMatchObject([
        { check: 'attachment-hash', message: expect.stringContaining('changed or damaged') },
      ]);
      await expect(readAttachment(folder, hash)).rejects.toMatchObject({ code: 'library-damaged' });
    }
  },
);
