import type { Page } from '@playwright/test';
import { addEvidence, addPosition, mod } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

const report = `The gate at Tolm

By Ines Harrow

The ministry said on Monday that the gate at Tolm was shut before noon.

A driver who waited there said that the gate stood open all day.`;

/** A library with one source and two excerpts that disagree; made through the contract, as the reader would. */
async function seed(page: Page): Promise<void> {
  const made = await page.evaluate(async (text) => {
    const { call } = window.commonplace;
    const source = await call['imports.text']({ jobId: 'seed', title: 'The gate at Tolm', text });
    if (!source.ok) return source.error.message;
    for (const quote of ['the gate at Tolm was shut before noon', 'the gate stood open all day']) {
      const excerpt = await call['excerpts.quote']({ sourceId: source.value.sourceId, quote });
      if (!excerpt.ok) return excerpt.error.message;
    }
    return 'ok';
  }, report);
  expect(made).toBe('ok');
}

test('a claim with evidence for and against, and positions that disagree', async ({ page }) => {
  await newLibrary(page, 'Gate');
  await seed(page);

  await goTo(page, 'Claims');
  await page.keyboard.press(`${mod}+Alt+c`);
  await page.getByLabel('Statement', { exact: true }).fill('The gate at Tolm was shut on Monday.');
  await page.keyboard.press('Enter');
  const claim = page.getByRole('article', { name: 'Claim' });
  await expect(claim.getByText('Unsupported')).toBeVisible();

  await addEvidence(page, 'shut before noon', 'Supports');
  await expect(claim.getByText('Single source')).toBeVisible();
  await addEvidence(page, 'open all day', 'Contradicts');
  await expect(claim.getByText('Contested')).toBeVisible();
  await expect(claim.getByRole('region', { name: 'Against' })).toContainText('open all day');

  await addPosition(page, { actor: 'Ilse Mardin', stance: 'Asserts', date: '6 Apr 2023', manner: /^Held/ });
  await addPosition(page, { actor: 'Oren Takk', stance: 'Denies', date: 'c. Apr 2023', manner: /^Reported/ });
  const positions = claim.getByRole('region', { name: 'Positions' });
  await expect(positions.getByRole('row', { name: /6 Apr 2023.*Ilse Mardin.*Asserts.*held/ })).toBeVisible();
  await expect(positions.getByRole('row', { name: /c\. Apr 2023.*Oren Takk.*Denies.*reported/ })).toBeVisible();
  // Hearsay is said to be left out.
  await expect(claim.getByText(/1 reported position is not counted/)).toBeVisible();
  await expect(claim.getByText(/Ilse Mardin stands by it/)).toBeVisible();

  // From the evidence back to the very words in the source.
  await claim
    .getByRole('button', { name: /¶ ?2|¶ ?3/ })
    .first()
    .click();
  await expect(page.getByText('A driver who waited there')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(claim).toBeVisible();
});

test('a date that cannot be read is refused before it is saved', async ({ page }) => {
  await newLibrary(page, 'Dates');
  await page.keyboard.press(`${mod}+Alt+e`);
  const dialog = page.getByRole('dialog', { name: 'New event' });
  await dialog.getByLabel('What happened').fill('The bridge was closed');
  await dialog.getByLabel('Date').fill('4/6/23');
  await expect(dialog.getByRole('alert')).toContainText('no date Commonplace can read');
  await expect(dialog.getByRole('button', { name: 'Create event' })).toBeDisabled();
  await dialog.getByLabel('Date').fill('spring 2021');
  await expect(dialog.getByText('Spring 2021')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create event' }).click();
  await expect(page.getByRole('article', { name: 'Event' }).getByText('Spring 2021')).toBeVisible();
});

test('what is deleted can be undone, waits in the Trash, and is erased only after a question', async ({ page }) => {
  await newLibrary(page, 'Trash');
  await page.keyboard.press(`${mod}+Alt+c`);
  await page.getByLabel('Statement', { exact: true }).fill('The well is dry.');
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'Claims' });
  await list.getByRole('option', { name: /The well is dry/ }).click();

  await page.keyboard.press('Delete');
  await expect(page.getByText('No claims yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('option', { name: /The well is dry/ })).toBeVisible();

  await list.getByRole('option', { name: /The well is dry/ }).click();
  await page.keyboard.press('Delete');
  await goTo(page, 'Trash');
  await page.getByRole('button', { name: 'Empty the Trash' }).click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('option', { name: /The well is dry/ })).toBeVisible();
  await page.getByRole('button', { name: 'Empty the Trash' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('The Trash is empty')).toBeVisible();
});
