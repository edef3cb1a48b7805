import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { memoText as text, mod } from './acts';
import { expect } from './fixtures';
import { goTo, sampleTest as test } from './sample';

/** What a memo rests on, and what in it does not hold. */

const quotation = 'Security-camera footage seen by Northern Wire';

async function openSampleMemo(page: Page): Promise<void> {
  await goTo(page, 'Memos');
  await page.getByRole('listbox', { name: 'Memos' }).getByRole('option').first().click();
  await expect(text(page)).toContainText(quotation);
}

/** Puts the caret before the first word of a block. */
async function caretBefore(page: Page, block: Locator): Promise<void> {
  await block.click({ position: { x: 4, y: 8 } });
  await page.keyboard.press(`Home`);
}

async function spoilQuotation(page: Page): Promise<void> {
  await caretBefore(page, text(page).getByText(quotation));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('h');
  await expect(text(page)).toContainText('Shecurity-camera');
}

const findings = (page: Page) => page.getByRole('group', { name: 'Findings' });

test('one changed letter is found, underlined, mended with one key, and comes back with Undo', async ({ page }) => {
  await openSampleMemo(page);
  await page.keyboard.press(`${mod}+Alt+k`);
  await expect(page.getByText('All of it holds')).toBeVisible();
  await spoilQuotation(page);

  await expect(findings(page).getByRole('status')).toContainText('1 finding');
  await expect
    .poll(() => page.evaluate(() => [...(CSS.highlights.get('finding-error') ?? [])].map(String)))
    .toEqual(['Shecurity']);
  await page.keyboard.press('F8');
  const found = findings(page).locator('[aria-current]');
  await expect(found).toBeFocused();
  await expect(found).toContainText('Not verbatim');
  await expect(found.locator('del')).toHaveText('Shecurity');
  await expect(found.locator('ins')).toHaveText('Security');

  await page.keyboard.press('Enter');
  await expect(text(page)).not.toContainText('Shecurity');
  await expect(text(page)).toContainText(quotation);
  await expect(page.getByText('All of it holds')).toBeVisible();
  await page.keyboard.press(`${mod}+z`);
  await expect(text(page)).toContainText('Shecurity-camera');
  await expect(findings(page).getByRole('status')).toContainText('1 finding');
});

test('a finding is dismissed with a reason, which a restart keeps and anybody can withdraw', async ({ app, page }) => {
  await openSampleMemo(page);
  await page.keyboard.press(`${mod}+Alt+k`);
  await spoilQuotation(page);
  await expect(findings(page).getByRole('status')).toContainText('1 finding');
  await page.keyboard.press('F8');
  await expect(findings(page).locator('[aria-current]')).toBeFocused();
  await page.keyboard.press('d');
  await page.getByRole('textbox', { name: 'Why it may stand' }).fill('The original has the misprint.');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing else was found')).toBeVisible();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('finding-error')?.size ?? 0)).toBe(0);

  await app.restart();
  await expect(app.page.getByText('Nothing else was found')).toBeVisible();
  await app.page.getByText('1 dismissed finding').click();
  await expect(findings(app.page)).toContainText('The original has the misprint.');
  await app.page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(findings(app.page).getByRole('status')).toContainText('1 finding');
});

test('the panel beside the memo follows the caret and the mouse, and opens what is under a sentence', async ({
  page,
}) => {
  await openSampleMemo(page);
  await page.keyboard.press(`${mod}+Alt+u`);
  const panel = page.getByRole('list', { name: 'What the sentences rest on' });
  const current = panel.locator('[aria-current]');
  await caretBefore(page, text(page).getByText(quotation));
  await expect(current).toContainText(quotation);
  await expect(current.getByRole('blockquote')).toContainText('ten minutes and forty seconds');

  const claimed = text(page).getByText('On 3 February 2021 a gunman', { exact: false }).first();
  await claimed.hover({ position: { x: 60, y: 12 } });
  await expect(current).toContainText('On 3 February 2021 a gunman');
  await page.mouse.move(2, 2);
  await expect(current).toContainText(quotation);

  await text(page).locator('[data-claim]', { hasText: 'acted out of a personal grievance' }).click();
  await expect(current.getByRole('button', { name: 'The embassy attacker acted alone.' })).toBeVisible();
  await current.getByRole('button', { name: 'The embassy attacker acted alone.' }).click();
  await expect(page.getByRole('heading', { name: 'The embassy attacker acted alone.' })).toBeVisible();
});

test('the ledger is saved from the window and checked by the command line', async ({ app, page }) => {
  await openSampleMemo(page);
  await page.keyboard.press(`${mod}+Alt+k`);
  await page.getByRole('button', { name: 'Save the provenance ledger' }).click();
  const { name } = await app.downloaded(/ledger\.json$/u);
  const file = join(app.downloads, name);
  const [library] = (await readdir(app.documents)).filter((entry) => entry.endsWith('.commonplace'));
  const check = (ledger: string) => {
    const args = ['out/main/cli.js', 'check', '--ledger', ledger, '--library', join(app.documents, library!)];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return { status, stdout };
  };
  expect(check(file)).toMatchObject({ status: 0, stdout: expect.stringContaining('agrees with this library') });

  const ledger = await readFile(file, 'utf8');
  const spoilt = join(app.downloads, 'spoilt.json');
  await writeFile(spoilt, ledger.replaceAll('personal grievance', 'personal grudge'));
  expect(check(spoilt)).toMatchObject({ status: 1, stdout: expect.stringContaining('does not agree') });
});
