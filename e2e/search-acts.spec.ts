import type { Page } from '@playwright/test';
import { memoText, mod } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary, sampleTest } from './sample';

/** What can be done with a result from the keyboard, and what the preview shows of it. */

const boxOf = (page: Page) => page.getByRole('combobox', { name: 'Search everything' });
const results = (page: Page) => page.getByRole('listbox', { name: 'Results' });
const first = (page: Page) => results(page).getByRole('option').first();
const reader = (page: Page) => page.getByRole('document', { name: 'Text of the source' });

async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press(`${mod}+Shift+F`);
  await expect(boxOf(page)).toBeFocused();
  await boxOf(page).fill(words);
  await expect(page.locator('[data-answered]')).toHaveAttribute('data-answered', words);
}

/** The words that are marked in the text of a source. */
const marked = (page: Page) =>
  page.evaluate(() => [...(CSS.highlights.get('words') ?? [])].map((range) => (range as Range).toString()));

/** The passage that the reader shows as the place one was led to. */
const place = (page: Page) => reader(page).locator('[data-active]');

async function newMemoBeside(page: Page): Promise<void> {
  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(memoText(page)).toBeFocused();
  await page.keyboard.press(`${mod}+Shift+\\`);
  await page.keyboard.press(`${mod}+1`);
  await expect(page.getByRole('complementary', { name: 'Second pane' }).locator(memoText(page))).toBeVisible();
}

sampleTest('the preview shows an excerpt and a passage in the source, the words marked', async ({ page }) => {
  await search(page, 'incidnt neighbours kind:snapshot');
  await expect(first(page)).toContainText('Gunman kills guard');
  await expect(place(page).first()).toBeVisible();
  expect((await place(page).allTextContents()).join('')).toMatch(
    /^The attack is the most serious incident between the neighbours .* for nineteen days\.$/,
  );
  await expect.poll(() => marked(page)).toEqual(['incident', 'neighbours']);
  await expect(place(page).first()).toBeInViewport();

  await search(page, 'transponder switched kind:excerpt');
  await expect(first(page)).toContainText('The transponder of the aircraft');
  await expect.poll(() => marked(page)).toEqual(['transponder', 'switched']);
  await expect(place(page).first()).toContainText('The transponder of the aircraft');
  await expect(boxOf(page)).toBeFocused();

  // Opened, it stands there too.
  await page.keyboard.press('Enter');
  await expect(results(page)).toBeHidden();
  await expect(place(page).first()).toBeInViewport();
  await expect.poll(() => marked(page)).toEqual(['transponder', 'switched']);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(boxOf(page)).toHaveValue('transponder switched kind:excerpt');
});

sampleTest('results go into the memo beside: quoted, cited, mentioned, stated', async ({ page }) => {
  await newMemoBeside(page);
  const memo = memoText(page);
  await search(page, 'transponder switched kind:excerpt');
  await page.keyboard.press(`${mod}+Shift+c`);
  await expect(memo.locator('blockquote')).toContainText('The transponder of the aircraft was switched off');
  await expect(page.getByText('Quoted in “Untitled memo”')).toBeVisible();
  await expect(boxOf(page)).toBeFocused();

  await search(page, 'Marask kind:actor');
  await page.keyboard.press(`${mod}+Shift+c`);
  await expect(memo.getByText('Lena Marask')).toBeVisible();
  await search(page, 'border closed kind:source');
  await results(page).getByRole('option').first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Cite in the memo' }).click();
  await expect(memo.getByRole('button', { name: /Hallam/ })).toBeVisible();
  await page.getByRole('dialog').filter({ hasText: 'Cited in' }).getByRole('button', { name: 'Undo' }).click();
  await expect(memo.getByRole('button', { name: /Hallam/ })).toHaveCount(0);

  // What has no place in a text says so.
  await search(page, 'attack kind:event');
  await page.keyboard.press(`${mod}+Shift+c`);
  await expect(page.getByText('This has no place in a text')).toBeVisible();
});

