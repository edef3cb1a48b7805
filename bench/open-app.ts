import type { Locator } from 'playwright-core';
import type { App } from '../e2e/fixtures';

/** Starts the app and opens a library in its window, which asks first: this installation did not make it. The list of its parts comes back. */
export async function openInApp(app: App, library: string): Promise<Locator> {
  await app.makeFolders();
  await app.start({ library });
  const { page } = app;
  await page.getByRole('region', { name: 'Recent libraries' }).getByRole('button').first().click();
  await page.getByRole('button', { name: 'I know where it is from, open it' }).click();
  const sidebar = page.getByRole('navigation', { name: 'Library' });
  await sidebar.waitFor({ timeout: 60_000 });
  return sidebar;
}
