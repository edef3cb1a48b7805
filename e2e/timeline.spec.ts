import type { Page } from '@playwright/test';
import { mod, serious } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

/** A library with an article, an excerpt that dates an event, and that event; made through the contract. */
async function seed(page: Page): Promise<void> {
  const made = await page.evaluate(async () => {
    const { call } = window.commonplace;
    const text = 'The bridge at Tolm\n\nThe bridge at Tolm fell on the night of 7 April, the harbour master said.';
    const source = await call['imports.text']({ jobId: 'seed', title: 'The bridge at Tolm', text });
    if (!source.ok) return source.error.message;
    const excerpt = await call['excerpts.quote']({
      sourceId: source.value.sourceId,
      quote: 'fell on the night of 7 April',
    });
    if (!excerpt.ok) return excerpt.error.message;
    const event = await call['events.create']({
      title: 'The bridge fell',
      date: '2023-04-06',
      excerptIds: [excerpt.value.id],
    });
    return event.ok ? 'ok' : event.error.message;
  });
  expect(made).toBe('ok');
}

test('an event whose sources give other dates', async ({ page }) => {
  await newLibrary(page, 'Bridge');
  await seed(page);
  await goTo(page, 'Events');
  await page.getByRole('option', { name: /The bridge fell/ }).click();
  const event = page.getByRole('article', { name: 'Event' });
  const dates = event.getByRole('region', { name: 'Dates in sources' });

  await dates.getByRole('button', { name: 'Add date' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add date' });
  await dialog.getByLabel('Date', { exact: true }).fill('April 2023');
  await dialog.getByRole('button', { name: 'Add date' }).click();
  await expect(dates.getByRole('row', { name: /Apr 2023.*less precise.*No excerpt/ })).toBeVisible();
  await expect(dates.getByText(/Sources disagree/)).toHaveCount(0);

  await dates.getByRole('button', { name: 'Add date' }).click();
  await dialog.getByLabel('Date', { exact: true }).fill('7 April 2023');
  await dialog.getByLabel('Rests on the excerpt').fill('night');
  await page.getByRole('option', { name: /fell on the night/ }).click();
  await dialog.getByRole('button', { name: 'Add date' }).click();
  await expect(dates.getByRole('row', { name: /7 Apr 2023.*in conflict.*fell on the night/ })).toBeVisible();
  await expect(dates.getByText(/Sources disagree about the date.*The event goes by 6 April 2023/)).toBeVisible();
  await expect(page.getByRole('option', { name: /The bridge fell/ })).toContainText('dates disagree');
  expect(await serious(page), 'dates of an event').toEqual([]);

  await dates.getByRole('button', { name: 'Change the date 2023-04-07' }).click();
  await page.getByRole('menuitem', { name: 'Go by this date' }).click();
  await expect(dates.getByRole('row', { name: /6 Apr 2023.*in conflict/ })).toBeVisible();
  await expect(dates.getByRole('row', { name: /7 Apr 2023.*the same/ })).toBeVisible();
  await page.keyboard.press(`${mod}+z`);
  await expect(dates.getByRole('row', { name: /7 Apr 2023.*in conflict/ })).toBeVisible();
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/dates.png` });
});
