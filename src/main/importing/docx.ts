import { childOf, elementsOf, xmlText, type XmlElement } from '../xml';
import { importFormats } from '../../shared/domain/imports';
import { Numbering } from './docx/numbering';
import { partOfType, relationshipsOf, type Relationship } from './docx/package';
import { PartReader, type Shared } from './docx/reader';
import { Styles } from './docx/styles';
import { attribute, valueOf } from './docx/word-xml';
import type { BytesFormat, ParsedDocument } from './format';
import { officeDocument } from './office/document';
import type { Note } from './office/model';
import { numeral } from './office/numerals';
import type { Properties } from './office/properties';
import { readOptionalXml, readXml, type Zip } from './zip';

const contentTypes = '[Content_Types].xml';
const mainType =
  /(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled\w*)\.main\+xml/u;

type NoteKind = 'footnote' | 'endnote';

/** A Word document (Office Open XML, both of its vocabularies): its text as it reads with all tracked changes accepted. */
async function importDocx(zip: Zip, fallbackTitle: string): Promise<ParsedDocument> {
  const main = partOfType(await relationshipsOf(zip, ''), 'officeDocument') ?? 'word/document.xml';
  const document = await readXml(zip, main);
  const relationships = await relationshipsOf(zip, main);
  const part = (type: string) => readOptionalXml(zip, partOfType(relationships, type));
  const styles = await part('styles');
  const body = childOf(document, 'body');
  const sources = {
    footnote: await noteSource(zip, relationships, 'footnotes'),
    endnote: await noteSource(zip, relationships, 'endnotes'),
  };
  const settings = [childOf(body, 'sectPr'), await part('settings')];
  const notes = new Map<string, Note>();
  const counts = { footnote: 0, endnote: 0 };
  const shared: Shared = {
    styles: new Styles(styles),
    numbering: new Numbering(await part('numbering')),
    hasTrackedChanges: false,
    note(kind, id, hasOwnMark) {
      const known = notes.get(`${kind} ${id}`);
      const source = sources[kind];
      const element = source.elements.get(id);
      if (known || !element) return known;
      const mark = hasOwnMark ? '' : numeral((counts[kind] += 1), markFormat(kind, settings));
      // Known before it is read: a note may be made to refer to itself.
      const note: Note = { mark, nodes: [] };
      notes.set(`${kind} ${id}`, note);
      note.nodes = new PartReader(shared, source.relationships).flow(element);
      return note;
    },
  };
  const nodes = new PartReader(shared, relationships).flow(body);
  const properties = { ...(await statedProperties(zip)), language: Styles.language(styles) };
  const warnings = shared.hasTrackedChanges
    ? ['The document has tracked changes. It was read with all of them accepted.']
    : [];
  return officeDocument({ nodes, properties, warnings }, fallbackTitle);
}

async function noteSource(zip: Zip, relationships: ReadonlyMap<string, Relationship>, type: string) {
  const name = partOfType(relationships, type);
  const root = await readOptionalXml(zip, name);
  return {
    elements: new Map<string, XmlElement>(elementsOf(root).map((element) => [attribute(element, 'id') ?? '', element])),
    relationships: name === undefined ? new Map<string, Relationship>() : await relationshipsOf(zip, name),
  };
}

function markFormat(kind: NoteKind, settings: readonly (XmlElement | undefined)[]): string {
  const stated = settings.map((element) => valueOf(childOf(element, `${kind}Pr`), 'numFmt'));
  return stated.find((format) => format !== undefined) ?? (kind === 'footnote' ? 'decimal' : 'lowerRoman');
}

async function statedProperties(zip: Zip): Promise<Properties> {
  const relationships = await relationshipsOf(zip, '');
  const core = await readOptionalXml(zip, partOfType(relationships, 'core-properties'));
  const extended = await readOptionalXml(zip, partOfType(relationships, 'extended-properties'));
  const text = (root: XmlElement | undefined, local: string) => xmlText(childOf(root, local));
  return {
    title: text(core, 'title'),
    creator: text(core, 'creator'),
    description: text(core, 'description'),
    company: text(extended, 'Company'),
  };
}

export const docx: BytesFormat = {
  ...importFormats.docx,
  reads: 'bytes',
  recognises: async (_head, zip) =>
    zip !== null && zip.has(contentTypes) && mainType.test(await zip.text(contentTypes)),
  parse: (_bytes, { fallbackTitle }, zip) => importDocx(zip as Zip, fallbackTitle),
};
