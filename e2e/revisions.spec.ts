import { memoText as text, mod } from './acts';
import { expect } from './fixtures';
import { sampleTest as test } from './sample';

/** States of a memo: named, compared side by side by sentence, brought back. */

test('a revision is compared side by side with the present text, and restored', async ({ page }) => {
  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('The gate fell on Monday. Nobody saw it. The guards were asleep.');
  await page.getByRole('button', { name: 'Revisions', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Revisions of/ });
  await dialog.getByRole('textbox', { name: 'Name the present text' }).fill('Sent to Ada');
  await page.keyboard.press('Enter');
  const sent = dialog.getByRole('button', { name: /Sent to Ada/ });
  await expect(sent).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog.getByRole('status').first()).toHaveText('The two texts are the same.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await text(page).click();
  await page.keyboard.press(`${mod}+a`);
  await page.keyboard.type('The gate fell on Tuesday. Nobody saw it. It was mended at once.');
  await page.getByRole('button', { name: 'Revisions', exact: true }).click();
  await sent.click();
  await expect(dialog.getByRole('status').first()).toHaveText('1 sentence changed, 1 added, 1 removed');
  const changed = dialog.getByRole('group', { name: 'Changed' });
  await expect(changed.locator('del')).toHaveText('Monday');
  await expect(changed.locator('ins')).toHaveText('Tuesday');
  // What is left stands at the left, what came at the right.
  const [older, newer] = [await changed.locator('del').boundingBox(), await changed.locator('ins').boundingBox()];
  expect(older!.x).toBeLessThan(newer!.x);
  await dialog.getByRole('application', { name: 'Both texts compared' }).focus();
  await page.keyboard.press('n');
  await expect(dialog.getByText('Change 2 of 3')).toBeVisible();
  await expect(dialog.getByRole('group', { name: /Removed|Added/, includeHidden: false }).first()).toBeVisible();
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}.png` });

  await dialog.getByRole('tab', { name: 'Its text' }).click();
  await expect(dialog.getByText('The guards were asleep.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Restore this text' }).click();
  await expect(dialog).toBeHidden();
  await expect(text(page)).toHaveText('The gate fell on Monday. Nobody saw it. The guards were asleep.');
});
