import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findChromium } from '../src/main/shell/chromium/find';
import { mod, serious } from './acts';
import { expect, test } from './fixtures';
import { newLibrary, sampleTest } from './sample';

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Export “/ });

async function openExport(page: Page): Promise<void> {
  await page.keyboard.press(`${mod}+6`);
  await page.getByRole('listbox', { name: 'Memos', exact: true }).getByRole('option').first().click();
  await expect(page.getByRole('textbox', { name: /^Text of the memo/ })).toBeVisible();
  await page.keyboard.press(`${mod}+e`);
  await expect(dialogOf(page)).toBeVisible();
}

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await dialogOf(page).getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option }).click();
}

sampleTest(
  'a memo is seen before it is saved, as it was chosen, and the choice is remembered',
  async ({ page, app }, info) => {
    test.setTimeout(120_000);
    await openExport(page);
    const dialog = dialogOf(page);
    const preview = dialog.getByRole('region', { name: 'Preview' });
    await choose(page, 'Format', /^PDF/);
    await choose(page, 'Layout', /^Report/);
    await choose(page, 'Paper', /^Letter/);
    await dialog.getByLabel('Author').fill('Mira Vale');
    await dialog.getByText('Table of contents').click();
    const first = preview.getByRole('img', { name: /^Page 1 of/ });
    await expect(first).toHaveAttribute('data-drawn', 'true', { timeout: 30_000 });
    // Letter, not A4: what was chosen last is what is shown in the end.
    const shape = () => first.evaluate(({ clientWidth, clientHeight }) => (clientHeight / clientWidth).toFixed(2));
    await expect.poll(shape, { timeout: 30_000 }).toBe('1.29');
    expect(await serious(page), 'the dialog').toEqual([]);

    await choose(page, 'Format', /^Plain text/);
    await expect(preview.getByText(/Mira Vale/)).toBeVisible();
    await expect(dialog.getByLabel('Paper')).toHaveCount(0);
    await choose(page, 'Format', /^PDF/);
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog).toBeHidden();
    const { bytes } = await app.downloaded(/\.pdf$/);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const path = info.outputPath('memo.pdf');
    await writeFile(path, bytes);
    const text = await promisify(execFile)('pdftotext', [path, '-']).catch(() => null);
    if (text) expect(text.stdout).toContain('Mira Vale');

    await page.keyboard.press(`${mod}+e`);
    await expect(dialog.getByLabel('Author')).toHaveValue('Mira Vale');
    await expect(dialog.getByLabel('Layout')).toContainText('Report');
    await expect(dialog.getByRole('checkbox', { name: 'Table of contents' })).toBeChecked();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press(`${mod}+Alt+s`);
    await expect
      .poll(async () => (await readdir(app.downloads)).filter((name) => name.endsWith('.pdf')).length)
      .toBe(2);
  },
);

sampleTest(
  'an export that is stopped saves nothing, and the next one does; an empty memo says what comes first',
  async ({ page, app }) => {
    await openExport(page);
    const dialog = dialogOf(page);
    await choose(page, 'Format', /^Plain text/);
    await expect(dialog.getByRole('region', { name: 'Preview' }).locator('pre')).toBeVisible();
    await app.whileLibraryRests(async () => {
      await dialog.getByRole('button', { name: 'Export', exact: true }).click();
      await dialog.getByRole('button', { name: 'Stop' }).click();
      await expect(dialog.getByRole('button', { name: 'Export', exact: true })).toBeEnabled();
    });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog).toBeHidden();
    await app.downloaded(/\.txt$/);

    await page.keyboard.press(`${mod}+Alt+n`);
    await expect(page.getByRole('textbox', { name: /^Text of the memo Untitled/ })).toBeVisible();
    await page.keyboard.press(`${mod}+e`);
    await expect(dialog).toContainText('There is nothing in this memo yet');
    await page.keyboard.press('Escape');
    // Whatever was under way has long been answered: the memo was made and read after it.
    expect(await readdir(app.downloads)).toHaveLength(1);
  },
);

