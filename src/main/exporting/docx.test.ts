import { describe, expect, it } from 'vitest';
import type { MemoExportOptions } from '../../shared/domain/memo-export';
import { openZip, readXml, type Zip } from '../importing/zip';
import { writeDocx } from './docx';
import { prepareFixture } from './fixture';
import { cite, document, footnote, heading, paragraph, table, text } from './fixtures/build';
import type { MemoDocument } from '../../shared/memo/document';

async function open(
  memo?: MemoDocument,
  options: Partial<MemoExportOptions> = {},
  style = 'chicago-notes',
): Promise<Zip> {
  return openZip(await writeDocx(await prepareFixture(style, memo, 'en-GB', false, options)), 20_000_000);
}
const part = (zip: Zip, name: string) => zip.text(`word/${name}.xml`);

/** What the fields of a part say, with their JSON read. */
function zoteroFields(xml: string): ZoteroField[] {
  const codes = [...xml.matchAll(/<w:instrText[^>]*> ADDIN ZOTERO_ITEM CSL_CITATION (.*?) <\/w:instrText>/g)];
  const unescaped = (code: string) =>
    code
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  return codes.map(([, code]) => JSON.parse(unescaped(code ?? '')) as ZoteroField);
}
interface ZoteroField {
  citationID: string;
  properties: { noteIndex: number; plainCitation: string };
  citationItems: {
    uris: string[];
    itemData: Record<string, unknown>;
    locator?: string;
    label?: string;
    prefix?: string;
    'suppress-author'?: boolean;
  }[];
}

