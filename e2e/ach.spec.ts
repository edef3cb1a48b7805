import type { Page } from '@playwright/test';
import { mod, serious } from './acts';
import { expect, test } from './fixtures';
import { newLibrary } from './sample';

/** Two claims that compete, a third that bears on them, and an excerpt; made through the contract. */
async function seed(page: Page): Promise<void> {
  const made = await page.evaluate(async () => {
    const { call } = window.commonplace;
    const text = 'The bridge at Tolm\n\nThe piers were cut clean through, an engineer said on the quay.';
    const source = await call['imports.text']({ jobId: 'seed', title: 'The bridge at Tolm', text });
    if (!source.ok) return source.error.message;
    const quote = 'The piers were cut clean through';
    const excerpt = await call['excerpts.quote']({ sourceId: source.value.sourceId, quote });
    if (!excerpt.ok) return excerpt.error.message;
    for (const statement of ['The bridge was mined.', 'A flood took the bridge.', 'A bang was heard at night.']) {
      const claim = await call['claims.create']({ statement });
      if (!claim.ok) return claim.error.message;
    }
    return 'ok';
  });
  expect(made).toBe('ok');
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
}

test('competing hypotheses: rated by keyboard and by menu, ranked by what is against them, exported', async ({
  page,
  app,
}) => {
  await newLibrary(page, 'Bridge');
  await seed(page);
  const sidebar = page.getByRole('navigation', { name: 'Library' });
  await sidebar.getByRole('button', { name: 'Hypotheses', exact: true }).click();
  await expect(page.getByText('Which explanation holds?')).toBeVisible();
  expect(await serious(page), 'empty').toEqual([]);
  await shot(page, 'ach-empty');

  await page.getByRole('button', { name: 'New table of hypotheses' }).last().click();
  await page.getByRole('dialog').getByLabel('Question').fill('Why did the bridge fall?');
  await page.keyboard.press('Enter');
  const table = page.getByRole('article', { name: 'Competing hypotheses' });
  for (const words of ['bridge was mined', 'flood took']) {
    await table.getByRole('button', { name: 'Add hypothesis' }).click();
    await page.getByLabel('Claim that may be true').fill(words);
    await page.getByRole('option', { name: new RegExp(`^Unsupported.*${words}`) }).click();
    await expect(table.getByRole('columnheader', { name: new RegExp(words) })).toBeVisible();
  }
  await table.getByRole('button', { name: 'Add evidence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog.getByRole('option', { name: /piers were cut/ }).click();
  await dialog.getByRole('button', { name: 'Add evidence' }).click();
  await table.getByRole('button', { name: 'Add evidence' }).click();
  await dialog.getByRole('tab', { name: 'Claim' }).click();
  await dialog.getByLabel('Claim that is evidence').fill('bang');
  await page.getByRole('option', { name: /^Unsupported.*A bang was heard/ }).click();
  await dialog.getByRole('button', { name: 'Add evidence' }).click();
  await expect(table.getByRole('status')).toHaveText('4 cells to rate.');

  // By keyboard: C twice is very consistent; to the right; I twice; down; I.
  await table.getByRole('button', { name: 'The bridge was mined.: not rated' }).first().focus();
  await page.keyboard.press('c');
  await expect(table.getByRole('button', { name: 'The bridge was mined.: consistent' })).toBeFocused();
  await page.keyboard.press('c');
  await expect(table.getByRole('button', { name: 'The bridge was mined.: very consistent' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('5');
  await expect(table.getByRole('button', { name: 'A flood took the bridge.: very inconsistent' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('n');
  await expect(table.getByRole('status')).toHaveText('1 cell to rate.');
  // By menu.
  await table.getByRole('button', { name: 'The bridge was mined.: not rated' }).click();
  await page.getByRole('menuitemcheckbox', { name: /^I inconsistent/ }).click();
  await expect(table.getByRole('status')).toHaveText('Everything is rated.');

  const ranking = table.getByRole('region', { name: 'Ranking' }).getByRole('listitem');
  await expect(ranking.nth(0)).toContainText(/^1\s*The bridge was mined/);
  await expect(ranking.nth(0)).toContainText('1 against');
  await expect(ranking.nth(1)).toContainText('2 against');
  await table.getByRole('button', { name: 'Credibility: High' }).first().click();
  await page.getByRole('menuitemcheckbox', { name: 'Low' }).click();
  await expect(ranking.nth(1)).toContainText('1 against, 2 unweighted');
  await page.keyboard.press(`${mod}+z`);
  await expect(ranking.nth(1)).toContainText('2 against');
  expect(await serious(page), 'table').toEqual([]);
  await shot(page, 'ach');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await serious(page), 'table, dark').toEqual([]);
  await shot(page, 'ach-dark');

  await table.getByRole('button', { name: 'Export as spreadsheet' }).click();
  const { bytes } = await app.downloaded(/^Why did the bridge fall.*\.csv$/);
  expect(bytes.toString('utf8')).toContain('The piers were cut clean through,');
  await table.getByRole('button', { name: 'Remove this table' }).click();
  await expect(page.getByText('Which explanation holds?')).toBeVisible();
  await page.keyboard.press(`${mod}+z`);
  await expect(page.getByRole('option', { name: /Why did the bridge fall/ })).toBeVisible();
});
