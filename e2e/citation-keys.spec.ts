import type { Page } from '@playwright/test';
import { memoText, mod, serious } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

/** Citation keys by a pattern of one's own, by keyboard: nothing changes that is pinned or cited, and all can be undone. */

const entry = (id: string, author: string, title: string, year: number) =>
  `TY  - BOOK\n${id}AU  - ${author}\nTI  - ${title}\nPY  - ${year}\nER  - \n`;
const ris = [
  entry('', 'Vell, Ada', 'Closing the Tarn', 2031),
  entry('', 'Orr, Max', 'Rivers and their keepers', 2029),
  entry('', 'Kim, Tal', 'Grain by barge', 2030),
  entry('ID  - grainRail\n', 'Kim, Tal', 'Grain by rail', 2028),
].join('');

async function setUp(page: Page): Promise<void> {
  await newLibrary(page, 'Keys');
  await page
    .getByLabel('Files to bring in')
    .setInputFiles({ name: 'refs.ris', mimeType: 'application/octet-stream', buffer: Buffer.from(ris) });
  const report = page.getByRole('region', { name: 'Bringing in' });
  await expect(report).toContainText('4 entries · 4 new');
  await report.getByRole('button', { name: 'Close' }).click();
}

const settings = (page: Page) => page.getByRole('article', { name: 'Settings' });
const pattern = (page: Page) => settings(page).getByRole('textbox', { name: 'Pattern' });
const act = (page: Page, name: RegExp | string) => settings(page).getByRole('button', { name });

/** Goes on by Tab until the act has the focus, and presses it. */
async function tabTo(page: Page, name: RegExp | string): Promise<void> {
  const isThere = () => act(page, name).evaluate((button) => button === document.activeElement);
  for (let count = 0; count < 5 && !(await isThere()); count += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

/** Opens a source and looks at its key. */
async function expectKey(page: Page, title: string, key: string): Promise<void> {
  await page.getByRole('option', { name: new RegExp(title) }).click();
  await expect(page.getByText(`@${key}`, { exact: true })).toBeVisible();
}

test('keys are made anew by a pattern, with a preview, but not those that are pinned or cited', async ({ page }) => {
  test.setTimeout(180_000);
  await setUp(page);

  await test.step('a key is cited, and another pinned in the form of its source', async () => {
    await page.keyboard.press(`${mod}+Alt+n`);
    await expect(memoText(page)).toBeFocused();
    await page.keyboard.type('The lock was shut @Tarn');
    await page
      .getByRole('listbox', { name: 'Cite, mention or state' })
      .getByRole('option', { name: /Tarn/ })
      .first()
      .click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
    await goTo(page, 'Sources');
    await page.getByRole('option', { name: /Rivers/ }).click();
    await page.getByRole('button', { name: 'Edit details' }).click();
    const form = page.getByRole('dialog', { name: 'Details of the source' });
    const kept = form.getByRole('checkbox', { name: 'Keep this citation key' });
    await expect(form).toContainText('Made by the pattern in the settings');
    await expect(kept).not.toBeChecked();
    await kept.focus();
    await page.keyboard.press('Space');
    await expect(form).toContainText('Stays as it is when keys are made anew');
    await page.keyboard.press(`${mod}+Enter`);
    await expect(form).toBeHidden();
    await page.getByRole('button', { name: 'Edit details' }).click();
    await expect(kept).toBeChecked();
    expect(await serious(page), 'form').toEqual([]);
    await page.keyboard.press('Escape');
  });

  await test.step('a pattern that is none is refused in words', async () => {
    await page.keyboard.press(`${mod}+,`);
    await pattern(page).focus();
    await pattern(page).fill('[author]');
    await expect(settings(page)).toContainText('“[author]” is no field. There are [auth], [authors], [year]');
    await expect(act(page, 'Use this pattern')).toBeDisabled();
    await pattern(page).fill('[auth');
    await expect(settings(page)).toContainText('There is a “[” without its fellow.');
    await expect(pattern(page)).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('another shows what it would change, and changes nothing yet', async () => {
    await pattern(page).fill('[auth:capital]-[year]');
    await expect(settings(page).getByRole('status')).toHaveText(
      '1 key would change if made anew. As they are stay 2 pinned, 1 cited in a memo.',
    );
    await expect(settings(page).getByRole('listitem').filter({ hasText: 'Grain by barge' })).toContainText(
      '@kim2030grain → @Kim-2030',
    );
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await serious(page), colorScheme).toEqual([]);
    }
    await pattern(page).focus();
    await tabTo(page, 'Use this pattern');
    await expect(page.getByText('New sources get their keys by this pattern').last()).toBeVisible();
    await tabTo(page, 'Make 1 key anew');
    await expect(page.getByText('1 key made anew').last()).toBeVisible();
    await expect(settings(page).getByRole('status')).toContainText('No key would change');
  });

  await test.step('pinned and cited keys are as they were, and the memo renders its citation', async () => {
    await goTo(page, 'Sources');
    await expectKey(page, 'Grain by barge', 'Kim-2030');
    await expectKey(page, 'Grain by rail', 'grainRail');
    await expectKey(page, 'Rivers', 'orr2029rivers');
    await expectKey(page, 'Closing the Tarn', 'vell2031closing');
    await goTo(page, 'Memos');
    await page.getByRole('listbox', { name: 'Memos', exact: true }).getByRole('option').first().click();
    await expect(page.getByRole('region', { name: 'Bibliography' })).toContainText('Vell, Ada. Closing the Tarn');
  });

  await test.step('and it is undone', async () => {
    await goTo(page, 'Sources');
    await page.keyboard.press(`${mod}+z`);
    await expectKey(page, 'Grain by barge', 'kim2030grain');
    await page.keyboard.press(`${mod}+z`);
    await page.keyboard.press(`${mod}+,`);
    await expect(pattern(page)).toHaveValue('[auth][year][title]');
  });
});
