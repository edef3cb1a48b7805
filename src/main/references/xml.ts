import { CommonplaceError } from '../../shared/result';
import { parseXml, xmlEscape, type XmlElement } from '../xml';

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

/** An element that holds a text; '' for one without. */
export function xmlLeaf(name: string, text: string, attributes = ''): string {
  return text === '' ? '' : `<${name}${attributes}>${xmlEscape(text)}</${name}>`;
}
