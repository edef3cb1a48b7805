import { childOf, elementsOf, xmlEscape, type XmlElement } from '../../xml';
import { attributesOf } from './looks';

/** A picture of a header: where and how large it stands. Its drawing is written anew, so nothing else of the template's is in it. */
interface Drawn {
  /** Relationship of its file. */
  file: string;
  /** In English Metric Units, 914,400 to the inch. */
  width: number;
  height: number;
  alt: string;
  crop: string;
}

/** 22 inches, which is as far as Word's pages go. */
const farthest = 20_116_800;
const emu = /^-?\d{1,8}$/;

/** All elements of a local name inside, at any depth; not those inside one of them. */
export function descendants(element: XmlElement | undefined, local: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.local === local ? [child] : descendants(child, local)));
}

/** A drawing with one picture as Word's XML; undefined where it is something else, or its file is not taken. */
export function pictureXml(
  drawing: XmlElement,
  fileOf: (relationship: string) => string | undefined,
  number: number,
): string | undefined {
  const [place] = elementsOf(drawing);
  const pictures = descendants(drawing, 'pic');
  const [picture] = pictures;
  if (!place || !picture || pictures.length > 1 || descendants(drawing, 'wgp').length > 0) return undefined;
  const fill = childOf(picture, 'blipFill');
  const blip = childOf(fill, 'blip');
  const file = blip && fileOf(attributesOf(blip)['embed'] ?? '');
  const size = sizeOf(childOf(place, 'extent'));
  if (file === undefined || !size) return undefined;
  const properties = childOf(place, 'docPr');
  const alt = (properties && attributesOf(properties)['descr']) ?? '';
  const drawn = { file, ...size, alt, crop: cropXml(childOf(fill, 'srcRect')) };
  return `<w:drawing>${place.local === 'anchor' ? anchored(place, drawn, number) : inline(drawn, number)}</w:drawing>`;
}

/** A picture as old versions of Word drew it: in the line, where it stood. */
export function oldPictureXml(
  pict: XmlElement,
  fileOf: (relationship: string) => string | undefined,
  number: number,
): string | undefined {
  const [shape] = descendants(pict, 'shape');
  const data = childOf(shape, 'imagedata');
  const file = data && fileOf(attributesOf(data)['id'] ?? '');
  const style = (shape && attributesOf(shape)['style']) ?? '';
  const [width, height] = [cssLength(style, 'width'), cssLength(style, 'height')];
  if (file === undefined || width === undefined || height === undefined) return undefined;
  const alt = (shape && attributesOf(shape)['alt']) ?? '';
  return `<w:drawing>${inline({ file, width, height, alt, crop: '' }, number)}</w:drawing>`;
}

const units: Record<string, number> = { pt: 12_700, in: 914_400, cm: 360_000, mm: 36_000, px: 9525 };

function cssLength(style: string, name: string): number | undefined {
  const [, digits, unit = ''] =
    new RegExp(`(?:^|;)\\s*${name}:\\s*(\\d{1,5}(?:\\.\\d{1,6})?)(pt|in|cm|mm|px)`).exec(style) ?? [];
  const length = Math.round(Number(digits) * (units[unit] ?? 0));
  return length >= 1 && length <= farthest ? length : undefined;
}

function sizeOf(extent: XmlElement | undefined): { width: number; height: number } | undefined {
  const { cx = '', cy = '' } = extent ? attributesOf(extent) : {};
  if (!/^\d{1,8}$/.test(cx) || !/^\d{1,8}$/.test(cy)) return undefined;
  const [width, height] = [Number(cx), Number(cy)];
  return Math.min(width, height) >= 1 && Math.max(width, height) <= farthest ? { width, height } : undefined;
}

/** In thousandths of a percent of each side. */
function cropXml(rectangle: XmlElement | undefined): string {
  const given = rectangle ? attributesOf(rectangle) : {};
  const sides = ['l', 't', 'r', 'b'].filter((side) => /^\d{1,5}$/.test(given[side] ?? ''));
  return `<a:srcRect${sides.map((side) => ` ${side}="${given[side]}"`).join('')}/>`;
}

