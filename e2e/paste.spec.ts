import type { Page } from '@playwright/test';
import { mod } from './acts';
import { expect, test } from './fixtures';
import { newLibrary } from './sample';

/** Pastes into the dialog as a browser does: the field takes the words, whatever else the clipboard holds. */
async function paste(page: Page, html: string, words: string): Promise<void> {
  await page.keyboard.press(`${mod}+Shift+V`);
  await page.getByRole('textbox', { name: 'Text' }).evaluate(
    (field, data) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      if (field.dispatchEvent(event)) document.execCommand('insertText', false, data['text/plain']);
    },
    { 'text/html': html, 'text/plain': words },
  );
}

const copied =
  '<meta charset="utf-8"><h2>Ports closed</h2><p>Velia closed its <b>northern</b> ports.</p><blockquote>Nobody told us.</blockquote><ul><li>Tarsk</li><li>Brod</li></ul><table><tr><td>Ship</td><td>Days</td></tr><tr><td>Aurelia</td><td>9</td></tr></table>';
const words = 'Ports closed\nVelia closed its northern ports.\nNobody told us.\nTarsk\nBrod\nShip\tDays\nAurelia\t9';
const text = (page: Page) => page.getByRole('document', { name: 'Text of the source' });

test('what was copied from a page keeps its headings, quotations, lists and tables', async ({ page }) => {
  await newLibrary(page, 'Paste');
  await paste(page, copied, words);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('headings, lists, tables and links');
  await page.getByRole('button', { name: 'Bring in' }).click();
  await expect(page.getByRole('heading', { name: 'Ports closed' }).first()).toBeVisible();
  await expect(text(page).locator('blockquote')).toHaveText('Nobody told us.');
  await expect(text(page).locator('li')).toHaveText(['Tarsk', 'Brod']);
  await expect(text(page).locator('td')).toHaveText(['Ship', 'Days', 'Aurelia', '9']);
  await expect(text(page).locator('strong')).toHaveText('northern');
});

test('only the words come in where they were changed, or where that was chosen', async ({ page }) => {
  await newLibrary(page, 'Paste');
  await paste(page, copied, words);
  await page.getByRole('button', { name: 'Only the words' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toBeHidden();
  await page.getByRole('button', { name: 'Bring in' }).click();
  await expect(text(page)).toContainText('Velia closed its northern ports.');
  await expect(text(page).locator('li, td, blockquote')).toHaveCount(0);

  await paste(page, copied, words);
  await page.keyboard.press(`${mod}+End`);
  await page.keyboard.type(' And more.');
  await expect(page.getByRole('dialog').getByRole('status')).toBeHidden();
});

test('a hostile clipboard becomes plain blocks, and nothing in it runs', async ({ page }) => {
  const run = 'window.pastedRan = 1';
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await newLibrary(page, 'Paste');
  await paste(
    page,
    `<base href="https://leak.example.org/"><h1>Safe title</h1><p onclick="${run}">Safe words. <img src=x onerror="${run}"><a href="javascript:${run}">a link</a></p><script>${run}</script><svg onload="${run}"><text>drawn</text></svg><iframe srcdoc="<script>parent.pastedRan=1</script>"></iframe><style>@import "https://leak.example.org/x.css"</style><math><mtext><img src=1 onerror="${run}"></mtext></math><form><input autofocus onfocus="${run}"></form>`,
    'Safe title\nSafe words. a link',
  );
  await page.getByRole('button', { name: 'Bring in' }).click();
  await expect(text(page)).toContainText('Safe words. a link');
  await expect(text(page).locator('script, img, svg, iframe, style, math, form, input, a, [onclick]')).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, 'pastedRan'))).toBeUndefined();
  expect(dialogs).toEqual([]);
});
