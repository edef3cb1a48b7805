import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { memoText, mod } from './acts';
import { expect, test } from './fixtures';
import { newLibrary, sampleTest } from './sample';

/** Finding in the open text, by keyboard alone. */

const bar = (page: Page) => page.getByRole('search', { name: 'Find in this text' });
const field = (page: Page) => bar(page).getByRole('textbox', { name: 'Find in this text' });
const place = (page: Page) => bar(page).getByRole('status');
const reader = (page: Page) => page.getByRole('document', { name: 'Text of the source' });

/** The words that are marked as found, without the one that is shown, and that one. */
async function marked(page: Page): Promise<{ others: string[]; shown: string | undefined }> {
  return page.evaluate(() => {
    const words = (name: string) => [...(CSS.highlights.get(name) ?? [])].map((range) => String(range));
    return { others: words('find'), shown: words('find-current')[0] };
  });
}

/** Whether what is shown as found is inside the window. */
const shownInView = (page: Page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('find-current') ?? [];
    if (!(range instanceof Range)) return false;
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight && bottom > top;
  });

async function openText(page: Page, title: string, text: string): Promise<void> {
  const made = await page.evaluate(
    async (source) => (await window.commonplace.call['imports.text']({ jobId: source.title, ...source })).ok,
    { title, text },
  );
  expect(made).toBe(true);
  const list = page.getByRole('listbox', { name: 'Sources', exact: true });
  await expect(list.getByRole('option')).toHaveCount(1);
  await list.focus();
  await page.keyboard.press('Home');
  await expect(reader(page)).toBeVisible();
}

const filler = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `Entry ${from + index}. Nothing was seen on the road that day.`);

const report = [
  'The log of the ferry house',
  'By Ines Harrow',
  'Əliyev came at dawn, and “the rope held”, he said – twice.',
  ...filler(1, 40),
  'Аlarm: Посольство закрыли весной. ПОСОЛЬСТВО молчало, а в посольстве ждали.',
  ...filler(40, 300),
  'گفت علی یک کتاب داشت؛ عليّ يك كتاب.',
  'The rope held again; ro\u00ADpe by rope. A résumé, and a re\u0301sume\u0301.',
].join('\n\n');

