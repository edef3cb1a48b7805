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
