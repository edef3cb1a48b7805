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

/** Events of every precision, with actors, a tag and a conflict; made through the contract. */
async function seedTimeline(page: Page): Promise<void> {
  const made = await page.evaluate(async () => {
    const { call } = window.commonplace;
    const actors: string[] = [];
    for (const name of ['Republic of Tarn', 'Vell']) {
      const actor = await call['actors.create']({ kind: 'state', name });
      if (!actor.ok) return actor.error.message;
      actors.push(actor.value.id);
    }
    const events: [title: string, date: string, actor: number | null][] = [
      ['Treaty of the upper ford', '2019', 0],
      ['The gate is closed to lorries', '2021-03', 1],
      ['Drought', '2021~/2022', null],
      ['Vell patrols the river', '2022-06/..', 1],
      ['The bridge at Tolm falls', '2023-04-06', 0],
      ['The envoy is recalled', '2023-04-11', 1],
      ['A letter, never sent', '', 0],
    ];
    for (const [title, date, actor] of events) {
      const actorId = actor === null ? undefined : actors[actor];
      const event = await call['events.create']({ title, date, actors: actorId === undefined ? [] : [{ actorId }] });
      if (!event.ok) return event.error.message;
      if (title.startsWith('The bridge')) await call['events.addDate']({ eventId: event.value.id, date: '2023-04-07' });
    }
    const claim = await call['claims.create']({ statement: 'The bridge was mined.' });
    if (!claim.ok) return claim.error.message;
    const position = await call['claims.addPosition']({
      claimId: claim.value.id,
      actorId: actors[1]!,
      stance: 'denies',
      manner: 'reported',
      date: '2023-04-20',
    });
    return position.ok ? 'ok' : position.error.message;
  });
  expect(made).toBe('ok');
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png` });
}

test('the timeline: by keyboard from event to event, in lanes, as a table, at a date', async ({ page }) => {
  await newLibrary(page, 'River');
  const sidebar = page.getByRole('navigation', { name: 'Library' });
  await sidebar.getByRole('button', { name: 'Timeline', exact: true }).click();
  await expect(page.getByText('Nothing is dated yet')).toBeVisible();
  expect(await serious(page), 'empty').toEqual([]);
  await shot(page, 'timeline-empty');

  await seedTimeline(page);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByRole('status')).toHaveText('6 dated events · 1 event with dates in conflict');
  const picture = timeline.getByRole('application', { name: /^Timeline/ });
  // Every event has a place of its own.
  await expect(picture.locator('canvas')).toHaveAttribute('data-drawn', '6');
  expect(await serious(page), 'picture').toEqual([]);
  await shot(page, 'timeline');

  await picture.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(timeline.getByText('c. 2021 – 2022: Drought').first()).toBeAttached();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(timeline.getByText('6 April 2023: The bridge at Tolm falls (Republic of Tarn)').first()).toBeAttached();
  await expect(timeline.getByText('also 7 Apr 2023')).toBeVisible();
  await page.keyboard.press('+');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Event' })).toContainText('The bridge at Tolm falls');
  await page.keyboard.press('Alt+ArrowLeft');

  await timeline.getByRole('combobox', { name: 'Lanes' }).click();
  await page.getByRole('option', { name: 'A lane for each actor' }).click();
  await timeline.getByRole('checkbox', { name: 'With positions on claims' }).click();
  await expect(timeline.getByRole('status')).toContainText('1 position');
  await expect(picture.locator('canvas')).toHaveAttribute('data-drawn', '7');
  await shot(page, 'timeline-lanes');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1280, height: 800 });
  await picture.hover();
  await shot(page, 'timeline-dark');
  expect(await serious(page), 'lanes, dark').toEqual([]);

  await timeline.getByRole('button', { name: 'Go to date' }).click();
  await page.getByRole('dialog', { name: 'Go to a date' }).getByLabel('Date', { exact: true }).fill('April 2023');
  await page.keyboard.press('Enter');
  // What is open-ended or of other years is out of sight.
  await expect(picture.locator('canvas')).toHaveAttribute('data-drawn', '3');
  await timeline.getByRole('button', { name: '1 undated' }).click();
  await expect(page.getByRole('complementary', { name: 'Undated' })).toContainText('A letter, never sent');
  await shot(page, 'timeline-undated');
  await page.keyboard.press('Escape');
  await timeline.getByRole('button', { name: 'Table' }).click();
  const rows = timeline.getByRole('row');
  await expect(rows).toHaveCount(9);
  await expect(rows.nth(1)).toContainText(/2019\s*Treaty of the upper ford/);
  await expect(timeline.getByRole('row', { name: /bridge at Tolm falls.*7 Apr 2023: in conflict/ })).toBeVisible();
  await expect(rows.last()).toContainText('Undated');
  expect(await serious(page), 'table').toEqual([]);
  await timeline.getByRole('button', { name: 'The bridge was mined.' }).click();
  await expect(page.getByRole('article', { name: 'Claim' })).toBeVisible();
});
