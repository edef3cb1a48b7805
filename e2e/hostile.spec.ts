import { chromium, type Locator, type Page } from '@playwright/test';
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { MemoDocument } from '../src/shared/memo/document';
import { memoText, mod } from './acts';
import { expect, test } from './fixtures';
import { byCategory, hostilePayloads, namesIn, type HostilePayload } from './hostile/corpus';
import {
  bibtexOf,
  cslJsonOf,
  docxOf,
  endNoteOf,
  epubOf,
  headOf,
  markdownOf,
  mhtmlOf,
  pageOf,
  rdfOf,
  risOf,
  textOf,
} from './hostile/documents';
import { files as special, lexicalPayloads } from './hostile/files';
import { foreignIn, watchForPayloads, watchForSigns } from './hostile/foreign';
import { goTo, newLibrary } from './sample';

/**
 * Pages, files and clipboards made to attack, hundreds of payloads in every format: nothing in them runs, asks for anything,
 * stands in the window as markup, or changes the library's truth. fuzz/hostile.test.ts tries each of them by itself.
 */

const payloads = hostilePayloads();
const names = namesIn(payloads);
/** Of the long ones a file of them all takes its ten seconds on a slow machine: they come in within the book of all. */
const categories = [...byCategory(payloads.filter(({ category }) => category !== 'long'))];
/** A few of each kind. */
const sample = categories.flatMap(([, members]) => members.filter((_, index) => index % 9 === 0));

interface InputFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
const file = (name: string, content: string | Buffer, mimeType = 'application/octet-stream'): InputFile => ({
  name,
  mimeType,
  buffer: typeof content === 'string' ? Buffer.from(content) : content,
});
/** NULs in numbers are refused as no text. */
const without = (members: readonly HostilePayload[]) =>
  members.map((payload) => ({ ...payload, html: payload.html.replaceAll('\0', '') }));

const hasNoAddress = ({ html }: HostilePayload) => !/og:url|canonical|doi/u.test(html);

async function documents(): Promise<InputFile[]> {
  const together = categories.flatMap(([category, members]) => [
    file(`${category}.html`, pageOf(`Page of ${category}`, without(members)), 'text/html'),
    // An archive of pages that say the same address or DOI would be the same source.
    file(
      `${category}.mhtml`,
      mhtmlOf(`Archive of ${category}`, without(members.filter(hasNoAddress))),
      'multipart/related',
    ),
    file(`${category}.md`, markdownOf(`Notes on ${category}`, without(members)), 'text/markdown'),
  ]);
  const alone = sample
    .filter(({ category }) => ['head', 'metadata', 'clobbering', 'modules'].includes(category))
    .map((payload) => file(`${payload.id}.html`, headOf(`Alone: ${payload.id}`, payload), 'text/html'));
  return [
    ...together,
    ...alone,
    file('All.epub', await epubOf('Book of every payload', payloads)),
    file('All.docx', await docxOf('Report of every payload', payloads)),
    file('All.txt', textOf('Lines of every payload', without(payloads)), 'text/plain'),
    ...special.map(({ name, mimeType, buffer }) => ({ name, mimeType, buffer })),
  ];
}

async function bringIn(page: Page, files: InputFile[]): Promise<Locator> {
  await page.getByLabel('Files to bring in').setInputFiles(files);
  const report = page.getByRole('region', { name: 'Bringing in' });
  await expect(report.getByRole('button', { name: 'Close' })).toBeVisible({ timeout: 120_000 });
  return report;
}

/** Draws all of a text or list, a screen at a time: what is far from the window is not in it yet. */
async function drawAll(where: Locator): Promise<void> {
  await where.evaluate(async (element) => {
    const scroller = (from: Element | null): Element => {
      for (let at = from; at; at = at.parentElement)
        if (at.scrollHeight > at.clientHeight + 8 && /auto|scroll/u.test(getComputedStyle(at).overflowY)) return at;
      return document.documentElement;
    };
    const area = scroller(element);
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    // A chunk's height is guessed until it is drawn, so the end moves.
    for (let top = 0; top < area.scrollHeight; top += 3000) {
      area.scrollTop = top;
      await frame();
      await frame();
    }
    area.scrollTop = 0;
  });
}

async function verify(page: Page): Promise<unknown> {
  const answer = await page.evaluate(() => window.commonplace.call['library.verify']({}));
  return answer.ok ? answer.value.findings : answer.error;
}

