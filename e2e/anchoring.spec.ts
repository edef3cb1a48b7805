import type { Page } from '@playwright/test';
import { mod, serious } from './acts';
import { expect, test } from './fixtures';
import {
  all,
  captureAgain,
  edited,
  first,
  lamp,
  margin,
  paragraphs,
  passages,
  report,
  text,
  withExcerpts,
} from './recaptured';

/** A source is captured again: where its excerpts are then, what is told of them, and how a person settles it. */

const toSettle = (page: Page) => page.getByRole('listbox', { name: 'Excerpts to settle' });
const settlePage = (page: Page) => page.getByRole('article', { name: 'Excerpt to settle' });
const sidebar = (page: Page) => page.getByRole('navigation', { name: 'Library' });
const highlights = (page: Page) => text(page).locator('[data-highlight]');

async function chooseSnapshot(page: Page, which: 'newest' | 'oldest'): Promise<void> {
  await page.getByRole('combobox', { name: 'Snapshot' }).click();
  const options = page.getByRole('option', { name: /, \d\d:\d\d/ });
  await (which === 'newest' ? options.first() : options.last()).click();
}

test('exact: the excerpt stands in the new text, and nobody is asked', async ({ page }) => {
  await withExcerpts(page, 'exact');
  await captureAgain(page, `${first}\n\nA correction was added on Friday.`);
  await expect(report(page)).toContainText('1 excerpt looked for in the new text: 1 exact.');
  await expect(text(page)).toContainText('A correction was added');
  await expect(highlights(page)).toHaveText(passages.exact);
  await expect(page.getByRole('combobox', { name: 'Snapshot' })).toContainText('newest');
  await expect(sidebar(page).getByRole('button', { name: /^To settle/ })).toHaveCount(0);
  await expect(report(page).getByRole('button', { name: 'Settle excerpts' })).toHaveCount(0);

  // Capturing is one step to undo, and to do again.
  await page.keyboard.press(`${mod}+z`);
  await expect(text(page)).not.toContainText('A correction was added');
  await expect(highlights(page)).toHaveText(passages.exact);
  await expect(page.getByRole('combobox', { name: 'Snapshot' })).toHaveCount(0);
  await page.keyboard.press(`${mod}+Shift+z`);
  await expect(text(page)).toContainText('A correction was added');
});

