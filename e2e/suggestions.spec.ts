import type { Page } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mod, serious } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

const folder = join(import.meta.dirname, '../resources/sample/sources');

/** Brings in files of the sample as a user's own: sources and nothing else. */
async function bringIn(page: Page, names: readonly string[]): Promise<void> {
  for (const fileName of names) {
    const content = (await readFile(join(folder, fileName))).toString('base64');
    const outcome = await page.evaluate(
      async ([name, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const answer = await window.commonplace.call['imports.file']({ jobId: 'seed', fileName: name, bytes });
        return answer.ok ? 'ok' : answer.error.message;
      },
      [fileName, content] as const,
    );
    expect(outcome).toBe('ok');
  }
}

/** Opens what a source suggests, by keyboard from the list of sources. */
async function review(page: Page, title: RegExp): Promise<void> {
  await goTo(page, 'Sources');
  await page.getByRole('option', { name: title }).click();
  await expect(page.getByRole('document', { name: 'Text of the source' })).toBeVisible();
  await page.keyboard.press(`${mod}+Shift+s`);
  await expect(card(page)).toBeVisible();
}

const card = (page: Page) => page.getByRole('article', { name: 'Suggestion' });
const title = (page: Page) => card(page).getByRole('heading', { level: 2 });
const group = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Kind of suggestion' }).getByRole('button', { name: new RegExp(`^${name}`) });

/** Goes down the list until this one is open. */
async function stepTo(page: Page, name: string): Promise<void> {
  for (let step = 0; (await title(page).textContent()) !== name; step++) {
    expect(step, `no suggestion called ${name}`).toBeLessThan(40);
    const before = await card(page).textContent();
    await page.keyboard.press('j');
    await expect(card(page)).not.toHaveText(before ?? '');
  }
}

test('accept, link, reject and take back, by keyboard; what is rejected stays so', async ({ app, page }) => {
  await newLibrary(page, 'Overflight');
  await bringIn(page, ['2021-03-13-lorn-courier-overflight.txt']);
  await page.evaluate(async () => {
    await window.commonplace.call['actors.create']({ kind: 'organisation', name: 'Qazhar border guard' });
  });
  await review(page, /Qazhari aircraft/);

  // A proposal that is none: an adjective. The next one is open at once.
  await stepTo(page, 'Merevian');
  await page.keyboard.press('r');
  await expect(page.getByText('Rejected; it is not proposed again')).toBeVisible();
  await expect(title(page)).not.toHaveText('Merevian');

  await stepTo(page, 'Qazhari Border Guard Directorate');
  await page.keyboard.press('l');
  const link = page.getByRole('dialog', { name: /^Who is/ });
  await expect(link.getByRole('combobox', { name: 'Actor' })).toBeFocused();
  await page.keyboard.type('Qazhar border');
  await expect(page.getByRole('option', { name: 'Qazhar border guard' })).toBeVisible();
  await page.keyboard.press('Enter');
  await link.getByRole('button', { name: 'Link', exact: true }).press('Enter');
  await expect(link).toBeHidden();

  await stepTo(page, 'Anton Brusk');
  await expect(card(page)).toContainText('The windows shook');
  await page.keyboard.press('a');
  await expect(page.getByRole('option', { name: /Anton Brusk/ })).toBeHidden();
  // Taken back and done again.
  await page.keyboard.press(`${mod}+z`);
  await expect(page.getByRole('option', { name: /Anton Brusk/ })).toBeVisible();
  await page.keyboard.press(`${mod}+Shift+z`);
  await expect(page.getByRole('option', { name: /Anton Brusk/ })).toBeHidden();

  // A quotation as an excerpt, its speaker's position on a claim that is made of it.
  await page.keyboard.press('2');
  await stepTo(page, 'Anton Brusk');
  await page.keyboard.press('p');
  const position = page.getByRole('dialog', { name: 'Accept with a position' });
  await expect(position.getByLabel('Statement of the claim')).toBeFocused();
  await page.keyboard.press(`${mod}+a`);
  await page.keyboard.type('The aircraft passed over Upper Issen twice.');
  await page.keyboard.press(`${mod}+Enter`);
  await expect(position).toBeHidden();
  await expect(page.getByText('Excerpt and position added')).toBeVisible();

  // An event with the date that the text means.
  await page.keyboard.press('4');
  await expect(card(page)).toContainText('12 March 2021');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Event added')).toBeVisible();
  await expect(page.getByRole('option', { name: /12 Mar 2021/ })).toBeHidden();

  await goTo(page, 'Claims');
  await page.getByRole('option', { name: /passed over Upper Issen twice/ }).click();
  await expect(page.getByRole('row', { name: /Anton Brusk.*Asserts.*held/ })).toBeVisible();
  await goTo(page, 'Actors');
  await page.getByRole('option', { name: /Qazhar border guard/ }).click();
  await expect(page.getByText('Qazhari Border Guard Directorate').first()).toBeVisible();
  await goTo(page, 'Events');
  await expect(page.getByRole('option', { name: /12 Mar 2021/ })).toBeVisible();

  await app.restart();
  const { page: again } = app;
  await review(again, /Qazhari aircraft/);
  await expect(again.getByRole('option', { name: /^Merevian/ })).toBeHidden();
  await again.keyboard.press('5');
  await again.getByRole('option', { name: /^Merevian.*Rejected/ }).click();
  await again.getByRole('button', { name: 'Propose again' }).press('Enter');
  await expect(title(again)).toHaveText('Merevian');
});

test('marks in the text open the card beside, with the same acts', async ({ page }) => {
  await newLibrary(page, 'Marks');
  await bringIn(page, ['2021-03-13-lorn-courier-overflight.txt']);
  await goTo(page, 'Sources');
  await page.getByRole('option', { name: /Qazhari aircraft/ }).click();
  await expect(page.getByRole('document', { name: 'Text of the source' })).toBeVisible();
  const marked = () => page.evaluate(() => CSS.highlights.get('suggested')?.size ?? 0);
  expect(await marked()).toBe(0);
  await page.keyboard.press(`${mod}+Shift+u`);
  await expect.poll(marked).toBeGreaterThan(10);

  // By keyboard, one after the other.
  const before = await marked();
  await page.keyboard.press(`${mod}+Shift+j`);
  await expect(card(page)).toBeVisible();
  const first = (await title(page).textContent()) ?? '';
  await page.keyboard.press('r');
  await expect.poll(marked).toBeLessThan(before);
  await expect(title(page)).not.toHaveText(first);

  // By mouse: a name inside the text.
  await page
    .getByText(/The windows shook/)
    .first()
    .scrollIntoViewIfNeeded();
  const at = await page.evaluate(() => {
    const range = [...(CSS.highlights.get('suggested') ?? [])].find((each) => String(each) === 'Anton Brusk') as Range;
    const { x, y, height } = range.getBoundingClientRect();
    return { x: x + 4, y: y + height / 2 };
  });
  await page.mouse.click(at.x, at.y);
  await expect(title(page)).toHaveText('Anton Brusk');
  await card(page)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(page.getByText('Actor added')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the review and its forms have no serious fault for a reader of screens, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await newLibrary(page, 'Faults');
    await bringIn(page, ['2021-03-13-lorn-courier-overflight.txt']);
    await review(page, /Qazhari aircraft/);
    expect(await serious(page)).toEqual([]);
    await page.keyboard.press('2');
    await expect(group(page, 'Quotations')).toHaveAttribute('aria-pressed', 'true');
    await expect(card(page)).toContainText('Speaker');
    await page.keyboard.press('p');
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await serious(page)).toEqual([]);
  });
}

