import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordTemplate as schema, type WordTemplate } from '../../../shared/domain/word-template';
import { openZip, type Zip } from '../../importing/zip';
import { writeDocx } from '../docx';
import { pictureSecret, prepareFixture, redPixel, withText } from '../fixture';
import { document, heading, list, paragraph } from '../fixtures/build';
import { w } from './fixture';
import { fieldOf, letterhead } from './letterhead';
import { readWordTemplate } from './read';

const memo = document(
  heading(1, 'Why the <toll> rose'),
  paragraph('So.'),
  list('bullets', { item: ['one'], nested: list('bullets', { item: ['deeper'], nested: list('bullets', 'deepest') }) }),
  list(4, { item: ['four'], nested: list(1, 'a') }),
);
const options = { subtitle: 'A history', author: 'Mira Vale' };

async function exported(wordTemplate: WordTemplate, shown = memo) {
  const prepared = await prepareFixture('chicago-notes', shown, 'en-GB', false, { ...options, wordTemplate });
  return writeDocx(prepared);
}
const open = (bytes: Uint8Array) => openZip(bytes, 20_000_000);
/** The words of a part, with fields as `{code|shown}`. */
async function words(zip: Zip, part: string): Promise<string> {
  const xml = await zip.text(`word/template-${part}.xml`);
  const field = /<w:fldSimple w:instr=" (.*?) ">(.*?)<\/w:fldSimple>/g;
  const text = xml.replace(field, (_, code: string, shown: string) => `{${code}|${shown}}`);
  return text
    .replace(/<wp:position.*?<\/wp:positionV>/g, '')
    .replace(/<w:tab\/>/g, '\t')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .trim();
}

let template: WordTemplate;
let zip: Zip;
beforeAll(async () => {
  template = await readWordTemplate('Letterhead.dotx', await letterhead(withText(redPixel, pictureSecret)));
  zip = await open(await exported(template));
});

describe('headers and footers of a Word template', () => {
  it('stand on the first page, on even pages and on the others, with fields of this memo', async () => {
    expect(await words(zip, 'header-first')).toBe(
      '4 Quay Street, Tarn\n{TITLE|The toll &amp; its &lt;critics&gt;: #1}',
    );
    expect(await words(zip, 'header-even')).toBe('Boxed words\nEven side');
    expect(await words(zip, 'footer-default')).toBe('Page {PAGE \\* MERGEFORMAT|1} of {NUMPAGES|1}');
    expect(await words(zip, 'footer-first')).toBe('Registered in Tarn, no. 1901');
    // Of the section before, since the last one does not say.
    expect(await words(zip, 'footer-even')).toBe('Registered in Tarn, no. 1901');
    expect(await words(zip, 'header-default')).toMatch(
      /^Institute of Waterways\t\{STYLEREF 1\|Why the &lt;toll&gt; rose\}/,
    );
  });

  it('bring paper, margins, gutter and one column', async () => {
    const text = await zip.text('word/document.xml');
    expect(text).toContain(
      'w:top="2200" w:right="1200" w:bottom="1500" w:left="1400" w:header="600" w:footer="650" w:gutter="120"',
    );
    expect(text).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    expect(text).toContain('<w:titlePg/>');
    expect(text).not.toMatch(/w:cols [^>]*w:num=/);
    expect(await zip.text('word/settings.xml')).toMatch(/<w:mirrorMargins\/>.*<w:evenAndOddHeaders\/>/);
  });

  it('bring their pictures, placed and cut as they were, without what a program wrote into them', async () => {
    const [first, odd] = await Promise.all(
      ['first', 'default'].map((pages) => zip.text(`word/template-header-${pages}.xml`)),
    );
    expect(first).toMatch(
      /<wp:inline .*<wp:extent cx="720000" cy="360000"\/>.*descr="A &quot;heron&quot;".*<a:srcRect l="1000"\/>/,
    );
    expect(odd).toMatch(/behindDoc="1".*<wp:align>right<\/wp:align>.*<wp:posOffset>360000<\/wp:posOffset>.*wrapSquare/);
    const pictures = zip.names.filter((name) => name.startsWith('word/media/template'));
    expect(pictures.length).toBeGreaterThan(0);
    for (const name of pictures) {
      expect([...(await zip.read(name))].slice(0, 4)).toEqual([0x89, 0x50, 0x4e, 0x47]);
      expect(await zip.text(name)).not.toContain(pictureSecret);
    }
    const related = await zip.text('word/_rels/template-header-first.xml.rels');
    expect(related).toMatch(/Target="media\/template\d\.png"/);
  });

  it('bring nothing that reaches out, runs or hides, and say so', async () => {
    for (const name of zip.names) {
      const text = await zip.text(name);
      expect(text, name).not.toMatch(/evil|INCLUDE|DDE|MACROBUTTON|OLEObject|altChunk|attachedTemplate|hlinkClick/);
      expect(text, name).not.toMatch(
        /Hidden words|Deleted words|Words of the template|\[Company\]|themeColor="accent1"/,
      );
      if (name.endsWith('.rels')) expect(text, name).not.toContain('External');
    }
    // What such fields showed last is text.
    expect(await words(zip, 'header-default')).toMatch(/Included words\s*Dde words\s*Nested words\s*Press$/);
    expect(template.leftBehind).toEqual(['a linked picture', 'a watermark']);
  });

  it('are the same in a template that was made with them', async () => {
    const again = await readWordTemplate('Again.docx', await exported(template));
    const letters = ({ headers = [] }: WordTemplate) =>
      headers
        .map(({ place, pages, xml }) => `${place} ${pages} ${xml.replace(/picture\d+|Picture \d+|id="9\d+"/g, '')}`)
        .sort();
    const restyled = letters(template).map((part) => part.replaceAll('"Kopfzeile"', '"Kopfzeile"'));
    const filled = (parts: string[]) => parts.map((part) => part.replace(/<w:fldSimple.*?<\/w:fldSimple>/g, ''));
    expect(filled(letters(again))).toEqual(filled(restyled));
    expect(again.leftBehind).toBeUndefined();
    expect(again.page).toEqual(template.page);
  });

  it('are kept as the library keeps them', () => {
    expect(v.parse(schema, JSON.parse(JSON.stringify(template)))).toEqual(template);
  });
});

