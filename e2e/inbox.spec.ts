import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

const page1 = (title: string) =>
  `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>The council of ${title} met behind closed doors for the third time.</p></article>`;

test('files put into the inbox come in by themselves, also those put there while the app was closed', async ({
  app,
  page,
}) => {
  await newLibrary(page, 'Border');
  const inbox = join(app.documents, 'Border.commonplace', 'inbox');
  await writeFile(join(inbox, 'harbour.html'), page1('The harbour'));
  await writeFile(join(inbox, 'nothing.txt'), '');
  const report = page.getByRole('region', { name: 'Bringing in' });
  await expect(report.getByRole('status')).toHaveText('1 brought in, 1 refused');
  await expect(report.getByText('The file is empty.')).toBeVisible();
  await report.getByRole('button', { name: 'The harbour' }).click();
  await expect(page.getByText('met behind closed doors')).toBeVisible();
  await report.getByRole('button', { name: 'Close' }).click();
  await expect(report).toBeHidden();

  await app.close();
  await writeFile(join(inbox, 'bridge.html'), page1('The bridge'));
  await app.start();
  await expect(app.page.getByRole('region', { name: 'Bringing in' }).getByRole('status')).toHaveText('1 brought in');
  await goTo(app.page, 'Sources');
  await expect(app.page.getByRole('option', { name: /The bridge/ })).toBeVisible();
  expect((await readdir(join(inbox, 'Brought in'))).sort()).toEqual(['bridge.html', 'harbour.html']);
  expect(await readdir(join(inbox, 'Refused'))).toEqual(['nothing.txt']);
});
