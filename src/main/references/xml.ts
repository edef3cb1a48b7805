import { CommonplaceError } from '../../shared/result';
import { parseXml, type XmlElement } from '../xml';

/** A file of references in XML. @throws CommonplaceError `unreadable` */
export function parseReferences(xml: string): XmlElement {
  return parseXml(
    xml,
    (reason) =>
      new CommonplaceError(
        'unreadable',
        `The file cannot be read: ${reason}. Export it again from where it comes from.`,
      ),
  );
}

/** Text for XML: its signs escaped, and without what XML 1.0 cannot hold. */
export function xmlEscape(text: string): string {
  return (
    text
      // With the flag u these are halves of characters only.
      .replace(/\p{Cs}/gu, '\uFFFD')
      // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
      .replace(/\r\n?/gu, '\n')
      .replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
  );
}

/** An element that holds a text; '' for one without. */
export function xmlLeaf(name: string, text: string, attributes = ''): string {
  return text === '' ? '' : `<${name}${attributes}>${xmlEscape(text)}</${name}>`;
}
