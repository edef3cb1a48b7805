import { serious } from './acts';
import { expect } from './fixtures';
import { sampleTest as test } from './sample';

const screens: [name: string, keys: string, list: string][] = [
  ['sources', 'Control+1', 'Sources'],
  ['excerpts', 'Control+2', 'Excerpts'],
  ['claims', 'Control+3', 'Claims'],
  ['actors', 'Control+4', 'Actors'],
  ['events', 'Control+5', 'Events'],
  ['memos', 'Control+6', 'Memos'],
];

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on the main screens (${theme})`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    expect(await serious(page), 'welcome').toEqual([]);
    for (const [name, keys, list] of screens) {
      await page.keyboard.press(keys);
      await page.getByRole('listbox', { name: list, exact: true }).getByRole('option').first().click();
      await expect(page.getByText(/^Choose an? /)).toHaveCount(0);
      await expect(page.locator('main :is(article, [role=document], [contenteditable=true])').first()).toBeVisible();
      expect(await serious(page), name).toEqual([]);
    }
    await page.keyboard.press('Control+Shift+F');
    expect(await serious(page), 'search, nothing typed').toEqual([]);
    await page.keyboard.type('embassy tag:');
    await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible();
    expect(await serious(page), 'completions').toEqual([]);
    await page.getByRole('combobox', { name: 'Search everything' }).fill('embassy -tag:water');
    await expect(page.getByRole('listbox', { name: 'Results' }).getByRole('option').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove “Not tag: water”' })).toBeVisible();
    expect(await serious(page), 'search').toEqual([]);
    await page.keyboard.press('Control+.');
    await expect(page.getByRole('combobox', { name: 'Narrow by' })).toBeFocused();
    expect(await serious(page), 'narrowing').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await expect(page.getByLabel('Name of the search')).toBeFocused();
    expect(await serious(page), 'saving a search').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeFocused();
    expect(await serious(page), 'palette').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('article', { name: 'Settings' })).toBeVisible();
    expect(await serious(page), 'settings').toEqual([]);
    await page.keyboard.press('Control+Alt+a');
    await expect(page.getByRole('dialog', { name: 'New actor' })).toBeVisible();
    expect(await serious(page), 'form').toEqual([]);
  });
}
