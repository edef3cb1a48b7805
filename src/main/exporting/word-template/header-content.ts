import { childOf, elementsOf, type XmlElement } from '../../xml';
import { descendants, positionOf } from './header-pictures';
import { runsXml, withStyle, type Box, type HeaderReading } from './header-runs';
import { attributesOf, headerParagraphLook, lookXml } from './looks';
import { cellLook, rowLook, tableLook } from './table-looks';

/**
 * What a header or footer holds, written anew: paragraphs, tables, pictures, fields that look at the document itself. Nothing in it reaches out of it. What
 * was written once is read the same again.
 */
export function headerXml(root: XmlElement, reading: HeaderReading): string {
  return closed(blocks(root, reading));
}

/** Headers and cells end with a paragraph. */
function closed(xml: string): string {
  return xml.endsWith('</w:p>') || xml.endsWith('<w:p/>') ? xml : `${xml}<w:p/>`;
}

const wrappers = /^(customXml|ins|moveTo|Choice)$/;

/** @param control the content control that the blocks stand in */
function blocks(element: XmlElement, reading: HeaderReading, control?: XmlElement): string {
  return elementsOf(element)
    .map((child) => {
      if (child.local === 'p') return paragraphXml(inControl(child, control), reading);
      if (child.local === 'tbl') return tableXml(child, reading);
      if (child.local === 'sdt') {
        const content = childOf(child, 'sdtContent');
        return content ? blocks(content, reading, childOf(child, 'sdtPr')) : '';
      }
      if (child.local === 'AlternateContent') return blocks(elementsOf(child)[0] ?? child, reading);
      return wrappers.test(child.local) ? blocks(child, reading, control) : '';
    })
    .join('');
}

/** A paragraph in a content control says what a control in it would. */
function inControl(paragraph: XmlElement, control: XmlElement | undefined): XmlElement {
  if (!control) return paragraph;
  const isLook = (child: XmlElement | string) => typeof child !== 'string' && child.local === 'pPr';
  const element = (local: string, children: XmlElement['children']) => ({ ...paragraph, attrs: {}, local, children });
  const content = element(
    'sdtContent',
    paragraph.children.filter((child) => !isLook(child)),
  );
  return { ...paragraph, children: [...paragraph.children.filter(isLook), element('sdt', [control, content])] };
}

/** @param frame where it stands, for the paragraphs of a text box */
function paragraphXml(paragraph: XmlElement, reading: HeaderReading, frame?: XmlElement): string {
  const { xml, boxes } = runsXml(paragraph, reading);
  const own = withStyle(childOf(paragraph, 'pPr'), 'pStyle', reading.styleId);
  // The last of a name counts.
  const properties = { ...paragraph, children: [...(own?.children ?? []), ...(frame ? [frame] : [])] };
  const look = lookXml(properties, headerParagraphLook, reading.fonts);
  const inBoxes = boxes.map((box) => boxXml(box, reading)).join('');
  return `${inBoxes}<w:p>${look === '' ? '' : `<w:pPr>${look}</w:pPr>`}${xml}</w:p>`;
}

/** A text box as paragraphs in a frame, which every version of Word and LibreOffice sets in the same place. */
function boxXml({ drawing, content }: Box, reading: HeaderReading): string {
  const frame = frameOf(drawing);
  return descendants(content, 'p')
    .map((paragraph) => paragraphXml(paragraph, reading, frame))
    .join('');
}

const emusOfTwip = 635;
const frameFrom = (from: string) => (from === 'page' || from === 'margin' ? from : 'text');

function frameOf(drawing: XmlElement): XmlElement | undefined {
  const [anchor] = descendants(drawing, 'anchor');
  const extent = childOf(anchor, 'extent');
  if (!anchor || !extent) return undefined;
  const across = positionOf(childOf(anchor, 'positionH'), 'positionH');
  const down = positionOf(childOf(anchor, 'positionV'), 'positionV');
  const twips = (length: string | number) => String(Math.round(Number(length) / emusOfTwip));
  const { cx = '', cy = '' } = attributesOf(extent);
  const attrs: Record<string, string> = {
    'w:w': twips(cx),
    'w:h': twips(cy),
    'w:hRule': 'atLeast',
    'w:wrap': 'around',
    'w:hAnchor': frameFrom(across.from),
    'w:vAnchor': frameFrom(down.from),
    ...(across.side === null ? { 'w:x': twips(across.offset) } : { 'w:xAlign': across.side }),
    ...(down.side === null ? { 'w:y': twips(down.offset) } : { 'w:yAlign': down.side }),
  };
  return { name: 'w:framePr', local: 'framePr', uri: '', attrs, children: [] };
}

function tableXml(table: XmlElement, reading: HeaderReading): string {
  const rows = unwrapped(table, 'tr').map((row) => {
    const cells = unwrapped(row, 'tc').map((cell) => {
      const look = lookXml(childOf(cell, 'tcPr'), cellLook);
      return `<w:tc>${look === '' ? '' : `<w:tcPr>${look}</w:tcPr>`}${closed(blocks(cell, reading))}</w:tc>`;
    });
    const look = lookXml(childOf(row, 'trPr'), rowLook);
    return cells.length === 0 ? '' : `<w:tr>${look === '' ? '' : `<w:trPr>${look}</w:trPr>`}${cells.join('')}</w:tr>`;
  });
  const inner = rows.join('');
  if (inner === '') return '';
  const widths = elementsOf(childOf(table, 'tblGrid'), 'gridCol').map((column) => attributesOf(column)['w'] ?? '');
  const grid = widths.map((width) => (/^\d{1,5}$/.test(width) ? `<w:gridCol w:w="${width}"/>` : '<w:gridCol/>'));
  const look = lookXml(childOf(table, 'tblPr'), tableLook);
  return `<w:tbl><w:tblPr>${look}</w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${inner}</w:tbl>`;
}

/** Rows and cells, also those in content controls. */
function unwrapped(element: XmlElement, local: 'tr' | 'tc'): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.local === local) return [child];
    return /^(sdt|sdtContent|customXml|ins)$/.test(child.local) ? unwrapped(child, local) : [];
  });
}
