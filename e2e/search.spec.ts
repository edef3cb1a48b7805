import { expect } from './fixtures';
import { sampleTest as test } from './sample';

test('everything is found as one types, with slips, by keyboard alone', async ({ page }) => {
  await page.keyboard.press('Control+Shift+F');
  const box = page.getByRole('combobox', { name: 'Search everything' });
  await expect(box).toBeFocused();
  await page.keyboard.type('embasy atack');
  const results = page.getByRole('listbox', { name: 'Results' });
  await expect(results.getByRole('option').first()).toContainText(/embassy/i);
  await expect(page.getByText(/^\d+\+? results$/)).toBeVisible();
  await expect(results.locator('mark').first()).toBeVisible();

  await page.keyboard.press('ArrowDown');
  await expect(results.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('complementary', { name: 'Second pane' })).toBeVisible();

  await box.focus();
  await page.keyboard.press('Enter');
  await expect(results).toBeHidden();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toHaveValue('embasy atack');
});

test('the palette opens what was found and runs commands', async ({ page }) => {
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Search and commands' });
  await expect(box).toBeFocused();
  await page.keyboard.type('Lena Mrask');
  const first = page.getByRole('listbox', { name: 'Results' }).getByRole('option').first();
  await expect(first).toContainText('Lena Marask');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Actor' })).toContainText('Lena Marask');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('>dark');
  await expect(page.getByRole('option', { name: 'Theme: dark' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(box).toBeHidden();
});

test('nothing found says so, and a query of odd signs breaks nothing', async ({ page }) => {
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type('qqqxxyyzz');
  await expect(page.getByText('Nothing found for “qqqxxyyzz”')).toBeVisible();
  const box = page.getByRole('combobox', { name: 'Search everything' });
  for (const odd of ['"', '-', 'actor:', '(((', '* OR', 'NEAR(a b']) {
    await box.fill(odd);
    await expect(box).toHaveValue(odd);
  }
  await box.fill('embassy');
  await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option').first()).toBeVisible();
});

test('a better spelling is offered', async ({ page }) => {
  await page.keyboard.press('Control+Shift+F');
  const box = page.getByRole('combobox', { name: 'Search everything' });
  await box.fill('embasy');
  await page.getByRole('button', { name: 'embassy', exact: true }).click();
  await expect(box).toHaveValue('embassy');
  await expect(box).toBeFocused();
});
