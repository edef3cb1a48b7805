import type { Page } from '@playwright/test';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, expect, test } from './fixtures';

/** What stands in the profile beside Chromium's own files: which libraries are known, and what the window finds again. */
const librariesFile = 'libraries.json';
const windowFile = 'window.json';

/** Opens the sample library from the welcome screen, as a newcomer does. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample library' }).click();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible({ timeout: 30_000 });
}

/** Makes an empty library from the welcome screen. */
export async function newLibrary(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New library' }).click();
  await page.getByLabel('Name of the new library').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible({ timeout: 30_000 });
}

/** Goes to a noun by the sidebar. */
export async function goTo(page: Page, noun: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('button', { name: new RegExp(`^${noun} `) })
    .click();
}

/**
 * For tests that begin with the sample library: the app opens with it, as somebody left it who had opened it from the
 * welcome screen. That is done once for all tests of a worker; each gets a copy.
 */
export const sampleTest = test.extend<object, { openedSample: App }>({
  openedSample: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'commonplace-e2e-sample-'));
      const app = new App(folder);
      await app.makeFolders();
      await app.start();
      await openSample(app.page);
      await expect
        .poll(() => readFile(join(app.profile, windowFile), 'utf8').catch(() => ''))
        .toMatch(/"lastLibrary":"[^"]/);
      await app.close();
      await use(app);
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  prepare: async ({ openedSample }, use) => use((app) => copyOf(openedSample, app)),
  page: async ({ page }, use) => {
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible({ timeout: 30_000 });
    await use(page);
  },
});

async function copyOf(from: App, to: App): Promise<void> {
  await cp(from.documents, to.documents, { recursive: true });
  for (const name of [librariesFile, windowFile]) {
    const text = await readFile(join(from.profile, name), 'utf8');
    // Libraries are known by their folders.
    await writeFile(join(to.profile, name), text.replaceAll(from.folder, to.folder));
  }
}
