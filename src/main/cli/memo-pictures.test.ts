import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestNouns } from '../library/common/testing';
import { temporaryFolder } from '../library/testing';
import { keepMarkdownPictures } from './memo-pictures';

/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

describe('the pictures of a Markdown file', () => {
  it('come in from its folder and from the text; what lies elsewhere, or is none, does not', async () => {
    const { call } = await openTestNouns();
    const place = await temporaryFolder();
    const folder = join(place, 'memo');
    await mkdir(join(folder, 'maps'), { recursive: true });
    await writeFile(join(folder, 'maps', 'a strait.png'), png);
    await writeFile(join(place, 'outside.png'), png);
    await symlink(join(place, 'outside.png'), join(folder, 'link.png'));
    await symlink(place, join(folder, 'up'));
    await writeFile(join(folder, 'drawing.svg'), '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    await writeFile(join(folder, 'page.png'), '<!doctype html><script>alert(1)</script>');
    const markdown = [
      '![A strait](maps/a%20strait.png "At low water")',
      `![Red](data:image/png;base64,${png.toString('base64')})`,
      '![Out](../outside.png)',
      '![Link](link.png)',
      '![Up](up/outside.png)',
      `![Absolute](${join(place, 'outside.png')})`,
      '![Web](https://example.org/x.png)',
      '![Drawing](drawing.svg)',
      '![Page](page.png)',
      '![Folder](maps)',
    ].join('\n\n');
    const file = join(folder, 'memo.md');
    const kept = await keepMarkdownPictures(call, file, markdown);
    expect(kept.warnings).toEqual([
      expect.stringMatching(/drawing\.svg.*SVG files can carry scripts/),
      expect.stringMatching(/page\.png.*no picture that a memo can hold/),
    ]);
    const { memo, warnings } = await call('memos.importMarkdown', {
      fileName: 'memo.md',
      text: kept.text,
      pictures: kept.pictures,
    });
    const pictures = memo.document.blocks.filter((block) => block.type === 'image');
    expect(pictures).toMatchObject([
      { alt: 'A strait', caption: [{ text: 'At low water' }] },
      { alt: 'Red', caption: [] },
    ]);
    expect(warnings).toHaveLength(6);
    const read = await call('memos.image', { sha256: pictures[0]!.sha256 });
    expect([...read.bytes]).toEqual([...png]);
  });

  it('are looked for up to a number', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `![](p${n}.png)`).join('\n\n');
    const folder = await temporaryFolder();
    const { warnings } = await keepMarkdownPictures(
      () => Promise.reject(new Error('nothing is kept')),
      join(folder, 'memo.md'),
      many,
    );
    expect(warnings).toEqual([expect.stringContaining('300 pictures; the first 200')]);
  });
});
