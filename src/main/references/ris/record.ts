import { cslDateToEdtf, edtfToCslDate, textToEdtf } from '../../../shared/dates/csl-date';
import type { CslDate, CslItem, CslName } from '../../../shared/domain/csl';
import type { ImportedReference, Reference } from '../../../shared/domain/references';
import { cleanDoi } from '../../importing/metadata/urls';
import { badEntry, emptyReference, most } from '../finish';
import { invertedName, readInvertedName } from '../inverted-names';
import {
  addressOf,
  customOf,
  dateOf,
  dateText,
  keepCustom,
  kindOf,
  namesOf,
  oneLine,
  plainText,
  readDate,
  richText,
  setText,
  type Losses,
} from '../values';
import { numberedInSn, risAliases, risFields, risTypes, wholeWorks } from './tables';

/** One line of a RIS entry, or what stands for it in EndNote's XML. */
export type RisField = readonly [tag: string, value: string];

/**
 * A reference as RIS fields, without TY and ER. Values are single lines without type.
 * @param rich texts keep CSL's tags, and notes their lines
 */
export function risRecord(
  { csl, citationKey, tags, notes, collections }: Reference,
  losses: Losses,
  rich = false,
): RisField[] {
  const text = rich ? richText : plainText;
  const fields: RisField[] = [];
  const written = new Set<string>();
  const add = (tag: string, value: string, variable?: string) => {
    if (value === '') return;
    fields.push([tag, value]);
    if (variable !== undefined) written.add(variable);
  };
  // The fields are those of the type that it will be read as.
  const type = risTypes.write(csl.type).readAs;
  add('ID', citationKey.replace(/\s/gu, ''));
  for (const { field, variable: variableOf } of risFields.rows) {
    const variable = variableOf(type);
    if (variable === undefined || written.has(variable)) continue;
    const kind = kindOf(variable);
    if (kind === 'names') for (const name of namesOf(csl, variable)) add(field, invertedName(name), variable);
    else if (kind === 'date') add(field, slashed(dateOf(csl, variable)), variable);
    else {
      if (!rich && richText(csl, variable) !== plainText(csl, variable)) losses.add('italics and other type in texts');
      add(field, text(csl, variable), variable);
    }
  }
  const issued = slashed(csl.issued);
  add('PY', /^-?\d+/u.exec(issued)?.[0] ?? '', 'issued');
  add('DA', issued, 'issued');
  addPages(csl, type, add);
  if (numberedInSn.has(type)) add('SN', plainText(csl, 'number'), 'number');
  add('SN', plainText(csl, 'ISBN'), 'ISBN');
  add('SN', plainText(csl, 'ISSN'), 'ISSN');
  add('UR', addressOf(csl), 'URL');
  for (const tag of tags) add('KW', oneLine(tag));
  for (const note of notes) add('N1', rich ? note : oneLine(note));
  // What came in as a tag of its own goes out as that.
  for (const [tag, value] of Object.entries(customOf(csl))) if (/^[A-Z][A-Z0-9]$/u.test(tag)) add(tag, oneLine(value));
  losses.addUnwritten(csl, written);
  if (type !== csl.type) losses.addType(csl);
  if (collections.length > 0) losses.add('collections');
  return fields;
}

function addPages(csl: CslItem, type: string, add: (tag: string, value: string, variable: string) => void): void {
  const variable = wholeWorks[type] ?? 'page';
  const text = plainText(csl, variable);
  const range = /^([\w.]+)\s*[-–—]+\s*([\w.]+)$/u.exec(text);
  add('SP', range?.[1] ?? text, variable);
  add('EP', range?.[2] ?? '', variable);
}

