import type { Page } from '@playwright/test';
import { dropExcerpt, memoText as text, mod } from './acts';
import { expect } from './fixtures';
import { sampleTest as test } from './sample';

/** Writing a memo by keyboard and mouse, in the sample library. */

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

async function newMemo(page: Page): Promise<void> {
  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(text(page)).toBeFocused();
}

/** Types `@query` and takes the row that has these words. */
async function choose(page: Page, query: string, words: RegExp): Promise<void> {
  await page.keyboard.type(`@${query}`);
  const menu = page.getByRole('listbox', { name: 'Cite, mention or state' });
  await menu.getByRole('option', { name: words }).first().click();
}

test('Markdown as it is typed, and the same after a restart', async ({ app, page }) => {
  await newMemo(page);
  await page.keyboard.type('## What is known');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The dam was **closed** in *March*.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- one');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('inside one');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('> Words of somebody');
  await page.keyboard.press('Enter');
  await page.keyboard.type('---');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The end.');

  const check = async (now: Page) => {
    await expect(text(now).getByRole('heading', { level: 2, name: 'What is known' })).toBeVisible();
    await expect(text(now).locator('strong', { hasText: 'closed' })).toBeVisible();
    await expect(text(now).locator('em', { hasText: 'March' })).toBeVisible();
    await expect(text(now).locator('li li', { hasText: 'inside one' })).toBeVisible();
    await expect(text(now).locator('blockquote', { hasText: 'Words of somebody' })).toBeVisible();
    await expect(text(now).locator('hr')).toHaveCount(1);
    await expect(text(now).getByText('The end.')).toBeVisible();
  };
  await check(page);
  await saved(page);
  await app.restart();
  await check(app.page);
});

test('a citation by @, its locator in the popover, notes and bibliography under the text', async ({ page }) => {
  await newMemo(page);
  await page.keyboard.type('The transponder was off ');
  await choose(page, 'transponder switched', /The transponder of the aircraft/);
  const chip = text(page).getByRole('button', { name: /^Citation, note 1/ });
  await expect(chip).toHaveText('1');
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText(/Observer Mission/);
  await expect(page.getByRole('region', { name: 'Bibliography' })).toContainText(/Observer Mission/);

  await chip.click();
  const popover = page.getByRole('dialog', { name: 'Citation' });
  await popover.getByRole('textbox', { name: /^(Paragraph|Page)$/ }).fill('99');
  await popover.getByRole('textbox', { name: 'Before' }).fill('see');
  await page.keyboard.press('Enter');
  await expect(popover).toBeHidden();
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText(/[Ss]ee .*99/);

  await expect(text(page)).toBeFocused();
  await page.keyboard.press(`${mod}+z`);
  await expect(page.getByRole('region', { name: 'Notes' })).not.toContainText('99');
});

test('marks overlap, and a mark leads to its claim', async ({ page }) => {
  await newMemo(page);
  await page.keyboard.type('Sarvand closed the embassy road in May.');
  const select = async (from: number, length: number) => {
    await page.keyboard.press('Home');
    for (let step = 0; step < from; step += 1) await page.keyboard.press('ArrowRight');
    for (let step = 0; step < length; step += 1) await page.keyboard.press('Shift+ArrowRight');
  };
  await select(0, 31);
  await page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button', { name: 'Mark as claim' }).click();
  await page.getByRole('combobox', { name: 'Claim' }).fill('The embassy road was closed');
  await page.getByRole('option', { name: /^New claim/ }).click();
  await expect(text(page).locator('mark[data-claim]')).toHaveText('Sarvand closed the embassy road');

  await expect(text(page)).toBeFocused();
  await select(19, 19);
  await page.getByRole('toolbar', { name: 'Selected words' }).getByRole('button', { name: 'Tag actor' }).click();
  await page.getByRole('combobox', { name: 'Actor', exact: true }).fill('Road office');
  await page.getByRole('option', { name: /^New person/ }).click();
  await expect(text(page).locator('mark[data-claim][data-actor]')).toHaveText('embassy road');
  await expect(text(page).locator('mark[data-actor]:not([data-claim])')).toHaveText(' in May');
  await saved(page);

  await text(page).locator('mark[data-claim]').first().click();
  const card = page.getByRole('dialog', { name: 'Marked as' });
  await expect(card).toContainText('The embassy road was closed');
  await card.getByRole('button', { name: 'Open the claim' }).click();
  await expect(page.getByRole('complementary', { name: 'Second pane' })).toContainText('The embassy road was closed');
  await expect(text(page)).toBeVisible();
});