sampleTest(
  'a passage that nobody excerpted is excerpted and quoted, in one step that can be undone',
  async ({ page }) => {
    await newMemoBeside(page);
    const count = () =>
      page.evaluate(async () => {
        const current = await window.commonplace.call['library.current']({});
        return current.ok ? current.value!.counts.excerpt : -1;
      });
    const before = await count();
    await search(page, 'families flown home kind:snapshot');
    await expect(first(page)).toContainText('In the text');
    await page.keyboard.press(`${mod}+Shift+c`);
    const sentence = 'Embassy staff and their families, fifty-three people in all, were flown home on Wednesday night.';
    await expect(memoText(page).locator('blockquote')).toContainText(sentence);
    await expect(page.getByText('Excerpted, and quoted in “Untitled memo”')).toBeVisible();
    await expect.poll(count).toBe(before + 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(memoText(page).locator('blockquote')).toHaveCount(0);
    await expect.poll(count).toBe(before);
  },
);

sampleTest('without an open memo, one is chosen or made', async ({ page }) => {
  await search(page, 'transponder switched kind:excerpt');
  await page.keyboard.press(`${mod}+Shift+c`);
  const dialog = page.getByRole('dialog', { name: /No memo is open/ });
  await expect(dialog.getByRole('combobox', { name: 'Find a memo' })).toBeFocused();
  await expect(dialog.getByRole('option')).toHaveText([/^One chain\?/, /^New memo/]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(boxOf(page)).toBeFocused();
  await page.keyboard.press(`${mod}+Shift+c`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const beside = page.getByRole('complementary', { name: 'Second pane' });
  await expect(beside.locator('blockquote')).toContainText('The transponder of the aircraft was switched off');
  await expect(page.getByText('Quoted in “Untitled memo”')).toBeVisible();
});

sampleTest('copying gives the words with their citation', async ({ page }) => {
  // The app may write to the clipboard and not read it; the test looks at what is written.
  await page.evaluate(() => {
    const copied: string[] = [];
    Object.assign(window, { copied });
    navigator.clipboard.writeText = async (text) => void copied.push(text);
  });
  const copied = () => page.evaluate(() => (window as unknown as { copied: string[] }).copied.at(-1));
  await search(page, 'transponder switched kind:excerpt');
  await page.keyboard.press(`${mod}+c`);
  await expect
    .poll(copied)
    .toMatch(
      /^“The transponder of the aircraft was switched off .*” \(Observer Mission of the Littoral League 2021, ¶ \d+\)$/,
    );
  await expect(page.getByText('Copied with its citation')).toBeVisible();
  await search(page, 'families flown home kind:snapshot');
  await page.keyboard.press(`${mod}+c`);
  await expect.poll(copied).toMatch(/^“Embassy staff and their families, .* night\.” \(Wallin 2021, ¶ \d+\)$/);
  await search(page, 'border closed kind:source');
  await page.keyboard.press(`${mod}+c`);
  await expect.poll(copied).toMatch(/^Hallam, Joan, and Dana Orrel\..*The Spring the Border Closed/i);

  // Words selected in the box are copied as they are.
  await page.keyboard.press(`${mod}+a`);
  await page.keyboard.press(`${mod}+c`);
  await expect.poll(copied).toMatch(/^Hallam/);
});

sampleTest('a quotation pasted from anywhere leads to its very passage', async ({ page }) => {
  const sentences =
    'Estmark, which financed the dam, has urged both sides to accept the Littoral League as arbiter. Neither has said no.';
  const paste = async (text: string) => {
    await page.keyboard.press(`${mod}+Shift+F`);
    await boxOf(page).fill('');
    await boxOf(page).evaluate((input, data) => {
      const transfer = new DataTransfer();
      transfer.setData('text/plain', data);
      const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
      // What the browser does with a paste that nobody takes.
      if (input.dispatchEvent(event)) document.execCommand('insertText', false, data);
    }, text);
    await expect(first(page)).toContainText('In the text');
  };
  const variants = [
    sentences,
    `"${sentences}"`,
    `»${sentences.replace('dam', 'd\u00ADam')}«`,
    sentences.replaceAll(', ', ',\n').replace('financed', 'finan-\nced'),
    sentences.replace('arbiter', 'arbitter'),
  ];
  for (const variant of variants) {
    await paste(variant);
    await expect.poll(async () => (await place(page).allTextContents()).join(''), variant).toBe(sentences);
  }
  await page.keyboard.press('Enter');
  await expect(results(page)).toBeHidden();
  await expect(place(page).first()).toBeInViewport();

  // One that was excerpted gives its excerpt.
  await search(page, 'The Saffron Column claims what others do; in three years it has not once announced an atack');
  await expect(first(page)).toContainText('Excerpt');
});

sampleTest('stale answers are dropped: what is shown answers what is in the box', async ({ page }) => {
  await page.keyboard.press(`${mod}+Shift+F`);
  await page.keyboard.type('embassy attack radar transponder', { delay: 0 });
  await expect(page.locator('[data-answered]')).toHaveAttribute('data-answered', 'embassy attack radar transponder');
  for (let letter = 0; letter < 20; letter++) await page.keyboard.press('Backspace');
  await page.keyboard.type('guard', { delay: 0 });
  const words = (await boxOf(page).inputValue()).trim();
  await expect(page.locator('[data-answered]')).toHaveAttribute('data-answered', words);
});

test('an empty library teaches what search is for', async ({ page }) => {
  await newLibrary(page, 'Empty');
  await page.keyboard.press(`${mod}+Shift+F`);
  await expect(page.getByRole('heading', { name: /half-remembered words/ })).toBeVisible();
  await page.keyboard.type('anything');
  await expect(page.getByText('Nothing found for “anything”')).toBeVisible();
  await goTo(page, 'Sources');
});
