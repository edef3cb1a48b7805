import { expect, test } from './fixtures';
import { goTo, newLibrary, sampleTest } from './sample';

test('an actor with names in two scripts is found by any of them', async ({ page }) => {
  await newLibrary(page, 'Actors');
  await goTo(page, 'Actors');
  await page.getByRole('button', { name: 'New actor' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New actor' });
  await dialog.getByLabel('Name', { exact: true }).fill('Şəmsi Orudlu');
  await dialog.getByRole('button', { name: 'Add name' }).click();
  await dialog.getByLabel('Other name 1', { exact: true }).fill('Шемси Орудлу');
  await dialog.getByLabel('Language of other name 1').fill('ru');
  await dialog.getByRole('button', { name: 'Add role' }).click();
  await dialog.getByLabel('Title').fill('Harbour master');
  await dialog.getByLabel('From').fill('2019');
  await dialog.getByRole('button', { name: 'Create actor' }).click();

  const actor = page.getByRole('article', { name: 'Actor' });
  await expect(actor.getByRole('row', { name: /Шемси Орудлу.*Russian, Cyrillic/ })).toBeVisible();
  await expect(actor.getByRole('region', { name: 'Roles' }).getByRole('row', { name: /Harbour master/ })).toContainText(
    '2019',
  );

  const filter = page.getByRole('searchbox', { name: 'Filter actors' });
  for (const typed of ['semsi', 'шемси', 'harbor mster']) {
    await filter.fill(typed);
    await expect(page.getByRole('option', { name: /Şəmsi Orudlu/ })).toBeVisible();
  }
  await filter.fill('zzz');
  await expect(page.getByText('No actor like that')).toBeVisible();
});

sampleTest('editing an actor keeps what was not touched, and can be undone', async ({ page }) => {
  await goTo(page, 'Actors');
  await page.getByRole('option', { name: /Ilyan Dorsev/ }).click();
  const actor = page.getByRole('article', { name: 'Actor' });
  const roles = (await actor.getByRole('region', { name: 'Roles' }).textContent()) ?? '';
  await actor.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Ilyan P. Dorsev');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(actor.getByRole('heading', { name: 'Ilyan P. Dorsev' })).toBeVisible();
  await expect(actor.getByRole('region', { name: 'Roles' })).toHaveText(roles);
  await actor.click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+z');
  await expect(actor.getByRole('heading', { name: 'Ilyan Dorsev' })).toBeVisible();
});