test('from a file; one that cannot be read is refused, and the source stays as it is', async ({ page }) => {
  await withExcerpts(page, 'exact');
  const choose = async (name: string, content: string | Buffer) => {
    await page.getByRole('button', { name: 'Capture again…' }).click();
    await page
      .getByLabel('File with the text')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await choose('broken.pdf', '%PDF-1.7\nnothing that could be read');
  await expect(report(page).getByRole('status')).toHaveText('1 refused');
  await expect(highlights(page)).toHaveText(passages.exact);
  await expect(page.getByRole('combobox', { name: 'Snapshot' })).toHaveCount(0);

  const hostile = '<p onclick="window.ran=1">The archive added this line.<img src=x onerror="window.ran=1"></p>';
  const html = paragraphs
    .slice(2)
    .map((each) => `<p>${each}</p>`)
    .join('');
  await choose('log.html', `<!doctype html><title>Another title</title><article>${html}${hostile}</article>`);
  await expect(report(page)).toContainText('1 exact');
  await expect(text(page)).toContainText('The archive added this line.');
  await expect(highlights(page)).toHaveText(passages.exact);
  // It is still the same source, with the title a person may have corrected.
  await expect(page.getByRole('heading', { name: 'The log of the ferry house' })).toBeVisible();
  expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined();
});

test('the same text again is no new snapshot', async ({ page }) => {
  await withExcerpts(page, 'exact');
  await page.getByRole('button', { name: 'Capture again…' }).click();
  await page.getByLabel('Or paste the text').fill(first);
  await page.getByRole('button', { name: 'Capture', exact: true }).click();
  await expect(report(page)).toContainText('The text is the same as in the latest snapshot, so nothing was added.');
  await expect(report(page).getByRole('button', { name: 'Add as another source' })).toHaveCount(0);
});

test('moved: shown where it stands now, with both locators', async ({ page }) => {
  await withExcerpts(page, 'moved');
  await captureAgain(page, edited('moved'));
  await expect(report(page)).toContainText('1 moved');
  await expect(highlights(page)).toHaveText(passages.moved);
  const item = margin(page).getByRole('group', { name: 'Excerpt' });
  await expect(item).toContainText(/¶ 2\s*now ¶ 8/);
  await expect(sidebar(page).getByRole('button', { name: /^To settle/ })).toHaveCount(0);

  // The excerpt itself was not touched: it leads to the snapshot it was made in.
  await item.getByRole('button').first().click();
  await item.getByRole('button', { name: 'Show where it was made' }).click();
  await expect(page.getByText('You are reading an older snapshot')).toBeVisible();
  await expect(highlights(page)).toHaveText(passages.moved);
  await page.getByRole('button', { name: 'Read the newest' }).click();
  await expect(page.getByText('You are reading an older snapshot')).toBeHidden();
});

test('changed: the words that differ are marked; this is the place; undo', async ({ page }) => {
  await withExcerpts(page, 'changed');
  await captureAgain(page, edited('changed'));
  await expect(report(page)).toContainText('1 changed');
  // Proposed, and said in words.
  await expect(highlights(page)).toHaveText('The ferry left at dawn with eleven people on board');
  await expect(margin(page).getByText('Words changed')).toBeVisible();
  await expect(margin(page).getByText(passages.changed)).toBeVisible();
  await expect(page.getByText('1 excerpt of older snapshots needs a look.')).toBeVisible();
  await expect(sidebar(page).getByRole('button', { name: 'To settle 1' })).toBeVisible();

  await report(page).getByRole('button', { name: 'Settle excerpts' }).click();
  await expect(settlePage(page).getByRole('heading', { name: 'Its words have changed' })).toBeVisible();
  await expect(settlePage(page).locator('del')).toHaveText('nine');
  await expect(settlePage(page).locator('ins')).toHaveText('eleven');
  await settlePage(page)
    .getByRole('button', { name: /^This is the place/ })
    .click();
  await expect(page.getByText('Its place in the newest snapshot is settled').first()).toBeVisible();
  await expect(page.getByText('Nothing to settle')).toBeVisible();
  await expect(settlePage(page).getByText('Placed by you')).toBeVisible();

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(toSettle(page).getByRole('option')).toHaveCount(1);
  await expect(settlePage(page).getByText('You have decided')).toBeHidden();
  await page.keyboard.press('1');
  await expect(page.getByText('Nothing to settle')).toBeVisible();
});

test('ambiguous: all places are shown, and the one that is chosen counts', async ({ page }) => {
  await withExcerpts(page, 'ambiguous');
  await captureAgain(page, edited('ambiguous'));
  await expect(report(page)).toContainText('1 ambiguous');
  // Nothing is guessed: it has no place in the text until somebody has chosen.
  await expect(highlights(page)).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Excerpts that are not in this text' })).toContainText(
    'Several places',
  );
  await page
    .getByRole('region', { name: 'Excerpts that are not in this text' })
    .getByRole('button', { name: 'Settle' })
    .click();
  await expect(settlePage(page).getByRole('listitem', { name: /^Place \d/ })).toHaveCount(2);
  await settlePage(page)
    .getByRole('listitem', { name: 'Place 2' })
    .getByRole('button', { name: /^This is the place/ })
    .click();
  await expect(page.getByText('Nothing to settle')).toBeVisible();
  await settlePage(page).getByRole('button', { name: 'The log of the ferry house' }).click();
  await expect(highlights(page)).toHaveText(passages.ambiguous);
  await expect(text(page).locator('p', { has: page.locator('[data-highlight]') })).toHaveText(lamp);
  await expect(margin(page).getByRole('group', { name: 'Excerpt' })).toContainText(/¶ 4\s*now ¶ 6/);
});

test('lost: kept, gone, or placed by hand in the text', async ({ page }) => {
  await withExcerpts(page, 'lost');
  await captureAgain(
    page,
    edited('lost').replace('Nothing more is written', 'The office of the harbour had no comment'),
  );
  await expect(report(page)).toContainText('1 lost');
  await expect(highlights(page)).toHaveCount(0);
  await sidebar(page).getByRole('button', { name: 'To settle 1' }).click();
  await expect(settlePage(page).getByText('Nothing in it is convincing.')).toBeVisible();
  await settlePage(page)
    .getByRole('button', { name: /^This is gone/ })
    .click();
  await expect(settlePage(page).getByText('Gone from the source')).toBeVisible();
  await expect(page.getByText('Nothing to settle')).toBeVisible();

  // A decision can be made anew.
  await settlePage(page)
    .getByRole('button', { name: /^Keep the old one/ })
    .click();
  await expect(settlePage(page).getByText('Kept as it was')).toBeVisible();

  await settlePage(page)
    .getByRole('button', { name: /^Choose it in the text/ })
    .click();
  await expect(page.getByText('Select where this stands now')).toBeVisible();
  // By keyboard: found words are selected when finding ends.
  await page.keyboard.press(`${mod}+f`);
  await page.keyboard.type('The office of the harbour had no comment');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('toolbar', { name: 'Selection' })).toContainText('This is the place');
  await page.keyboard.press('e');
  await expect(settlePage(page).getByText('Placed by you')).toBeVisible();
  await settlePage(page).getByRole('button', { name: 'The log of the ferry house' }).click();
  await expect(highlights(page)).toHaveText('The office of the harbour had no comment');
});

