import { importFormats } from '../../shared/domain/imports';
import { CommonplaceError } from '../../shared/result';
import { childOf, elementsOf, parseXml, xmlText, type XmlElement } from '../xml';
import { decodeText } from './encoding';
import type { BytesFormat, ParsedDocument } from './format';
import { BodyReader } from './odt/reader';
import { Styles } from './odt/styles';
import { officeDocument } from './office/document';
import { protectedByPassword, readOptionalXml, readXml, type Zip } from './zip';

const textType = /^application\/vnd\.oasis\.opendocument\.text/u;

/** An OpenDocument text, in an archive or flat in one file: its text as it reads with all tracked changes accepted. */
function importOdt(parts: readonly XmlElement[], fallbackTitle: string): ParsedDocument {
  const all = (local: string) => parts.flatMap((part) => elementsOf(part, local));
  const styles = new Styles([...all('styles'), ...all('automatic-styles')]);
  const body = childOf(all('body')[0], 'text');
  const meta = all('meta')[0];
  const stated = (local: string) => xmlText(childOf(meta, local));
  const properties = {
    title: stated('title'),
    // dc:creator is whoever saved it last.
    creator: stated('initial-creator') || stated('creator'),
    description: stated('description'),
    language: stated('language') || styles.language,
  };
  const isTracked = elementsOf(childOf(body, 'tracked-changes')).length > 0;
  const warnings = isTracked ? ['The document has tracked changes. It was read with all of them accepted.'] : [];
  return officeDocument({ nodes: new BodyReader(styles).flow(body), properties, warnings }, fallbackTitle);
}

async function partsOf(zip: Zip): Promise<XmlElement[]> {
  if (zip.has('META-INF/manifest.xml') && (await zip.text('META-INF/manifest.xml')).includes('encryption-data')) {
    throw protectedByPassword();
  }
  const styles = await readOptionalXml(zip, 'styles.xml');
  const meta = await readOptionalXml(zip, 'meta.xml');
  const metadata = childOf(meta, 'meta') ? meta : undefined;
  return [await readXml(zip, 'content.xml'), styles, metadata].filter((part) => part !== undefined);
}

function flatParts(bytes: Uint8Array): XmlElement[] {
  const root = parseXml(decodeText(bytes).text, (reason) => {
    return new CommonplaceError(
      'unreadable',
      `The file cannot be read: ${reason}. Save it again in the program it comes from, and import that.`,
    );
  });
  if (!textType.test(root.attrs['office:mimetype'] ?? '')) {
    throw new CommonplaceError(
      'unsupported-format',
      'The file is an OpenDocument spreadsheet, drawing or presentation, which is not imported. Save it as a text or PDF and import that.',
    );
  }
  return [root];
}

export const odt: BytesFormat = {
  ...importFormats.odt,
  reads: 'bytes',
  async recognises(head, zip) {
    if (!zip) return /^(?:\xEF\xBB\xBF)?\s*(?:<\?xml[^>]*>\s*)?<office:document\s/u.test(head);
    return zip.has('mimetype') && textType.test(await zip.text('mimetype'));
  },
  parse: async (bytes, { fallbackTitle }, zip) => importOdt(zip ? await partsOf(zip) : flatParts(bytes), fallbackTitle),
};
