import { xmlEscape } from '../xml';
import { odtPictures } from './odt-figures';
import { odtContent } from './odt-content';
import { odtStyles } from './odt-styles';
import { odtNamespaces } from './odt-xml';
import type { PreparedMemo } from './prepared';
import { zipBytes } from './zip-bytes';

export const odtMediaType = 'application/vnd.oasis.opendocument.text';

/**
 * An OpenDocument text: real footnotes, named styles, lists, tables, contents, direction and language of every stretch of
 * letters. No macros, no addresses but links.
 */
export function writeOdt(memo: PreparedMemo): Promise<Uint8Array> {
  const pictures = odtPictures(memo);
  return zipBytes([
    { name: 'mimetype', content: odtMediaType, stored: true },
    { name: 'META-INF/manifest.xml', content: manifest(pictures) },
    { name: 'meta.xml', content: metadata(memo) },
    { name: 'styles.xml', content: odtStyles(memo) },
    { name: 'content.xml', content: odtContent(memo) },
    ...pictures,
  ]);
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

function manifest(pictures: readonly { name: string; mediaType: string }[]): string {
  const parts = ['content.xml', 'styles.xml', 'meta.xml']
    .map((name) => entry(name, 'text/xml'))
    .concat(pictures.map(({ name, mediaType }) => entry(name, mediaType)));
  return (
    `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">` +
    `${entry('/', odtMediaType)}${parts.join('')}</manifest:manifest>`
  );
}

function entry(path: string, mediaType: string): string {
  const version = path === '/' ? ' manifest:version="1.3"' : '';
  return `<manifest:file-entry manifest:full-path="${path}"${version} manifest:media-type="${mediaType}"/>`;
}

function metadata({ title, titleBlock, locale }: PreparedMemo): string {
  const leaf = (name: string, text: string) => (text === '' ? '' : `<${name}>${xmlEscape(text)}</${name}>`);
  return (
    `${declaration}<office:document-meta ${odtNamespaces} office:version="1.3"><office:meta>` +
    leaf('meta:generator', 'Commonplace') +
    leaf('dc:title', title) +
    leaf('dc:subject', titleBlock.subtitle) +
    leaf('meta:initial-creator', titleBlock.author) +
    leaf('dc:creator', titleBlock.author) +
    leaf('dc:language', locale) +
    '</office:meta></office:document-meta>'
  );
}
