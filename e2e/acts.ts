import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** What a user does in more than one spec. */

/** The key of shortcuts, as the app shows it. */
export const mod = process.platform === 'darwin' ? 'Meta' : 'Control';

export const memoText = (page: Page) => page.getByRole('textbox', { name: /^Text of the memo/ });

/** In the open memo: drops an excerpt of the library on its first paragraph. */
export async function dropExcerpt(page: Page): Promise<void> {
  const excerptId = await page.evaluate(async () => {
    const list = await window.commonplace.call['excerpts.list']({ limit: 1 });
    return list.ok ? list.value.items[0]!.id : '';
  });
  await memoText(page).evaluate((element, id) => {
    const box = element.getBoundingClientRect();
    const data = new DataTransfer();
    data.setData('application/x-commonplace-excerpt', JSON.stringify({ id }));
    const at = { clientX: box.left + 40, clientY: box.top + 14, bubbles: true, cancelable: true, dataTransfer: data };
    element.querySelector('p')?.dispatchEvent(new DragEvent('dragover', at));
    element.querySelector('p')?.dispatchEvent(new DragEvent('drop', at));
  }, excerptId);
}

/** On the page of a claim: adds the excerpt with these words, which `stance` it. */
export async function addEvidence(page: Page, words: string, stance: string): Promise<void> {
  await page.getByRole('button', { name: 'Add evidence' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add evidence' });
  await dialog.getByLabel('Find an excerpt').fill(words);
  await dialog.getByRole('option', { name: words }).first().click();
  await dialog.getByLabel('This excerpt').click();
  await page.getByRole('option', { name: stance }).click();
  await dialog.getByRole('button', { name: 'Add evidence' }).click();
  await expect(dialog).toBeHidden();
}

export interface PositionToAdd {
  /** What is typed to find the actor, and the option that is then chosen: a new person of that name if left out. */
  actor: string;
  option?: string;
  stance: string;
  date: string;
  manner?: RegExp;
}

/** On the page of a claim: adds what an actor says of it. */
export async function addPosition(page: Page, { actor, option, stance, date, manner }: PositionToAdd): Promise<void> {
  await page.getByRole('button', { name: 'Add position' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add position' });
  await dialog.getByRole('combobox', { name: 'Actor' }).fill(actor);
  await page.getByRole('option', { name: option ?? `New person “${actor}”` }).click();
  await dialog.getByLabel('Position', { exact: true }).click();
  await page.getByRole('option', { name: stance, exact: true }).click();
  await dialog.getByLabel('Date', { exact: true }).fill(date);
  if (manner) await dialog.getByText(manner).click();
  await dialog.getByRole('button', { name: 'Add position' }).click();
  await expect(dialog).toBeHidden();
}

/** What axe finds serious or critical, as lines a person can act on. */
export async function serious(page: Page): Promise<string[]> {
  // subtle: legacy mode runs axe in the page itself; the other mode opens a second page, which the app's window cannot.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help} at ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
}