test('a footnote with a citation in it', async ({ page }) => {
  await newMemo(page);
  await page.keyboard.type('A sentence.');
  await page.keyboard.press(`${mod}+Alt+f`);
  const words = page.getByRole('textbox', { name: 'Words of the footnote' });
  await expect(words).toBeFocused();
  await page.keyboard.type('But compare ');
  await choose(page, 'spring border', /The spring the border closed/);
  await expect(words.getByRole('button', { name: /^Citation/ })).toBeVisible();
  await page.getByRole('dialog', { name: 'Footnote' }).getByRole('button', { name: 'Done' }).click();
  await expect(text(page).getByRole('button', { name: /^Footnote 1: But compare/ })).toHaveText('1');
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText(/But compare \(.*Hallam.*\)\.$/);
});

test('a table from the / menu, with rows and columns', async ({ page }) => {
  await newMemo(page);
  await page.keyboard.type('/tab');
  await expect(page.getByRole('listbox', { name: 'Insert a block' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(text(page).locator('tr')).toHaveCount(3);
  await page.keyboard.type('Question');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Merevia');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Add row below' }).click();
  await expect(text(page).locator('tr')).toHaveCount(4);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete column' }).click();
  await expect(text(page).locator('tr').first().locator('th')).toHaveCount(2);
  await expect(text(page).locator('th').first()).toHaveText('Question');
});

test('what is pasted is cleaned', async ({ app, page }) => {
  await newMemo(page);
  await text(page).evaluate((element) => {
    const data = new DataTransfer();
    data.setData(
      'text/html',
      '<h2 style="position:fixed">Pasted</h2><p onclick="alert(1)">Words <a href="javascript:alert(1)">here</a> and ' +
        '<a href="https://example.org/">there</a><img src="https://example.org/pixel.png" onerror="alert(1)">' +
        '<script>document.title = "taken"</script></p>',
    );
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(text(page).getByRole('heading', { name: 'Pasted' })).toBeVisible();
  await expect(text(page).locator('a')).toHaveCount(1);
  await expect(text(page).locator('a')).toHaveAttribute('href', 'https://example.org/');
  await expect(text(page).locator('img, script, [style*="fixed"], [onclick]')).toHaveCount(0);
  await expect(text(page)).toContainText('Words here and there');
  // The parser's own document refuses the page's handlers and styles aloud; nothing else may be heard.
  expect(app.consoleErrors.splice(0).filter((error) => !error.includes('Content Security Policy'))).toEqual([]);
});

test('Markdown that is pasted becomes what it says, in one step, and what cannot be read stays in its field', async ({
  page,
}) => {
  await newMemo(page);
  await page.keyboard.type('Before /paste as');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Paste as Markdown' });
  const field = dialog.getByRole('textbox', { name: 'Markdown' });
  await field.fill('> '.repeat(3000));
  await dialog.getByRole('button', { name: 'Put in' }).click();
  await expect(dialog.getByRole('alert')).toContainText('nested too deeply');
  await expect(field).not.toBeEmpty();
  await field.fill('the *line*.[^1]\n\n## Parts\n\n- one\n- two\n\n[^1]: Hallam, 2031.\n');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(dialog).toBeHidden();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('!');
  await expect(text(page).getByRole('heading', { level: 2 })).toHaveText('Parts');
  await expect(text(page).locator('li')).toHaveText(['one', 'two!']);
  await expect(text(page).locator('em')).toHaveText('line');
  await expect(text(page).getByRole('button', { name: 'Footnote 1: Hallam, 2031.' })).toBeVisible();
  await page.keyboard.press(`${mod}+z`);
  await page.keyboard.press(`${mod}+z`);
  await expect(text(page)).toHaveText('Before');
});

test('an excerpt dropped on the text becomes a quotation that leads back to its source', async ({ page }) => {
  await newMemo(page);
  await page.keyboard.type('Before the quotation.');
  await saved(page);
  await dropExcerpt(page);
  const quotation = text(page).locator('figure[data-excerpt]');
  await expect(quotation).toBeVisible();
  await expect(quotation.getByRole('button', { name: /^Citation/ })).toBeVisible();
  await quotation.getByRole('button', { name: /show in the source/ }).click();
  await expect(page.getByRole('complementary', { name: 'Second pane' })).toContainText('Sources');
  await expect(text(page)).toBeVisible();
});
