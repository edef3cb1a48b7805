import { chromium, type Locator, type Page } from '@playwright/test';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { memoText, mod } from './acts';
import { expect, test } from './fixtures';
import { files, flag, lexicalPayloads, payloads } from './hostile/payloads';
import { goTo, newLibrary } from './sample';

/** Pages, files and clipboards made to attack: nothing in them runs, asks for anything, or changes the library's truth. */

/** Elements, attributes and addresses in what the app shows that a text has no business with; and signs that code ran. */
async function whatIsWrong(where: Locator): Promise<string[]> {
  const inside = await where.evaluate((root) => {
    const found: string[] = [];
    const forbidden =
      'script,iframe,frame,object,embed,img,video,audio,link,meta,base,style,form,math,template,noscript';
    for (const element of root.querySelectorAll(forbidden)) found.push(`<${element.localName}>`);
    for (const element of root.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || name === 'srcdoc' || name === 'ping') found.push(`${element.localName} ${name}`);
        const isAddress = ['href', 'src', 'action', 'formaction', 'xlink:href'].includes(name);
        if (isAddress && !/^(https?:|mailto:|#)/i.test(value)) found.push(`${name}=${value.slice(0, 60)}`);
        if (name === 'style' && /url\(|expression\(/i.test(value)) found.push(`style=${value.slice(0, 60)}`);
      }
    }
    return found;
  });
  const ran = await where.page().evaluate((name) => [Reflect.get(window, name), Reflect.get({}, 'polluted')], flag);
  return [...inside, ...ran.filter((value) => value !== undefined).map((value) => `ran: ${String(value)}`)];
}

async function verify(page: Page): Promise<unknown> {
  const answer = await page.evaluate(() => window.commonplace.call['library.verify']({}));
  return answer.ok ? answer.value.findings : answer.error;
}

async function paste(editor: Locator, data: Record<string, string>): Promise<void> {
  await editor.evaluate((element, entries) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(entries)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

function refuseDialogs(page: Page): string[] {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  return dialogs;
}

test('hostile files are texts in the reader, or refused with a reason', async ({ page }) => {
  test.setTimeout(240_000);
  const dialogs = refuseDialogs(page);
  await newLibrary(page, 'Hostile');
  const entries = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer }));
  await page.getByLabel('Files to bring in').setInputFiles(entries);
  const report = page.getByRole('region', { name: 'Bringing in' });
  await expect(report.getByRole('button', { name: 'Close' })).toBeVisible({ timeout: 120_000 });
  const refused = files.filter((file) => file.refused).length;
  await expect(report.getByRole('status')).toContainText(`${files.length - refused} brought in`);
  await expect(report.getByRole('status')).toContainText(`${refused} refused`);
  await report.getByRole('button', { name: 'Close' }).click();

  await goTo(page, 'Sources');
  const options = page.getByRole('listbox', { name: 'Sources' }).getByRole('option');
  await options.first().click();
  const seen = new Set<string>();
  for (let step = 0; step < files.length - refused; step += 1) {
    const text = page.getByRole('document', { name: 'Text of the source' });
    await expect(text).toBeVisible();
    const shown = text.locator('xpath=..');
    const heading = shown.getByRole('heading', { level: 2 }).first();
    const title = (await heading.textContent()) ?? '';
    seen.add(title);
    expect(await whatIsWrong(shown), title).toEqual([]);
    await text.hover();
    await page.getByRole('listbox', { name: 'Sources' }).press('ArrowDown');
    if (step < files.length - refused - 1) {
      await expect(heading).not.toHaveText(title);
    }
  }
  expect(seen.size).toBe(files.length - refused);
  expect(dialogs).toEqual([]);
  expect(await verify(page)).toEqual([]);
});

test('a hostile clipboard becomes plain blocks in a memo, and the exported page is inert', async ({ app, page }) => {
  test.setTimeout(240_000);
  const dialogs = refuseDialogs(page);
  await newLibrary(page, 'Hostile');
  await page.keyboard.press(`${mod}+Alt+n`);
  const editor = memoText(page);
  await expect(editor).toBeFocused();
  for (const { name, html } of payloads) {
    await page.keyboard.press(`${mod}+End`);
    await page.keyboard.type(`Pasted ${name}: `);
    await paste(editor, { 'text/html': html, 'text/plain': name });
    await page.keyboard.press('Enter');
    expect(await whatIsWrong(editor), name).toEqual([]);
  }
  for (const [index, json] of lexicalPayloads.entries()) {
    await page.keyboard.press(`${mod}+End`);
    await paste(editor, { 'application/x-lexical-editor': json, 'text/plain': `nodes ${index}` });
    await page.keyboard.press('Enter');
    expect(await whatIsWrong(editor), `nodes ${index}`).toEqual([]);
  }
  await page.keyboard.press(`${mod}+End`);
  await page.keyboard.type('The end.');
  await expect(editor.getByText('The end.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /HTML|Web page/ }).click();
  const html = (await app.downloaded(/\.html$/)).bytes.toString();
  expect(html).toContain('Pasted script');
  expect(await whatRuns(html)).toEqual([]);
  expect(dialogs).toEqual([]);
  expect(await verify(page)).toEqual([]);

  await app.restart();
  await expect(memoText(app.page).getByText('The end.')).toBeVisible();
  expect(await whatIsWrong(memoText(app.page))).toEqual([]);
  // What the parser of a pasted page is refused: the second wall, behind the inert document.
  app.forgetConsoleErrors(/violates the following Content Security Policy directive/);
});

/** Opens an exported page in a browser of its own, without the policy it carries, and tells what it did. */
async function whatRuns(html: string): Promise<string[]> {
  const shell = pathToFileURL(join(import.meta.dirname, '..', 'out/main/chromium-shell.js')).href;
  const { findChromium } = (await import(shell)) as { findChromium(): string | null };
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined });
  const did: string[] = [];
  try {
    const page = await browser.newPage();
    page.on('request', (request) => did.push(`asked for ${request.url().slice(0, 100)}`));
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    for (const link of await page.locator('a').all()) await link.hover({ timeout: 1000 }).catch(() => undefined);
    did.push(...(await whatIsWrong(page.locator('body'))));
  } finally {
    await browser.close();
  }
  return did;
}