/** "2023/04/18/": year, month, day and, after the third stroke, what these cannot say, as EDTF or in words. */
function slashed(date: CslDate | undefined): string {
  const edtf = date === undefined ? '' : cslDateToEdtf(date);
  if (edtf === '') {
    const words = dateText(date);
    return words === '' ? '' : `////${words}`;
  }
  const [, year = '', month = '', day = ''] = /^(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?(?!\d)/u.exec(edtf) ?? [];
  const isPlain = edtf === [year, month, day].filter(Boolean).join('-');
  return `${year}/${month}/${day}/${isPlain ? '' : edtf}`;
}

/** Reads such a date, or any other that a file may have in its place. */
export function readSlashed(text: string): CslDate | undefined {
  const match = /^(\d{4})?\/(\d{1,2})?\/(\d{1,2})?\/?(.*)$/u.exec(text);
  if (!match) return readDate(text);
  const [, year, month, day] = match;
  const rest = (match[4] ?? '').replace(/^\/+/u, '').trim();
  const said = textToEdtf(rest) || textToEdtf(`${rest} ${year ?? ''}`);
  if (rest !== '' && said !== '') return edtfToCslDate(said);
  if (year === undefined) return rest === '' ? undefined : { literal: rest };
  return readDate(
    [year, month, day]
      .filter((part) => part !== undefined)
      .map((part) => part.padStart(2, '0'))
      .join('-'),
  );
}

/** Tags whose line breaks mean something, where a file has them. */
const paragraphs = new Set(['AB', 'N1', 'RN', 'M2', 'KW']);
/** Tags whose many values are a list of their own, or need the whole entry to be understood. */
const special = new Set(['ID', 'DA', 'PY', 'SP', 'EP', 'SN', 'UR', 'KW', 'N1', 'RN', 'L1', 'L2', 'L4']);

/** A reference from RIS fields. @throws CommonplaceError `unreadable` for an entry without a field that means anything */
export function readRisRecord(typeName: string, fields: readonly RisField[]): ImportedReference {
  if (fields.length === 0) throw badEntry('It has no fields.');
  if (fields.length > most.fields) throw badEntry(`It has ${fields.length} lines, which no reference has.`);
  const type = risTypes.read(typeName) ?? 'document';
  const reference = emptyReference(type);
  const { csl, lost } = reference;
  if (risTypes.read(typeName) === undefined && typeName !== '')
    lost.push(`the unknown type “${typeName.slice(0, 40)}”`);
  const first = new Map<string, string>();
  // Lists are gathered apart: growing them in the item would copy them at every name.
  const names = new Map<string, CslName[]>();
  for (const [written, text] of fields) {
    const tag = risAliases[written] ?? written;
    const value = paragraphs.has(tag) ? text.trim() : oneLine(text);
    if (value === '') continue;
    if (special.has(tag)) {
      readSpecial(reference, tag, value, first);
      continue;
    }
    const variable = written === 'ED' ? 'editor' : risFields.variable(tag, type);
    const kind = variable === undefined ? 'text' : kindOf(variable);
    if (variable === undefined) keepCustom(csl, written, value);
    else if (kind === 'names') {
      const list = names.get(variable);
      if (list === undefined) names.set(variable, [readInvertedName(value)]);
      else list.push(readInvertedName(value));
    } else if (kind === 'date') csl[variable] ??= readSlashed(value);
    // Some programs put the DOI where the kind of work belongs.
    else if (tag === 'M3' && cleanDoi(value) === value.toLowerCase()) setText(csl, 'DOI', value);
    else if (!setText(csl, variable, value)) keepCustom(csl, written, value);
  }
  for (const [variable, list] of names) csl[variable] = list;
  if (typeName === 'EDBOOK' && csl.editor === undefined) {
    csl.editor = csl.author;
    delete csl.author;
  }
  const issued = readIssued(first.get('DA'), first.get('PY'));
  if (issued !== undefined) csl.issued = issued;
  setText(csl, wholeWorks[type] ?? 'page', pagesOf(first.get('SP'), first.get('EP')));
  return reference;
}

function readSpecial(reference: ImportedReference, tag: string, value: string, first: Map<string, string>): void {
  const { csl, tags, notes, files, lost } = reference;
  switch (tag) {
    case 'ID':
      reference.citationKey ||= value;
      break;
    case 'KW':
      tags.push(...value.split(/[;\n]/u));
      break;
    case 'N1':
    case 'RN':
      notes.push(value);
      break;
    case 'SN':
      readSerialNumber(csl, value);
      break;
    case 'UR':
      if (!setText(csl, 'URL', value)) keepCustom(csl, tag, value);
      break;
    case 'L1':
    case 'L2':
    case 'L4':
      if (/^https?:/iu.test(value)) keepCustom(csl, tag, value);
      else files.push(value.replace(/^internal-pdf:\/\//iu, ''));
      break;
    default:
      if (!first.has(tag)) first.set(tag, value);
      else if (first.get(tag) !== value) lost.push(`a second ${tag} (“${value.slice(0, 100)}”)`);
  }
}

/** ISBN, ISSN and a report's or patent's own number share one tag; their forms tell them apart. */
function readSerialNumber(csl: CslItem, value: string): void {
  const bare = value.replace(/[\s-]/gu, '');
  const isIssn = /^\d{4}-?\d{3}[\dX]\b/iu.test(value) && bare.length < 10;
  const isIsbn = /^(?:97[89])?\d{9}[\dX]/iu.test(bare);
  const other = numberedInSn.has(csl.type)
    ? 'number'
    : /^article|^review|^periodical/u.test(csl.type)
      ? 'ISSN'
      : 'ISBN';
  const variable = isIssn ? 'ISSN' : isIsbn ? 'ISBN' : other;
  if (!setText(csl, variable, value)) csl[variable] = `${String(csl[variable])} ${value}`;
}

/** DA is the fuller date, but some programs leave the year to PY. */
function readIssued(date: string | undefined, year: string | undefined): CslDate | undefined {
  if (date === undefined) return year === undefined ? undefined : readSlashed(year);
  const whole = readSlashed(date);
  if (year === undefined || /\d{4}/u.test(date)) return whole;
  const joined = textToEdtf(`${date} ${year}`);
  return joined === ''
    ? whole?.literal !== undefined && /^\d{4}/u.test(year)
      ? readSlashed(year)
      : whole
    : edtfToCslDate(joined);
}

function pagesOf(start: string | undefined, end: string | undefined): string {
  if (start === undefined || end === undefined || start === end) return start ?? end ?? '';
  return /[-–—]/u.test(start) ? start : `${start}-${end}`;
}