function inline(drawn: Drawn, number: number): string {
  const { width, height } = drawn;
  return (
    `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/>` +
    `${picture(drawn, number)}</wp:inline>`
  );
}

const anchorAttributes: Record<string, RegExp> = {
  distT: /^\d{1,8}$/,
  distB: /^\d{1,8}$/,
  distL: /^\d{1,8}$/,
  distR: /^\d{1,8}$/,
  relativeHeight: /^\d{1,9}$/,
  behindDoc: /^[01]$/,
  layoutInCell: /^[01]$/,
};

function anchored(place: XmlElement, drawn: Drawn, number: number): string {
  const given = attributesOf(place);
  const attribute = ([name, allowed]: [string, RegExp]) =>
    ` ${name}="${allowed.test(given[name] ?? '') ? given[name] : '0'}"`;
  return (
    `<wp:anchor${Object.entries(anchorAttributes).map(attribute).join('')} simplePos="0" locked="0" allowOverlap="1">` +
    '<wp:simplePos x="0" y="0"/>' +
    positionXml(childOf(place, 'positionH'), 'positionH') +
    positionXml(childOf(place, 'positionV'), 'positionV') +
    `<wp:extent cx="${drawn.width}" cy="${drawn.height}"/>` +
    wrapXml(place) +
    `${picture(drawn, number)}</wp:anchor>`
  );
}

const relatives = {
  positionH: /^(margin|page|column|character|leftMargin|rightMargin|insideMargin|outsideMargin)$/,
  positionV: /^(margin|page|paragraph|line|topMargin|bottomMargin|insideMargin|outsideMargin)$/,
};
const aligned = {
  positionH: /^(left|right|center|inside|outside)$/,
  positionV: /^(top|bottom|center|inside|outside)$/,
};

/** Where something anchored stands along one axis: by a side, or by an offset. */
export function positionOf(element: XmlElement | undefined, axis: 'positionH' | 'positionV') {
  const { relativeFrom = '' } = element ? attributesOf(element) : {};
  const text = (name: string) => String(childOf(element, name)?.children[0] ?? '').trim();
  const [side, offset] = [text('align'), text('posOffset')];
  return {
    from: relatives[axis].test(relativeFrom) ? relativeFrom : 'page',
    side: aligned[axis].test(side) ? side : null,
    offset: emu.test(offset) ? Number(offset) : 0,
  };
}

function positionXml(element: XmlElement | undefined, axis: 'positionH' | 'positionV'): string {
  const { from, side, offset } = positionOf(element, axis);
  const at = side === null ? `<wp:posOffset>${offset}</wp:posOffset>` : `<wp:align>${side}</wp:align>`;
  return `<wp:${axis} relativeFrom="${from}">${at}</wp:${axis}>`;
}

function wrapXml(place: XmlElement): string {
  if (childOf(place, 'wrapTopAndBottom')) return '<wp:wrapTopAndBottom/>';
  const isAround = ['wrapSquare', 'wrapTight', 'wrapThrough'].some((name) => childOf(place, name));
  return isAround ? '<wp:wrapSquare wrapText="bothSides"/>' : '<wp:wrapNone/>';
}

function picture({ file, width, height, alt, crop }: Drawn, number: number): string {
  const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
  const kind = 'http://schemas.openxmlformats.org/drawingml/2006/picture';
  const called = xmlEscape(alt.slice(0, 1000));
  return (
    `<wp:docPr id="${number}" name="Picture ${number}" descr="${called}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic xmlns:a="${main}"><a:graphicData uri="${kind}"><pic:pic xmlns:pic="${kind}">` +
    '<pic:nvPicPr><pic:cNvPr id="0" name=""/><pic:cNvPicPr/></pic:nvPicPr>' +
    `<pic:blipFill><a:blip r:embed="${xmlEscape(file)}"/>${crop}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
  );
}
