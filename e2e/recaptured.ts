import type { Page } from '@playwright/test';
import { expect } from './fixtures';
import { newLibrary } from './sample';

/** A source that is captured again with its text edited, so that its excerpts get one verdict each. */

export const passages = {
  exact: 'counted the boats again with her own hands',
  moved: 'Two of the passengers carried sealed letters for the harbour office in Tarsk.',
  changed: 'The ferry left at dawn with nine people on board',
  ambiguous: 'shortly after the bell had rung twice',
  lost: 'The harbour office declined to comment on the report',
};
export type Name = keyof typeof passages;

export const lamp =
  'A lamp was seen on the eastern pier shortly after the bell had rung twice, wrote the keeper that night.';
const office = 'The harbour office declined to comment on the report, which it called baseless.';
export const paragraphs = [
  'The log of the ferry house',
  'By Ines Harrow',
  'The ferry left at dawn with nine people on board, and the keeper signed the page before noon.',
  passages.moved,
  'The keeper wrote that the rope was cut, not worn, and that nobody else was asked about it.',
  lamp,
  'On the third day the river rose above the second mark, and the crossing was closed until Friday.',
  office,
  'The inspector returned in the evening and counted the boats again with her own hands.',
  'Nothing more is written on this page.',
];
export const first = paragraphs.join('\n\n');

/** The text with one edit for each verdict. */
const edits: Record<Name, (text: string) => string> = {
  exact: (text) => text,
  moved: (text) => `${text.replace(`${passages.moved}\n\n`, '')}\n\n${passages.moved}`,
  changed: (text) => text.replace('with nine people', 'with eleven people'),
  ambiguous: (text) => text.replace(lamp, `${lamp}\n\nThe copy in the archive says the same:\n\n${lamp}`),
  lost: (text) => text.replace(`${office}\n\n`, ''),
};
export const all = Object.keys(edits) as Name[];
export const edited = (...names: Name[]) => names.reduce((text, name) => edits[name](text), first);

export const text = (page: Page) => page.getByRole('document', { name: 'Text of the source' });
export const margin = (page: Page) => page.getByRole('complementary', { name: 'Excerpts' });
export const report = (page: Page) => page.getByRole('region', { name: 'Bringing in' });

/** A library with the log in it, open, and excerpts of these passages. */
export async function withExcerpts(page: Page, ...names: Name[]): Promise<void> {
  await newLibrary(page, 'Ferry');
  const made = await page.evaluate(
    async ([words, quotes]) => {
      const { call } = window.commonplace;
      const source = await call['imports.text']({ jobId: 'first', title: '', text: words });
      if (!source.ok) return false;
      const { sourceId } = source.value;
      for (const quote of quotes) if (!(await call['excerpts.quote']({ sourceId, quote })).ok) return false;
      return true;
    },
    [first, names.map((name) => passages[name])] as const,
  );
  expect(made).toBe(true);
  await page.getByRole('listbox', { name: 'Sources', exact: true }).getByRole('option').first().click();
  await expect(text(page)).toBeVisible();
  await expect(margin(page).getByRole('group', { name: 'Excerpt' })).toHaveCount(names.length);
}

/** Captures the open source again, by hand. */
export async function captureAgain(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Capture again…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Capture again' });
  await dialog.getByLabel('Or paste the text').fill(words);
  await dialog.getByRole('button', { name: 'Capture', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(report(page).getByRole('status')).toHaveText('1 captured again');
}
