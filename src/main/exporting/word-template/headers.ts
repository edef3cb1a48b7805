import { Buffer } from 'node:buffer';
import { mostHeaderPictureBytes, type WordHeader, type WordTemplate } from '../../../shared/domain/word-template';
import { inspectImage, type ImageMediaType } from '../../../shared/memo/images';
import { relationshipsOf, type Relationship } from '../../importing/docx/package';
import type { Zip } from '../../importing/zip';
import { childOf, elementsOf, type XmlElement } from '../../xml';
import { withoutMetadata } from '../picture-metadata';
import { headerXml } from './header-content';
import { descendants } from './header-pictures';
import { attributesOf, type ThemeFonts } from './looks';

const namespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
};

/** A header or footer as a part of a Word file. */
export function headerPart(place: WordHeader['place'], inner: string): string {
  const name = place === 'header' ? 'w:hdr' : 'w:ftr';
  const names = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return `<${name}${names.join('')}>${inner}</${name}>`;
}

export interface HeaderSource {
  zip: Zip;
  /** The document's part, and the settings where there are any. */
  document: XmlElement;
  settings: XmlElement | undefined;
  parts: ReadonlyMap<string, Relationship>;
  fonts: ThemeFonts | undefined;
  isStyle(id: string): boolean;
  xml(part: string): Promise<XmlElement>;
  refuse(reason: string, advice?: string): Error;
}

type Headers = Pick<WordTemplate, 'headers' | 'pictures' | 'firstPageDiffers' | 'evenPagesDiffer' | 'leftBehind'>;

/** What stands at head and foot of the pages of a Word file, as its last section has it. */
export async function readHeaders(source: HeaderSource): Promise<Headers> {
  const { document, settings, parts, zip, fonts, isStyle, refuse } = source;
  const headers: WordHeader[] = [];
  const pictures: NonNullable<WordTemplate['pictures']> = [];
  const leftBehind = new Set<string>();
  let bytes = 0;
  for (const { place, pages, relationship } of references(document)) {
    const part = parts.get(relationship);
    if (!part || part.external || part.type !== place || !zip.has(part.target)) continue;
    const files = new Map<string, string>();
    for (const [id, picture] of await relationshipsOf(zip, part.target)) {
      if (picture.type !== 'image' || picture.external || !zip.has(picture.target)) continue;
      const known = pictureOf(await zip.read(picture.target));
      if (!known) continue;
      bytes += known.bytes.length;
      if (bytes > mostHeaderPictureBytes)
        throw refuse(
          'the pictures in its headers and footers have more than 1 MB',
          'Make them smaller in Word (Compress Pictures), and choose it again.',
        );
      files.set(id, `picture${pictures.length}`);
      pictures.push({ mediaType: known.mediaType, base64: Buffer.from(known.bytes).toString('base64') });
    }
    const xml = headerXml(await source.xml(part.target), {
      pictureFile: (id) => files.get(id),
      styleId: (id) => (isStyle(id) ? id : undefined),
      ...(fonts && { fonts }),
      leftBehind,
      pictures: 0,
    });
    if (xml.length > 150_000) throw refuse('its headers and footers hold more than is taken over');
    headers.push({ place, pages, xml: headerPart(place, xml) });
  }
  const section = descendants(childOf(document, 'body'), 'sectPr').at(-1);
  return {
    ...(headers.length > 0 && { headers }),
    ...(pictures.length > 0 && { pictures }),
    ...(isOn(section, 'titlePg') && { firstPageDiffers: true }),
    ...(isOn(settings, 'evenAndOddHeaders') && { evenPagesDiffer: true }),
    ...(leftBehind.size > 0 && { leftBehind: [...leftBehind] }),
  };
}

export function isOn(parent: XmlElement | undefined, name: string): boolean {
  const element = childOf(parent, name);
  return element !== undefined && !/^(false|off|0)$/.test(attributesOf(element)['val'] ?? 'true');
}

/** A picture that is one by its bytes, without what cameras and programs write beside it. */
export function pictureOf(bytes: Uint8Array): { bytes: Uint8Array; mediaType: ImageMediaType } | undefined {
  const facts = inspectImage(bytes);
  if ('problem' in facts) return undefined;
  const { mediaType } = facts;
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return undefined;
  return { bytes: withoutMetadata(bytes, mediaType), mediaType };
}

/** A section that says nothing of one of its headers has that of the section before. */
function references(document: XmlElement) {
  const found = new Map<string, Pick<WordHeader, 'place' | 'pages'> & { relationship: string }>();
  for (const section of descendants(childOf(document, 'body'), 'sectPr')) {
    for (const place of ['header', 'footer'] as const) {
      for (const element of elementsOf(section, `${place}Reference`)) {
        const { type = 'default', id = '' } = attributesOf(element);
        const pages = (['default', 'first', 'even'] as const).find((known) => known === type);
        if (pages) found.set(`${place} ${pages}`, { place, pages, relationship: id });
      }
    }
  }
  return [...found.values()];
}
