import type { Page } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mod, serious } from './acts';
import { expect, test } from './fixtures';
import { goTo, newLibrary } from './sample';

/** Bibliographies and annotations come in by the window: one report says what became of each, and undoing takes it back. */

const address = 'https://tarn.example/closing';
const page1 = `<!doctype html><html lang="en"><head><title>Closing the Tarn</title></head><body><article><h1>Closing the Tarn</h1>
<p>In April the lower lock was shut for three days, and no barge came down.</p>
<p>The keepers of Tarsk said afterwards that nobody had asked them.</p></article></body></html>`;
const attachment = (path: string) =>
  `<link:link><z:Attachment><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="${path}"/></z:Attachment></link:link>`;
const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<bib:Document rdf:about="${address}"><z:itemType>webpage</z:itemType><dc:title>Closing the Tarn</dc:title>
<bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Vell</foaf:surname><foaf:givenName>Ada</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
<dc:date>2031-04-18</dc:date><dc:identifier><dcterms:URI><rdf:value>${address}</rdf:value></dcterms:URI></dc:identifier>
${attachment('files/2/closing.html')}${attachment('files/3/gone.pdf')}</bib:Document>
<z:Collection rdf:about="#c1"><dc:title>Waters</dc:title><dcterms:hasPart rdf:resource="${address}"/></z:Collection></rdf:RDF>`;
const endNote = `<?xml version="1.0" encoding="UTF-8"?><xml><records><record><ref-type name="Book">6</ref-type>
<contributors><authors><author>Orr, Max</author></authors></contributors><titles><title>Rivers and their keepers</title></titles>
<dates><year>2029</year></dates><custom1>Shelf 4</custom1><rating>Four</rating></record></records></xml>`;
const ris = `TY  - ELEC\nAU  - Vell, Ada\nTI  - Closing the Tarn\nPY  - 2031\nUR  - ${address}\nPB  - Harbour Press\nER  - \n
TY  - BOOK\nAU  - Orr, Max\nTI  - Rivers and their keepers\nPY  - 2029\nER  - \n`;
const bib = `@book{kim2030, author = {Kim, Tal}, title = {Grain by barge}, year = {2030}}
@book{broken, title = {Half a book
@book{fine2028, author = {Kim, Tal}, title = {Grain by rail}, year = {2028}}\n`;
const csl = JSON.stringify([
  { id: 'ruling', type: 'legal_case', title: 'Keepers v. Harbour Board', issued: { 'date-parts': [[2030, 5]] } },
]);
const row = (id: string, uri: string, title: string, exact: string, text = '') => ({
  id,
  uri,
  text,
  tags: ['locks'],
  created: '2031-05-01T10:00:00+00:00',
  document: { title: [title] },
  target: [{ source: uri, selector: [{ type: 'TextQuoteSelector', exact }] }],
});
const notes = JSON.stringify({
  rows: [
    row('a', address, 'Closing the Tarn', 'the lower lock was shut for three days', 'Why then?'),
    row('b', address, 'Closing the Tarn', 'the upper lock stood open'),
    row('c', 'https://tarn.example/ferries', 'The ferries', 'no ferry sailed'),
  ],
});

const report = (page: Page) => page.getByRole('region', { name: 'Bringing in' });
const entryOf = (page: Page, file: string) => report(page).getByRole('listitem').filter({ hasText: file }).first();

async function choose(page: Page, files: Record<string, string>): Promise<void> {
  await page.getByLabel('Files to bring in').setInputFiles(
    Object.entries(files).map(([name, text]) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(text),
    })),
  );
}

async function zoteroFolder(parent: string): Promise<string> {
  const folder = join(parent, 'Waters');
  const files = { 'Waters.rdf': rdf, 'files/2/closing.html': page1 };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Nothing serious for axe, in light and dark. */
async function passesAxe(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await serious(page), colorScheme).toEqual([]);
  }
}

test('a bibliography of every format comes in with one report, and undoing takes all of it back', async ({
  app,
  page,
}) => {
  test.setTimeout(180_000);
  await newLibrary(page, 'Waters');
  await test.step('a Zotero export with a file beside it, as a folder', async () => {
    await page.getByLabel('Folder to bring in').setInputFiles(await zoteroFolder(app.folder));
    const zotero = entryOf(page, 'Waters.rdf');
    await expect(zotero).toContainText('1 entry · 1 new · 1 file');
    await expect(zotero).toContainText('A file that it names was not with it: files/3/gone.pdf.');
    await zotero.getByText('Entries').click();
    await expect(zotero).toContainText('files/2/closing.html: brought in');
    await expect(zotero).toContainText('files/3/gone.pdf: missing');
    await zotero.getByRole('button', { name: 'Closing the Tarn' }).click();
    await expect(page.getByText('the lower lock was shut for three days')).toBeVisible();
    await report(page).getByRole('button', { name: 'Close' }).click();
  });

  await test.step('files of the other formats, and annotations, at once', async () => {
    await choose(page, { 'keepers.xml': endNote, 'refs.ris': ris, 'grain.bib': bib, 'law.json': csl });
    await choose(page, { 'notes.json': notes });
    await expect(report(page).getByRole('button', { name: 'Close' })).toBeVisible();
    await expect(entryOf(page, 'keepers.xml')).toContainText('1 entry · 1 new');
    await expect(entryOf(page, 'refs.ris')).toContainText('2 entries · 1 completed · 1 already there');
    const broken = entryOf(page, 'grain.bib');
    await expect(broken).toContainText('3 entries · 2 new · 1 refused');
    await expect(broken).toContainText(/“broken”: .*brace/);
    await expect(entryOf(page, 'law.json')).toContainText('1 entry · 1 new');
    const annotated = entryOf(page, 'notes.json');
    await expect(annotated).toContainText('1 excerpt · 1 kept in a note');
    await expect(annotated).toContainText('“the upper lock stood open”: These words are not in the text');
    await expect(annotated).toContainText('New source · 1 kept in a note');
  });

  await test.step('what each entry could not keep, and what of it was filled', async () => {
    for (const summary of await report(page).getByText('Entries', { exact: true }).all()) {
      await summary.focus();
      await page.keyboard.press('Enter');
    }
    await expect(entryOf(page, 'keepers.xml')).toContainText('Not kept: the field “rating”.');
    await expect(entryOf(page, 'refs.ris')).toContainText('Completed: Publisher');
    await passesAxe(page);
    // However long the report, its end can be reached.
    await entryOf(page, 'notes.json').getByRole('button', { name: 'The ferries' }).click();
    await expect(page.getByRole('heading', { name: 'The ferries' })).toBeVisible();
  });

  await test.step('and all of it is taken back', async () => {
    await report(page).getByRole('button', { name: 'Close' }).click();
    await goTo(page, 'Sources');
    await expect(page.getByRole('listbox', { name: 'Sources', exact: true }).getByRole('option')).toHaveCount(6);
    for (const label of [
      'Import 3 annotations',
      'Import reference',
      'Import 2 references',
      'Import 2 references',
      'Import reference',
    ]) {
      await page.keyboard.press(`${mod}+z`);
      await expect(page.getByText(`Undid: ${label}`).last()).toBeVisible();
    }
    await expect(page.getByRole('listbox', { name: 'Sources', exact: true }).getByRole('option')).toHaveCount(1);
    await page.keyboard.press(`${mod}+z`);
    await page.keyboard.press(`${mod}+z`);
    await expect(page.getByRole('listbox', { name: 'Sources', exact: true }).getByRole('option')).toHaveCount(0);
  });
});

test('pages beside a file of annotations come in by themselves', async ({ app, page }) => {
  await newLibrary(page, 'Beside');
  const folder = join(app.folder, 'Saved');
  await mkdir(folder);
  await writeFile(join(folder, 'notes.json'), notes);
  await writeFile(join(folder, 'data.xml'), '<?xml version="1.0"?><data/>');
  await writeFile(join(folder, 'closing.html'), page1);
  await page.getByLabel('Folder to bring in').setInputFiles(folder);
  await expect(report(page).getByRole('button', { name: 'Closing the Tarn' }).first()).toBeVisible();
  await expect(entryOf(page, 'data.xml')).toContainText('XML');
  await goTo(page, 'Sources');
  await expect(page.getByRole('option', { name: /Closing the Tarn/ }).first()).toBeVisible();
});
