import type { Locator, Page } from '@playwright/test';
import JSZip from 'jszip';
import { join } from 'node:path';
import { addEvidence, addPosition, memoText, mod } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

/** From an article to a cited memo, by mouse and keyboard; then the same after a restart. */

const article = join(import.meta.dirname, 'articles', 'tolm-gate.html');

async function bringIn(page: Page): Promise<void> {
  // On a busy machine the first key press may come before the browser hands its file dialogs to the test.
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 3000 });
    await page.keyboard.press(`${mod}+o`);
    await (await chooser).setFiles(article);
  }).toPass({ timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 2, name: 'Who closed the gate at Tolm?' })).toBeVisible();
  await expect(page.getByText('Ines Harrow · The Sund Observer · 14 March 2022')).toBeVisible();
}

/** Drags the mouse from before the first to behind the last of the words, which stand in one paragraph. */
async function selectWords(page: Page, words: string): Promise<void> {
  const ends = await page.getByRole('document', { name: 'Text of the source' }).evaluate((text, wanted) => {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const caret = (offset: number) => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        return range.getBoundingClientRect();
      };
      const first = caret(at);
      const last = caret(at + wanted.length - 1);
      return {
        from: { x: first.left + 1, y: first.top + first.height / 2 },
        to: { x: last.right - 1, y: last.top + last.height / 2 },
      };
    }
    return null;
  }, words);
  if (!ends) throw new Error(`The text has no “${words}”.`);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 4 });
  await page.mouse.up();
}

const margin = (page: Page) => page.getByRole('complementary', { name: 'Excerpts' });

async function excerpt(page: Page, words: string, by: (toolbar: Locator) => Promise<void>): Promise<void> {
  await selectWords(page, words);
  const toolbar = page.getByRole('toolbar', { name: 'Selection' });
  await expect(toolbar).toBeVisible();
  await by(toolbar);
  await expect(margin(page).getByText(words)).toBeVisible();
}

/** The names of the parts of a Word file and the text of one of them, tags taken out. */
async function wordPart(bytes: Buffer, part: string): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const xml = await zip.file(part)?.async('string');
  return (xml ?? '').replace(/<[^>]+>/g, '');
}

