import { expect, test } from './fixtures';
import { openSample } from './sample';

test('the open library and the place are found again after a restart', async ({ app }) => {
  await openSample(app.page);
  await expect(app.page).not.toHaveTitle('Commonplace', { timeout: 30_000 });
  const title = await app.page.title();
  await app.page
    .getByRole('navigation')
    .getByRole('button', { name: /^Actors/ })
    .first()
    .click();
  await expect(app.page.getByRole('heading', { name: /^Actors/ }).first()).toBeVisible();
  // The place is saved a moment after it changes.
  await expect
    .poll(async () => JSON.stringify(await app.page.evaluate(() => window.commonplace.call['shell.loadState']({}))))
    .toContain('actors');
  await app.restart();
  await expect(app.page).toHaveTitle(title);
  await expect(app.page.getByRole('heading', { name: /^Actors/ }).first()).toBeVisible();
});
