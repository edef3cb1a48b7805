import type { Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type App } from './fixtures';
import { all, captureAgain, edited, passages, text, withExcerpts } from './recaptured';
import { newLibrary, openSample } from './sample';

/**
 * `npm run screenshots`: the pictures of the README into docs/images/, and every main screen in every size and theme, with
 * a full and an empty library, into test-results/screens/ (not kept), for eyes to go over after a change of the look.
 */

const root = join(import.meta.dirname, '..');
const images = join(root, 'docs', 'images');
const screens = join(root, 'test-results', 'screens');
const mod = process.platform === 'darwin' ? 'Meta' : 'Control';

/** Waits until fonts are there and nothing moves, and takes the picture without caret. */
async function take(page: Page, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
}

const option = (page: Page, list: string, name: RegExp) =>
  page.getByRole('listbox', { name: list, exact: true }).getByRole('option', { name }).first();

/** Goes to a noun by its key and, in the full library, opens one of it. */
async function show(page: Page, key: number, list: string, name?: RegExp): Promise<void> {
  await page.keyboard.press(`${mod}+${key}`);
  await expect(
    page
      .getByRole('heading', { name: new RegExp(`^${list}`) })
      .or(page.getByText(list).first())
      .first(),
  ).toBeVisible();
  if (!name) return;
  await option(page, list, name).click();
  await expect(page.locator('main :is(article, [role=document], [contenteditable=true])').first()).toBeVisible();
}

/** The reader with an excerpt open beside its line. */
async function openExcerpt(page: Page): Promise<void> {
  await show(page, 1, 'Sources', /Gunman kills guard/);
  const head = page.getByRole('button', { name: /an act of terror against the whole/ });
  await head.click();
  await expect(head).toHaveAttribute('aria-expanded', 'true');
  await head.evaluate((element) => element.blur());
}

/** The memo, and a source it quotes beside it. */
async function openMemoBeside(page: Page): Promise<void> {
  await show(page, 6, 'Memos', /./);
  const text = page.getByRole('textbox', { name: /^Text of the memo/ });
  await text
    .getByRole('button', { name: /show in the source/ })
    .first()
    .click();
  await expect(page.getByRole('complementary', { name: 'Second pane' }).getByRole('document')).toBeVisible();
  await text.evaluate((element) => element.closest('[class*=scroll]')?.scrollTo(0, 0));
}

test('pictures for the README', async ({ page }) => {
  test.setTimeout(120_000);
  await mkdir(images, { recursive: true });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expect(page.getByRole('button', { name: 'Open the sample library' })).toBeVisible();
  await take(page, join(images, 'welcome.png'));
  await openSample(page);
  await openExcerpt(page);
  await take(page, join(images, 'reader.png'));
  await show(page, 3, 'Claims', /about eleven minutes/);
  await take(page, join(images, 'claim.png'));
  await openMemoBeside(page);
  await take(page, join(images, 'memo.png'));
});

const sizes = [
  [1280, 800],
  [1920, 1080],
  [800, 600],
] as const;

