import { officePage } from './office-page';
import { attributes, odtNamespaces, styleName } from './odt-xml';
import type { PreparedMemo } from './prepared';

/** `styles.xml`: named styles, so that a person changes the look of the whole document at once; the page; how notes are numbered. */
export function odtStyles(memo: PreparedMemo): string {
  const { width, height, margins } = officePage(memo.options, memo.direction);
  const page = attributes({
    'fo:page-width': `${width}mm`,
    'fo:page-height': `${height}mm`,
    'style:print-orientation': 'portrait',
    'fo:margin-top': '25mm',
    'fo:margin-bottom': '20mm',
    'fo:margin-left': `${margins.left}mm`,
    'fo:margin-right': `${margins.right}mm`,
    'style:writing-mode': memo.direction === 'rtl' ? 'rl-tb' : 'lr-tb',
  });
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<office:document-styles ${odtNamespaces} office:version="1.3">` +
    '<office:font-face-decls>' +
    '<style:font-face style:name="Serif" svg:font-family="\'Times New Roman\', \'Liberation Serif\'" style:font-family-generic="roman"/>' +
    '<style:font-face style:name="Mono" svg:font-family="\'Courier New\', \'Liberation Mono\'" style:font-family-generic="modern"/>' +
    `</office:font-face-decls><office:styles>${named(memo)}${notes}</office:styles>` +
    '<office:automatic-styles>' +
    `<style:page-layout style:name="Page"><style:page-layout-properties${page}>` +
    '<style:footnote-sep style:width="0.5pt" style:rel-width="25%" style:distance-before-sep="2mm" style:distance-after-sep="2mm" style:color="#808080"/>' +
    '</style:page-layout-properties><style:footer-style><style:header-footer-properties fo:min-height="8mm" fo:margin-top="4mm"/></style:footer-style></style:page-layout>' +
    '</office:automatic-styles><office:master-styles>' +
    '<style:master-page style:name="Standard" style:page-layout-name="Page"><style:footer>' +
    '<text:p text:style-name="Footer"><text:page-number text:select-page="current">1</text:page-number></text:p>' +
    '</style:footer></style:master-page></office:master-styles></office:document-styles>'
  );
}

const notes =
  '<text:notes-configuration text:note-class="footnote" text:default-style-name="Footnote" text:citation-style-name="Footnote_20_Symbol"' +
  ' text:citation-body-style-name="Footnote_20_anchor" style:num-format="1" style:num-suffix=" " text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>';

type Properties = Record<string, string | undefined>;

function style(
  name: string,
  parent: string | null,
  paragraph: Properties,
  text: Properties = {},
  more: Properties = {},
  tabs = '',
): string {
  const head = attributes({
    'style:name': styleName(name),
    'style:display-name': name,
    'style:family': 'paragraph',
    'style:parent-style-name': parent === null ? undefined : styleName(parent),
    'style:class': 'text',
    ...more,
  });
  return (
    `<style:style${head}><style:paragraph-properties${attributes(paragraph)}>${tabs}</style:paragraph-properties>` +
    `<style:text-properties${attributes(text)}/></style:style>`
  );
}

/** Where the page numbers of the contents end, in millimetres from the edge of the text. */
function contentsTab(position: number): string {
  return `<style:tab-stops><style:tab-stop style:position="${position}mm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops>`;
}

function size(points: number): Properties {
  const value = `${points}pt`;
  return { 'fo:font-size': value, 'style:font-size-asian': value, 'style:font-size-complex': value };
}
const bold: Properties = {
  'fo:font-weight': 'bold',
  'style:font-weight-asian': 'bold',
  'style:font-weight-complex': 'bold',
};

function space(top: string, bottom: string): Properties {
  return { 'fo:margin-top': top, 'fo:margin-bottom': bottom };
}