test('hostile files of every format are texts in the reader, the list and the search', async ({ page }) => {
  test.setTimeout(240_000);
  const signs = watchForSigns(page);
  await watchForPayloads(page);
  await newLibrary(page, 'Hostile');
  const files = await documents();
  const refused = special.filter((entry) => entry.refused).length;
  const report = await bringIn(page, files);
  await expect(report.getByRole('status')).toHaveText(new RegExp(`^\\d+ brought in, .*${refused} refused$`));
  // One that says what another says of itself is that one.
  const added = Number.parseInt((await report.getByRole('status').textContent()) ?? '', 10);
  expect(added).toBeGreaterThan(files.length - refused - 3);
  expect(await foreignIn(page, names)).toEqual([]);
  await report.getByRole('button', { name: 'Close' }).click();

  await goTo(page, 'Sources');
  const list = page.getByRole('listbox', { name: 'Sources' });
  await list.getByRole('option').first().click();
  const seen = new Set<string>();
  for (let step = 0; step < added; step += 1) {
    const text = page.getByRole('document', { name: 'Text of the source' });
    const heading = text.locator('xpath=..').getByRole('heading', { level: 2 }).first();
    await expect(text).toBeVisible();
    const title = (await heading.textContent()) ?? '';
    seen.add(title);
    await drawAll(text);
    expect(await foreignIn(page, names), title).toEqual([]);
    await list.press('ArrowDown');
    if (step < added - 1) await expect(heading).not.toHaveText(title);
  }
  expect(seen.size).toBe(added);

  const references = await bringIn(page, [
    file('All.json', cslJsonOf(without(payloads))),
    file('Sample.ris', risOf(without(sample))),
    file('Sample.bib', bibtexOf(without(sample))),
    file('Sample.rdf', rdfOf(without(sample))),
    file('Sample.xml', endNoteOf(without(sample))),
  ]);
  await references.getByText('Entries').first().click();
  expect(await foreignIn(page, names)).toEqual([]);
  await references.getByRole('button', { name: 'Close' }).click();
  await drawAll(list.getByRole('option').first());
  expect(await foreignIn(page, names)).toEqual([]);

  await page.keyboard.press(`${mod}+Shift+F`);
  const results = page.getByRole('listbox', { name: 'Results' });
  for (const query of ['onerror img src', 'javascript hostile', 'template shadowrootmode']) {
    await page.getByRole('combobox', { name: 'Search everything' }).fill(query);
    await expect(results.locator('mark').first()).toBeVisible();
    for (let step = 0; step < 4; step += 1) {
      await page.keyboard.press('ArrowDown');
      await expect(results.getByRole('option').nth(step + 1)).toHaveAttribute('aria-selected', 'true');
      expect(await foreignIn(page, names), query).toEqual([]);
    }
  }
  expect(signs).toEqual([]);
  expect(await verify(page)).toEqual([]);
});

/** Pastes into the dialog for sources as a browser does. */
async function pasteAsSource(page: Page, html: string, words: string): Promise<void> {
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
  await page.getByRole('button', { name: 'Bring in' }).click();
}

test('a hostile clipboard becomes a source of plain blocks', async ({ page }) => {
  test.setTimeout(120_000);
  const signs = watchForSigns(page);
  await watchForPayloads(page);
  await newLibrary(page, 'Hostile');
  for (const [category, members] of categories) {
    const copied = `<base href="https://hostile.invalid/"><h2>Copied ${category}</h2>${members.map(({ html }) => html).join('\n')}`;
    await pasteAsSource(page, copied, `Copied ${category} in words`);
    const heading = page.getByRole('heading', { level: 2, name: new RegExp(`Copied ${category}`) });
    await expect(heading.first()).toBeVisible();
    await drawAll(page.getByRole('document', { name: 'Text of the source' }));
    expect(await foreignIn(page, names), category).toEqual([]);
  }
  expect(signs).toEqual([]);
  expect(await verify(page)).toEqual([]);
});