describe('a running head', () => {
  const heads = (code: string) => ({
    'word/header1.xml': `<w:hdr ${w}><w:p>${fieldOf(code, 'Before')}</w:p></w:hdr>`,
  });
  const head = async (code: string, shown = memo) => {
    const bytes = await letterhead(redPixel, heads(code));
    return words(await open(await exported(await readWordTemplate('x.docx', bytes), shown)), 'header-default');
  };

  it.each([
    [
      'of a level that the memo lacks is of its topmost',
      'STYLEREF "heading 3" \\n',
      '{STYLEREF 1 \\n|Why the &lt;toll&gt; rose}',
    ],
    ['of the title is the title', 'STYLEREF Title', '{TITLE|The toll &amp; its &lt;critics&gt;: #1}'],
    ['of a style that memos lack says nothing', 'STYLEREF "House name"', ''],
    ['of the author', 'AUTHOR', '{AUTHOR|Mira Vale}'],
    ['of the subject', 'SUBJECT \\* Upper', '{SUBJECT \\* Upper|A history}'],
    ['of a date stays one', 'DATE \\@ "d MMMM yyyy"', '{DATE \\@ &quot;d MMMM yyyy&quot;|Before}'],
    ['with another code behind a known one is text', 'PAGE INCLUDETEXT "x"', 'Before'],
    ['with a path is text', 'FILENAME \\p', 'Before'],
    ['of a bookmark is text', 'STYLEREF "x" \\* "y" INCLUDETEXT', 'Before'],
  ])('%s', async (_, code, said) => {
    expect(await head(code)).toBe(said);
  });

  it('of a memo without headings is its title', async () => {
    expect(await head('STYLEREF 1', document(paragraph('So.')))).toBe('The toll &amp; its &lt;critics&gt;: #1');
  });
});

describe('the lists of a Word template', () => {
  it('begin as they do there, level by level, and count from where the memo says', async () => {
    const [text, numbering] = [await zip.text('word/document.xml'), await zip.text('word/numbering.xml')];
    expect(text).toMatch(
      /<w:pStyle w:val="ListBullet"\/>.*<w:pStyle w:val="ListBullet2"\/>.*<w:pStyle w:val="ListNumber"\/>/,
    );
    const levels = [...numbering.matchAll(/<w:lvl w:ilvl="(\d)".*?<\/w:lvl>/g)].map(([level]) => level);
    const of = (sign: string) => levels.find((level) => level.includes(`<w:lvlText w:val="${sign}"/>`)) ?? '';
    expect(of('–')).toMatch(/w:ilvl="0".*<w:ind w:left="300" w:hanging="300"\/>.*"Garamond".*"AA2200"/);
    expect(of('»')).toMatch(/w:ilvl="1".*w:left="600"/);
    expect(of('▪')).toContain('w:ilvl="2"');
    expect(of('%1)')).toMatch(/<w:start w:val="4"\/>.*upperRoman/);
    expect(of('%1.%2)')).toMatch(/w:ilvl="1".*lowerLetter/);
    expect(numbering).not.toContain('javascript');
  });
});

describe('a template of a library that came from elsewhere', () => {
  const part = (inner: string) => `<w:hdr ${w} xmlns:r="r" xmlns:x="x">${inner}</w:hdr>`;
  const hostile = `<w:p><w:hyperlink r:id="picture0"><w:r><w:t>ok</w:t></w:r></w:hyperlink>${fieldOf('DDE x y', 'shown')}<x:evil/><w:object r:id="evil"/></w:p>`;
  const kept = (xml: string): WordTemplate => ({
    ...template,
    headers: [
      { place: 'header', pages: 'default', xml },
      { place: 'header', pages: 'default', xml: part('<w:p><w:r><w:t>twice</w:t></w:r></w:p>') },
    ],
    pictures: [{ mediaType: 'image/png', base64: Buffer.from('<svg/>').toString('base64') }],
  });

  it('is read by the same rules', async () => {
    const result = await open(await exported(kept(part(hostile))));
    expect(await words(result, 'header-default')).toBe('okshown');
    for (const name of result.names) expect(await result.text(name), name).not.toMatch(/evil|<svg|DDE x/);
  });

  it('is refused where it cannot be read', async () => {
    await expect(exported(kept('<!DOCTYPE x><x/>'))).rejects.toThrow('or remove it.');
  });
});

describe('a template with too much in its headers', () => {
  it('is refused with what to do', async () => {
    const large = withText(redPixel, 'x');
    const chunk = new Uint8Array(1_100_000 + large.length);
    chunk.set(large.subarray(0, 33));
    // A colour profile, which belongs to the picture.
    new DataView(chunk.buffer).setUint32(33, 1_099_988);
    chunk.set(new TextEncoder().encode('iCCP'), 37);
    chunk.set(large.subarray(33), 33 + 1_100_000);
    await expect(readWordTemplate('x.docx', await letterhead(chunk))).rejects.toThrow(
      'the pictures in its headers and footers have more than 1 MB. Make them smaller in Word',
    );
  });
});