test('from an article to a cited memo', async ({ app, page }) => {
  test.setTimeout(180_000);
  await newLibrary(page, 'Tolm');

  await test.step('bring in an article and take three excerpts', async () => {
    await bringIn(page);
    await excerpt(page, 'the gate was shut by the other side without warning', (toolbar) =>
      toolbar.getByRole('button', { name: 'Excerpt', exact: false }).first().click(),
    );
    await excerpt(page, 'our barrier has been open since six in the morning', () => page.keyboard.press('2'));
    await excerpt(page, 'he saw the northern barrier go down first', () => page.keyboard.press('n'));
    await page.keyboard.type('A witness without a name.');
    await page.keyboard.press('Tab');
    await goTo(page, 'Excerpts');
    await expect(page.getByRole('listbox', { name: 'Excerpts' }).getByRole('option')).toHaveCount(3);
    await expect(page.getByText('Harrow 2022, ¶ 4').first()).toBeVisible();
  });

  await test.step('an actor with an alias in another script', async () => {
    await page.keyboard.press(`${mod}+Alt+a`);
    const dialog = page.getByRole('dialog', { name: 'New actor' });
    await dialog.getByLabel('Name', { exact: true }).fill('Oskar Lind');
    await dialog.getByRole('button', { name: 'Add name' }).click();
    await page.keyboard.type('Оскар Линд');
    await dialog.getByRole('button', { name: 'Create actor' }).click();
    await expect(page.getByRole('article', { name: 'Actor' }).getByText('Оскар Линд')).toBeVisible();
  });

  await test.step('a claim with evidence for and against, and positions that disagree', async () => {
    await page.keyboard.press(`${mod}+Alt+c`);
    await page.getByLabel('Statement', { exact: true }).fill('Varrow closed the gate at Tolm.');
    await page.keyboard.press('Enter');
    await addEvidence(page, 'without warning', 'Supports');
    await addEvidence(page, 'open since six', 'Contradicts');
    await addPosition(page, { actor: 'Interior ministry of Sund', stance: 'Asserts', date: '2022-03-14' });
    // Found by the name in the other script.
    await addPosition(page, { actor: 'Линд', option: 'Oskar Lind', stance: 'Denies', date: '2022-03-14' });
    const claim = page.getByRole('article', { name: 'Claim' });
    await expect(claim.getByText('Contested')).toBeVisible();
    await expect(claim.getByRole('row', { name: /Oskar Lind.*Denies/ })).toBeVisible();
  });

  await test.step('search by misspelt words, by keyboard alone', async () => {
    await page.keyboard.press(`${mod}+k`);
    await page.keyboard.type('bariier opne');
    const first = page.getByRole('listbox', { name: 'Results' }).getByRole('option').first();
    await expect(first).toContainText('our barrier has been open since six');
    await page.keyboard.press('Enter');
    const passage = page.getByRole('document', { name: 'Text of the source' }).locator('[data-active]');
    await expect(passage.first()).toBeInViewport();
    expect((await passage.allTextContents()).join('')).toContain('our barrier has been open');
  });

  await test.step('a memo with citations, live notes and a bibliography', async () => {
    await page.keyboard.press(`${mod}+Alt+n`);
    await expect(memoText(page)).toBeFocused();
    await page.keyboard.type('## The gate');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Sund blames Varrow @without warning');
    const menu = page.getByRole('listbox', { name: 'Cite, mention or state' });
    await expect(menu.getByRole('option', { name: /without warning/ }).first()).toBeVisible();
    await menu
      .getByRole('option', { name: /without warning/ })
      .first()
      .click();
    await expect(memoText(page).getByRole('button', { name: /^Citation/ })).toHaveCount(1);
    await page.keyboard.type('. Varrow denies it @open since six');
    await menu
      .getByRole('option', { name: /open since six/ })
      .first()
      .click();
    await expect(memoText(page).getByRole('button', { name: /^Citation/ })).toHaveCount(2);
    await expect(page.getByRole('region', { name: 'Notes' })).toContainText(/Who [Cc]losed the [Gg]ate at Tolm/);
    await expect(page.getByRole('region', { name: 'Bibliography' })).toContainText('Harrow, Ines');
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  });

  await test.step('export, and read what was exported', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /Word/ }).click();
    const docx = await app.downloaded(/\.docx$/);
    expect(await wordPart(docx.bytes, 'word/document.xml')).toContain('Sund blames Varrow');
    expect(await wordPart(docx.bytes, 'word/footnotes.xml')).toMatch(/Ines Harrow, .*Who Closed the Gate at Tolm/i);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /Markdown/ }).click();
    const markdown = (await app.downloaded(/\.md$/)).bytes.toString();
    expect(markdown).toMatch(
      /Sund blames Varrow \[@harrow2022\w*, para\. 2\]\. Varrow denies it \[@harrow2022\w*, para\. 3\]/,
    );
    const [item] = JSON.parse((await app.downloaded(/\.json$/)).bytes.toString()) as { title: string }[];
    expect(item?.title).toBe('Who closed the gate at Tolm?');
  });

  await test.step('everything is as it was after a restart', async () => {
    await app.restart();
    const again = app.page;
    await expect(memoText(again)).toContainText('Sund blames Varrow');
    await expect(memoText(again).getByRole('button', { name: /^Citation/ })).toHaveCount(2);
    await goTo(again, 'Claims');
    await again.getByRole('option', { name: /Varrow closed the gate/ }).click();
    await expect(again.getByRole('article', { name: 'Claim' }).getByText('Contested')).toBeVisible();
    await expect(again.getByRole('row', { name: /Interior ministry of Sund.*Asserts/ })).toBeVisible();
    await goTo(again, 'Sources');
    await again.getByRole('option', { name: /Who closed the gate/ }).click();
    await expect(margin(again).getByText('A witness without a name.')).toBeVisible();
    await expect(again.locator('[data-highlight]')).toHaveCount(3);
  });
});