/** Every main screen of the library that is open, in the present size and theme. */
async function everyScreen(page: Page, full: boolean, folder: string): Promise<void> {
  const picture = (name: string) => take(page, join(folder, `${name}.png`));
  if (full) await openExcerpt(page);
  else await show(page, 1, 'Sources');
  await picture('1-sources');
  await show(page, 2, 'Excerpts', full ? /./ : undefined);
  await picture('2-excerpts');
  await show(page, 3, 'Claims', full ? /about eleven minutes/ : undefined);
  await picture('3-claims');
  await show(page, 4, 'Actors', full ? /Dorsev/ : undefined);
  await picture('4-actors');
  await show(page, 5, 'Events', full ? /Attack on/ : undefined);
  await picture('5-events');
  await show(page, 6, 'Memos', full ? /./ : undefined);
  await picture('6-memos');
  if (full) {
    await openMemoBeside(page);
    await picture('7-memo-beside');
    await page.keyboard.press(`${mod}+Shift+\\`);
  }
  await page.keyboard.press(`${mod}+Shift+f`);
  if (full) {
    await page.keyboard.type('embasy atack');
    await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option').first()).toBeVisible();
  }
  await picture('8-search');
  await page.keyboard.press(`${mod}+k`);
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
  await picture('9-palette');
  await page.keyboard.press('Escape');
  await page.keyboard.press(`${mod}+,`);
  await expect(page.getByRole('article', { name: 'Settings' })).toBeVisible();
  await picture('10-settings');
  await runCommand(page, 'Go to the Trash');
  await picture('11-trash');
  if (!full) return;
  await show(page, 1, 'Sources', /Gunman kills guard/);
  await page.getByRole('button', { name: 'Edit details' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture('12-details');
  await page.keyboard.press('Escape');
  await page.keyboard.press(`${mod}+Shift+e`);
  await page.getByLabel('Quotation').fill('The gunman was no employee of the embassy');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(page.getByRole('alert')).toBeVisible();
  await picture('13-by-its-words');
  await page.keyboard.press('Escape');
}

async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press(`${mod}+k`);
  await page.keyboard.type(`>${title}`);
  await page.getByRole('option', { name: title }).first().click();
}

async function inEverySize(
  app: App,
  name: string,
  visit: (page: Page, folder: string) => Promise<void>,
): Promise<void> {
  for (const [width, height] of sizes) {
    for (const theme of ['light', 'dark'] as const) {
      await app.page.setViewportSize({ width, height });
      await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const folder = join(screens, `${name}-${width}-${theme}`);
      await mkdir(folder, { recursive: true });
      await visit(app.page, folder);
    }
  }
}

test('every screen of the sample library', async ({ app, page }) => {
  test.setTimeout(600_000);
  await inEverySize(app, 'welcome', (now, folder) => take(now, join(folder, 'welcome.png')));
  await page.setViewportSize({ width: 1280, height: 800 });
  await openSample(page);
  await inEverySize(app, 'full', (now, folder) => everyScreen(now, true, folder));
});

test('every screen of an empty library', async ({ app, page }) => {
  test.setTimeout(600_000);
  await newLibrary(page, 'Empty');
  await inEverySize(app, 'empty', (now, folder) => everyScreen(now, false, folder));
});

test('every screen of a source that was captured again', async ({ app, page }) => {
  test.setTimeout(600_000);
  await withExcerpts(page, ...all);
  await captureAgain(page, edited(...all));
  await take(page, join(screens, 'recaptured-report.png'));
  await page.getByRole('region', { name: 'Bringing in' }).getByRole('button', { name: 'Close' }).click();
  await inEverySize(app, 'recaptured', async (now, folder) => {
    const picture = (name: string) => take(now, join(folder, `${name}.png`));
    await show(now, 1, 'Sources', /ferry house/);
    await picture('1-newest');
    await now.getByRole('button', { name: new RegExp(passages.moved) }).click();
    await picture('2-excerpt');
    await now.getByRole('button', { name: 'Show where it was made' }).click();
    await expect(now.getByText('You are reading an older snapshot')).toBeVisible();
    await picture('3-older');
    await now.getByRole('button', { name: 'See what changed' }).click();
    await expect(now.getByText('Change 1 of 6')).toBeVisible();
    await picture('4-compare');
    await runCommand(now, 'Settle excerpts that need a look');
    await picture('5-settle');
    await now.keyboard.press('ArrowDown');
    await picture('6-settle-ambiguous');
    await now.keyboard.press('t');
    await expect(text(now)).toBeVisible();
    await picture('7-placing');
    await now.getByRole('button', { name: 'Cancel' }).click();
    await show(now, 1, 'Sources', /ferry house/);
    await runCommand(now, 'Capture again…');
    await expect(now.getByRole('dialog')).toBeVisible();
    await picture('8-capture');
    await now.keyboard.press('Escape');
  });
});
