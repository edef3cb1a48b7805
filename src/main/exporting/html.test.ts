import { AxeBuilder } from '@axe-core/playwright';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../shell/chromium/find';
import { memoDocument, prepareFixture } from './fixture';
import { writeHtml } from './html';

const executablePath = findChromium();

describe.skipIf(!executablePath)('the HTML page in Chromium', () => {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'commonplace-html-'));
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is accessible in light and dark, runs nothing and asks for nothing', { timeout: 120_000 }, async () => {
    const memo = await prepareFixture('chicago-notes', memoDocument, 'en-GB', false, {
      subtitle: 'An account',
      author: 'Mira Vale',
      summary: 'In short.',
      contents: true,
      numberedHeadings: true,
    });
    const path = join(folder, 'memo.html');
    await writeFile(path, writeHtml(memo));
    const context = await browser.newContext();
    const page = await context.newPage();
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
  });
});
