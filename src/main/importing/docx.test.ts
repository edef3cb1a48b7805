import { describe, expect, it } from 'vitest';
import { archive, outline, readDocument } from './testing';

const relationships = (entries: [id: string, type: string, target: string, external?: boolean][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;
const word = (root: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml">${content}</w:${root}>`;

/** A document as Word writes one, with this body and these parts. */
function docx(body: string, parts: { [part: string]: string } = {}, links: [id: string, target: string][] = []) {
  const names = Object.keys(parts).filter((name) => !name.startsWith('docProps'));
  return archive({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': relationships([
      ['r1', 'officeDocument', 'word/document.xml'],
      ['r2', 'metadata/core-properties', 'docProps/core.xml'],
      ['r3', 'extended-properties', '/docProps/app.xml'],
    ]),
    'word/document.xml': word('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships([
      ...names.map((name): [string, string, string] => [`part-${name}`, name, `${name}.xml`]),
      ...links.map(([id, target]): [string, string, string, boolean] => [id, 'hyperlink', target, true]),
    ]),
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, word(name, parts[name] ?? '')])),
    'docProps/core.xml': core('A title', ''),
    ...Object.fromEntries(Object.entries(parts).filter(([name]) => name.startsWith('docProps'))),
  });
}
const core = (title: string, creator: string) =>
  `<cp:coreProperties xmlns:cp="a" xmlns:dc="b"><dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator></cp:coreProperties>`;
