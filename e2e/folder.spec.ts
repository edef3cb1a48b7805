import type { Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import { memoText, mod } from './acts';
import { expect, test } from './fixtures';
import { newLibrary } from './sample';

/** A folder of many files: the window is one's own while they come in, and one report says what became of each. */

const [many, twice, broken] = [1000, 20, 20];

const content = (index: number) => {
  const words = `Ledger ${index} of the harbour of Tarsk: ${index * 7} barges of grain, and nobody counted them twice.`;
  if (index % 3 === 0)
    return `<!doctype html><html><head><title>Ledger ${index}</title></head><body><article><h1>Ledger ${index}</h1><p>${words}</p><p>${words}</p></article></body></html>`;
  return index % 3 === 1 ? `# Ledger ${index}\n\n${words}\n\n- one\n- two\n` : `Ledger ${index}\n\n${words}\n`;
};
const extension = (index: number) => ['html', 'md', 'txt'][index % 3];

async function writeFolder(parent: string): Promise<string> {
  const folder = join(parent, 'Ledgers');
  await mkdir(join(folder, 'older'), { recursive: true });
  await writeFile(join(folder, '.hidden.txt'), 'What a program keeps for itself.');
  for (let index = 0; index < many; index += 1) {
    const isBroken = index >= many - broken;
    const source = index >= many - broken - twice && !isBroken ? index - 600 : index;
    const name = `${String(index).padStart(4, '0')}.${extension(source)}`;
    await writeFile(join(folder, index % 2 === 0 ? '' : 'older', name), isBroken ? '' : content(source));
  }
  return folder;
}

/** What kept the window from answering: tasks above 50 ms, and how long after a key was pressed its letter was painted. */
async function watchResponse(page: Page): Promise<() => Promise<Record<string, number>>> {
  await page.evaluate(() => {
    const seen = { tasks: [] as number[], keys: [] as number[] };
    Reflect.set(window, 'responseSeen', seen);
    new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
    const options: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 };
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') seen.keys.push(duration);
    }).observe(options);
  });
  return () =>
    page.evaluate(() => {
      const { tasks, keys } = Reflect.get(window, 'responseSeen') as { tasks: number[]; keys: number[] };
      const sorted = keys.toSorted((a, b) => a - b);
      return {
        longTasks: tasks.length,
        longestTaskMs: Math.round(Math.max(0, ...tasks)),
        longTasksMs: Math.round(tasks.reduce((sum, duration) => sum + duration, 0)),
        slowKeys: keys.length,
        keyP95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
      };
    });
}

const report = (page: Page) => page.getByRole('region', { name: 'Bringing in' });

test('a thousand files come in from a folder while one goes on writing', async ({ app, page }) => {
  test.setTimeout(600_000);
  const folder = await writeFolder(app.folder);
  await newLibrary(page, 'Ledgers');
  const response = await watchResponse(page);
  const begun = Date.now();
  await page.getByLabel('Folder to bring in').setInputFiles(folder);
  await expect(report(page).getByRole('status')).toContainText(`of ${many}`);
  await expect(report(page).getByRole('progressbar')).toBeVisible();
  await expect(report(page).getByRole('button', { name: 'Cancel' })).toBeVisible();

  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(memoText(page)).toBeFocused();
  const sentence = 'While the ledgers come in, this is written without a pause. ';
  for (let times = 0; times < 5; times += 1) await page.keyboard.type(sentence);
  await expect(memoText(page)).toContainText(sentence.repeat(5).trim());
  await expect(report(page).getByRole('status')).toContainText(`of ${many}`);
  const whileWriting = await response();

  await expect(report(page).getByRole('status')).toHaveText(
    `${many - twice - broken} brought in, ${twice} already there, ${broken} refused`,
    { timeout: 500_000 },
  );
  const seconds = (Date.now() - begun) / 1000;
  test.info().annotations.push({
    type: 'response',
    description: JSON.stringify({ whileWriting, all: await response(), filesPerSecond: Math.round(many / seconds) }),
  });
  process.stdout.write(`${test.info().annotations.at(-1)?.description}\n`);
  // What was refused stands first, all of it, each with its reason.
  const rows = report(page).getByRole('listitem');
  for (const index of [0, broken - 1]) await expect(rows.nth(index)).toContainText('The file is empty.');
  await expect(rows.nth(broken)).toContainText('Already there.');
  await expect(report(page)).toContainText('and 900 more');
  await report(page).getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: /^Sources / })).toContainText(String(many - twice - broken));
});

test('cancelling leaves what is in, whole, and nothing of the rest', async ({ app, page }) => {
  test.setTimeout(120_000);
  const folder = await writeFolder(app.folder);
  await newLibrary(page, 'Ledgers');
  await page.getByLabel('Folder to bring in').setInputFiles(folder);
  await expect(report(page).getByRole('status')).toContainText(/Bringing in (?:[5-9]|\d\d)/, { timeout: 60_000 });
  await report(page).getByRole('button', { name: 'Cancel' }).click();
  const status = report(page).getByRole('status');
  await expect(status).toHaveText(/^\d+ brought in,.* \d+ cancelled$/, { timeout: 30_000 });
  // Whether one of the broken files or of those that are there twice was among the first is chance.
  const said = (await status.textContent()) ?? '';
  const numbers = said.match(/\d+/g)?.map(Number) ?? [];
  expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(many);
  const [added = 0] = numbers;
  await expect(page.getByRole('button', { name: /^Sources / })).toContainText(String(added));
  const answer = await page.evaluate(() => window.commonplace.call['library.verify']({}));
  expect(answer).toMatchObject({ ok: true, value: { findings: [] } });
});

test('what needs more than files ordinarily may have is tried again on one’s word', async ({ page }) => {
  test.setTimeout(120_000);
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  const padding = `<!--${' '.repeat(81_000_000)}-->`;
  zip.file(
    'word/document.xml',
    `<w:document xmlns:w="w"><w:body>${padding}<w:p><w:r><w:t>The ledgers of all the harbours.</w:t></w:r></w:p></w:body></w:document>`,
  );
  const buffer = await zip.generateAsync({
    type: 'nodebuffer',
    compression: 'DEFLATE',
    compressionOptions: { level: 1 },
  });
  await newLibrary(page, 'Ledgers');
  await page.getByLabel('Files to bring in').setInputFiles([
    { name: 'all.docx', mimeType: 'application/octet-stream', buffer },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
  ]);
  await expect(report(page).getByRole('status')).toHaveText('2 refused');
  const tries = report(page).getByRole('button', { name: 'Try again with more time and memory' });
  await expect(tries).toHaveCount(1);
  await tries.click();
  await expect(report(page).getByRole('status')).toHaveText('1 brought in, 1 refused', { timeout: 60_000 });
  await expect(tries).toHaveCount(0);
  await report(page).getByRole('button', { name: 'all' }).click();
  await expect(page.getByRole('document', { name: 'Text of the source' })).toContainText('ledgers of all the harbours');
});