async function pasteInMemo(editor: Locator, data: Record<string, string>): Promise<void> {
  await editor.evaluate((element, entries) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(entries)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
}

/** A memo that quotes hostile lines and cites hostile sources: made by the app's own calls, as the editor makes it. */
async function quoteAndCite(page: Page, many: number): Promise<void> {
  await page.evaluate(async (many) => {
    const value = <T>(answer: { ok: true; value: T } | { ok: false; error: { message: string } }): T => {
      if (!answer.ok) throw new Error(answer.error.message);
      return answer.value;
    };
    const { call } = window.commonplace;
    const page = { offset: 0, limit: 500, sort: 'title', descending: false, includeTrashed: false } as const;
    const { items } = value(await call['sources.list'](page));
    const blocks: MemoDocument['blocks'] = [];
    const lines = items.find(({ title }) => title.includes('Lines of'));
    const snapshotId = value(await call['sources.get']({ id: lines?.id ?? '' })).snapshots[0]?.id ?? '';
    const snapshot = value(await call['snapshots.get']({ id: snapshotId }));
    const step = Math.floor(snapshot.blocks.length / many);
    for (const { start, end } of snapshot.blocks.filter((_, index) => index % step === 1)) {
      const excerpt = value(await call['excerpts.add']({ snapshotId, start, end }));
      const text = { type: 'text', text: excerpt.anchor.exact, formats: [], marks: [] } as const;
      blocks.push({
        type: 'excerpt-quotation',
        excerptId: excerpt.id,
        children: [{ ...text, formats: [], marks: [] }],
      });
    }
    const citations = items
      .filter(({ title }) => !title.includes('Lines of'))
      .slice(0, many)
      .map(({ id: sourceId }, index) => ({
        type: 'citation' as const,
        id: `c${index}`,
        items: [
          {
            sourceId,
            label: 'page' as const,
            locator: '<img src=x onerror=__hostile(1)>',
            prefix: '<script>__hostile(2)</script>',
            suffix: 'javascript:__hostile(3)',
            suppressAuthor: false,
            excerptId: null,
          },
        ],
        marks: [],
      }));
    blocks.push({ type: 'paragraph', children: citations });
    value(
      await call['memos.create']({
        title: 'Quoting <img src=x onerror=__hostile(4)>',
        document: { version: 1, blocks },
      }),
    );
  }, many);
}

test('hostile quotations, citations and clipboards are plain in a memo, and the exported page is inert', async ({
  app,
  page,
}) => {
  test.setTimeout(240_000);
  const signs = watchForSigns(page);
  await watchForPayloads(page);
  await newLibrary(page, 'Hostile');
  const report = await bringIn(page, [
    file('All.txt', textOf('Lines of every payload', without(payloads)), 'text/plain'),
    file('Sample.json', cslJsonOf(without(sample))),
  ]);
  await report.getByRole('button', { name: 'Close' }).click();
  await quoteAndCite(page, 60);
  await goTo(page, 'Memos');
  await page.getByRole('listbox', { name: 'Memos' }).getByRole('option').first().click();
  const editor = memoText(page);
  await expect(editor.getByRole('button', { name: /^Citation/ }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Bibliography' })).toContainText('Office');
  expect(await foreignIn(page, names)).toEqual([]);

  await editor.click();
  const pasted = payloads.filter(({ category }) => category !== 'long');
  for (let at = 0; at < pasted.length; at += 16) {
    const some = pasted.slice(at, at + 16);
    await page.keyboard.press(`${mod}+End`);
    await page.keyboard.press('Enter');
    await pasteInMemo(editor, { 'text/html': some.map(({ html }) => html).join('\n'), 'text/plain': some[0]!.id });
    expect(await foreignIn(page, names), some[0]!.id).toEqual([]);
  }
  for (const json of lexicalPayloads) {
    await page.keyboard.press(`${mod}+End`);
    await pasteInMemo(editor, { 'application/x-lexical-editor': json, 'text/plain': 'nodes' });
    await page.keyboard.press('Enter');
  }
  expect(await foreignIn(page, names)).toEqual([]);
  await page.keyboard.press(`${mod}+End`);
  await page.keyboard.type('The end.');
  await expect(editor.getByText('The end.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /HTML|Web page/ }).click();
  const html = (await app.downloaded(/\.html$/)).bytes.toString();
  expect(html).toContain('The end.');
  expect(await whatHappensIn(html)).toEqual([]);
  expect(signs).toEqual([]);
  // The same page as the export dialog shows it, whose format is that of the last time.
  await page.keyboard.press(`${mod}+e`);
  const preview = page.getByRole('region', { name: 'Preview' });
  const frame = preview.locator('iframe').contentFrame();
  await expect(frame.getByText('The end.')).toBeVisible({ timeout: 30_000 });
  await expect(frame.locator('script, iframe, object, form, input, [onclick], [onerror]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(preview).toBeHidden();
  // The dialog's own frame and no other, and nothing that leads out of it.
  expect(signs).toEqual(['frame: ', 'navigation: about:blank']);
  expect(await verify(page)).toEqual([]);

  await app.restart();
  await watchForPayloads(app.page);
  await expect(memoText(app.page).getByText('The end.')).toBeVisible();
  expect(await foreignIn(app.page, names)).toEqual([]);
  // What the parser of a pasted page is refused: the second wall, behind the inert document.
  app.forgetConsoleErrors(/violates the following Content Security Policy directive/);
});

/** Opens an exported page in a browser of its own, without the policy it carries, and tells what it did and holds. */
async function whatHappensIn(html: string): Promise<string[]> {
  const shell = pathToFileURL(join(import.meta.dirname, '..', 'out/main/chromium-shell.js')).href;
  const { findChromium } = (await import(shell)) as { findChromium(): string | null };
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined });
  try {
    const page = await browser.newPage();
    const did = watchForSigns(page);
    await watchForPayloads(page);
    page.on('request', (request) => did.push(`asked for ${request.url().slice(0, 100)}`));
    await page.setContent(html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
    return [...did.filter((sign) => sign !== 'navigation: about:blank'), ...(await foreignIn(page, names))];
  } finally {
    await browser.close();
  }
}
