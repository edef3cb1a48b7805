import type { Page } from '@playwright/test';
import { memoText as text, mod } from './acts';
import { expect, test } from './fixtures';
import { newLibrary } from './sample';

/** What helps while a long memo is written: outline, comments, counts, typography, direction, the clipboard. */

async function newMemo(page: Page): Promise<void> {
  await newLibrary(page, 'Writing');
  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(text(page)).toBeFocused();
}

/** Types paragraphs, each line one, Markdown as it is typed. */
async function write(page: Page, lines: readonly string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

test('the outline follows, jumps, and moves whole sections', async ({ app, page }) => {
  await newMemo(page);
  await page.keyboard.press(`${mod}+Alt+o`);
  await expect(page.getByText('No headings yet')).toBeVisible();
  await text(page).click();
  await write(page, [
    '# Causes',
    'Words on causes.',
    '## The bridge',
    'Words on it.',
    '# Effects',
    'Words on effects.',
  ]);

  const tree = page.getByRole('tree', { name: 'Outline' });
  const row = (name: string) => tree.getByRole('treeitem', { name });
  await expect(tree.getByRole('treeitem')).toHaveText(['Causes', 'The bridge', 'Effects']);
  await expect(row('Effects')).toHaveAttribute('aria-current', 'true');

  await row('The bridge').click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('On ');
  await expect(row('On The bridge')).toHaveAttribute('aria-current', 'true');

  // By keyboard: down past the next part, and out by a level.
  await row('Causes').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(tree.getByRole('treeitem')).toHaveText(['Effects', 'Causes', 'On The bridge']);
  await expect(row('Causes')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(text(page).getByRole('heading', { level: 1 })).toHaveText(['Effects', 'Causes', 'On The bridge']);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press(`${mod}+z`);
  await page.keyboard.press(`${mod}+z`);
  await expect(tree.getByRole('treeitem')).toHaveText(['Causes', 'On The bridge', 'Effects']);

  // By mouse: the section comes with the words under it.
  await row('Effects').dragTo(row('Causes'), { targetPosition: { x: 40, y: 3 } });
  await expect(tree.getByRole('treeitem')).toHaveText(['Effects', 'Causes', 'On The bridge']);
  await expect(text(page).locator('> *').nth(1)).toHaveText('Words on effects.');

  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await app.restart();
  await expect(app.page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem')).toHaveCount(3);
});

test('counts of the memo and of what is selected, and a target', async ({ page }) => {
  await newMemo(page);
  const foot = page.getByRole('group', { name: 'Length of the memo' });
  await page.keyboard.type('Four words stand here.');
  await expect(foot).toContainText('4 words');
  await expect(foot).toContainText('22 characters');
  await page.keyboard.press(`${mod}+Alt+f`);
  await expect(page.getByRole('textbox', { name: 'Words of the footnote' })).toBeFocused();
  await page.keyboard.type('Two more');
  await page.keyboard.press('Enter');
  await expect(foot).toContainText('2 words in footnotes');
  await page.keyboard.press('Home');
  await page.keyboard.press(`${mod}+Shift+ArrowRight`);
  await page.keyboard.press(`${mod}+Shift+ArrowRight`);
  await expect(foot).toContainText('2 of 4 words selected');
  await page.keyboard.press('ArrowRight');
  await foot.getByRole('button', { name: /^4 words/ }).click();
  await page.getByRole('textbox', { name: 'Words to write' }).fill('1,000');
  await page.keyboard.press('Enter');
  await expect(foot).toContainText('4 of 1,000 words');
});

test('focus mode leaves only the paragraph or sentence that is written', async ({ page }) => {
  await newMemo(page);
  await write(page, ['A first paragraph.', 'One sentence. Another sentence.']);
  await page.keyboard.press(`${mod}+Alt+d`);
  const bar = page.getByRole('button', { name: 'Export' });
  await expect(bar).toBeHidden();
  const first = text(page).getByText('A first paragraph.');
  await expect(first.locator('..')).toHaveCSS('opacity', '0.3');
  await page.keyboard.press('ArrowUp');
  await expect(first.locator('..')).toHaveCSS('opacity', '1');
  // The line that is written stands a little above the middle of the window.
  const height = await page.evaluate(() => window.innerHeight);
  const top = async () => ((await first.boundingBox())?.y ?? 0) / height;
  await expect.poll(top).toBeGreaterThan(0.38);
  await expect.poll(top).toBeLessThan(0.46);

  await page.getByRole('button', { name: 'Focus' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'The sentence' }).click();
  await expect(page.getByRole('button', { name: 'Focus' })).toBeFocused();
  await text(page).getByText('Another sentence.').click();
  await page.keyboard.press('End');
  const inFocus = () => page.evaluate(() => [...(CSS.highlights.get('memo-sentence') ?? [])].map(String));
  await expect.poll(inFocus).toEqual(['Another sentence.']);
  await page.keyboard.press('Escape');
  await expect(bar).toBeVisible();
  await expect(text(page)).toBeFocused();
  expect(await inFocus()).toEqual([]);
});
