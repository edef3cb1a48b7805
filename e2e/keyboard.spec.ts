import { expect, test } from './fixtures';
import { newLibrary, sampleTest } from './sample';

sampleTest('lists are walked by keyboard', async ({ page }) => {
  await page.keyboard.press('Control+3');
  const list = page.getByRole('listbox', { name: 'Claims' });
  await list.focus();
  const selected = list.locator('[role=option][aria-selected=true]');
  await page.keyboard.press('End');
  await expect(selected).toHaveAttribute('aria-posinset', '15');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(selected).toHaveAttribute('aria-posinset', '2');
  await expect(page.getByRole('article', { name: 'Claim' })).toBeVisible();
  // Typing goes to the row that begins so.
  await page.keyboard.type('police');
  await expect(selected).toContainText(/^Police/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('complementary', { name: 'Second pane' })).toContainText(/Police/);
  await page.keyboard.press('Control+Shift+|');
  await expect(page.getByRole('complementary', { name: 'Second pane' })).toBeHidden();
});

test('back and forward, sidebar, and undo outside of text only', async ({ page }) => {
  await newLibrary(page, 'Keys');
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('region', { name: 'Actors' })).toBeVisible();
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('region', { name: 'Events' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('region', { name: 'Actors' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('region', { name: 'Events' })).toBeVisible();

  await page.keyboard.press('Control+\\');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeHidden();
  await page.keyboard.press('Control+\\');
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();

  await page.keyboard.press('Control+Alt+c');
  await page.getByLabel('Statement', { exact: true }).fill('The ferry ran.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', { name: 'Claim' })).toBeVisible();
  const filter = page.getByRole('searchbox', { name: 'Filter claims' });
  await filter.fill('ferry');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('option', { name: /The ferry ran/ })).toBeVisible();
  await page.getByRole('listbox', { name: 'Claims' }).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undid: Add claim').first()).toBeVisible();
  await expect(page.getByRole('option', { name: /The ferry ran/ })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByText('Did again: Add claim').first()).toBeVisible();
});

test('dialogs give the focus back', async ({ page }) => {
  await newLibrary(page, 'Focus');
  await page.keyboard.press('Control+3');
  const button = page.getByRole('button', { name: 'New claim' }).first();
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Statement', { exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();

  // Opened by a key while nothing has the focus, it leaves nothing with the focus.
  await button.evaluate((element) => element.blur());
  await page.keyboard.press('Control+Alt+c');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('body')).toBeFocused();

  // Who goes on elsewhere while it closes is left there.
  const elsewhere = page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: /^Actors/ });
  const element = await elsewhere.elementHandle();
  await page.keyboard.press('Control+Alt+c');
  await expect(page.getByLabel('Statement', { exact: true })).toBeFocused();
  await element!.evaluate((other) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    return new Promise<void>((resolve) => {
      requestAnimationFrame(() => {
        (other as HTMLElement).focus();
        resolve();
      });
    });
  });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(elsewhere).toBeFocused();
});

sampleTest('the window is found again as it was left', async ({ app }) => {
  await app.page.keyboard.press('Control+3');
  await app.page.getByRole('listbox', { name: 'Claims' }).getByRole('option').nth(3).click();
  const statement = await app.page.getByLabel('Statement of the claim').inputValue();
  const splitter = app.page.getByRole('separator', { name: 'Resize the list' });
  const before = await splitter.boundingBox();
  await splitter.hover();
  await app.page.mouse.down();
  await app.page.mouse.move(before!.x + 80, before!.y + 200, { steps: 5 });
  await app.page.mouse.up();
  const dragged = (await splitter.boundingBox())!.x;
  expect(dragged).toBeGreaterThan(before!.x + 60);
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('>theme dark');
  await app.page.keyboard.press('Enter');
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect
    .poll(() =>
      app.page.evaluate(async () => {
        const state = await window.commonplace.call['shell.loadState']({});
        return state.ok && state.value['theme'];
      }),
    )
    .toBe('dark');

  await app.restart();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(app.page.getByLabel('Statement of the claim')).toHaveValue(statement);
  const after = (await app.page.getByRole('separator', { name: 'Resize the list' }).boundingBox())!.x;
  expect(Math.abs(after - dragged)).toBeLessThan(3);
});
