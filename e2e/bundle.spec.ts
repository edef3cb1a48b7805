import { chromium, type Page } from '@playwright/test';
import JSZip from 'jszip';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MemoDocument } from '../src/shared/memo/document';
import { expect, test } from './fixtures';
import { newLibrary } from './sample';

/** The evidence bundle, as an editor without the app reads it: from the disk, in a browser. */

const hostile = '<script>document.title="run"</script> & "quoted" \u202e';

/** A memo that cites two excerpts that overlap, a paragraph, and a place that no text tells. */
async function writeMemo(page: Page): Promise<void> {
  await page.evaluate(async (title) => {
    const { call } = window.commonplace;
    const value = <T>(answer: { ok: boolean; value?: T; error?: unknown }): T => {
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.value as T;
    };
    const paragraphs = [`The gate was shut at noon. ${title}`, 'Nobody saw who shut it.', 'Rain fell all day.'];
    const text = `${'Before it. '.repeat(400)}\n\n${paragraphs.join('\n\n')}\n\n${'After it. '.repeat(400)}`;
    const { sourceId } = value(await call['imports.text']({ jobId: 'one', title, text }));
    const quote = async (words: string) =>
      value(await call['excerpts.quote']({ sourceId, quote: words })) as { id: string };
    const shut = await quote('The gate was shut at noon.');
    const noon = await quote('shut at noon.');
    const cite = (id: string, excerptId: string | null, label: 'paragraph' | 'page', locator: string) => ({
      type: 'citation' as const,
      id,
      marks: [],
      items: [{ sourceId, excerptId, label, locator, prefix: '', suffix: '', suppressAuthor: false }],
    });
    const words = (said: string) => ({ type: 'text' as const, text: said, formats: [], marks: [] });
    const memo = value(await call['memos.create']({ title: `The gate ${title}` }));
    const document: MemoDocument = {
      version: memo.document.version,
      blocks: [
        {
          type: 'paragraph',
          children: [
            words('It was shut '),
            cite('c1', shut.id, 'paragraph', '2'),
            words(' at noon '),
            cite('c2', noon.id, 'paragraph', '2'),
            words(' in the rain '),
            cite('c3', null, 'paragraph', '4'),
            words(' as page nine says '),
            cite('c4', null, 'page', '9'),
          ],
        },
      ],
    };
    value(await call['memos.save']({ id: memo.id, version: memo.version, document }));
  }, hostile);
}

test('the evidence bundle opens from the disk, asks for nothing, and every citation lands on its passage', async ({
  app,
  page,
}) => {
  await newLibrary(page, 'Evidence');
  await writeMemo(page);
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('button', { name: /^Memos/ })
    .click();
  await page.getByRole('option', { name: /The gate/ }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /Evidence bundle/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Evidence bundle' });
  await dialog.getByRole('checkbox', { name: 'PDF' }).click();
  await dialog.getByRole('button', { name: 'Make bundle' }).click();
  await expect(dialog.getByText(/3 passages/)).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Done' }).click();

  const { bytes } = await app.downloaded(/evidence\.zip$/);
  const folder = join(app.folder, 'bundle');
  const zip = await JSZip.loadAsync(bytes);
  for (const file of Object.values(zip.files)) {
    const path = join(folder, file.name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await file.async('nodebuffer'));
  }
  await readBundle(pathToFileURL(join(folder, 'index.html')).href);
});

async function readBundle(index: string): Promise<void> {
  const shell = pathToFileURL(join(import.meta.dirname, '..', 'out/main/chromium-shell.js')).href;
  const { findChromium } = (await import(shell)) as { findChromium(): string | null };
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined });
  try {
    const reader = await browser.newPage();
    const asked: string[] = [];
    reader.on('request', (request) => {
      if (!request.url().startsWith('file:')) asked.push(request.url());
    });
    reader.on('console', (message) => asked.push(message.text()));
    await reader.goto(index);
    await expect(reader.getByRole('heading', { level: 1 })).toContainText('<script>document.title="run"</script>');
    const links = await reader.locator('a.local[href^="sources/"]').evaluateAll((all) => all.map((a) => a.outerHTML));
    // Four citations, each in the text and in its note.
    expect(links).toHaveLength(8);
    const landed: string[] = [];
    for (let number = 0; number < links.length; number++) {
      await reader.goto(index);
      await reader.locator('a.local[href^="sources/"]').nth(number).click();
      landed.push(await litUp(reader));
    }
    const passages = [
      'The gate was shut at noon.',
      'shut at noon.',
      'Rain fell all day.',
      'The memo cites p. 9 of this source and names no excerpt; the text kept here does not say where that is. Compare with the original.',
    ];
    expect(landed).toEqual([...passages, ...passages]);
    expect(await reader.title()).not.toBe('run');
    await reader.goto(index.replace('index.html', 'sources.html'));
    await expect(reader.getByRole('listitem')).toHaveCount(1);
    expect(asked).toEqual([]);
  } finally {
    await browser.close();
  }
}

/** What the page lights up, which is in sight. */
async function litUp(reader: Page): Promise<string> {
  return reader.evaluate(() => {
    const lit = [...document.querySelectorAll('mark, p.note')].filter(
      (each) => getComputedStyle(each).backgroundColor === 'rgb(243, 214, 118)',
    );
    const inSight = lit.every((each) => {
      const { top, bottom } = each.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    return inSight ? lit.map((each) => each.textContent).join('') : `out of sight: ${lit.length}`;
  });
}
