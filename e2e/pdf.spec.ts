import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { appendFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { highlight, writeTestPdf, type TestPage } from '../src/main/importing/pdf/testing';
import { mod } from './acts';
import { expect, test } from './fixtures';
import { newLibrary } from './sample';

/** The pages of a PDF as they are printed: seen, quoted from, and harmless. */

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../src/main/importing/fixtures', name));

async function bringIn(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel('Files to bring in')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer: Buffer.from(bytes) });
}

const pages = (page: Page) => page.getByRole('document', { name: 'Pages of the source' });
const margin = (page: Page) => page.getByRole('complementary', { name: 'Excerpts' });

async function showPages(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pages', exact: true }).click();
  await expect(pages(page).locator('[data-drawn]').first()).toBeVisible();
  await expect(pages(page)).toHaveAttribute('data-places', 'found');
}

/** Drags over printed words, from the first to the last of a passage on one page. */
async function selectPrinted(page: Page, words: string): Promise<void> {
  const [first, last] = await ends(page, words);
  await page.mouse.move(first.x + 2, first.y + first.height / 2);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width - 2, last.y + last.height / 2, { steps: 5 });
  await page.mouse.up();
}

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where the first and the last word of a passage are printed. */
async function ends(page: Page, words: string): Promise<[Rect, Rect]> {
  const found = await pages(page).evaluate((root, wanted) => {
    const spans = [...root.querySelectorAll<HTMLElement>('[data-page] [dir]')];
    const parts = wanted.split(' ');
    const at = spans.findIndex((_, index) => parts.every((part, step) => spans[index + step]?.textContent === part));
    spans[at]?.scrollIntoView({ block: 'center' });
    const rects = [spans[at], spans[at + parts.length - 1]].map((span) => {
      const { x, y, width, height } = span?.getBoundingClientRect() ?? new DOMRect();
      return { x, y, width, height };
    });
    return at === -1 ? null : rects;
  }, words);
  if (!found?.[0] || !found[1]) throw new Error(`No page has “${words}”.`);
  return [found[0], found[1]];
}

/** How dark the ink under a place of the pages is: 0 for none, to 1. */
async function inkUnder(canvas: Locator, { x, y, width, height }: Rect): Promise<number> {
  return canvas.evaluate(
    (element, rect) => {
      const own = element.getBoundingClientRect();
      const copy = document.createElement('canvas');
      const source = element as HTMLCanvasElement;
      const ratio = source.width / own.width;
      [copy.width, copy.height] = [Math.ceil(rect.width * ratio), Math.ceil(rect.height * ratio)];
      const context = copy.getContext('2d');
      context?.drawImage(source, (own.x - rect.x) * ratio, (own.y - rect.y) * ratio);
      const data = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
      let darkest = 255;
      for (let index = 0; index < data.length; index += 4) darkest = Math.min(darkest, data[index] ?? 255);
      return 1 - darkest / 255;
    },
    { x, y, width, height },
  );
}

/** The dialog's or toolbar's own excerpt button. */
const excerptButton = (page: Page) =>
  page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'Excerpt' }).first();

const line = (text: string, y: number, size = 11) => ({ text, x: 72, y, size });
/** A page of a report about a ferry, with a running head and a number, and a passage only it has. */
const reportPage = (index: number): TestPage => ({
  lines: [
    line('The ferry at Senn', 810, 9),
    line(`Passage ${index}: the keeper counted the carts that crossed on day ${index} of the month,`, 700),
    line('and wrote their number down before he went home to his supper.', 686),
    line('The number was read by nobody, and kept by all.', 660),
  ],
});
const front = '/PageLabels << /Nums [0 << /S /r >> 4 << /S /D >>] >>';