describe('a Word file', () => {
  it('marks direction and language of every stretch of letters', async () => {
    const zip = await open(document(paragraph('A toll, ', text('سلام', ['bold']), ', Жуков, Μαύρος, 港.')));
    const xml = await part(zip, 'document');
    for (const language of ['w:bidi="ar-SA"', 'w:val="ru-RU"', 'w:val="el-GR"', 'w:eastAsia="zh-CN"']) {
      expect(xml).toContain(`<w:lang ${language}/>`);
    }
    expect(xml).toContain('<w:rtl/>');
    expect(await part(zip, 'styles')).toContain('<w:lang w:val="en-GB" w:bidi="ar-SA"/>');
  });

  it('parts notes from their numbers, and calls the bibliography as the memo’s own topmost headings', async () => {
    const zip = await open(document(heading(2, 'Part'), paragraph('x', cite('vale'))), { contents: true });
    expect(await part(zip, 'footnotes')).toMatch(
      /<w:footnoteRef\/><\/w:r><w:r><w:t xml:space="preserve"> <\/w:t><\/w:r>/,
    );
    const xml = await part(zip, 'document');
    expect(xml).toMatch(/<w:pStyle w:val="Heading2"\/><\/w:pPr>(<w:bookmarkStart[^>]*>)?<w:r><w:t[^>]*>Bibliography/);
    expect(xml).not.toContain('"Heading1"');
    // Contents begin at the margin, whatever level the memo begins with.
    expect(await part(zip, 'styles')).toMatch(/w:styleId="TOC2">(?:(?!<\/w:style>).)*<w:ind w:left="0"\/>/);
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
  });

  it('gives columns the width that their words need', async () => {
    const dated = table(
      'row',
      ['Date', 'What'],
      ['3 May', 'The harbour was closed to all ships that had not paid. '.repeat(3)],
    );
    const xml = await part(await open(document(dated)), 'document');
    const [first = 0, second = 0] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(second).toBeGreaterThan(first * 2);
    expect(first + second).toBeGreaterThan(9000);
  });

  it('has paper, contents, numbers of headings and what stands with the title, as they are chosen', async () => {
    const memo = document(heading(1, 'First'), heading(2, 'Within'), paragraph('x'));
    const chosen = {
      contents: true,
      numberedHeadings: true,
      paper: 'letter',
      subtitle: 'Sub',
      author: 'Mira Vale',
    } as const;
    const zip = await open(memo, chosen);
    const xml = await part(zip, 'document');
    expect(xml).toContain('w:w="12240" w:h="15840"');
    expect(xml).toMatch(/<w:instrText[^>]*>TOC [^<]*&quot;1-3&quot;/);
    expect(xml).toContain('<w:pStyle w:val="TOC2"/>');
    expect(xml).toContain('<w:pStyle w:val="Subtitle"/>');
    expect(await zip.text('docProps/core.xml')).toContain('<dc:creator>Mira Vale</dc:creator>');
    expect(await part(await open(memo), 'document')).not.toContain('TOC');
  });

  it('keeps citations as fields that Zotero goes on with, where that is chosen', async () => {
    const memo = document(
      paragraph('One.', cite(['vale', { locator: '12', prefix: 'see' }], ['hostile', { suppressAuthor: true }])),
      paragraph('Two', footnote('As ', cite(['okoro', { label: 'sub-verbo', locator: 'toll' }]), ' says.'), '.'),
    );
    const zip = await open(memo, { zoteroFields: true });
    const [first, second] = zoteroFields(await part(zip, 'footnotes'));
    expect(first?.properties.noteIndex).toBe(1);
    expect(first?.properties.plainCitation).toMatch(/^See Mira Vale/);
    expect(first?.citationItems[0]).toMatchObject({ locator: '12', label: 'page', prefix: 'see ' });
    expect(first?.citationItems[0]?.itemData['title']).toBe('The Straits of Orlan: Toll & Trade');
    expect(first?.citationItems[1]).toMatchObject({ 'suppress-author': true });
    expect(second?.properties.noteIndex).toBe(2);
    expect(second?.citationItems[0]).toMatchObject({ locator: 'toll', label: 'sub verbo' });
    expect(second?.citationID).not.toBe(first?.citationID);

    const preferences = (await readXml(zip, 'docProps/custom.xml')).children;
    const values = preferences.map((property) => JSON.stringify(property)).join('');
    expect(values).toContain('ZOTERO_PREF_1');
    expect(await zip.text('docProps/custom.xml')).toContain(
      'http://www.zotero.org/styles/chicago-fullnote-bibliography',
    );
    const body = await part(zip, 'document');
    expect(body.match(/ADDIN ZOTERO_BIBL/g)?.length).toBe(1);
    const count = (xml: string, type: string) => xml.split(`w:fldCharType="${type}"`).length;
    expect(count(body, 'begin')).toBe(count(body, 'end'));
  });

  it('has no field, and no property of Zotero’s, where it is not', async () => {
    const zip = await open();
    expect((await part(zip, 'document')) + (await part(zip, 'footnotes'))).not.toContain('ZOTERO');
  });

  it('has the comments to oneself on their words, where that is chosen', async () => {
    const on = (said: string, id: string) => text(said, [], [{ kind: 'comment', id }]);
    const [first, second, third] = ([1, 2, 3] as const).map((end) => `0190b0f1-6a55-7cc1-9c6f-3f0a1d1c2b0${end}`) as [
      string,
      string,
      string,
    ];
    const comment = (id: string, said: string) => ({
      id,
      text: said,
      createdAt: '2031-03-01T08:00:00.000Z',
      resolved: id === second,
    });
    const memo: MemoDocument = {
      ...document(
        paragraph('The ', on('toll', first), cite('vale'), on(' rose', first), ' twice.'),
        paragraph('Said ', on('so.', second)),
        paragraph(on('And', second), footnote(on('in a note', third)), ' more. ', on('toll again', first)),
      ),
      comments: [comment(first, 'Ask <the>\nroad office'), comment(second, 'Done'), comment(third, 'Noted')],
    };
    const zip = await open(memo, { comments: true, author: 'Mira Vale' });
    const said = await part(zip, 'comments');
    expect(said).toContain('w:author="Mira Vale"');
    expect(said).toContain('Ask &lt;the&gt;');
    const words = (xml: string) =>
      xml
        .replace(/<w:commentRangeStart w:id="(\d)"\/>/g, '[$1 ')
        .replace(/<w:commentRangeEnd w:id="(\d)"\/>/g, ' $1]')
        .replace(/<w:footnoteReference [^>]*>/g, '*')
        .replace(/<[^>]+>/g, '');
    expect(words(await part(zip, 'document'))).toContain(
      'The [0 toll* rose 0] twice.Said [1 so.And 1][2 * 2] more. toll again',
    );
    expect(await part(zip, 'footnotes')).not.toContain('commentRange');
    const without = await open(memo);
    expect(without.has('word/comments.xml') ? await part(without, 'comments') : '').not.toContain('road office');
    expect(await part(without, 'document')).not.toContain('commentRange');
  });

  it('reaches out by checked links only', async () => {
    const evil = document(paragraph({ type: 'link', url: 'file:///etc/passwd', children: [text('x')] }));
    for (const zip of [await open(), await open(evil)]) {
      for (const name of zip.names.filter((entry) => entry.endsWith('.rels'))) {
        const targets = [...(await zip.text(name)).matchAll(/Target="([^"]*)" TargetMode="External"/g)];
        for (const [, target] of targets) expect(target).toMatch(/^(https?|mailto):/);
      }
    }
  });
});
