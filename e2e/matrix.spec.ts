import type { Page } from '@playwright/test';
import { mod, serious } from './acts';
import { expect, test } from './fixtures';
import { newLibrary, sampleTest } from './sample';

const openMatrix = (page: Page) =>
  page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Matrix' }).click();

sampleTest(
  'who says what in the sample: held and reported apart, through time, down to the excerpts',
  async ({ page, app }) => {
    await openMatrix(page);
    const grid = page.getByRole('grid', { name: 'Claims by actors' });
    await expect(grid.getByRole('columnheader').nth(1)).toBeVisible();
    await expect(grid.getByRole('gridcell', { name: /reported: / }).first()).toBeVisible();
    await expect(grid.getByRole('gridcell', { name: /: denies, / }).first()).toBeVisible();

    // By keyboard to a cell, and to what it rests on; Escape gives the focus back.
    await grid.focus();
    const filled = grid.getByRole('gridcell', { name: /: (?:asserts|denies|confirms), / }).first();
    const [row, column] = await filled.evaluate((cell) => [
      Number(cell.parentElement?.getAttribute('aria-rowindex')) - 2,
      Number(cell.getAttribute('aria-colindex')) - 2,
    ]);
    for (let step = 0; step < row!; step++) await page.keyboard.press('ArrowDown');
    for (let step = 0; step < column!; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const detail = page.getByRole('complementary', { name: 'What it rests on' });
    await expect(detail.getByRole('region', { name: /^Position of / }).first()).toBeVisible();
    await expect(detail).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(detail).toBeHidden();
    await expect(grid).toBeFocused();

    // Through time: at the first date nothing of what came later is there.
    const slider = page.getByRole('slider', { name: 'Date' });
    const now = await grid.getByRole('gridcell', { name: /: (?:asserts|denies|confirms), / }).count();
    await slider.focus();
    await page.keyboard.press('Home');
    await expect(page.getByRole('button', { name: /^As of: (?!Now)/ })).toBeVisible();
    await expect
      .poll(() => grid.getByRole('gridcell', { name: /: (?:asserts|denies|confirms), / }).count())
      .toBeLessThan(now);
    await page.keyboard.press('End');
    await expect(page.getByRole('button', { name: 'As of: Now' })).toBeVisible();

    // Out as a spreadsheet.
    await page.getByRole('button', { name: 'Export' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Spreadsheet' }).press('Enter');
    const { bytes } = await app.downloaded('Claims and actors.csv');
    expect(bytes.toString('utf8')).toMatch(/^\uFEFFClaim,Status,/u);

    // Against sources.
    await page.getByRole('combobox', { name: 'Across' }).click();
    await page.getByRole('option', { name: 'Claims × sources' }).click();
    const sources = page.getByRole('grid', { name: 'Claims by sources' });
    await sources
      .getByRole('gridcell', { name: /: supports/ })
      .first()
      .click();
    await detail
      .getByRole('button', { name: /¶|p\. / })
      .first()
      .click();
    await expect(page.getByRole('document', { name: 'Text of the source' })).toBeVisible();
  },
);

sampleTest('a matrix goes into a memo as a table with its citations, and out again by Undo', async ({ page }) => {
  await openMatrix(page);
  await page.getByRole('button', { name: 'Put in a memo' }).click();
  await page.getByRole('option', { name: 'New memo' }).click();
  const text = page.getByRole('textbox', { name: /memo/i }).last();
  await expect(text.getByRole('table')).toBeVisible();
  await expect(text.getByRole('table')).toContainText(/denies, /);
  await expect(text.getByRole('table')).toContainText(/reported: /);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(text.getByRole('table')).toBeHidden();
});

test('an empty matrix teaches what it is for', async ({ page }) => {
  await newLibrary(page, 'Nothing');
  await openMatrix(page);
  await expect(page.getByText('Who says what, at a glance')).toBeVisible();
  await page.keyboard.press(`${mod}+Alt+c`);
  await page.getByLabel('Statement', { exact: true }).fill('The well is dry.');
  await page.keyboard.press('Enter');
  await openMatrix(page);
  await expect(page.getByText('Nobody is on record yet')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  sampleTest(`axe finds nothing serious in the matrix (${scheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await openMatrix(page);
    await page
      .getByRole('gridcell', { name: /: denies, / })
      .first()
      .click();
    await expect(page.getByRole('complementary', { name: 'What it rests on' })).toContainText('Denies');
    expect(await serious(page)).toEqual([]);
    await page.screenshot({ path: `/tmp/matrix-${scheme}.png` });
  });
}
