import type { Page } from '@playwright/test';
import { mod } from './acts';
import { expect } from './fixtures';
import { sampleTest as test } from './sample';

/** Searches that are remembered, and searches that are kept under a name. */

const boxOf = (page: Page) => page.getByRole('combobox', { name: 'Search everything' });
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' });
const past = (page: Page) => page.getByRole('listbox', { name: 'Past searches' });
const sidebar = (page: Page) => page.getByRole('navigation', { name: 'Library' });
const saved = (page: Page, name: string) =>
  sidebar(page).getByRole('region', { name: 'Saved searches' }).getByRole('button', { name, exact: true });

async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press(`${mod}+Shift+F`);
  await boxOf(page).fill(words);
  await expect(results(page).getByRole('option').first()).toBeVisible();
}

test('a search that led somewhere is offered again, and can be forgotten', async ({ page }) => {
  await page.keyboard.press(`${mod}+Shift+F`);
  await expect(page.getByRole('heading', { name: /half-remembered words/ })).toBeVisible();
  await search(page, 'embassy guard');
  await page.keyboard.press('Enter');
  await expect(results(page)).toBeHidden();
  // Typed, but not followed anywhere.
  await search(page, 'transponder');
  await search(page, 'radar record');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(page.getByRole('complementary', { name: 'Second pane' })).toBeVisible();

  await boxOf(page).fill('');
  await expect(past(page).getByRole('option')).toHaveText(['radar record', 'embassy guard']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(boxOf(page)).toHaveValue('embassy guard');
  await expect(results(page).getByRole('option').first()).toBeVisible();

  // By a key, over a query that is being typed.
  await boxOf(page).fill('dam');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(past(page).getByRole('option')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(past(page)).toBeHidden();
  await expect(boxOf(page)).toHaveValue('dam');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Delete');
  await expect(past(page).getByRole('option')).toHaveText(['embassy guard']);
  await page.keyboard.press('Enter');
  await expect(boxOf(page)).toHaveValue('embassy guard');

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Forget all…' }).click();
  await page.getByRole('button', { name: 'Forget all', exact: true }).click();
  await expect(past(page)).toBeHidden();
  await expect(page.getByRole('heading', { name: /half-remembered words/ })).toBeVisible();
});

test('the palette offers past searches and remembers its own', async ({ page }) => {
  await page.keyboard.press(`${mod}+k`);
  await page.keyboard.type('Issen dam');
  await expect(page.getByRole('group', { name: 'In this library' }).getByRole('option').first()).toContainText(/Issen/);
  await page.keyboard.press('Enter');
  // Enter waits for the answer; the palette opened once more before it would only be closed.
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeHidden();
  await page.keyboard.press(`${mod}+k`);
  const remembered = page.getByRole('group', { name: 'Past searches' }).getByRole('option', { name: 'Issen dam' });
  await expect(remembered).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toHaveValue('Issen dam');
});

test('a search is saved, opened, changed, renamed and deleted by keyboard, and comes back by Undo', async ({
  app,
  page,
}) => {
  await search(page, 'embassy tag:"police delay"');
  await page.keyboard.press(`${mod}+s`);
  const name = page.getByLabel('Name of the search');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('embassy tag:"police delay"');
  await page.keyboard.type('Police delays');
  await page.keyboard.press('Enter');
  await expect(boxOf(page)).toBeFocused();
  await expect(saved(page, 'Police delays')).toHaveAttribute('aria-current', 'page');

  // Opened from elsewhere, it is asked anew.
  await page.keyboard.press(`${mod}+3`);
  await saved(page, 'Police delays').press('Enter');
  await expect(boxOf(page)).toHaveValue('embassy tag:"police delay"');
  await expect(boxOf(page)).toBeFocused();
  await expect(results(page).getByRole('option').first()).toBeVisible();

  // Changed: the same key updates it.
  await boxOf(page).fill('embassy police tag:"police delay"');
  await expect(page.getByRole('button', { name: 'Saved as “Police delays”, changed since' })).toBeVisible();
  await page.keyboard.press(`${mod}+s`);
  await expect(page.getByRole('button', { name: 'Update' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Saved as “Police delays”', exact: true })).toBeVisible();
  await page.keyboard.press(`${mod}+1`);
  await saved(page, 'Police delays').click();
  await expect(boxOf(page)).toHaveValue('embassy police tag:"police delay"');

  // The other saved search opens while the page is open already.
  await boxOf(page).fill('radar');
  await page.keyboard.press(`${mod}+s`);
  await page.keyboard.type('Radar');
  await page.getByRole('button', { name: 'Save as another' }).press('Enter');
  await expect(saved(page, 'Radar')).toHaveAttribute('aria-current', 'page');
  await saved(page, 'Police delays').click();
  await expect(boxOf(page)).toHaveValue('embassy police tag:"police delay"');

  await saved(page, 'Police delays').press('F2');
  await page.keyboard.type('Slow police');
  await page.keyboard.press('Enter');
  await expect(saved(page, 'Slow police')).toBeVisible();
  await saved(page, 'Slow police').press('Delete');
  await expect(saved(page, 'Slow police')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(saved(page, 'Slow police')).toBeVisible();

  await app.restart();
  await expect(saved(app.page, 'Slow police')).toBeVisible();
  await expect(saved(app.page, 'Radar')).toBeVisible();
});
