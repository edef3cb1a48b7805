import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attachmentPath, storeAttachment } from '../attachments';
import { openTestNouns } from '../common/testing';
import { addAttachment } from '../sources/store';

async function withAttachment(bytes: Uint8Array) {
  const nouns = await openTestNouns();
  const { context } = nouns.library;
  const { sourceId } = await nouns.source('Senn', 'The ferry at Senn.');
  const sha256 = await storeAttachment(context.folder, bytes);
  const id = await context.change({ label: 'Attach' }, (change) =>
    addAttachment(change, {
      sourceId,
      fileName: 'senn.pdf',
      mediaType: 'application/pdf',
      bytes: bytes.length,
      sha256,
    }),
  );
  return { ...nouns, id, path: attachmentPath(context.folder, sha256) };
}

describe('attachments.read', () => {
  it('gives an original in parts that make the whole', async () => {
    const original = Uint8Array.from({ length: 2500 }, (_, index) => index % 251);
    const { call, id } = await withAttachment(original);
    const parts: number[] = [];
    for (let offset = 0; offset < original.length; offset += 1000) {
      const { bytes, total } = await call('attachments.read', { id, offset, length: 1000 });
      expect(total).toBe(2500);
      parts.push(...bytes);
    }
    expect(Uint8Array.from(parts)).toEqual(original);
    expect((await call('attachments.read', { id, offset: 9000 })).bytes).toHaveLength(0);
  });

  it('says that the file is gone', async () => {
    const { call, id, path } = await withAttachment(new Uint8Array([1, 2, 3]));
    rmSync(path);
    await expect(call('attachments.read', { id })).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('missing from the library’s attachments folder'),
    });
  });

  it('gives nothing of a file that was changed, also after a part of it was read', async () => {
    const { call, id, path } = await withAttachment(new Uint8Array([1, 2, 3]));
    await call('attachments.read', { id });
    writeFileSync(path, new Uint8Array([1, 2, 4]));
    await expect(call('attachments.read', { id })).rejects.toMatchObject({ code: 'library-damaged' });
  });

  it('follows no link out of the library, and reads no folder', async () => {
    const { call, id, path } = await withAttachment(new Uint8Array([1, 2, 3]));
    rmSync(path);
    symlinkSync('/etc/hostname', path);
    await expect(call('attachments.read', { id })).rejects.toMatchObject({ code: 'library-damaged' });
    rmSync(path);
    mkdirSync(path);
    await expect(call('attachments.read', { id })).rejects.toMatchObject({ code: 'library-damaged' });
  });
});

describe('attachments.pdfResource', () => {
  it('gives what is part of pdf.js, and nothing else', async () => {
    const { call } = await openTestNouns();
    expect((await call('attachments.pdfResource', { kind: 'font', name: 'FoxitSerif.pfb' })).length).toBeGreaterThan(
      1000,
    );
    for (const name of ['../package.json', '..', '.', 'constructor', '/etc/passwd', 'FoxitSerif.pfb\0'])
      await expect(call('attachments.pdfResource', { kind: 'font', name })).rejects.toMatchObject({
        code: 'not-found',
      });
  });
});
