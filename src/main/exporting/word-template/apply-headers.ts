import { Buffer } from 'node:buffer';
import type { WordTemplate } from '../../../shared/domain/word-template';
import { parseXml } from '../../xml';
import type { ZipPart } from '../zip-bytes';
import { headerXml } from './header-content';
import type { RunningTexts } from './header-fields';
import { headerPart, pictureOf } from './headers';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Parts to add to a Word file, and what has to be said of them in others. */
export interface HeaderParts {
  parts: ZipPart[];
  /** For the parts of the types, of the document's relationships, and at the front of its section. */
  types: string;
  relationships: string;
  references: string;
}

interface Applied {
  styleId(id: string): string | undefined;
  texts: RunningTexts;
  refuse(): Error;
}

/** The headers and footers of a template for a file of ours. They are read by the same rules as when they were taken over, since libraries travel. */
export function headerParts(template: WordTemplate, { styleId, texts, refuse }: Applied): HeaderParts {
  const pictures = (template.pictures ?? []).map(({ base64 }) =>
    pictureOf(new Uint8Array(Buffer.from(base64, 'base64'))),
  );
  const files = pictures.map((picture, index) => {
    const name = `template${index}.${picture?.mediaType === 'image/png' ? 'png' : 'jpg'}`;
    return picture && { id: `picture${index}`, name, bytes: picture.bytes };
  });
  const all: HeaderParts = { parts: [], types: '', relationships: '', references: '' };
  const used = new Map<string, Uint8Array>();
  const places = new Set<string>();
  for (const { place, pages, xml } of template.headers ?? []) {
    const name = `template-${place}-${pages}`;
    if (places.has(name)) continue;
    places.add(name);
    const shown = new Map<string, string>();
    const inner = headerXml(parseXml(xml, refuse), {
      pictureFile(id) {
        const file = files.find((known) => known?.id === id);
        if (!file) return undefined;
        shown.set(id, file.name);
        used.set(file.name, file.bytes);
        return id;
      },
      styleId,
      texts,
      leftBehind: new Set(),
      pictures: places.size * 100,
    });
    const target = (id: string, file: string) =>
      `<Relationship Id="${id}" Type="${office}/image" Target="media/${file}"/>`;
    const targets = [...shown].map(([id, file]) => target(id, file));
    all.parts.push({ name: `word/${name}.xml`, content: declaration + headerPart(place, inner) });
    all.parts.push({
      name: `word/_rels/${name}.xml.rels`,
      content: `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.join('')}</Relationships>`,
    });
    all.types += `<Override PartName="/word/${name}.xml" ContentType="${word}.${place}+xml"/>`;
    all.relationships += `<Relationship Id="${name}" Type="${office}/${place}" Target="${name}.xml"/>`;
    all.references += `<w:${place}Reference w:type="${pages}" r:id="${name}"/>`;
  }
  for (const [name, content] of used) all.parts.push({ name: `word/media/${name}`, content, stored: true });
  return all;
}

/** Whether pages of a template say their own number, or have their own foot: ours would say it twice. */
export function hasFooter({ headers = [] }: WordTemplate): boolean {
  return headers.some(({ place, xml }) => place === 'footer' || / (PAGE|SECTIONPAGES)\b/.test(xml));
}
