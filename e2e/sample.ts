import { expect } from './fixtures';
import type { Page } from '@playwright/test';

/** Opens the sample library from the welcome screen, as a newcomer does. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample library' }).click();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible({ timeout: 30_000 });
}

/** Makes an empty library from the welcome screen. */
export async function newLibrary(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New library' }).click();
  await page.getByLabel('Name of the new library').fill(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible({ timeout: 30_000 });
}

/** Goes to a noun by the sidebar. */
export async function goTo(page: Page, noun: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('button', { name: new RegExp(`^${noun} `) })
    .click();
}
