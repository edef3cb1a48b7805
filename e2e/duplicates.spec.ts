import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { memoText, mod, serious } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

const html = `<!doctype html><html lang="en"><head><title>The dam at Vell breaks after a week of rain</title>
<meta name="author" content="Tal Oren"><meta name="date" content="2031-05-06"></head><body><article>
<h1>The dam at Vell breaks after a week of rain</h1>
<p>The dam at Vell broke on Tuesday night, and the lower town stood under water by dawn.</p></article></body></html>`;
const markdown = `---
title: The dam at Vell braeks after a week of rain
author: Tal Oren
date: 2031-05-06
publisher: The Vell Courier
---

As printed: the dam broke on Tuesday night, and the lower town was flooded by dawn.
`;

/** The same article, once as a page and once as a text, brought in by the inbox. */
async function twoOfOne(folder: string, page: Page): Promise<void> {
  const inbox = join(folder, 'Dams.commonplace', 'inbox');
  await writeFile(join(inbox, 'dam.html'), html);
  const report = page.getByRole('region', { name: 'Bringing in' });
  await expect(report.getByRole('status')).toHaveText('1 brought in');
  await writeFile(join(inbox, 'dam.md'), markdown);
  await expect(report.getByRole('status')).toHaveText('2 brought in');
  await report.getByRole('button', { name: 'Close' }).click();
}

test('one article in two formats is proposed, merged by keyboard, cited on, and made two again', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000);
  await newLibrary(page, 'Dams');
  await twoOfOne(app.documents, page);

  await test.step('a memo cites the one that will be merged', async () => {
    await page.keyboard.press(`${mod}+Alt+n`);
    await expect(memoText(page)).toBeFocused();
    await page.keyboard.type('The town was flooded @braeks');
    await page
      .getByRole('listbox', { name: 'Cite, mention or state' })
      .getByRole('option', { name: /braeks/ })
      .first()
      .click();
    await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  });

  await test.step('a source says that it may be there twice', async () => {
    await goTo(page, 'Sources');
    await page.getByRole('option', { name: /breaks/ }).click();
    await expect(page.getByText(/It looks like “The dam at Vell braeks/)).toContainText('nearly the same title');
    await page.getByRole('button', { name: 'Compare the two' }).click();
  });

  const form = page.getByRole('form', { name: 'Two sources side by side' });
  await test.step('field by field, by keyboard', async () => {
    await expect(form).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await serious(page), colorScheme).toEqual([]);
    }
    const stays = form.getByRole('radiogroup', { name: 'Stays, with its key' }).getByRole('radio');
    await expect(stays.first()).toBeChecked();
    await stays.first().focus();
    await page.keyboard.press('Tab');
    const title = form.getByRole('radiogroup', { name: 'Title', exact: true }).getByRole('radio');
    while (!(await title.first().evaluate((radio) => radio === document.activeElement)))
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await expect(title.last()).toBeChecked();
    await page.keyboard.press('ArrowLeft');
    await expect(title.first()).toBeChecked();
    await expect(form.getByRole('radiogroup', { name: 'Publisher' }).getByRole('radio').last()).toBeChecked();
    await page.keyboard.press('Enter');
    await expect(page.getByText('No two sources look like one')).toBeVisible();
  });

  await test.step('the memo cites what is kept, the source has what was chosen', async () => {
    await goTo(page, 'Memos');
    await page.getByRole('listbox', { name: 'Memos' }).getByRole('option').first().click();
    await expect(
      page
        .locator('main')
        .getByText(/Oren, .*dam at Vell breaks.*Vell Courier/i)
        .first(),
    ).toBeVisible();
    await goTo(page, 'Sources');
    await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option')).toHaveCount(1);
    await page.getByRole('listbox', { name: 'Sources' }).getByRole('option').click();
    await expect(page.getByText(/was merged into it/)).toBeVisible();
  });

  await test.step('and they are two again', async () => {
    await page.getByRole('button', { name: /^Unmerge @/ }).click();
    await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option')).toHaveCount(2);
    await goTo(page, 'Memos');
    await page.getByRole('listbox', { name: 'Memos' }).getByRole('option').first().click();
    await expect(
      page
        .locator('main')
        .getByText(/dam at Vell braeks/i)
        .first(),
    ).toBeVisible();
  });

  await test.step('or are kept apart for good', async () => {
    await goTo(page, 'Duplicates');
    await page.getByRole('button', { name: 'They are two sources' }).click();
    await expect(page.getByText('No two sources look like one')).toBeVisible();
    await page.getByRole('button', { name: 'Show what you keep apart' }).click();
    await expect(page.getByRole('listbox', { name: 'Pairs of sources' }).getByRole('option')).toHaveCount(1);
  });
});