sampleTest(
  'an exported HTML page is accessible in light and dark, runs nothing and asks for nothing',
  async ({ page, app }, info) => {
    await openExport(page);
    const dialog = dialogOf(page);
    await choose(page, 'Format', /^HTML/);
    await dialog.getByLabel('Summary').fill('In short.');
    await dialog.getByText('Table of contents').click();
    // The file itself, with its look, in a frame that runs nothing and leads nowhere.
    const frame = dialog.getByRole('region', { name: 'Preview' }).locator('iframe');
    await expect(frame).toHaveAttribute('sandbox', 'allow-same-origin');
    await expect(frame).toHaveAttribute('inert');
    const summary = frame.contentFrame().locator('.summary');
    await expect(summary).toContainText('In short.');
    await expect(summary).toHaveCSS('border-top-style', 'solid');
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    const path = info.outputPath('memo.html');
    await writeFile(path, (await app.downloaded(/\.html$/)).bytes);
    const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: ['--no-sandbox'] });
    try {
      const shown = await (await browser.newContext()).newPage();
      const requests: string[] = [];
      shown.on('request', (request) => requests.push(request.url()));
      for (const colorScheme of ['light', 'dark'] as const) {
        await shown.emulateMedia({ colorScheme });
        await shown.goto(pathToFileURL(path).href);
        const { violations } = await new AxeBuilder({ page: shown }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      }
      expect(new Set(requests)).toEqual(new Set([pathToFileURL(path).href]));
      await shown.keyboard.press('Tab');
      await shown.keyboard.press('Enter');
      expect(new URL(shown.url()).hash).toBe('#text');
      await shown.locator('[role=doc-noteref]').first().click();
      expect(new URL(shown.url()).hash).toBe('#note-1');
      await shown.locator('[role=doc-backlink]').first().click();
      expect(new URL(shown.url()).hash).toBe('#reference-1');
    } finally {
      await browser.close();
    }
  },
);

test('a memo is made of the events, each cited, and an empty library says what comes first', async ({ page }) => {
  await newLibrary(page, 'Empty');
  await page.keyboard.press(`${mod}+Alt+t`);
  const dialog = page.getByRole('dialog', { name: 'New memo from a template' });
  await dialog.getByRole('button', { name: 'Make the memo' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There are no events in the library yet.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

sampleTest('a chronology in the sample holds its events with citations', async ({ page }) => {
  await page.keyboard.press(`${mod}+Alt+t`);
  await page.getByRole('button', { name: 'Make the memo' }).click();
  const memo = page.getByRole('textbox', { name: /^Text of the memo Chronology/ });
  await expect(
    memo.getByRole('columnheader', { name: 'What happened' }).or(memo.getByText('What happened')).first(),
  ).toBeVisible();
  await expect(memo.getByRole('button', { name: /^Citation/ }).first()).toBeVisible();
});

sampleTest(
  'a Word template is chosen, refused where it is none, remembered and removed',
  async ({ page, app }, info) => {
    test.setTimeout(90_000);
    await openExport(page);
    const dialog = dialogOf(page);
    await choose(page, 'Format', /^Word/);
    const chooser = dialog.getByLabel('Word file to use as the template');
    const notWord = info.outputPath('notes.docx');
    await writeFile(notWord, 'not a Word file');
    await chooser.setInputFiles(notWord);
    await expect(dialog.getByRole('alert')).toContainText('“notes.docx” cannot be a Word template');

    // A Word file of ours is a template like any other.
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog).toBeHidden();
    const { bytes } = await app.downloaded(/\.docx$/);
    const house = info.outputPath('House style.docx');
    await writeFile(house, bytes);
    await page.keyboard.press(`${mod}+e`);
    await chooser.setInputFiles(house);
    await expect(dialog.getByText('House style.docx')).toBeVisible();
    await expect(dialog.getByLabel('Paper')).toHaveCount(0);
    expect(await serious(page), 'the dialog').toEqual([]);
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await expect(dialog).toBeHidden();

    await page.keyboard.press(`${mod}+e`);
    await expect(dialog.getByText('House style.docx')).toBeVisible();
    await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(dialog.getByText('House style.docx')).toHaveCount(0);
    await expect(dialog.getByLabel('Paper', { exact: true })).toBeVisible();
  },
);