test('the matrix of the sample, from nothing but its sources', async ({ page }) => {
  test.slow();
  await newLibrary(page, 'From sources');
  await bringIn(page, (await readdir(folder)).sort());

  /** Makes a position of each quotation of a source. `reported`: of what number is only said of the speaker. */
  const takePositions = async (source: RegExp, key: '2' | '3', manners: readonly ('held' | 'reported')[]) => {
    await review(page, source);
    await page.keyboard.press(key);
    for (const manner of manners) {
      const dialog = page.getByRole('dialog', { name: 'Accept with a position' });
      await expect(page.getByRole('listbox', { name: /^Suggested (quotations|statements)$/ })).toBeVisible();
      const words = await card(page).textContent();
      await page.keyboard.press('p');
      await expect(dialog).toBeVisible();
      if (manner === 'reported') {
        await dialog.getByLabel('How it is known').press('Enter');
        await page.getByRole('option', { name: /^Reported/ }).press('Enter');
      }
      await dialog.getByLabel('Statement of the claim').press(`${mod}+Enter`);
      await expect(dialog).toBeHidden();
      await expect(card(page)).not.toHaveText(words ?? '');
    }
  };
  await takePositions(/Gunman kills guard/, '2', ['held']);
  await takePositions(/Merevian lawmaker/, '2', ['held', 'held']);
  await takePositions(/Report on the airspace/, '3', ['reported']);

  await page
    .getByRole('navigation', { name: 'Library' })
    .getByRole('button', { name: /^Matrix/ })
    .click();
  const grid = page.getByRole('grid');
  for (const actor of ['Ilyan Dorsev', 'Saffron Column', 'Tahmin Orvati', 'Merevia'])
    await expect(grid.getByRole('columnheader', { name: new RegExp(actor) })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: /reported/i }).first()).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: /held|asserts/i }).first()).toBeVisible();
});
