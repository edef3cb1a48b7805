import type { ImportedReference, ImportedReferences } from '../../../shared/domain/references';
import { citationKeyPattern } from '../../../shared/sources/citation-key';
import { elementsOf, xmlText, type XmlElement } from '../../xml';
import { ReferenceList } from '../finish';
import { readRisRecord, type RisField } from '../ris/record';
import { customOf } from '../values';
import { parseReferences } from '../xml';
import { styledText } from './styles';
import { administrative, elements, endNoteTypes } from './tables';

/** Whether a text is EndNote's XML, by its beginning. */
export function isEndNote(start: string): boolean {
  return /<records[\s>]/u.test(start) && /<record[\s>]/u.test(start);
}

/** Reads EndNote's XML: a record has RIS's fields under other names, and text in EndNote's own styles. */
export function readEndNote(text: string): ImportedReferences {
  const root = parseReferences(text);
  const list = new ReferenceList();
  const records = root.local === 'records' ? [root] : elementsOf(root, 'records');
  for (const [index, record] of records.flatMap((inside) => elementsOf(inside, 'record')).entries()) {
    const [title] = at(record, 'titles/title');
    list.read(title === undefined ? `entry ${index + 1}` : xmlText(title), () => readRecord(record));
  }
  return list.finish('EndNote XML');
}

function readRecord(record: XmlElement): ImportedReference {
  const [type] = elementsOf(record, 'ref-type');
  const name = type?.attrs.name ?? '';
  const number = Number(xmlText(type));
  const known =
    endNoteTypes.find(([called]) => called.toLowerCase() === name.toLowerCase()) ??
    endNoteTypes.find(([, numbered]) => numbered === number);
  const reference = readRisRecord(
    known?.[2] ?? name,
    elements.flatMap(([path, tag]) => fieldsOf(record, path, tag)),
  );
  readLabel(reference);
  readPeriodical(reference, record);
  const seen = new Set(elements.map(([path]) => path.split('/')[0] ?? ''));
  for (const { local } of elementsOf(record).filter((element) => xmlText(element).trim() !== ''))
    if (!seen.has(local) && !administrative.has(local)) reference.lost.push(`the field “${local.slice(0, 40)}”`);
  return reference;
}

function at(record: XmlElement, path: string): XmlElement[] {
  return path.split('/').reduce((inside, name) => inside.flatMap((element) => elementsOf(element, name)), [record]);
}

/** Texts that may be styled; everything else is plain. */
const styled = new Set(['TI', 'T2', 'T3', 'ST', 'AB', 'PB']);

function fieldsOf(record: XmlElement, path: string, tag: string): RisField[] {
  return at(record, path).flatMap((element) => {
    const value = (styled.has(tag) ? styledText(element) : xmlText(element)).replace(/\r\n?/gu, '\n');
    // Several numbers stand in one element, one a line.
    return tag === 'SN' ? value.split(/[\n;]/u).map((number): RisField => [tag, number]) : [[tag, value] as const];
  });
}

/** A label without spaces may be a citation key; any other is kept as it is. */
function readLabel(reference: ImportedReference): void {
  const { LB: label = '' } = customOf(reference.csl);
  if (!citationKeyPattern.test(label)) return;
  reference.citationKey ||= label;
  const custom = reference.csl.custom as Record<string, string>;
  delete custom.LB;
  if (Object.keys(custom).length === 0) delete reference.csl.custom;
}

/** Some programs name the journal only here. */
function readPeriodical({ csl }: ImportedReference, record: XmlElement): void {
  const [full] = at(record, 'periodical/full-title');
  if (full !== undefined && csl['container-title'] === undefined && /^article-/u.test(csl.type))
    csl['container-title'] = xmlText(full).trim();
}
