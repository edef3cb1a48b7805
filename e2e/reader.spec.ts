import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

/** Reading by keyboard: excerpts by their words, the margin, and notes that are never lost. */

const mod = process.platform === 'darwin' ? 'Meta' : 'Control';

const filler = Array.from({ length: 60 }, (_, index) => `Entry ${index + 1}. Nothing was seen on the road that day.`);
const report = [
  'The log of the ferry house',
  'By Ines Harrow',
  'The ferry left at dawn with nine people on board.',
  ...filler,
  'The keeper wrote that the rope “was cut, not worn” and signed the page.',
].join('\n\n');

async function bringIn(page: Page, title: string, text: string): Promise<void> {
  const made = await page.evaluate(
    async (source) => (await window.commonplace.call['imports.text']({ jobId: source.title, ...source })).ok,
    { title, text },
  );
  expect(made).toBe(true);
}

const margin = (page: Page) => page.getByRole('complementary', { name: 'Excerpts' });
const source = (page: Page, name: RegExp) =>
  page.getByRole('listbox', { name: 'Sources', exact: true }).getByRole('option', { name });

async function byWords(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('document', { name: 'Text of the source' })).toBeVisible();
  await page.keyboard.press(`${mod}+Shift+e`);
  const dialog = page.getByRole('dialog', { name: 'Excerpt by its words' });
  await dialog.getByLabel('Quotation').fill(words);
  await page.keyboard.press(`${mod}+Enter`);
}

test('an excerpt by its words; a wrong word is told, with the nearest passage', async ({ page }) => {
  await newLibrary(page, 'Ferry');
  await bringIn(page, 'The log', report);
  await source(page, /ferry house|The log/).click();

  await byWords(page, 'the rope "was cut, not worn"');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(margin(page).getByText('the rope “was cut, not worn”')).toBeVisible();
  await expect(page.getByText('The keeper wrote that')).toBeInViewport();

  await byWords(page, 'The ferry left at noon with nine people on board.');
  const dialog = page.getByRole('dialog', { name: 'Excerpt by its words' });
  await expect(dialog.getByRole('alert')).toContainText('not in the text');
  await expect(dialog.getByText('The ferry left at dawn with nine people on board')).toBeVisible();
  await dialog.getByRole('button', { name: 'Excerpt this passage' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole('document', { name: 'Text of the source' }).getByText('The ferry left at dawn'),
  ).toBeInViewport();
  await expect(margin(page).getByRole('button', { expanded: true })).toContainText('The ferry left at dawn');
});

test('Escape closes the open excerpt, Delete moves it to the Trash', async ({ page }) => {
  await newLibrary(page, 'Ferry');
  await bringIn(page, 'The log', report);
  await source(page, /ferry house|The log/).click();
  await byWords(page, 'The ferry left at dawn');
  const head = margin(page).getByRole('button', { name: /The ferry left at dawn/ });
  await expect(head).toHaveAttribute('aria-expanded', 'true');

  await margin(page).getByLabel('Note').fill('Before the storm');
  await page.keyboard.press('Escape');
  await expect(head).toHaveAttribute('aria-expanded', 'false');
  await expect(margin(page).getByText('Before the storm')).toBeVisible();
  await expect(head).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(head).toBeHidden();
  await page.keyboard.press(`${mod}+z`);
  await expect(head).toBeVisible();
  await expect(margin(page).getByText('Before the storm')).toBeVisible();
});

test('a note being typed is kept when another source is opened at once', async ({ page }) => {
  await newLibrary(page, 'Ferry');
  await bringIn(page, 'The log', report);
  await bringIn(page, 'Other', 'A second text\n\nBy Tomas Reik\n\nIt speaks of other things.');
  await source(page, /ferry house|The log/).click();
  await byWords(page, 'The ferry left at dawn');
  await margin(page).getByLabel('Note').pressSequentially('Nine, not eight');
  await page.keyboard.press(`${mod}+4`);
  await goTo(page, 'Sources');
  await source(page, /second text|Other/).click();
  await source(page, /ferry house|The log/).click();
  await expect(margin(page).getByText('Nine, not eight')).toBeVisible();
});

test('opening a passage again scrolls to it again', async ({ page }) => {
  await newLibrary(page, 'Ferry');
  await bringIn(page, 'The log', report);
  await source(page, /ferry house|The log/).click();
  await byWords(page, 'the rope “was cut, not worn”');
  await goTo(page, 'Excerpts');
  await page.getByRole('listbox', { name: 'Excerpts', exact: true }).getByRole('option').first().click();
  const showBeside = page.getByRole('button', { name: 'Show beside' });
  const beside = page.getByRole('complementary', { name: 'Second pane' });
  const passage = beside.getByRole('document', { name: 'Text of the source' }).getByText('was cut, not worn');
  await showBeside.click();
  await expect(passage).toBeInViewport();
  await beside
    .getByRole('document', { name: 'Text of the source' })
    .evaluate((text) => text.scrollIntoView({ block: 'start' }));
  await expect(passage).not.toBeInViewport();
  await showBeside.click();
  await expect(passage).toBeInViewport();
});