test('pages are shown, quoted from, and the excerpt stands on them', async ({ page }) => {
  await newLibrary(page, 'Printed');
  await bringIn(page, 'crossing.pdf', fixture('crossing.pdf'));
  await showPages(page);

  const passage = 'They are still in the cellar of the customs house at Senn,';
  await selectPrinted(page, passage);
  await excerptButton(page).click();
  const item = margin(page).getByRole('group', { name: 'Excerpt' });
  await expect(item.getByText(passage)).toBeVisible();
  await expect(item).toContainText('p. 1');

  // The highlight covers the printed words and no others.
  const [first, last] = await ends(page, passage);
  const marks = pages(page).locator('[data-highlight]');
  const boxes = await marks.evaluateAll((elements) =>
    elements.map((element) => element.getBoundingClientRect().toJSON() as Rect),
  );
  expect(boxes[0]?.x).toBeCloseTo(first.x, -1);
  expect(boxes[0]?.y).toBeCloseTo(first.y, -1);
  const end = boxes.at(-1);
  expect((end?.x ?? 0) + (end?.width ?? 0)).toBeCloseTo(last.x + last.width, -1);
  expect(end?.y).toBeCloseTo(last.y, -1);
  expect(await inkUnder(pages(page).locator('canvas').first(), first)).toBeGreaterThan(0.5);

  // It is chosen by a click on the page, and there in the text as well.
  await page.keyboard.press('Escape');
  await expect(item.getByRole('button', { expanded: true })).toHaveCount(0);
  await marks.first().click();
  await expect(item.getByRole('button', { expanded: true })).toBeVisible();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(
    page.getByRole('document', { name: 'Text of the source' }).locator('[data-highlight]').first(),
  ).toContainText('They are still in the cellar');

  // Opened from elsewhere, it shows its page again.
  await page.getByRole('button', { name: 'Pages', exact: true }).click();
  await expect(marks.first()).toBeVisible();
});

