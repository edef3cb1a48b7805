import { serious } from './acts';
import { expect, test } from './fixtures';
import { newLibrary, sampleTest } from './sample';

sampleTest('the network of the sample is walked by keyboard, filtered, and read as a table', async ({ page }) => {
  const sidebar = page.getByRole('navigation', { name: 'Library' });
  await sidebar.getByRole('button', { name: 'Network' }).click();
  const network = page.getByRole('region', { name: 'Network' });
  const graph = network.getByRole('application');
  await expect(graph).toHaveAttribute('data-drawn', /^\d+ \d+$/);
  const drawn = await graph.getAttribute('data-drawn');

  await graph.focus();
  await page.keyboard.press('Home');
  const chosen = network.getByRole('complementary', { name: 'Chosen actor' });
  const first = (await chosen.getByRole('heading').textContent()) ?? '';
  expect(first).not.toBe('');
  // One of the arrows leads on, whichever way the network is laid.
  for (const arrow of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(arrow);
  await page.keyboard.press('Home');
  await expect(chosen.getByRole('heading', { name: first })).toBeVisible();
  expect(await serious(page), 'picture').toEqual([]);

  // A neighbour by its button, then its own neighbourhood, and back to all.
  const neighbour = chosen.getByRole('list').getByRole('button').first();
  await neighbour.click();
  await expect(chosen.getByRole('heading', { name: first })).toBeHidden();
  await chosen.getByRole('button', { name: 'Only its neighbours' }).click();
  await network.getByRole('button', { name: /^Only around .*: show everybody$/ }).click();
  await expect(graph).toHaveAttribute('data-drawn', drawn!);

  await network.getByRole('button', { name: 'Person' }).click();
  await expect(graph).not.toHaveAttribute('data-drawn', drawn!);
  await network.getByRole('button', { name: 'Person' }).click();
  await expect(graph).toHaveAttribute('data-drawn', drawn!);

  await network.getByRole('button', { name: 'Table' }).click();
  const table = network.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(Number(drawn!.split(' ')[1]) + 1);
  await expect(table.getByRole('row', { name: new RegExp(first) }).first()).toBeVisible();
  expect(await serious(page), 'table').toEqual([]);
  await network.getByRole('button', { name: 'Picture' }).click();

  await network.getByRole('combobox', { name: 'Find an actor' }).fill(first.slice(0, 5));
  await page.getByRole('option', { name: first, exact: true }).click();
  await expect(chosen.getByRole('heading', { name: first })).toBeVisible();
  await expect(graph).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Actor' }).getByRole('heading', { name: first })).toBeVisible();
  await page.getByRole('button', { name: 'Show in network' }).click();
  await expect(chosen.getByRole('heading', { name: first })).toBeVisible();
});

test('an empty network says how ties come about', async ({ page }) => {
  await newLibrary(page, 'Nobody');
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Network' }).click();
  await expect(page.getByText('No ties yet')).toBeVisible();
  await expect(page.getByRole('button', { name: /New actor/ })).toBeVisible();
});
