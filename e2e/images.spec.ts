import type { Page } from '@playwright/test';
import { memoText as text, mod, serious } from './acts';
import { expect, test } from './fixtures';
import { newLibrary } from './sample';

/** Pictures in a memo: how they come in, their captions, and what refers to them. */

const saved = (page: Page) => expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
/** By element: one that is not described yet is none to a screen reader. */
const pictures = (page: Page) => text(page).locator('figure img');
const figures = (page: Page) => text(page).locator('figure');

async function newMemo(page: Page): Promise<void> {
  await newLibrary(page, 'Pictures');
  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(text(page)).toBeFocused();
}

/** A picture drawn by the browser itself, as bytes. */
async function drawn(page: Page, type: string, colour: string): Promise<number[]> {
  return page.evaluate(
    async ([mediaType, fill]) => {
      const canvas = new OffscreenCanvas(240, 120);
      const context = canvas.getContext('2d')!;
      context.fillStyle = fill!;
      context.fillRect(0, 0, 240, 120);
      const blob = await canvas.convertToBlob({ type: mediaType! });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [type, colour],
  );
}

/** Pastes or drops files on the text, as the browser would. */
async function give(page: Page, how: 'paste' | 'drop', bytes: number[], type: string): Promise<void> {
  await text(page).evaluate(
    (field, [act, data, mediaType]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data as number[])], 'x', { type: mediaType as string }));
      const { right, bottom } = field.lastElementChild!.getBoundingClientRect();
      const event =
        act === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
          : new DragEvent('drop', {
              dataTransfer: transfer,
              bubbles: true,
              cancelable: true,
              clientX: right - 4,
              clientY: bottom - 4,
            });
      field.dispatchEvent(event);
    },
    [how, bytes, type] as const,
  );
}

async function choose(page: Page, slash: string, bytes: number[]): Promise<void> {
  await page.keyboard.type(slash);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('option', { name: 'Image' }).click(),
  ]);
  await chooser.setFiles({ name: 'map.png', mimeType: 'image/png', buffer: Buffer.from(bytes) });
}

test('pictures come in by pasting, the dialog and dropping; they are captioned, referred to and kept', async ({
  app,
  page,
}) => {
  await newMemo(page);
  await page.keyboard.type('## Of maps');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Before it.');
  await give(page, 'paste', await drawn(page, 'image/png', 'teal'), 'image/png');
  await expect(pictures(page)).toHaveCount(1);

  // The caption is text like any other, written at once, and gives the figure its number.
  await page.keyboard.type('The strait at low water');
  await expect(figures(page).first().locator('figcaption')).toHaveAttribute('data-label', 'Figure\u00A01');
  await page.keyboard.press('Enter');
  await page.keyboard.type('See ');
  await page.keyboard.type('/cross');
  await page.keyboard.press('Enter');
  const picker = page.getByRole('dialog', { name: 'Refer to a heading, figure or table' });
  await picker.getByRole('option', { name: /low water/ }).click();
  const reference = text(page).getByRole('button', { name: /^Cross-reference/ });
  await expect(reference).toHaveText('Figure\u00A01');
  await page.keyboard.type('.');
  await page.keyboard.press('Enter');

  // A WebP, which Word does not take, is kept as another kind of picture.
  await choose(page, '/', await drawn(page, 'image/webp', 'olive'));
  await expect(pictures(page)).toHaveCount(2);
  await give(page, 'drop', await drawn(page, 'image/jpeg', 'maroon'), 'image/jpeg');
  await expect(pictures(page)).toHaveCount(3);
  await page.keyboard.press(`${mod}+z`);
  await expect(pictures(page)).toHaveCount(2);

  // Described and made narrower by keyboard.
  const undescribed = text(page).getByRole('group', { name: 'Picture: not described yet' }).first();
  await undescribed.focus();
  await expect(undescribed).toHaveAccessibleDescription(/Enter describes it/);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'What the picture shows' }).fill('A <b>red</b> \u202Estrait');
  await page.keyboard.press('Enter');
  await expect(text(page).getByRole('img', { name: /A <b>red<\/b>/ })).toBeVisible();
  const handle = text(page).getByRole('slider', { name: 'Width of the picture' }).first();
  const before = Number(await handle.getAttribute('aria-valuenow'));
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', String(before + 5));
  expect(await serious(page)).toEqual([]);

  await saved(page);
  await app.restart();
  const again = app.page;
  await expect(pictures(again)).toHaveCount(2);
  await expect(figures(again).first()).toContainText('The strait at low water');
  await expect(text(again).getByRole('button', { name: /^Cross-reference/ })).toHaveText('Figure\u00A01');
  const loaded = await pictures(again).evaluateAll((all) =>
    all.every((img) => (img as HTMLImageElement).naturalWidth === 240),
  );
  expect(loaded).toBe(true);

  // A picture that goes leaves a reference that says so, until it comes back.
  await text(again)
    .getByRole('group', { name: /^Picture: A <b>red/ })
    .focus();
  await again.keyboard.press('Delete');
  await expect(text(again).getByRole('button', { name: /^Cross-reference/ })).toHaveText('[missing: cross-reference]');
  await again.keyboard.press(`${mod}+z`);
  await expect(text(again).getByRole('button', { name: /^Cross-reference/ })).toHaveText('Figure\u00A01');
});

test('what is no picture is refused in two sentences, and nothing of it stays', async ({ page }) => {
  await newMemo(page);
  const html = [...new TextEncoder().encode('<!doctype html><script>window.pastedRan = 1</script>')];
  const svg = [...new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="window.pastedRan = 1"/>')];
  const png = await drawn(page, 'image/png', 'teal');
  for (const [bytes, said] of [
    [html, /no picture that a memo can hold.*Use a PNG/],
    [svg, /SVG files can carry scripts.*Save the drawing as a PNG/],
    [png.slice(0, -30), /cut short or damaged.*save it again/],
  ] as const) {
    await give(page, 'paste', [...bytes], 'image/png');
    await expect(page.getByRole('region', { name: 'Notifications' }).getByText(said)).toBeVisible();
  }
  await expect(figures(page)).toHaveCount(0);

  // What comes with a pasted text is a picture; what is only linked is a note, and one step takes all back.
  await text(page).evaluate(
    (field, data) => {
      const transfer = new DataTransfer();
      transfer.setData('text/html', data);
      transfer.setData('text/plain', 'The strait at low water.');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    },
    `<p>The strait at low water.</p><p><img alt="A teal strait" src="data:image/png;base64,${Buffer.from(png).toString('base64')}"></p><p>Seen from the <img alt="A map" src="https://example.org/map.png"> north.</p>`,
  );
  await expect(text(page).getByRole('img', { name: 'A teal strait' })).toBeVisible();
  await expect(text(page)).toContainText('Seen from the [picture: A map] north.');
  await page.keyboard.press(`${mod}+z`);
  await expect(figures(page)).toHaveCount(0);
  await expect(text(page)).not.toContainText('strait');
  expect(await page.evaluate(() => Reflect.get(window, 'pastedRan'))).toBeUndefined();
});
