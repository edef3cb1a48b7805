import { addPosition, serious } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary, sampleTest } from './sample';
import type { Page } from '@playwright/test';

async function newActor(page: Page, name: string, kind = 'Person'): Promise<void> {
  await goTo(page, 'Actors');
  await page.getByRole('button', { name: 'New actor' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New actor' });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  if (kind !== 'Person') {
    await dialog.getByLabel('Kind', { exact: true }).click();
    await page.getByRole('option', { name: kind }).click();
  }
  await dialog.getByRole('button', { name: 'Create actor' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

test('an actor has properties for its kind, and a relation that reads from both sides', async ({ page }) => {
  await newLibrary(page, 'Relations');
  await newActor(page, 'Ministry of Rivers', 'Organisation');
  await newActor(page, 'Arvad Selm');
  const actor = page.getByRole('article', { name: 'Actor' });
  const relations = actor.getByRole('region', { name: 'Relations' });

  await actor.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit actor' });
  await form.getByRole('button', { name: 'Add property' }).click();
  await form.getByLabel('Born', { exact: true }).fill('c. 1961');
  await form.getByRole('button', { name: 'Add property' }).click();
  await form.getByLabel('Property').last().click();
  await page.getByRole('option', { name: 'Website' }).click();
  await form.getByRole('textbox', { name: 'Website' }).fill('selm');
  await expect(form.getByText('Write a web address that begins with https://')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled();
  await form.getByRole('textbox', { name: 'Website' }).fill('https://selm.example');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(actor.getByRole('row', { name: 'Born c. 1961' }).first()).toBeVisible();

  await actor.getByRole('button', { name: 'Add relation' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add relation' });
  await dialog.getByRole('combobox', { name: 'Arvad Selm' }).click();
  await page.getByRole('option', { name: 'leads', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Actor', exact: true }).fill('rivers');
  await page.getByRole('option', { name: 'Ministry of Rivers' }).click();
  await dialog.getByLabel('From').fill('2021');
  expect(await serious(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Add relation' }).click();
  await expect(relations.getByRole('row', { name: /leads Ministry of Rivers 2021/ })).toBeVisible();
  await expect(actor.getByRole('region', { name: 'Timeline' })).toContainText('Relation begins');
  await actor.getByRole('button', { name: 'Ministry of Rivers' }).first().click();
  await expect(relations.getByRole('row', { name: /led by Arvad Selm/ })).toBeVisible();

  await actor.getByRole('button', { name: 'Change the relation to Arvad Selm' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(actor.getByText('None yet. Add what it belongs to')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(relations.getByRole('row', { name: /led by Arvad Selm/ })).toBeVisible();
});

sampleTest('a position shows the office that its actor held then', async ({ page }) => {
  await goTo(page, 'Actors');
  await page.getByRole('option', { name: /Ilyan Dorsev/ }).click();
  const actor = page.getByRole('article', { name: 'Actor' });
  await actor.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit actor' });
  await form.getByRole('button', { name: 'Add role' }).click();
  await form.getByLabel('Title', { exact: true }).last().fill('Harbour master');
  await form.getByLabel('Of').last().fill('Orud');
  await form.getByLabel('From').last().fill('1998');
  await form.getByLabel('To').last().fill('2001');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await goTo(page, 'Claims');
  await page.getByRole('listbox', { name: 'Claims' }).getByRole('option').first().click();
  await addPosition(page, { actor: 'Dorsev', option: 'Ilyan Dorsev', stance: 'Denies', date: '6 Apr 1999' });
  const row = page.getByRole('article', { name: 'Claim' }).getByRole('row', { name: /6 Apr 1999/ });
  await expect(row).toContainText('then Harbour master of Orud');
});

test('two names of one actor are merged, found by the old name, and taken apart again', async ({ page }) => {
  await newLibrary(page, 'Merging');
  await newActor(page, 'Arvad Selm');
  await newActor(page, 'Арвад Селм');
  const actor = page.getByRole('article', { name: 'Actor' });
  const alike = actor.getByRole('region', { name: 'May be the same actor' });
  await expect(alike).toContainText('same letters in another script');
  // Typed with an initial, the actor is offered with the reason.
  await actor.getByRole('button', { name: 'Merge', exact: true }).click();
  await page.getByRole('dialog').getByRole('combobox', { name: 'The same actor' }).fill('A. Selm');
  await page.getByRole('option', { name: 'Arvad Selm initials' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Show them' }).click();
  await page
    .getByRole('listbox', { name: 'Actors' })
    .getByRole('option', { name: /Arvad Selm/ })
    .click();
  await expect(actor.getByRole('heading', { name: 'Arvad Selm' })).toBeVisible();
  expect(await serious(page)).toEqual([]);
  await alike.getByRole('button', { name: 'Merge Арвад Селм into this one' }).click();
  await expect(page.getByRole('listbox', { name: 'Actors' }).getByRole('option')).toHaveCount(1);
  await expect(actor.getByRole('region', { name: 'Other names' })).toContainText('Арвад Селм');
  await actor.getByRole('button', { name: 'Unmerge Арвад Селм' }).click();
  await expect(actor.getByRole('heading', { name: 'Арвад Селм' })).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Actors' }).getByRole('option')).toHaveCount(2);
  await alike.getByRole('button', { name: 'Arvad Selm is somebody else' }).click();
  await expect(alike).toBeHidden();
});