function named({ options, locale, direction }: PreparedMemo): string {
  const body = options.fontSize;
  const [language, country] = locale.split(/[-_]/);
  const isComplex = direction === 'rtl';
  const defaults = attributes({
    'style:font-name': 'Serif',
    'style:font-name-complex': 'Serif',
    ...size(body),
    'fo:language': isComplex ? 'en' : (language ?? 'en'),
    'fo:country': isComplex ? 'GB' : (country ?? 'none'),
    'style:language-complex': isComplex ? (language ?? 'ar') : 'ar',
    'style:country-complex': isComplex ? (country ?? 'none') : 'SA',
  });
  const report = options.layout === 'report';
  const { textWidth } = officePage(options, direction);
  const apart = options.wideLines ? '200%' : '120%';
  const heading = (level: number, points: number, top: string) =>
    style(
      `Heading ${level}`,
      'Heading',
      space(top, '2mm'),
      { ...size(points), ...bold },
      {
        'style:default-outline-level': String(level),
        'style:next-style-name': 'Text_20_body',
      },
    );
  return [
    `<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="10mm" style:writing-mode="page"/><style:text-properties${defaults}/></style:default-style>`,
    style('Standard', null, {
      // subtle: LibreOffice takes "start" for the left.
      'fo:text-align': direction === 'rtl' ? 'right' : 'left',
      'fo:line-height': apart,
      'fo:widows': '2',
      'fo:orphans': '2',
    }),
    style('Text body', 'Standard', space('0mm', '2.5mm')),
    style('Title', 'Standard', space(report ? '70mm' : '0mm', '5mm'), { ...size(report ? 28 : 20), ...bold }),
    style('Subtitle', 'Standard', space('0mm', '4mm'), { ...size(13), 'fo:font-style': 'italic' }),
    style('Byline', 'Standard', space('0mm', '5mm'), { 'fo:color': '#5c5850' }),
    style(
      'Summary',
      'Standard',
      { ...space('0mm', '2.5mm'), 'fo:margin-left': '8mm', 'fo:margin-right': '8mm' },
      size(body - 0.5),
    ),
    style('Heading', 'Standard', { 'fo:keep-with-next': 'always' }),
    heading(1, body + 4, '6mm'),
    heading(2, body + 2, '5mm'),
    heading(3, body + 1, '4mm'),
    heading(4, body, '4mm'),
    style(
      'Quotations',
      'Standard',
      { ...space('1mm', '3mm'), 'fo:margin-left': '10mm', 'fo:margin-right': '10mm' },
      size(body - 0.5),
    ),
    style(
      'Preformatted Text',
      'Standard',
      { ...space('0mm', '2.5mm'), 'fo:margin-left': '5mm', 'fo:line-height': '100%' },
      {
        'style:font-name': 'Mono',
        ...size(body - 1.5),
      },
    ),
    style('List Contents', 'Standard', space('0mm', '1.5mm')),
    style('Table Contents', 'Standard', {}, size(body - 1)),
    style('Table Heading', 'Table Contents', { 'fo:keep-with-next': 'always' }, bold),
    style('Figure', 'Standard', { ...space('3mm', '1mm'), 'fo:text-align': 'center', 'fo:keep-with-next': 'always' }),
    style('Caption', 'Standard', space('1mm', '4mm'), size(body - 1)),
    style('Figure Caption', 'Caption', { 'fo:text-align': 'center' }),
    style('Table Caption', 'Caption', { 'fo:keep-with-next': 'always' }),
    style('Footnote', 'Standard', { ...space('0mm', '0.7mm'), 'fo:line-height': '100%' }, size(body - 1.5)),
    style('Footer', 'Standard', { 'fo:text-align': 'center' }, size(body - 1.5)),
    style('Horizontal Line', 'Standard', { ...space('0mm', '4mm'), 'fo:border-bottom': '0.5pt solid #808080' }),
    style('Bibliography 1', 'Standard', {
      ...space('0mm', '2mm'),
      'fo:margin-left': '10mm',
      'fo:text-indent': '-10mm',
    }),
    style('Bibliography Flush', 'Standard', space('0mm', '2mm')),
    style('Contents Heading', 'Heading', space('4mm', '2mm'), { ...size(body + 2), ...bold }),
    ...[0, 6, 12].map((indent, level) =>
      style(
        `Contents ${level + 1}`,
        'Standard',
        { 'fo:margin-left': `${indent}mm` },
        {},
        {},
        contentsTab(textWidth - indent),
      ),
    ),
    // The last line of the contents keeps the text away.
    ...[1, 2, 3].map((level) => style(`Contents ${level} End`, `Contents ${level}`, space('0mm', '8mm'))),
    style('Title Page End', 'Standard', { 'fo:break-after': 'page' }),
    '<style:style style:name="Footnote_20_Symbol" style:display-name="Footnote Symbol" style:family="text"/>',
    '<style:style style:name="Footnote_20_anchor" style:display-name="Footnote anchor" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>',
    '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>',
    '<style:style style:name="Internet_20_link" style:display-name="Internet link" style:family="text"><style:text-properties fo:color="#1f5a99" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"/></style:style>',
  ].join('');
}
