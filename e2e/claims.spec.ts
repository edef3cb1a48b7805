import type { Page } from '@playwright/test';
import { addEvidence, addPosition, mod } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

const report = `The gate at Tolm

By Ines Harrow

The ministry said on Monday that the gate at Tolm was shut before noon.

A driver who waited there said that the gate stood open all day.`;

/** A library with one source and two excerpts that disagree; made through the contract, as the reader would. */
async function seed(page: Page): Promise<void> {
  const made = await page.evaluate(async (text) => {
    const { call } = window.commonplace;
    const source = await call['imports.text']({ jobId: 'seed', title: 'The gate at Tolm', text });
    if (!source.ok) return source.error.message;
    for (const quote of ['the gate at Tolm was shut before noon', 'the gate stood open all day']) {
      const excerpt = await call['excerpts.quote']({ sourceId: source.value.sourceId, quote });
      if (!excerpt.ok) return excerpt.error.message;
    }
    return 'ok';
  }, report);
  expect(made).toBe('ok');
}

test('a claim with evidence for and against, and positions that disagree', async ({ page }) => {
  await newLibrary(page, 'Gate');
  await seed(page);

  await goTo(page, 'Claims');
  await page.keyboard.press(`${mod}+Alt+c`);
  await page.getByLabel('Statement', { exact: true }).fill('The gate at Tolm was shut on Monday.');
  await page.keyboard.press('Enter');
  const claim = page.getByRole('article', { name: 'Claim' });
  await expect(claim.getByText('Unsupported')).toBeVisible();

  await addEvidence(page, 'shut before noon', 'Supports');
  await expect(claim.getByText('Single source')).toBeVisible();
  await addEvidence(page, 'open all day', 'Contradicts');
  await expect(claim.getByText('Contested')).toBeVisible();
  await expect(claim.getByRole('region', { name: 'Against' })).toContainText('open all day');

  await addPosition(page, { actor: 'Ilse Mardin', stance: 'Asserts', date: '6 Apr 2023', manner: /^Held/ });
  await addPosition(page, { actor: 'Oren Takk', stance: 'Denies', date: 'c. Apr 2023', manner: /^Reported/ });
  const positions = claim.getByRole('region', { name: 'Positions' });
  await expect(positions.getByRole('row', { name: /6 Apr 2023.*Ilse Mardin.*Asserts.*held/ })).toBeVisible();
  await expect(positions.getByRole('row', { name: /c\. Apr 2023.*Oren Takk.*Denies.*reported/ })).toBeVisible();
  // Hearsay is said to be left out.
  await expect(claim.getByText(/1 reported position is not counted/)).toBeVisible();
  await expect(claim.getByText(/Ilse Mardin stands by it/)).toBeVisible();

  // From the evidence back to the very words in the source.
  await claim
    .getByRole('button', { name: /¶ ?2|¶ ?3/ })
    .first()
    .click();
  await expect(page.getByText('A driver who waited there')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(claim).toBeVisible();
});

test('a date that cannot be read is refused before it is saved', async ({ page }) => {
  await newLibrary(page, 'Dates');
  await page.keyboard.press(`${mod}+Alt+e`);
  const dialog = page.getByRole('dialog', { name: 'New event' });
  await dialog.getByLabel('What happened').fill('The bridge was closed');
  await dialog.getByLabel('Date').fill('4/6/23');
  await expect(dialog.getByRole('alert')).toContainText('no date Commonplace can read');
  await expect(dialog.getByRole('button', { name: 'Create event' })).toBeDisabled();
  await dialog.getByLabel('Date').fill('spring 2021');
  await expect(dialog.getByText('Spring 2021')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create event' }).click();
  await expect(page.getByRole('article', { name: 'Event' }).getByText('Spring 2021')).toBeVisible();
});

test('what is deleted can be undone, waits in the Trash, and is erased only after a question', async ({ page }) => {
  await newLibrary(page, 'Trash');
  await page.keyboard.press(`${mod}+Alt+c`);
  await page.getByLabel('Statement', { exact: true }).fill('The well is dry.');
  await page.keyboard.press('Enter');
  const list = page.getByRole('listbox', { name: 'Claims' });
  await list.getByRole('option', { name: /The well is dry/ }).click();

  await page.keyboard.press('Delete');
  await expect(page.getByText('No claims yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(list.getByRole('option', { name: /The well is dry/ })).toBeVisible();

  await list.getByRole('option', { name: /The well is dry/ }).click();
  await page.keyboard.press('Delete');
  await goTo(page, 'Trash');
  await page.getByRole('button', { name: 'Empty the Trash' }).click();
  await page.getByRole('button', { name: 'Keep' }).click();
  await expect(page.getByRole('option', { name: /The well is dry/ })).toBeVisible();
  await page.getByRole('button', { name: 'Empty the Trash' }).click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await expect(page.getByText('The Trash is empty')).toBeVisible();
});

/** Two newspapers with the same wire report, and a witness; the excerpts support one claim. */
async function seedWire(page: Page): Promise<void> {
  const made = await page.evaluate(async () => {
    const { call } = window.commonplace;
    const body =
      `The gate at Tolm was shut before noon on Monday, the harbour master told a reporter who had waited in the rain since
dawn. Nobody was let through until the evening, when two lorries with seed corn passed and a customs officer counted the sacks twice,
first by hand and then from the papers that the drivers carried in a tin box under the seat.`.replaceAll('\n', ' ');
    const texts = [
      ['Morning Post', `${body}`],
      ['Evening Mail', `${body} The Mail adds that it rained.`],
      [
        'A witness',
        'I stood there all day. The gate at Tolm was shut, and I had to sleep in the lorry beside the road.',
      ],
    ] as const;
    const claim = await call['claims.create']({ statement: 'The gate at Tolm was shut.' });
    if (!claim.ok) return claim.error.message;
    for (const [title, text] of texts) {
      const source = await call['imports.text']({ jobId: 'seed', title, text });
      if (!source.ok) return source.error.message;
      const { sourceId } = source.value;
      const excerpt = await call['excerpts.quote']({ sourceId, quote: 'The gate at Tolm was shut' });
      if (!excerpt.ok) return excerpt.error.message;
      const evidence = await call['claims.addEvidence']({
        claimId: claim.value.id,
        excerptId: excerpt.value.id,
        stance: 'supports',
      });
      if (!evidence.ok) return evidence.error.message;
    }
    return 'ok';
  });
  expect(made).toBe('ok');
}

test('sources with the same text are proposed as one origin, and count once when somebody says so', async ({
  page,
}) => {
  await newLibrary(page, 'Wire');
  await seedWire(page);
  await goTo(page, 'Claims');
  await page.getByRole('option', { name: /gate at Tolm/ }).click();
  const claim = page.getByRole('article', { name: 'Claim' });
  await expect(claim.getByText('Corroborated', { exact: true })).toBeVisible();
  await expect(claim.getByText(/3 sources support it\./)).toBeVisible();
  await expect(claim.getByRole('note')).toContainText('nearly the same text');
  await claim.getByRole('button', { name: 'Count as one' }).click();
  await expect(claim.getByText(/3 sources support it, of 2 origins/)).toBeVisible();
  await expect(claim.getByRole('note')).toBeHidden();
  await expect(claim.getByRole('button', { name: 'Origin: Morning Post' })).toHaveCount(2);

  // The witness too: from the menu, by keyboard.
  await claim.getByRole('button', { name: 'Change this evidence' }).last().press('Enter');
  await page.getByRole('menuitem', { name: 'Origin…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Origin' });
  await page.keyboard.type('morning');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(claim.getByText('Single source', { exact: true })).toBeVisible();
  await expect(claim.getByText(/3 sources support it, all of one origin/)).toBeVisible();
  await page.keyboard.press(`${mod}+z`);
  await expect(claim.getByText('Corroborated', { exact: true })).toBeVisible();
});

test('claims are related, and looked at as they were on a date', async ({ page }) => {
  await newLibrary(page, 'Then');
  await seed(page);
  await goTo(page, 'Claims');
  await page.keyboard.press(`${mod}+Alt+c`);
  await page.getByLabel('Statement', { exact: true }).fill('The gate was shut.');
  await page.keyboard.press('Enter');
  const claim = page.getByRole('article', { name: 'Claim' });
  await addPosition(page, { actor: 'Ilse Mardin', stance: 'Asserts', date: '6 Apr 2023', manner: /^Held/ });
  await addPosition(page, {
    actor: 'Ilse Mardin',
    option: 'Ilse Mardin',
    stance: 'Retracts',
    date: '18 Apr 2023',
    manner: /^Held/,
  });
  await expect(claim.getByText('Retracted', { exact: true })).toBeVisible();
  await expect(claim.getByText('First appears')).toContainText('6 Apr 2023');

  await page.getByRole('button', { name: 'As of: Now' }).press('Enter');
  await page.getByRole('textbox', { name: 'As of' }).fill('10 Apr 2023');
  await page.keyboard.press('Enter');
  await expect(claim.getByText('as of 10 Apr 2023')).toBeVisible();
  await expect(claim.getByText('Unsupported', { exact: true })).toBeVisible();
  await expect(claim.getByText(/Ilse Mardin stands by it/)).toBeVisible();
  await expect(claim.getByRole('row', { name: /18 Apr 2023.*later, not counted/ })).toBeVisible();
  await page.getByRole('button', { name: 'As of: 10 Apr 2023' }).press('Enter');
  await page.getByRole('button', { name: 'Back to now' }).press('Enter');
  await expect(claim.getByText('Retracted', { exact: true })).toBeVisible();

  await claim.getByRole('button', { name: 'Relate a claim' }).press('Enter');
  await page.keyboard.type('The gate stood open.');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Relate a claim' });
  // A key, unlike a click, does not wait until the new claim is there and the button with it.
  await expect(dialog.getByRole('button', { name: 'Relate' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Relate' }).press('Enter');
  const related = claim.getByRole('region', { name: 'Related claims' });
  await expect(related).toContainText('Conflicts with');
  await related.getByRole('button', { name: 'The gate stood open.', exact: true }).click();
  await expect(claim.getByRole('button', { name: 'The gate was shut.', exact: true })).toBeVisible();
});
