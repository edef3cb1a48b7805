import { describe, expect, it } from 'vitest';
import type { WordTemplate } from '../../../shared/domain/word-template';
import { openZip } from '../../importing/zip';
import { writeDocx } from '../docx';
import { pictureHash, prepareFixture } from '../fixture';
import { document, heading, paragraph } from '../fixtures/build';
import { doctype, germanStyles, template, types, w } from './fixture';
import { readWordTemplate } from './read';

const pictureId = '01890a5d-ac96-774b-bcce-b302099a8060';
async function exported(wordTemplate: WordTemplate) {
  const picture = {
    type: 'image',
    id: pictureId,
    sha256: pictureHash,
    mediaType: 'image/png',
    pixels: { width: 1, height: 1 },
    alt: 'x',
    width: 1,
  } as const;
  const shown = document(heading(1, 'Why'), paragraph('So.'), { ...picture, caption: [] });
  const memo = await prepareFixture('chicago-notes', shown, 'en-GB', false, {
    wordTemplate,
  });
  const zip = await openZip(await writeDocx(memo), 20_000_000);
  return { zip, styles: await zip.text('word/styles.xml'), text: await zip.text('word/document.xml') };
}
const styleOf = (styles: string, id: string) =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`).exec(styles)?.[0] ?? '';

describe('a Word template', () => {
  it('lends its look, by the names of styles, its fonts, paper and margins', async () => {
    const { styles, text } = await exported(await readWordTemplate('Haus.docx', await template()));
    expect(styleOf(styles, 'Heading1')).toContain('<w:spacing w:before="111"/><w:jc w:val="center"/>');
    expect(styleOf(styles, 'Heading1')).toContain('<w:color w:val="AA2200"/>');
    expect(styleOf(styles, 'Heading1')).toContain('<w:basedOn w:val="Normal"/>');
    expect(styles).toContain('<w:rFonts w:ascii="Garamond" w:hAnsi="Garamond"/><w:sz w:val="23"/>');
    expect(styles).toContain('<w:lang w:val="en-GB" w:bidi="ar-SA"/>');
    expect(text).toContain('<w:pgSz w:w="9000" w:h="12000"');
    expect(text).toMatch(/<w:pgMar w:top="700" w:right="800" w:bottom="900" w:left="1000"/);
  });

  it('leaves the styles that it lacks as they are, and one of its own whose id is ours under another', async () => {
    const { styles } = await exported(await readWordTemplate('Haus.docx', await template()));
    expect(styleOf(styles, 'Quote')).toContain('<w:name w:val="Quote"/>');
    expect(styleOf(styles, 'Quote-template')).toContain('<w:name w:val="House &lt;box&gt;"/>');
    expect(styleOf(styles, 'Quote-template')).toContain('<w:basedOn w:val="Heading1"/>');
    const ids = [...styles.matchAll(/w:styleId="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('brings nothing else: no address, no hidden words, no numbering, no strange value', async () => {
    const { zip, styles } = await exported(await readWordTemplate('Haus.docx', await template()));
    for (const name of zip.names)
      expect(await zip.text(name)).not.toMatch(/evil\.example|etc\/passwd|attachedTemplate/);
    expect(styles).not.toMatch(/vanish|numId|javascript|themeColor|de-DE|Gone/);
  });

  it('with little paper makes pictures smaller', async () => {
    const { page } = await readWordTemplate('Haus.docx', await template());
    const { text } = await exported({ name: 'x', styles: germanStyles, page: { ...page!, width: 3800 } });
    // 3800 less the margins of 1800, and 635 of Word's units to a twentieth of a point.
    expect(text).toMatch(/<wp:extent cx="12\d{5}"/);
  });

  it('may have styles that rest on each other in a ring', async () => {
    const ring = (id: string, base: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${base}"/></w:style>`;
    const styles = `<w:styles ${w}>${ring('A', 'B')}${ring('B', 'A')}</w:styles>`;
    const result = await exported(await readWordTemplate('x.docx', await template({ 'word/styles.xml': styles })));
    expect(styleOf(result.styles, 'A')).not.toContain('basedOn');
  });

  it.each([
    ['is not a ZIP archive', () => new TextEncoder().encode('hello'), 'damaged'],
    ['has no styles', () => template({ 'word/styles.xml': null }), 'it has no styles'],
    ['has other XML for styles', () => template({ 'word/styles.xml': '<x/>' }), 'it has no styles'],
    ['has broken XML', () => template({ 'word/styles.xml': '<w:styles' }), 'not well-formed'],
    ['has a DOCTYPE', () => template({ 'word/styles.xml': doctype }), 'DOCTYPE'],
    ['has a DOCTYPE in its relationships', () => template({ '_rels/.rels': doctype }), 'damaged'],
    ['carries macros', () => template({ 'word/vbaProject.bin': 'x' }), 'macros'],
    [
      'is of a type with macros',
      () => template({ '[Content_Types].xml': types('application/vnd.ms-word.document.macroEnabled.main+xml') }),
      'macros',
    ],
    [
      'is a spreadsheet',
      () => template({ '[Content_Types].xml': types('application/x-sheet') }),
      'not a Word document',
    ],
    ['swells', () => template({ 'word/styles.xml': new Uint8Array(40_000_000) }), 'unpacks to more'],
  ])('is refused in two sentences where it %s', async (_, make, reason) => {
    const refusal = readWordTemplate('x.docx', await make());
    await expect(refusal).rejects.toThrow(reason);
    await expect(refusal).rejects.toThrow(
      /^“x\.docx” cannot be a Word template: [^.]*( x\.docx)?.*\. Choose another \.docx/s,
    );
  });

  it('that came with a library and is hostile is refused too, and the memo stays', async () => {
    await expect(exported({ name: 'x.docx', styles: doctype, page: null })).rejects.toThrow('or remove it.');
  });
});
