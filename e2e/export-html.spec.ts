import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { memoDocument, prepareFixture } from '../src/main/exporting/fixture';
import { writeHtml } from '../src/main/exporting/html';
import { findChromium } from '../src/main/shell/chromium/find';
import { expect, test } from './fixtures';

const executablePath = findChromium();

test('an exported HTML page is accessible in light and dark, runs nothing and asks for nothing', async ({}, info) => {
  test.skip(!executablePath, 'no Chromium on this machine');
  const memo = await prepareFixture('chicago-notes', memoDocument, 'en-GB', false, {
    subtitle: 'An account',
    author: 'Mira Vale',
    summary: 'In short.',
    contents: true,
    numberedHeadings: true,
  });
  const path = info.outputPath('memo.html');
  await writeFile(path, writeHtml(memo));
  const browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext()).newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('dialog', () => requests.push('dialog'));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(pathToFileURL(path).href);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
    expect(new Set(requests)).toEqual(new Set([pathToFileURL(path).href]));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#text');
    await page.locator('[role=doc-noteref]').first().click();
    expect(new URL(page.url()).hash).toBe('#note-1');
    await page.locator('[role=doc-backlink]').first().click();
    expect(new URL(page.url()).hash).toBe('#reference-1');
  } finally {
    await browser.close();
  }
});
