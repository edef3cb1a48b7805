import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MemoDocument } from '../../../../shared/memo/document';
import { inspectImage, mostImageBytes } from '../../../../shared/memo/images';
import { restoreArchive } from '../../archive/restore';
import { writeArchive } from '../../archive/write';
import { attachmentPath, storeAttachment } from '../../attachments';
import { memoOf, openTestNouns } from '../../common/testing';
import { exportsHandlers } from '../../exports/handlers';
import { derived } from '../../derived';
import { openLibrary, silentLog } from '../../open';
import { temporaryFolder, testStart } from '../../testing';
import { verifyLibrary } from '../../verify/verify';

/** One red pixel. */
const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const withHeader = (width: number, height: number) => {
  const changed = png.slice();
  new DataView(changed.buffer).setUint32(16, width);
  new DataView(changed.buffer).setUint32(20, height);
  return changed;
};
const text = (value: string) => new TextEncoder().encode(value);

async function memoWithPicture() {
  const nouns = await openTestNouns();
  const { sha256, mediaType, width, height } = await nouns.call('memos.addImage', { bytes: png });
  const document: MemoDocument = {
    ...memoOf('Words'),
    blocks: [
      {
        type: 'image',
        id: 'map',
        sha256,
        mediaType,
        pixels: { width, height },
        alt: '<b>\u202Emap',
        width: 0.5,
        caption: [{ type: 'text', text: 'A map', formats: [], marks: [] }],
      },
    ],
  };
  const { id } = await nouns.call('memos.create', { title: 'Maps', document });
  const isThere = () =>
    stat(attachmentPath(nouns.library.folder, sha256)).then(
      () => true,
      () => false,
    );
  const exported = (format: 'html' | 'txt') =>
    exportsHandlers(nouns.library.context)['exports.memo']({ memoId: id, format });
  return { ...nouns, sha256, document, id, isThere, exported };
}

describe('a picture', () => {
  it('is kept once, and given back to the byte', async () => {
    const { call, sha256, id, document, exported } = await memoWithPicture();
    expect((await call('memos.addImage', { bytes: png })).sha256).toBe(sha256);
    const read = await call('memos.image', { sha256 });
    expect([...read.bytes]).toEqual([...png]);
    expect(read.mediaType).toBe('image/png');
    expect((await call('memos.get', { id })).document).toEqual(document);
    const { files, warnings } = await exported('html');
    expect(new TextDecoder().decode(files[0]?.bytes)).toContain('data:image/png;base64,iVBORw0');
    expect(warnings).toEqual([]);
  });

  it('is refused if it is none, or not whole', async () => {
    const { call } = await openTestNouns();
    const refused: [string, Uint8Array, string][] = [
      ['HTML that is called a PNG', text('<!doctype html><script>alert(1)</script>'), 'bad-input'],
      ['a signature and HTML', new Uint8Array([...png.slice(0, 8), ...text('<script>alert(1)</script>')]), 'bad-input'],
      ['SVG', text('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'bad-input'],
      ['one cut short', png.slice(0, -20), 'bad-input'],
      ['one of a hundred megapixels', withHeader(10_000, 10_000), 'too-large'],
      ['one of no pixels', withHeader(0, 7), 'bad-input'],
      ['nothing', new Uint8Array(), 'bad-input'],
      ['a GIF', text('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;'), 'bad-input'],
    ];
    for (const [what, bytes, code] of refused) {
      await expect(call('memos.addImage', { bytes }), what).rejects.toMatchObject({
        code,
        message: expect.stringMatching(/^[^.]+\. .+\.$/s),
      });
    }
  });

  it('is refused if it has too many bytes, and says why SVG is', () => {
    expect(inspectImage(new Uint8Array(mostImageBytes + 1))).toEqual({ problem: 'bytes' });
    expect(inspectImage(text('<svg viewBox="0 0 1 1">'))).toEqual({ problem: 'svg' });
  });

  it('is none if a memo from elsewhere names another file', async () => {
    const { call, library } = await memoWithPicture();
    const other = await storeAttachment(library.folder, text('%PDF-1.7 secret'));
    await expect(call('memos.image', { sha256: other })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('stays as long as a memo or a state of it shows it, and goes with the last when the Trash is emptied', async () => {
    const { call, library, id, isThere, document } = await memoWithPicture();
    const copy = await call('memos.create', { title: 'Copy', document });
    await call('memos.save', { id, version: 0, document: memoOf('No picture any more') });
    // The state with the picture was kept, as a save that takes one out always does.
    expect((await call('memos.revisions', { id })).length).toBe(1);
    await call('memos.trash', { id: copy.id });
    await call('trash.empty', {});
    expect(await isThere()).toBe(true);
    const [revision] = await call('memos.revisions', { id });
    expect((await call('memos.restoreRevision', { revisionId: revision!.id })).document).toEqual(document);
    await call('memos.trash', { id });
    expect(await isThere()).toBe(true);
    await call('trash.empty', {});
    expect(await isThere()).toBe(false);
    expect((await verifyLibrary(library.context, derived)).findings).toEqual([]);
  });

  it('travels with the archive, and is missed where it is gone or damaged', async () => {
    const { library, sha256, exported } = await memoWithPicture();
    const place = await temporaryFolder();
    const path = join(place, 'memos.zip');
    expect(await writeArchive(library.context, path)).toMatchObject({ attachments: 1, missing: [] });
    const options = { clock: () => testStart, log: silentLog };
    const folder = join(place, 'Again.commonplace');
    expect(await restoreArchive(path, folder, options)).toMatchObject({ attachments: 1, report: { ok: true } });
    const again = await openLibrary(folder, { ...options, trusted: true });
    expect((await stat(attachmentPath(folder, sha256))).size).toBe(png.length);
    await again.close();

    await writeFile(attachmentPath(library.folder, sha256), 'damaged');
    expect((await verifyLibrary(library.context, derived)).findings).toMatchObject([
      { check: 'attachment-hash', message: expect.stringContaining('picture') },
    ]);
    const { files, warnings } = await exported('txt');
    expect(warnings).toEqual([expect.stringContaining('picture')]);
    expect(new TextDecoder().decode(files[0]?.bytes)).toContain('A map');
  });
});