test('columns and pages are one text: a passage goes on overleaf, with both pages as its place', async ({ page }) => {
  await newLibrary(page, 'Overleaf');
  const broken: TestPage[] = [
    {
      lines: [
        line('The inquiry was as thorough as it was mistaken in every particular; it found that the', 120),
        line('xi', 40),
      ],
    },
    {
      lines: [line('rope had been worn, which it had not, and the ferryman had been drinking.', 760), line('xii', 40)],
    },
  ];
  await bringIn(
    page,
    'inquiry.pdf',
    writeTestPdf(broken, { catalog: '/PageLabels << /Nums [0 << /S /r /St 11 >>] >>' }),
  );
  await showPages(page);
  const [from] = await ends(page, 'mistaken');
  await page.mouse.move(from.x + 2, from.y + from.height / 2);
  await page.mouse.down();
  const second = pages(page).locator('[data-page="1"]');
  const { y = 0 } = (await second.getByText('worn,').boundingBox()) ?? {};
  const { x = 0, width = 0 } = (await second.getByText('worn,').boundingBox()) ?? {};
  await page.mouse.move(x + width - 2, y + 4, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.press('2');
  const item = margin(page).getByRole('group', { name: 'Excerpt' });
  await expect(item).toContainText('mistaken in every particular; it found that the rope had been worn,');
  await expect(item).toContainText('p. xi–xii');
  await expect(pages(page).locator('[data-highlight]')).toHaveCount(2);
});

test('a long PDF is gone through by label, key and size, with few pages drawn', async ({ page }) => {
  await newLibrary(page, 'Long');
  const sheets = Array.from({ length: 60 }, (_, index) => reportPage(index));
  await bringIn(page, 'ferry.pdf', writeTestPdf(sheets, { catalog: front }));
  await showPages(page);
  const box = page.getByRole('textbox', { name: 'Page', exact: true });
  await expect(box).toHaveValue('i');
  await box.fill('20');
  await page.keyboard.press('Enter');
  await expect(pages(page).getByRole('group', { name: 'Page 20', exact: true })).toContainText('Passage 23:');
  await expect(pages(page).getByRole('group', { name: 'Page 20', exact: true })).toHaveAttribute('data-drawn', 'true');
  await expect(page.getByText('24 of 60')).toBeVisible();
  expect(await pages(page).locator('[data-page]').count()).toBeLessThan(8);

  await pages(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(box).toHaveValue('21');
  await box.fill('nowhere');
  await page.keyboard.press('Enter');
  await expect(box).toHaveAttribute('aria-invalid', 'true');

  await pages(page).focus();
  const widthOf = async () =>
    (await pages(page).getByRole('group', { name: 'Page 21', exact: true }).boundingBox())?.width ?? 0;
  const fitting = await widthOf();
  await page.keyboard.press(`${mod}+Equal`);
  await expect.poll(widthOf).toBeGreaterThan(fitting);
  await expect(box).toHaveValue('21');
  await page.keyboard.press(`${mod}+Minus`);
  await page.keyboard.press(`${mod}+Minus`);
  await expect.poll(widthOf).toBeLessThan(fitting);
  await page.keyboard.press(`${mod}+0`);
  await expect.poll(widthOf).toBeCloseTo(fitting, 0);
  await expect(box).toHaveValue('21');

  // From the pages to the same place of the text, and back.
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(page.getByText('Passage 24:')).toBeInViewport();
  await page.getByRole('button', { name: 'Pages', exact: true }).click();
  await expect(box).toHaveValue(/^2[01]$/);

  // Words are found on the pages.
  await page.keyboard.press(`${mod}+f`);
  await page.keyboard.type('day 50 of the month');
  await expect(pages(page).getByRole('group', { name: 'Page 47', exact: true })).toBeInViewport();
});

test('words that are not in the text are refused, with the nearest passage', async ({ page }) => {
  await newLibrary(page, 'Heads');
  await bringIn(page, 'ferry.pdf', writeTestPdf([0, 1, 2, 3].map(reportPage)));
  await showPages(page);
  await selectPrinted(page, 'The ferry at Senn');
  await excerptButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Excerpt by its words' });
  await expect(dialog).toContainText('These words are not in the text of the source');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('scans can be seen; packed pictures and soft masks are drawn', async ({ page }) => {
  await newLibrary(page, 'Scans');
  // Eight rows of eight black dots, packed as fax machines do (ITU-T T.6).
  const bits = `001${'00110101'}${'000101'}${'11'.repeat(7)}${'000000000001'.repeat(2)}`;
  const fax = Buffer.from((bits.padEnd(64, '0').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const picture = `<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 8 /Rows 8 >> /Length ${fax.length} >>\nstream\n${fax.toString('latin1')}\nendstream`;
  const group = '1 g 0 0 297 842 re f 0 g 297 0 298 842 re f';
  const masks = [
    '<< /SMask << /S /Luminosity /G 6 0 R >> >>',
    `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> /Length ${group.length} >>\nstream\n${group}\nendstream`,
  ];
  const draws = (content: string, resources: string): TestPage => ({
    content: { entries: '', bytes: Buffer.from(content) },
    entries: `/Resources << ${resources} >>`,
  });
  const scan = writeTestPdf(
    [
      draws('q 200 0 0 200 100 500 cm /P Do Q', '/XObject << /P 4 0 R >>'),
      draws('/G gs 0 g 0 0 595 842 re f', '/ExtGState << /G 5 0 R >>'),
    ],
    { objects: [picture, ...masks] },
  );
  await bringIn(page, 'scan.pdf', scan);
  await expect(page.getByText('These pages are pictures, as a scanner makes them')).toBeVisible();
  const canvas = (index: number) => pages(page).locator(`[data-page="${index}"][data-drawn] canvas`);
  const at = async (index: number, x: number, y: number) => {
    await canvas(index).scrollIntoViewIfNeeded();
    const own = (await canvas(index).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    return inkUnder(canvas(index), { x: own.x + own.width * x, y: own.y + own.height * y, width: 4, height: 4 });
  };
  expect(await at(0, 200 / 595, (842 - 600) / 842)).toBe(1);
  expect(await at(0, 0.9, 0.9)).toBe(0);
  expect(await at(1, 0.25, 0.5)).toBe(1);
  expect(await at(1, 0.75, 0.5)).toBe(0);

  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(page.getByText('This PDF holds no text')).toBeVisible();
});

test('what a PDF brings does nothing: scripts, links, forms, actions', async ({ app, page }) => {
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => dialogs.push(dialog.message()));
  await newLibrary(page, 'Hostile');
  const script = '<< /S /JavaScript /JS (app.alert\\(1\\); globalThis.ran = 1) >>';
  const link = (action: string, y: number) => `/Subtype /Link /Rect [72 ${y} 400 ${y + 12}] /A ${action}`;
  const hostile = writeTestPdf(
    [
      {
        ...reportPage(1),
        annotations: [
          link('<< /S /URI /URI (https://tracker.example/x) >>', 698),
          link('<< /S /URI /URI (javascript:alert\\(1\\)) >>', 684),
          link('<< /S /Launch /F (/bin/sh) >>', 658),
          `/Subtype /Widget /FT /Btn /T (b) /Rect [72 600 200 620] /AA << /E ${script} /U ${script} >>`,
          highlight({ x: 72, y: 660, width: 100 }),
        ],
        entries: `/AA << /O ${script} >>`,
      },
    ],
    {
      catalog: `/OpenAction ${script} /AcroForm << /Fields [] /NeedAppearances true >> /Names << /JavaScript << /Names [(a) ${script}] >> >>`,
      info: '/Title (\\074img src=x onerror=alert\\(1\\)\\076)',
    },
  );
  await bringIn(page, 'hostile.pdf', hostile);
  await showPages(page);
  for (const word of ['Passage', 'wrote', 'read']) {
    const [rect] = await ends(page, word);
    await page.mouse.click(rect.x + 4, rect.y + 4);
  }
  await expect(pages(page).locator('a, iframe, script, input, object, embed')).toHaveCount(0);
  expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBeUndefined();
  expect(dialogs).toEqual([]);

  // Cut short: what is left is shown, or a sentence says that it cannot be.
  const cut = writeTestPdf([reportPage(7), reportPage(8)]);
  await bringIn(page, 'cut.pdf', cut.subarray(0, Math.floor(cut.length * 0.7)));
  await expect(
    page.locator('[data-pages="open"], [data-pages="failed"]').or(page.getByText('damaged or cut short')).first(),
  ).toBeVisible();
  expect(app.leavingRequests).toEqual([]);
});

test('an original that is gone or was changed is said to be so, and its text stays', async ({ app, page }) => {
  await newLibrary(page, 'Gone');
  await bringIn(page, 'ferry.pdf', writeTestPdf([reportPage(1)]));
  await page.getByRole('button', { name: 'More…', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save a copy of the original…' }).click();
  expect((await app.downloaded('ferry.pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-');

  const attachments = join(app.documents, 'Gone.commonplace', 'attachments');
  const [name] = (await readdir(attachments, { recursive: true })).filter((path) => /[0-9a-f]{64}$/.test(path));
  await appendFile(join(attachments, name ?? ''), ' ');
  await page.getByRole('button', { name: 'Pages', exact: true }).click();
  await expect(page.getByText('The original file was changed or damaged on the disk')).toBeVisible();
  await page.getByRole('button', { name: 'Text', exact: true }).click();
  await expect(page.getByText('the keeper counted the carts').first()).toBeVisible();
  await rm(join(attachments, name ?? ''));
  await page.getByRole('button', { name: 'Pages', exact: true }).click();
  await expect(page.getByText('The original file is missing from the library’s attachments folder')).toBeVisible();
  await expect(page.getByText('Restore it from a backup.')).toBeVisible();
});

test('the pages pass axe, in light and dark', async ({ page }) => {
  test.setTimeout(120_000);
  await newLibrary(page, 'Axe');
  await bringIn(page, 'ferry.pdf', writeTestPdf([0, 1, 2, 3].map(reportPage)));
  await showPages(page);
  await selectPrinted(page, 'The number was read by nobody,');
  await page.keyboard.press('e');
  await expect(pages(page).locator('[data-highlight]').first()).toBeVisible();
  // subtle: legacy mode runs axe in the page itself; the other mode opens a second page, which the app's window cannot.
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
      [],
    );
  }
});
