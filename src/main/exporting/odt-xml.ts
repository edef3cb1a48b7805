import { xmlEscape } from '../xml';

const names: Record<string, string> = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  xlink: 'http://www.w3.org/1999/xlink',
  dc: 'http://purl.org/dc/elements/1.1/',
};

/** The names that all parts of an OpenDocument text share. */
export const odtNamespaces = Object.entries(names)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** Attributes; those without a value are left out. */
export function attributes(values: Record<string, string | number | undefined>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlEscape(String(value))}"`))
    .join('');
}

/** A name of a style as XML wants it. */
export function styleName(name: string): string {
  return name.replaceAll(' ', '_20_');
}

/**
 * Text whose white space stays: OpenDocument joins spaces and drops those at a paragraph's start, so all but single ones
 * between words are elements. A line feed is a line break.
 * @param atStart whether nothing, or a space, stands before it
 */
export function odtText(text: string, atStart: boolean): string {
  let xml = '';
  let words = '';
  let afterSpace = atStart;
  const flush = () => {
    xml += xmlEscape(words);
    words = '';
  };
  for (const part of text.match(/ +|\n|\t|[^ \n\t]+/g) ?? []) {
    if (part.startsWith(' ')) {
      const kept = afterSpace ? 0 : 1;
      words += ' '.repeat(kept);
      flush();
      if (part.length > kept) xml += `<text:s text:c="${part.length - kept}"/>`;
      afterSpace = true;
    } else {
      if (part === '\n' || part === '\t') {
        flush();
        xml += part === '\n' ? '<text:line-break/>' : '<text:tab/>';
        afterSpace = true;
      } else {
        words += part;
        afterSpace = false;
      }
    }
  }
  flush();
  return xml;
}
