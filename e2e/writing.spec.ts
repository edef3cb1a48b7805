import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { memoText as text, mod } from './acts';
import { expect, test } from './fixtures';
import { newLibrary } from './sample';

/** What helps while a long memo is written: outline, comments, counts, typography, direction, the clipboard. */

async function newMemo(page: Page): Promise<void> {
  await newLibrary(page, 'Writing');
  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(text(page)).toBeFocused();
}

/** Types paragraphs, each line one, Markdown as it is typed. */
async function write(page: Page, lines: readonly string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

test('the outline follows, jumps, and moves whole sections', async ({ app, page }) => {
  await newMemo(page);
  await page.keyboard.press(`${mod}+Alt+o`);
  await expect(page.getByText('No headings yet')).toBeVisible();
  await text(page).click();
  await write(page, [
    '# Causes',
    'Words on causes.',
    '## The bridge',
    'Words on it.',
    '# Effects',
    'Words on effects.',
  ]);

  const tree = page.getByRole('tree', { name: 'Outline' });
  const row = (name: string) => tree.getByRole('treeitem', { name });
  await expect(tree.getByRole('treeitem')).toHaveText(['Causes', 'The bridge', 'Effects']);
  await expect(row('Effects')).toHaveAttribute('aria-current', 'true');

  await row('The bridge').click();
  await expect(text(page)).toBeFocused();
  await page.keyboard.type('On ');
  await expect(row('On The bridge')).toHaveAttribute('aria-current', 'true');

  // By keyboard: down past the next part, and out by a level.
  await row('Causes').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(tree.getByRole('treeitem')).toHaveText(['Effects', 'Causes', 'On The bridge']);
  await expect(row('Causes')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(text(page).getByRole('heading', { level: 1 })).toHaveText(['Effects', 'Causes', 'On The bridge']);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await page.keyboard.press(`${mod}+z`);
  await page.keyboard.press(`${mod}+z`);
  await expect(tree.getByRole('treeitem')).toHaveText(['Causes', 'On The bridge', 'Effects']);

  // By mouse: the section comes with the words under it.
  await row('Effects').dragTo(row('Causes'), { targetPosition: { x: 40, y: 3 } });
  await expect(tree.getByRole('treeitem')).toHaveText(['Effects', 'Causes', 'On The bridge']);
  await expect(text(page).locator('> *').nth(1)).toHaveText('Words on effects.');

  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await app.restart();
  await expect(app.page.getByRole('tree', { name: 'Outline' }).getByRole('treeitem')).toHaveCount(3);
});

test('the panel beside a memo keeps its tabs clear of its button, and lies over the text in a narrow window', async ({
  page,
}) => {
  await newMemo(page);
  await page.keyboard.type('To be undone.');
  await page.keyboard.press(`${mod}+Alt+o`);
  const splitter = page.getByRole('separator', { name: 'Resize the panel beside the memo' });
  const last = page.getByRole('tablist', { name: 'Beside the memo' }).getByRole('tab').last();
  const close = page.getByRole('button', { name: 'Close the panel', exact: true });
  const gap = async () => {
    const [tab, button] = [await last.boundingBox(), await close.boundingBox()];
    return button!.x - (tab!.x + tab!.width);
  };
  await expect(splitter).toBeVisible();
  await expect.poll(gap).toBeGreaterThanOrEqual(0);
  await page.setViewportSize({ width: 900, height: 640 });
  await expect(splitter).toBeHidden();
  await expect.poll(gap).toBeGreaterThanOrEqual(0);

  // However wide the window, and with or without a sidebar, the memo is the same: dialogs stay open, undo goes back.
  const exporting = page.getByRole('dialog', { name: /^Export “/ });
  await page.keyboard.press(`${mod}+e`);
  await expect(exporting).toBeVisible();
  await page.setViewportSize({ width: 600, height: 640 });
  await expect(page.getByRole('listbox', { name: 'Memos', exact: true })).toBeHidden();
  await expect(exporting).toBeVisible();
  await exporting.getByRole('button', { name: 'Cancel' }).click();
  await expect(exporting).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press(`${mod}+\\`);
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeHidden();
  await text(page).focus();
  await page.keyboard.press(`${mod}+z`);
  await expect(text(page)).toHaveText('');
});

test('counts of the memo and of what is selected, and a target', async ({ page }) => {
  await newMemo(page);
  const foot = page.getByRole('group', { name: 'Length of the memo' });
  await page.keyboard.type('Four words stand here.');
  await expect(foot).toContainText('4 words');
  await expect(foot).toContainText('22 characters');
  await page.keyboard.press(`${mod}+Alt+f`);
  // Without a pause: what is typed right after belongs to the footnote.
  await page.keyboard.type('Two more');
  await page.keyboard.press('Enter');
  await expect(foot).toContainText('2 words in footnotes');
  await page.keyboard.press('Home');
  await page.keyboard.press(`${mod}+Shift+ArrowRight`);
  await page.keyboard.press(`${mod}+Shift+ArrowRight`);
  await expect(foot).toContainText('2 of 4 words selected');
  await page.keyboard.press('ArrowRight');
  await foot.getByRole('button', { name: /^4 words/ }).click();
  await page.getByRole('textbox', { name: 'Words to write' }).fill('1,000');
  await page.keyboard.press('Enter');
  await expect(foot).toContainText('4 of 1,000 words');

  // Selected by a menu of the browser, all is all: the note behind the last words too.
  await text(page).evaluate((field) => getSelection()!.selectAllChildren(field));
  await expect(foot).toContainText('4 of 4 words selected');
  await page.keyboard.press('Delete');
  await expect(text(page)).toHaveText('');
});

test('focus mode leaves only the paragraph or sentence that is written', async ({ page }) => {
  await newMemo(page);
  await write(page, ['A first paragraph.', 'One sentence. Another sentence.']);
  await page.keyboard.press(`${mod}+Alt+d`);
  const bar = page.getByRole('button', { name: 'Export' });
  await expect(bar).toBeHidden();
  const first = text(page).getByText('A first paragraph.');
  await expect(first.locator('..')).toHaveCSS('opacity', '0.3');
  await page.keyboard.press('ArrowUp');
  await expect(first.locator('..')).toHaveCSS('opacity', '1');
  // The line that is written stands a little above the middle of the window.
  const height = await page.evaluate(() => window.innerHeight);
  const top = async () => ((await first.boundingBox())?.y ?? 0) / height;
  await expect.poll(top).toBeGreaterThan(0.38);
  await expect.poll(top).toBeLessThan(0.46);

  await page.getByRole('button', { name: 'Focus' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'The sentence' }).click();
  await expect(page.getByRole('button', { name: 'Focus' })).toBeFocused();
  await text(page).getByText('Another sentence.').click();
  await page.keyboard.press('End');
  const inFocus = () => page.evaluate(() => [...(CSS.highlights.get('memo-sentence') ?? [])].map(String));
  await expect.poll(inFocus).toEqual(['Another sentence.']);
  await page.keyboard.press('Escape');
  await expect(bar).toBeVisible();
  await expect(text(page)).toBeFocused();
  expect(await inFocus()).toEqual([]);
});

test('comments stand beside their words, through undo, cut and paste, and are settled', async ({ app, page }) => {
  await newMemo(page);
  await write(page, ['The bridge was closed in May.', 'Nobody said why.']);
  await page.keyboard.press('Home');
  await page.keyboard.press(`${mod}+Shift+ArrowRight`);
  // A browser tells of a selection a moment after the key that made it.
  const selected = page.getByRole('toolbar', { name: 'Selected words' });
  await expect(selected).toBeVisible();
  await page.keyboard.press(`${mod}+Alt+m`);
  const comment = page.getByRole('group', { name: 'Comment' });
  const words = text(page).locator('mark[data-comment]');
  await expect(comment.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Ask the road office');
  // However it is left, what was written stays.
  await page.keyboard.press('Escape');
  await expect(words).toHaveText(/^Nobody/);
  const level = async () => {
    const [card, line] = [await comment.boundingBox(), await words.boundingBox()];
    return card && line ? Math.abs(card.y - line.y) : Infinity;
  };
  await expect.poll(level).toBeLessThan(20);

  // Cut and put elsewhere, the comment comes along; undone, it is back where it was.
  await text(page).locator('p').nth(1).click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(selected).toBeVisible();
  await page.keyboard.press(`${mod}+x`);
  await expect(comment).toBeHidden();
  await page.keyboard.press(`${mod}+Home`);
  // The editor is told where the caret is before the next frame.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await page.keyboard.press(`${mod}+v`);
  await expect(comment.getByRole('textbox')).toHaveValue('Ask the road office');
  await expect(text(page).locator('p').first().locator('mark')).toHaveText(/^Nobody/);

  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await app.restart();
  const again = app.page.getByRole('group', { name: 'Comment' });
  await expect(again.getByRole('textbox')).toHaveValue('Ask the road office');
  await text(app.page).getByText('The bridge was').click();
  await app.page.keyboard.press('Alt+PageDown');
  await again.getByRole('button', { name: 'Resolve the comment' }).click();
  await expect(again).toBeHidden();
  await expect(text(app.page).locator('mark[data-comment]')).toHaveCount(0);
  await app.page.getByRole('button', { name: 'Show 1 resolved' }).click();
  await again.getByRole('button', { name: 'Delete the comment' }).click();
  await expect(again).toHaveCount(0);
  await app.page.keyboard.press(`${mod}+z`);
  await expect(again).toHaveCount(1);
});

test('quotation marks, dashes and spaces are set as one types, and Backspace takes that back', async ({ page }) => {
  await newMemo(page);
  await page.keyboard.type(`"It's 10 km," he said -- see p. 12...`);
  await expect(text(page)).toHaveText('“It’s 10\u00A0km,” he said – see p.\u00A012…');
  await page.keyboard.press('Enter');
  await page.keyboard.type('5"');
  await expect(text(page).locator('p').nth(1)).toHaveText('5”');
  await page.keyboard.press('Backspace');
  await expect(text(page).locator('p').nth(1)).toHaveText('5"');
  await page.keyboard.press('Backspace');
  await expect(text(page).locator('p').nth(1)).toHaveText('5');
  await page.keyboard.press(`${mod}+Shift+Space`);
  await page.keyboard.type('m');
  await expect(text(page).locator('p').nth(1)).toHaveText('5\u00A0m', { useInnerText: true });
  await page.keyboard.press('Enter');
  await page.keyboard.type('`a"b` ');
  await expect(text(page).locator('code')).toHaveText('a"b');

  // What shows nothing by itself is shown on a layer over the text, which stays as it is.
  await page.keyboard.insertText('co\u00ADop  \u200Fab');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('new line');
  const before = await text(page).innerHTML();
  await page.keyboard.press(`${mod}+Alt+p`);
  const signs = page.locator('[data-invisibles] span');
  await expect(signs).toHaveText(['°', '°', '¶', '°', '¶', '¬', '·', '·', '‹', '↵', '¶']);
  expect(await text(page).innerHTML()).toBe(before);
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText('\u00A0');
  await expect(signs).toHaveCount(12);
  await page.getByRole('button', { name: 'Hide invisible characters' }).click();
  await expect(signs).toHaveCount(0);
});

test('a paragraph runs the other way and is in the language it is told to be in, and an input method is left alone', async ({
  app,
  page,
}) => {
  await newMemo(page);
  await page.keyboard.type('EU: گفت');
  const first = (now: Page) => text(now).locator('p').first();
  await expect(first(page)).toHaveCSS('direction', 'ltr');
  await page.keyboard.press(`${mod}+Shift+x`);
  await expect(first(page)).toHaveCSS('direction', 'rtl');
  await expect(text(page)).toHaveAttribute('lang', 'en-GB');

  // Its language: for spelling and hyphenation, and for the marks that are typed.
  await page.keyboard.press(`${mod}+Shift+l`);
  await page.keyboard.type('Persi');
  await expect(page.getByRole('option', { name: 'Persian', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(first(page)).toHaveAttribute('lang', 'fa');
  await page.keyboard.type(' "');
  await expect(first(page)).toHaveText('EU: گفت «');
  await page.keyboard.press('Enter');
  await expect(text(page).locator('p').nth(1)).toHaveAttribute('lang', 'fa');
  await page.getByRole('button', { name: 'Persian' }).click();
  await page.getByRole('option', { name: /The memo’s language/ }).click();
  await expect(text(page).locator('p').nth(1)).not.toHaveAttribute('lang');

  // An input method composes over several keys; what is on the way is no typing, and nothing of it is set or lost.
  const cdp = await page.context().newCDPSession(page);
  for (const composed of ['k', 'か', 'かん', '漢']) {
    await cdp.send('Input.imeSetComposition', {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    });
  }
  await cdp.send('Input.insertText', { text: '漢字' });
  await page.keyboard.type(' "x"');
  await expect(text(page).locator('p').nth(1)).toHaveText('漢字 “x”');
  await cdp.send('Input.imeSetComposition', { text: '"', selectionStart: 1, selectionEnd: 1 });
  await cdp.send('Input.insertText', { text: '"' });
  await expect(text(page).locator('p').nth(1)).toHaveText('漢字 “x”"');
  await page.keyboard.press(`${mod}+z`);
  await expect(text(page)).not.toContainText('”"');

  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await app.restart();
  await expect(first(app.page)).toHaveCSS('direction', 'rtl');
  await expect(first(app.page)).toHaveAttribute('lang', 'fa');
});

/** Pastes as the browser does, with what other programs put on the clipboard. */
async function paste(page: Page, html: string): Promise<void> {
  await text(page).evaluate((element, data) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', data);
    clipboardData.setData('text/plain', 'words');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

/** All of the text as it leaves by the clipboard; in HTML with a line for each block. */
async function copied(page: Page): Promise<{ html: string; plain: string }> {
  await page.keyboard.press(`${mod}+a`);
  const { html, plain } = await text(page).evaluate((element) => {
    const data = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }));
    return { html: data.getData('text/html'), plain: data.getData('text/plain') };
  });
  return { html: html.replace(/(<\/(p|h\d|li|ul|ol|tr|table|blockquote|pre)>|<hr>)/g, '$1\n').trim(), plain };
}

test('what Word, LibreOffice, Google Docs and web pages put on the clipboard comes in clean, and leaves again', async ({
  app,
  page,
}) => {
  await newMemo(page);
  for (const name of ['google-docs', 'libreoffice', 'web', 'word']) {
    const [html, expected] = await Promise.all(
      ['html', 'expected.html'].map((end) => readFile(join(import.meta.dirname, 'pastes', `${name}.${end}`), 'utf8')),
    );
    await page.keyboard.press(`${mod}+a`);
    await page.keyboard.press('Delete');
    await paste(page, html!);
    await expect.poll(async () => (await copied(page)).html, name).toBe(expected!.trim());
  }
  await expect(text(page).getByRole('button', { name: 'Footnote 1: Hallam, Spring, 2031.' })).toBeVisible();
  expect((await copied(page)).plain).toContain('the line closed,[1] and the new minister was silent. H2O, 5th.');
  expect((await copied(page)).plain).toMatch(
    /- Tarsk\n {2}- the old quay\n- Brod\n[^]*\n\n\[1\] Hallam, Spring, 2031\.$/,
  );
  expect(await page.evaluate(() => Reflect.get(window, '__ran'))).toBeUndefined();

  // Nested and noisy as no person writes: the words are there, and the window goes on.
  for (const [hostile, words] of [
    [`${'<div>'.repeat(10_000)}deep`, /deep/],
    [`${'<span style="font-weight:bold">'.repeat(10_000)}bold`, /bold/],
    [`${'<b></b><i> </i><span style="display:none">x</span>'.repeat(10_000)}quiet`, /quiet/],
  ] as const) {
    await page.keyboard.press(`${mod}+a`);
    await page.keyboard.press('Delete');
    await paste(page, hostile);
    await expect(page.getByRole('dialog', { name: 'Pasting' })).toBeHidden();
    await expect(text(page)).toHaveText(words);
  }
  // Style sheets and handlers in pasted markup are refused by the policy, and say so.
  app.forgetConsoleErrors(/Applying inline style|Executing inline event handler/);
});

test('a long paste shows how far it is, can be cancelled, and is one step of undoing', async ({ page }) => {
  await newMemo(page);
  await page.keyboard.type('Before and after');
  for (let letters = 0; letters < ' and after'.length; letters += 1) await page.keyboard.press('ArrowLeft');
  const dialog = page.getByRole('dialog', { name: 'Pasting' });
  const blocks = () => text(page).evaluate((element) => element.childElementCount);
  const lines = (count: number) => Array.from({ length: count }, (_, n) => `<p>Line ${n}.</p>`).join('');

  await paste(page, lines(30_000));
  await expect(dialog.getByRole('progressbar', { name: 'Pasting' })).toBeVisible();
  // Nobody can write into the middle of it.
  await page.keyboard.type('lost words ');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toHaveText('Before and after');
  await page.keyboard.type(',');
  await expect(text(page)).toHaveText('Before, and after');

  await paste(page, lines(6000));
  await expect(dialog).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.keyboard.type('Then');
  expect(await blocks()).toBe(6000);
  const ends = () =>
    text(page).evaluate((element) =>
      [element.firstElementChild, element.lastElementChild].map((block) => block?.textContent),
    );
  expect(await ends()).toEqual(['Before,Line 0.', 'Line 5999.Then and after']);
  await page.keyboard.press(`${mod}+z`);
  await page.keyboard.press(`${mod}+z`);
  await expect(text(page)).toHaveText('Before, and after');
});

test('in a text of many blocks the caret, selections and edits go from one to the next, and all stay in order', async ({
  page,
}) => {
  await newMemo(page);
  const lines = Array.from({ length: 45 }, (_, at) =>
    at % 9 === 4 ? `<h2>Part ${at}</h2>` : `<p>Paragraph ${at} has some words.</p>`,
  );
  await paste(page, lines.join(''));
  const blocks = text(page).locator('> *');
  await expect(blocks).toHaveCount(45);
  const words = await blocks.allTextContents();
  /** As they are seen, from the top. */
  const seen = () =>
    blocks.evaluateAll((all) =>
      all
        .map((each) => ({ top: each.getBoundingClientRect().top, words: each.textContent }))
        .toSorted((a, b) => a.top - b.top)
        .map((each) => each.words),
    );
  const caret = () =>
    page.evaluate(() => {
      const { focusNode, focusOffset } = getSelection()!;
      const element = focusNode instanceof Element ? focusNode : focusNode?.parentElement;
      return `${element?.closest('p, h2')?.textContent}, ${focusOffset}`;
    });
  const undone = async () => {
    await page.keyboard.press(`${mod}+z`);
    await expect.poll(seen).toEqual(words);
  };
  expect(await seen()).toEqual(words);

  await page.keyboard.press(`${mod}+Home`);
  for (let line = 0; line < 30; line++) await page.keyboard.press('ArrowDown');
  await expect.poll(caret).toBe(`${words[30]}, 0`);

  await page.keyboard.press(`${mod}+Home`);
  for (let line = 0; line < 25; line++) await page.keyboard.press('Shift+ArrowDown');
  await expect.poll(caret).toBe(`${words[25]}, 0`);
  await page.keyboard.press('Delete');
  await expect.poll(seen).toEqual(words.slice(25));
  await undone();

  // With the mouse, and a click between two blocks takes the selection back.
  await page.keyboard.press(`${mod}+Home`);
  await expect(blocks.first()).toBeInViewport();
  const place = async (at: number) => (await blocks.nth(at).boundingBox())!;
  const [first, tenth, last] = [await place(7), await place(10), await place(13)];
  await page.mouse.move(first.x, first.y + 10);
  await page.mouse.down();
  await page.mouse.move(last.x, last.y + 10, { steps: 5 });
  await page.mouse.up();
  await expect.poll(() => page.evaluate(() => getSelection()!.toString().match(/\d+/g)?.length)).toBe(6);
  await page.mouse.click(tenth.x + 60, tenth.y - 3);
  await expect.poll(caret).toBe(`${words[9]}, ${words[9]!.length}`);

  // Every block is joined to the one before it, and parted again.
  for (const at of [10, 20, 30]) {
    await blocks.nth(at).evaluate((block) => getSelection()!.collapse(block, 0));
    await page.keyboard.press('Backspace');
    await expect(blocks.nth(at - 1)).toHaveText(`${words[at - 1]}${words[at]}`);
    await undone();
  }

  await page.keyboard.press(`${mod}+Alt+o`);
  await page.getByRole('treeitem', { name: 'Part 13' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  const moved = [...words.slice(0, 13), ...words.slice(22, 31), ...words.slice(13, 22), ...words.slice(31)];
  await expect.poll(seen).toEqual(moved);
  await page.keyboard.press('Escape');
  await undone();
});
