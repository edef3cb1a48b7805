import { describe, expect, it } from 'vitest';
import { archive, outline, readDocument } from './testing';

const namespaces =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"';
const textType = 'application/vnd.oasis.opendocument.text';

/** A flat OpenDocument text. */
const flat = (body: string, automatic = '', type = textType) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document ${namespaces} office:mimetype="${type}"><office:meta><dc:title>A title</dc:title></office:meta><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`;
const read = (body: string, automatic = '') => readDocument('note.fodt', flat(body, automatic));
const p = (content: string, style = 'Standard') => `<text:p text:style-name="${style}">${content}</text:p>`;

describe('an OpenDocument text', () => {
  it('has headings, quotations, captions and formatting by its styles', async () => {
    const styles =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>' +
      '<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>' +
      '<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>' +
      '<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="33% 58%"/></style:style>' +
      '<style:style style:name="T4" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const document = await read(
      p('Moles', 'Title') +
        '<text:h text:outline-level="2">The mole</text:h>' +
        p(
          'Very <text:span text:style-name="T1">bold<text:span text:style-name="T2"> and slanted</text:span></text:span>, x<text:span text:style-name="T3">2</text:span><text:span text:style-name="T4">hidden</text:span>.',
        ) +
        p('We built it twice.', 'P1') +
        p('Figure 1: the mole', 'Illustration') +
        p('The mole .... 3', 'Contents_20_1') +
        p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d', 'Preformatted_20_Text') +
        p('e', 'Preformatted_20_Text'),
      styles,
    );
    expect(outline(document)).toEqual([
      'heading 1|Moles',
      'heading 2|The mole',
      'paragraph|Very bold and slanted, x2.|strong:bold and slanted|emphasis:and slanted|superscript:2',
      'quotation|We built it twice.',
      'caption|Figure 1: the mole',
      'preformatted|a   b c\nd\ne',
    ]);
  });

  it('has lists that go on where they were left, nested and with paragraphs in their items', async () => {
    const styles =
      '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" text:start-value="3"/><text:list-level-style-bullet text:level="2"/></text:list-style>';
    const item = (content: string, start = '') => `<text:list-item${start}>${content}</text:list-item>`;
    const document = await read(
      `<text:list xml:id="a" text:style-name="L1">${item(p('Three') + p('with more') + `<text:list>${item(p('inner'))}</text:list>`)}${item(p('Four'))}</text:list>` +
        p('Between') +
        `<text:list text:style-name="L1" text:continue-numbering="true">${item(p('Five'))}</text:list>` +
        `<text:list text:style-name="L1">${item(p('Three again'))}${item(p('Nine'), ' text:start-value="9"')}<text:list-header>${p('No number')}</text:list-header></text:list>` +
        `<text:list text:continue-list="a" text:style-name="L1">${item(p('Five, too'))}${item('<text:h text:outline-level="1">A heading</text:h>')}</text:list>`,
      styles,
    );
    expect(outline(document)).toEqual([
      'list-item 1 #3|Three',
      'paragraph|with more',
      'list-item 2|inner',
      'list-item 1 #4|Four',
      'paragraph|Between',
      'list-item 1 #5|Five',
      'list-item 1 #3|Three again',
      'list-item 1 #9|Nine',
      'paragraph|No number',
      'list-item 1 #5|Five, too',
      'heading 1|A heading',
    ]);
  });

  it('has notes, links, pictures and text boxes, and its tracked changes accepted', async () => {
    const note =
      '<text:note text:note-class="endnote"><text:note-citation>iv</text:note-citation><text:note-body>' +
      p('See the ledger.') +
      '</text:note-body></text:note>';
    const document = await read(
      '<text:tracked-changes><text:changed-region><text:deletion>' +
        p('What was deleted.') +
        '</text:deletion></text:changed-region></text:tracked-changes>' +
        p(
          `Paid${note} <text:a xlink:href="https://a.example/">here</text:a> and <text:a xlink:href="vnd.sun.star.script:x">there</text:a>.<office:annotation>${p('A remark.')}</office:annotation>`,
        ) +
        p(
          '<draw:frame><draw:image xlink:href="Pictures/1.png"/><svg:title>quay</svg:title><svg:desc>The quay at night</svg:desc></draw:frame>Beside the quay.',
        ) +
        `<draw:frame><draw:text-box>${p('In the box.')}</draw:text-box></draw:frame>` +
        '<text:table-of-content><text:index-body>' +
        p('The quay ... 4') +
        '</text:index-body></text:table-of-content>',
    );
    expect(outline(document)).toEqual([
      'paragraph|Paidiv here and there.|superscript:iv|link:here→https://a.example/',
      'paragraph|Beside the quay.',
      'caption|[The quay at night]',
      'paragraph|In the box.',
      'footnote|See the ledger.',
    ]);
    expect(document.warnings).toEqual([expect.stringContaining('tracked changes')]);
  });

  it('has tables whose empty and covered cells keep their place', async () => {
    const cell = (text: string) =>
      `<table:table-cell table:number-columns-repeated="999999">${text && p(text)}</table:table-cell>`;
    const document = await read(
      `<table:table><table:table-header-rows><table:table-row>${cell('')}${cell('Paid')}</table:table-row></table:table-header-rows><table:table-row>${cell('2029')}<table:covered-table-cell/>${cell('12')}</table:table-row></table:table>`,
    );
    expect(outline(document)).toEqual(['table-row|\tPaid', 'table-row|2029\t\t12']);
  });

  it('behind a password, or that is no text, is refused with what it is', async () => {
    const manifest = (more: string) =>
      `<manifest:manifest xmlns:manifest="m"><manifest:file-entry>${more}</manifest:file-entry></manifest:manifest>`;
    const locked = await archive({
      mimetype: textType,
      'content.xml': 'x',
      'META-INF/manifest.xml': manifest('<manifest:encryption-data/>'),
    });
    await expect(readDocument('locked.odt', locked)).rejects.toThrow(/password/u);
    const sheet = await archive({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': 'x' });
    await expect(readDocument('table.odt', sheet)).rejects.toThrow(/spreadsheet/u);
    await expect(
      readDocument('table.fodt', flat('', '', 'application/vnd.oasis.opendocument.spreadsheet')),
    ).rejects.toThrow(/spreadsheet/u);
  });
});