const read = async (...parts: Parameters<typeof docx>) => readDocument('note.docx', await docx(...parts));
const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const t = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('a Word document', () => {
  it('has headings, quotations and captions by its styles, however their ids are spelt', async () => {
    const style = (id: string, name: string, more = '') =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
    const styles = [
      style('Titel', 'Title'),
      style('berschrift2', 'heading 2'),
      style('Zwischentitel', 'Zwischentitel', '<w:basedOn w:val="berschrift2"/>'),
      style('Rubrik', 'Rubrik', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
      style('Zitat', 'Quote'),
      style('Beschriftung', 'caption'),
      style('Verzeichnis1', 'toc 1'),
      style('Kreis', 'Kreis', '<w:basedOn w:val="Kreis"/>'),
    ].join('');
    const styled = (id: string, text: string) => p(t(text), `<w:pStyle w:val="${id}"/>`);
    const document = await read(
      styled('Titel', 'Moles') +
        styled('Verzeichnis1', 'The mole ..... 3') +
        styled('berschrift2', 'The mole') +
        styled('Zwischentitel', 'Its building') +
        styled('Rubrik', 'In stone') +
        p(t('In wood'), '<w:outlineLvl w:val="3"/>') +
        styled('Zitat', 'We built it twice.') +
        styled('Beschriftung', 'Figure 1: the mole') +
        styled('Kreis', 'Nobody paid.') +
        styled('Heading7', 'The small print'),
      { styles },
    );
    expect(outline(document)).toEqual([
      'heading 1|Moles',
      'heading 2|The mole',
      'heading 2|Its building',
      'heading 3|In stone',
      'heading 4|In wood',
      'quotation|We built it twice.',
      'caption|Figure 1: the mole',
      'paragraph|Nobody paid.',
      'heading 6|The small print',
    ]);
  });

  it('has lists with their numbers, which go on and begin anew as Word counts them', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>' +
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
      '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>';
    const item = (list: number, level: number, text: string) =>
      p(t(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
    const document = await read(
      item(1, 0, 'Four.') +
        item(1, 1, 'One of four.') +
        item(1, 1, 'Two of four.') +
        item(1, 0, 'Five.') +
        item(1, 1, 'One of five.') +
        item(2, 0, 'Anything.') +
        item(1, 0, 'Six.') +
        item(3, 0, 'One again.') +
        item(3, 0, 'Two.') +
        item(0, 0, 'No list.') +
        item(99, 5, 'A list that is not there.'),
      { numbering },
    );
    expect(outline(document)).toEqual([
      'list-item 1 #4|Four.',
      'list-item 2 #1|One of four.',
      'list-item 2 #2|Two of four.',
      'list-item 1 #5|Five.',
      'list-item 2 #1|One of five.',
      'list-item 1|Anything.',
      'list-item 1 #6|Six.',
      'list-item 1 #1|One again.',
      'list-item 1 #2|Two.',
      'paragraph|No list.',
      'list-item 6|A list that is not there.',
    ]);
  });

  it('is read with its tracked changes accepted, and says so', async () => {
    const document = await read(
      p(
        t('The board ') +
          '<w:del w:id="1"><w:r><w:delText>denied</w:delText></w:r></w:del><w:ins w:id="2">' +
          t('confirmed') +
          '</w:ins>' +
          t(' it.'),
      ) +
        p(t('One paragraph '), '<w:rPr><w:del w:id="3"/></w:rPr>') +
        p(t('with the next.')) +
        `<w:tbl><w:tr>${`<w:tc>${p(t('kept'))}</w:tc>`.repeat(2)}</w:tr><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc>${p(t('gone'))}</w:tc></w:tr></w:tbl>`,
    );
    expect(outline(document)).toEqual([
      'paragraph|The board confirmed it.',
      'paragraph|One paragraph with the next.',
      'table-row|kept\tkept',
    ]);
    expect(document.warnings).toEqual([expect.stringContaining('tracked changes')]);
  });

  it('has footnotes and endnotes in their own numbers, tables in them or not, and none twice', async () => {
    const note = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const document = await read(
      p(
        t('First') +
          note('footnote', 5) +
          t(' and second') +
          note('endnote', 2) +
          t(' and missing') +
          note('footnote', 77),
      ) +
        `<w:tbl><w:tr><w:tc>${p(t('cell') + note('footnote', 6))}</w:tc><w:tc>${p(t('other'))}</w:tc></w:tr></w:tbl>` +
        p(
          t('Own mark') +
            '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="7"/></w:r>' +
            t('*', '<w:vertAlign w:val="superscript"/>'),
        ),
      {
        footnotes: `<w:footnote w:id="5">${p('<w:r><w:footnoteRef/></w:r>' + t('One, itself') + note('footnote', 5))}${p(t('in two paragraphs.'))}</w:footnote><w:footnote w:id="6">${p(t('Two.'))}</w:footnote><w:footnote w:id="7">${p(t('* Starred.'))}</w:footnote>`,
        endnotes: `<w:endnote w:id="2">${p(t('At the end.'))}</w:endnote>`,
      },
    );
    expect(outline(document)).toEqual([
      'paragraph|First1 and secondi and missing|superscript:1|superscript:i',
      'table-row|cell2\tother|superscript:2',
      'paragraph|Own mark*|superscript:*',
      'footnote #1|One, itself1|superscript:1',
      'footnote|in two paragraphs.',
      'footnote|At the end.',
      'footnote #2|Two.',
      'footnote|* Starred.',
    ]);
  });

  it('has links to pages, wherever they are written, and no others', async () => {
    const field = (instruction: string, shown: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${t(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const document = await read(
      p(
        `<w:hyperlink r:id="a">${t('page')}</w:hyperlink> ` +
          `<w:hyperlink r:id="b">${t(' script')}</w:hyperlink>` +
          `<w:hyperlink r:id="c">${t(' file')}</w:hyperlink>` +
          `<w:hyperlink w:anchor="x">${t(' place')}</w:hyperlink>` +
          field(' HYPERLINK "https://b.example/" \\o "tip" ', ' field') +
          field(' PAGE ', ' 7') +
          `<w:fldSimple w:instr="HYPERLINK https://c.example/">${t(' simple')}</w:fldSimple>`,
      ) +
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + t('lost?')) +
        p(t('Not lost.')),
      {},
      [
        ['a', 'https://a.example/'],
        ['b', 'javascript:alert(1)'],
        ['c', 'file:///etc/passwd'],
      ],
    );
    expect(outline(document)).toEqual([
      'paragraph|page script file place field 7 simple|link:page→https://a.example/|link:field→https://b.example/|link:simple→https://c.example/',
      'paragraph|Not lost.',
    ]);
  });

  it('has the words of text boxes, formulas, symbols and smart tags once, and what pictures show', async () => {
    const box = `<w:txbxContent>${p(t('In the box.'))}</w:txbxContent>`;
    const document = await read(
      p(
        t('A') +
          '<w:r><w:sym w:font="Symbol" w:char="F061"/><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t><w:tab/><w:t>e</w:t></w:r>' +
          `<w:smartTag w:element="place">${t(' Tarsk')}</w:smartTag><w:sdt><w:sdtContent>${t(' form')}</w:sdtContent></w:sdt>` +
          `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${t('Click here')}</w:sdtContent></w:sdt>` +
          '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>' +
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:docPr id="1" name="Box"/><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
          '<w:r><w:drawing><wp:docPr id="2" name="Picture 2" descr="The quay at night"/></w:drawing></w:r>' +
          t('hidden', '<w:vanish/>'),
      ) + p(t('<b>not markup</b>'.replaceAll('<', '&lt;'))),
    );
    expect(outline(document)).toEqual([
      'paragraph|Aα\u2011b\u00ADc\nd e Tarsk formx=1',
      'caption|[The quay at night]',
      'paragraph|In the box.',
      'paragraph|<b>not markup</b>',
    ]);
  });

  it('joins runs that look alike, and reads tables that only arrange the page as text', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const document = await read(
      p(t('Very ', '<w:b/>') + t('bold', '<w:b/><w:i w:val="0"/>') + t(' and slanted', '<w:b/><w:i/>')) +
        `<w:tbl><w:tr>${cell(p(t('Left column with ')) + p(t('two paragraphs.')))}${cell(`<w:tbl><w:tr>${cell(p(t('inner')))}${cell(p(t('table')))}</w:tr></w:tbl>${p('')}`)}</w:tr></w:tbl>`,
    );
    expect(outline(document)).toEqual([
      'paragraph|Very bold and slanted|strong:Very bold and slanted|emphasis:and slanted',
      'paragraph|Left column with',
      'paragraph|two paragraphs.',
      'table-row|inner\ttable',
    ]);
  });

  it('is called what it shows, then what its properties say, but not what a computer wrote there', async () => {
    const app = '<Properties><Company>Institute for Bay Studies</Company></Properties>';
    const body = p(
      t('It is a long sentence that says what happened to the grain, and to the ships, and who knew of it. '.repeat(3)),
    );
    const stated = await read(body, {
      'docProps/core.xml': core('Grain and ships', 'Ana Petrova; Omar Reyes'),
      'docProps/app.xml': app,
    });
    expect(stated.csl).toMatchObject({
      title: 'Grain and ships',
      author: [{ family: 'Petrova' }, { family: 'Reyes' }],
      publisher: 'Institute for Bay Studies',
    });
    expect(stated.metadataOrigin).toMatchObject({ title: 'document properties' });
    const idle = await read(p(t('Where the grain went')) + p(t('By Ana Petrova')) + p(t('6 May 2031')) + body, {
      'docProps/core.xml': core('Microsoft Word - Document1', 'Administrator'),
    });
    expect(idle.csl).toMatchObject({ title: 'Where the grain went', author: [{ family: 'Petrova' }] });
    expect(idle.csl.issued).toEqual({ 'date-parts': [[2031, 5, 6]] });
    expect(outline(idle).slice(0, 3)).toEqual([
      'heading 1|Where the grain went',
      'caption|By Ana Petrova',
      'caption|6 May 2031',
    ]);
    expect((await read(body, { 'docProps/core.xml': core('', 'python-docx') })).csl).toMatchObject({ title: 'note' });
  });
});