test('all five at once: counts, an older snapshot that says so, and what changed between the two', async ({ page }) => {
  await withExcerpts(page, ...all);
  await captureAgain(page, edited(...all));
  await expect(report(page)).toContainText(
    '5 excerpts looked for in the new text: 1 exact, 1 moved, 1 changed, 1 ambiguous, 1 lost.',
  );
  await expect(sidebar(page).getByRole('button', { name: 'To settle 3' })).toBeVisible();

  await chooseSnapshot(page, 'oldest');
  await expect(page.getByText('You are reading an older snapshot, captured')).toBeVisible();
  await expect(highlights(page)).toHaveText([
    passages.changed,
    passages.moved,
    passages.ambiguous,
    passages.lost,
    passages.exact,
  ]);
  await chooseSnapshot(page, 'newest');
  await expect(highlights(page)).toHaveText([
    'The ferry left at dawn with eleven people on board',
    passages.exact,
    passages.moved,
  ]);

  await report(page).getByRole('button', { name: 'See what changed' }).click();
  const compared = page.getByRole('document', { name: 'Both texts compared' });
  await expect(page.getByText(/1 paragraph changed, 2 added, 1 removed, 1 moved; \d excerpts touched/)).toBeVisible();
  await expect(page.getByText('Change 1 of 6')).toBeVisible();
  const change = compared.getByRole('group', { name: /^Changed/ });
  await expect(change.locator('del')).toHaveText('nine');
  await expect(change.locator('ins')).toHaveText('eleven');
  await page.keyboard.press('n');
  await expect(page.getByText('Change 2 of 6')).toBeVisible();
  await page.keyboard.press('p');
  await expect(change).toHaveAttribute('aria-current', 'true');
  await expect(change.getByRole('list', { name: 'Excerpts it touches' })).toContainText(passages.changed);
  await change.getByRole('button', { name: 'Settle' }).click();
  await expect(settlePage(page).locator('ins')).toHaveText('eleven');
  await page.keyboard.press('Alt+ArrowLeft');
  await page.keyboard.press('o');
  await expect(text(page).getByText('with eleven people on board')).toBeInViewport();
});

test('from capture to the last decision by keyboard alone', async ({ page }) => {
  await withExcerpts(page, ...all);
  const command = async (title: string) => {
    await page.keyboard.press(`${mod}+k`);
    await page.keyboard.type(`>${title}`);
    await expect(page.getByRole('option', { name: title }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
  };
  await command('Capture again…');
  await expect(page.getByLabel('Or paste the text')).toBeFocused();
  await page.keyboard.insertText(edited(...all));
  await page.keyboard.press(`${mod}+Enter`);
  await expect(report(page)).toContainText('1 captured again');
  await command('Settle excerpts that need a look');
  await expect(toSettle(page)).toBeFocused();
  await expect(toSettle(page).getByRole('option')).toHaveCount(3);

  await expect(settlePage(page).getByRole('heading')).toContainText(['Its words have changed']);
  await page.keyboard.press('ArrowDown');
  await expect(settlePage(page).getByRole('heading')).toContainText(['It could stand in several places']);
  await page.keyboard.press('ArrowUp');
  await expect(settlePage(page).getByRole('heading')).toContainText(['Its words have changed']);
  await page.keyboard.press('1');
  await expect(settlePage(page).getByRole('heading')).toContainText(['It could stand in several places']);
  await page.keyboard.press('2');
  await expect(settlePage(page).getByRole('heading')).toContainText(['It is not in the newest text']);
  await page.keyboard.press('g');
  await expect(page.getByText('Nothing to settle')).toBeVisible();

  await page.keyboard.press(`${mod}+z`);
  await expect(toSettle(page).getByRole('option')).toHaveCount(1);
  await page.keyboard.press(`${mod}+z`);
  await expect(toSettle(page).getByRole('option')).toHaveCount(2);
  await page.keyboard.press(`${mod}+Shift+z`);
  await page.keyboard.press(`${mod}+Shift+z`);
  await expect(page.getByText('Nothing to settle')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious where snapshots are compared and excerpts settled (${theme})`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await withExcerpts(page, ...all);
    await page.getByRole('button', { name: 'Capture again…' }).click();
    await expect(page.getByRole('dialog', { name: 'Capture again' })).toBeVisible();
    expect(await serious(page), 'capturing').toEqual([]);
    await page.keyboard.press('Escape');
    await captureAgain(page, edited(...all));
    expect(await serious(page), 'report and newest').toEqual([]);
    await chooseSnapshot(page, 'oldest');
    await expect(page.getByText('You are reading an older snapshot')).toBeVisible();
    expect(await serious(page), 'older').toEqual([]);
    await page.getByRole('button', { name: 'See what changed' }).first().click();
    await expect(page.getByText('Change 1 of 6')).toBeVisible();
    expect(await serious(page), 'compared').toEqual([]);
    await sidebar(page).getByRole('button', { name: 'To settle 3' }).click();
    await expect(settlePage(page)).toBeVisible();
    expect(await serious(page), 'settling').toEqual([]);
    await page.keyboard.press('t');
    await expect(page.getByText('Select where this stands now')).toBeVisible();
    expect(await serious(page), 'placing').toEqual([]);
  });
}