test('in a source: folded as search folds, hit by hit, round and round, and out with the hit selected', async ({
  page,
}) => {
  await newLibrary(page, 'Find');
  await openText(page, 'The log', report);

  await page.keyboard.press(`${mod}+f`);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('Aliyev');
  await expect(place(page)).toHaveText('1 of 1');
  await expect.poll(() => marked(page)).toEqual({ others: [], shown: 'Əliyev' });

  await page.keyboard.press(`${mod}+a`);
  await page.keyboard.type('посольств');
  await expect(place(page)).toHaveText('1 of 3');
  await expect.poll(() => marked(page)).toEqual({ others: ['ПОСОЛЬСТВ', 'посольств'], shown: 'Посольств' });
  await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('2 of 3');
  await expect.poll(() => shownInView(page)).toBe(true);

  await page.keyboard.press(`${mod}+a`);
  await page.keyboard.type('علي يك كتاب');
  await expect(place(page)).toHaveText('1 of 2');
  await expect.poll(async () => (await marked(page)).shown).toBe('علی یک کتاب');
  await expect.poll(() => shownInView(page)).toBe(true);
  await page.keyboard.press('Shift+Enter');
  await expect(place(page)).toHaveText('Again from the end: 2 of 2');
  await expect.poll(async () => (await marked(page)).shown).toBe('عليّ يك كتاب');

  await page.keyboard.press(`${mod}+a`);
  await page.keyboard.type('rope');
  await expect(place(page)).toHaveText('2 of 4');
  await page.keyboard.press('F3');
  await page.keyboard.press(`${mod}+g`);
  await page.keyboard.press(`${mod}+g`);
  await expect(place(page)).toHaveText('Again from the top: 1 of 4');
  await page.keyboard.press('Shift+F3');
  await expect(place(page)).toHaveText('Again from the end: 4 of 4');

  await page.keyboard.press(`${mod}+a`);
  await page.keyboard.type('resume');
  await expect(place(page)).toHaveText('1 of 2');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(bar(page).getByRole('button', { name: 'Whole words' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(place(page)).toHaveText('Nothing found');
  await page.keyboard.press('Space');
  await expect(place(page)).toHaveText('1 of 2');

  await page.keyboard.press(`${mod}+f`);
  await page.keyboard.type('"the rope held", he said');
  await expect(place(page)).toHaveText('1 of 1');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  expect(await page.evaluate(() => String(getSelection()))).toBe('“the rope held”, he said');
  expect((await marked(page)).shown).toBeUndefined();
  await page.keyboard.press('e');
  await expect(page.getByRole('complementary', { name: 'Excerpts' })).toContainText('“the rope held”, he said');

  // The words that are selected are looked for; Escape in the text closes the bar as well, once nothing else is open.
  await reader(page)
    .getByText('Entry 1. Nothing')
    .evaluate(({ firstChild }) => getSelection()!.setBaseAndExtent(firstChild!, 9, firstChild!, 16));
  await page.keyboard.press(`${mod}+f`);
  await expect(field(page)).toHaveValue('Nothing');
  await expect(place(page)).toHaveText('1 of 299');
  await reader(page).focus();
  await page.keyboard.press('F3');
  await expect(place(page)).toHaveText('2 of 299');
  expect(await page.evaluate(() => String(getSelection()))).toBe('Nothing');
  for (const _ of ['selection', 'excerpt', 'bar']) await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
});

test('in a long text: what is not drawn is counted, and going there draws it', async ({ page }) => {
  test.setTimeout(120_000);
  await newLibrary(page, 'Long');
  const paragraph = 'Посольство писало о пароме, и канат держался ещё одну зиму подряд у старой пристани. ';
  const middle = Array.from({ length: 6000 }, (_, index) => `${index}. ${paragraph.repeat(4)}`);
  middle[3000] = 'Here the keeper of Tolm was named once.';
  const long = ['A long log', 'By Ines Harrow', ...middle, 'The keeper of Tolm again.'].join('\n\n');
  expect(long.length).toBeGreaterThan(2_000_000);
  await openText(page, 'A long log', long);

  await page.keyboard.press(`${mod}+f`);
  await page.keyboard.type('keeper of tolm');
  await expect(place(page)).toHaveText('1 of 2');
  await expect.poll(() => shownInView(page)).toBe(true);
  await expect(page.getByText('Here the keeper of Tolm was named once.')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('2 of 2');
  await expect(page.getByText('The keeper of Tolm again.')).toBeInViewport();

  await page.keyboard.press(`${mod}+a`);
  await page.keyboard.type('канат');
  await expect(place(page)).toHaveText(/ of 23,996$/);
  await page.keyboard.press('Enter');
  await expect.poll(() => shownInView(page)).toBe(true);
});

sampleTest('each pane has its own, and a preview does not take the keys', async ({ page }) => {
  await page.keyboard.press(`${mod}+6`);
  await page.getByRole('listbox', { name: 'Memos', exact: true }).getByRole('option').first().click();
  await memoText(page)
    .getByRole('button', { name: /show in the source/ })
    .first()
    .click();
  const beside = page.getByRole('complementary', { name: 'Second pane' });
  await expect(reader(page)).toBeVisible();

  await memoText(page).focus();
  await page.keyboard.press(`${mod}+f`);
  await expect(field(page)).toBeFocused();
  await expect(beside.getByRole('search')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await reader(page).focus();
  await page.keyboard.press(`${mod}+f`);
  await expect(beside.getByRole('search').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('embassy');
  await expect(beside.getByRole('status')).toHaveText(/^\d+ of \d+$/);
  await memoText(page).focus();
  await page.keyboard.press(`${mod}+f`);
  await expect(page.getByRole('search')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await beside.getByRole('search').getByRole('textbox').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);
  await page.keyboard.press(`${mod}+Shift+|`);
  await expect(beside).toBeHidden();

  await page.keyboard.press(`${mod}+Shift+f`);
  const box = page.getByRole('combobox', { name: 'Search everything' });
  await page.keyboard.type('tag:embassy');
  await expect(page.getByRole('listbox', { name: 'Results' })).toBeVisible();
  await page.keyboard.press(`${mod}+f`);
  await expect(box).toBeFocused();
  await expect(bar(page)).toHaveCount(0);
});

test('in a memo: headings, lists, tables, footnotes and quotations; the hits move with what is typed', async ({
  page,
}) => {
  await newLibrary(page, 'Memo');
  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.type('## The ferry');
  await page.keyboard.press('Enter');
  await page.keyboard.type('A **fer');
  await page.keyboard.type('ry** left, Əliyev wrote.');
  await page.keyboard.press(`${mod}+Alt+f`);
  await expect(page.getByRole('textbox', { name: 'Words of the footnote' })).toBeFocused();
  await page.keyboard.type('No ferry came.');
  await page.keyboard.press('Enter');
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('- a ferry');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('> Ferry of old');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('ferry');

  await page.keyboard.press(`${mod}+f`);
  await page.keyboard.type('FERRY');
  await expect(place(page)).toHaveText(/of 6$/);
  await expect.poll(async () => (await marked(page)).others.length).toBe(5);
  await page.keyboard.press('Escape');
  await expect(memoText(page).getByRole('button', { name: /^Footnote 1: No ferry/ })).toBeFocused();
  await page.keyboard.press(`${mod}+f`);
  await page.keyboard.press('Enter');
  await expect(place(page)).toHaveText('Again from the top: 1 of 6');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(memoText(page)).toBeFocused();
  // The hit is selected: what is typed takes its place.
  expect(await page.evaluate(() => String(getSelection()))).toBe('ferry');
  await page.keyboard.press(`${mod}+f`);
  await page.keyboard.press('F3');
  await expect(place(page)).toHaveText(/of 6$/);
  await memoText(page).getByRole('heading').click();
  await page.keyboard.press('Home');
  await page.keyboard.type('ferry, ');
  await expect(place(page)).toHaveText(/of 7$/);
  await expect.poll(async () => (await marked(page)).others.length).toBe(6);
});

sampleTest('replace one and all, in one step of undoing; excerpt quotations stay word for word', async ({ page }) => {
  await page.keyboard.press(`${mod}+6`);
  await page.getByRole('listbox', { name: 'Memos', exact: true }).getByRole('option').first().click();
  const quotation = memoText(page).locator('figure[data-excerpt] blockquote').first();
  await expect(quotation).not.toContainText('…');
  const verbatim = await quotation.innerText();
  const word = /[a-z]{6,}/.exec(verbatim)![0];

  // From the toast, in a memo that never had a caret.
  const opened = await memoText(page).innerText();
  await page.keyboard.press(`${mod}+h`);
  await page.keyboard.type('the');
  await expect(place(page)).toHaveText(/^\d+ of \d+$/);
  await bar(page).getByRole('button', { name: 'Replace all' }).click();
  await expect(memoText(page).locator('p').first()).not.toContainText(/the/i);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(memoText(page).locator('p').first()).toContainText(/the/i);
  expect(await memoText(page).innerText()).toBe(opened);

  await memoText(page).locator('p').first().click();
  await page.keyboard.press('Home');
  await page.keyboard.type(`${word} and ${word.toUpperCase()} `);
  const before = await memoText(page).innerText();

  await page.keyboard.press(`${mod}+h`);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type(word);
  await expect(place(page)).toHaveText(/^\d+ of \d+$/);
  await bar(page).getByRole('textbox', { name: 'Replace with' }).focus();
  await page.keyboard.type('Zzyzx');
  await bar(page).getByRole('button', { name: 'Replace all' }).focus();
  await page.keyboard.press('Enter');
  const told = page.getByText(
    /^Replaced \d+ places?\. Left as they are: \d+ in (an )?excerpt quotations?, which stays? word for word\.$/,
  );
  await expect(told.first()).toBeVisible();
  await expect(memoText(page)).toContainText('Zzyzx and Zzyzx ');
  expect(await quotation.innerText()).toBe(verbatim);

  await page.keyboard.press('Escape');
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press(`${mod}+z`);
  await expect(memoText(page)).not.toContainText('Zzyzx');
  expect(await memoText(page).innerText()).toBe(before);
});

for (const theme of ['light', 'dark'] as const) {
  sampleTest(`axe finds nothing serious in the bar (${theme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.keyboard.press(`${mod}+6`);
    await page.getByRole('listbox', { name: 'Memos', exact: true }).getByRole('option').first().click();
    await expect(memoText(page)).toBeVisible();
    await page.keyboard.press(`${mod}+h`);
    await page.keyboard.type('embassy');
    await expect(place(page)).toHaveText(/ of /);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  });
}
