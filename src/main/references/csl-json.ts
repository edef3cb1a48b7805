import { cslTypes, type CslDate, type CslItem, type CslName, type CslType } from '../../shared/domain/csl';
import type { ImportedReference, ImportedReferences, Reference } from '../../shared/domain/references';
import { isSafeUrl } from '../../shared/memo/document';
import { cleanText } from '../importing/clean';
import { isRecord } from '../importing/json';
import { badEntry, emptyReference, ReferenceList } from './finish';
import { kindOf, oneLine, readDate, textVariables, unsafeNames, type Losses } from './values';

/**
 * CSL-JSON with citation keys as ids, as pandoc and Zotero read it. Nothing is left out but addresses of other schemes than
 * the web's and mail's: those who render the file make links of them. Tags are `keyword`, notes `annote`.
 */
export function writeCslJson(references: readonly Reference[], losses: Losses): string {
  const items = references.map(({ csl, citationKey, tags, notes, collections }) => {
    const { id: _, ...item } = csl;
    if (item.URL !== undefined && URL.canParse(String(item.URL)) && !isSafeUrl(String(item.URL))) delete item.URL;
    if (tags.length > 0) item.keyword = tags.join(tags.some((tag) => tag.includes(',')) ? '; ' : ', ');
    if (notes.length > 0) item.annote = notes.join('\n\n');
    if (collections.length > 0) losses.add('collections');
    return { id: citationKey, 'citation-key': citationKey, ...item };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** Whether a text is CSL-JSON, by its beginning. */
export function isCslJson(start: string): boolean {
  const types = [...cslTypes, ...Object.keys(otherTypes)].join('|');
  return /^[[{]/u.test(start) && new RegExp(`"type"\\s*:\\s*"(?:${types})"`, 'u').test(start);
}

/** Types that other programs write for the same; the first ones are Crossref's. */
const otherTypes: Readonly<Record<string, CslType>> = {
  'journal-article': 'article-journal',
  'book-chapter': 'chapter',
  'proceedings-article': 'paper-conference',
  'posted-content': 'article',
  monograph: 'book',
  'edited-book': 'book',
  'reference-book': 'book',
  dissertation: 'thesis',
  'motion-picture': 'motion_picture',
  program: 'software',
  unpublished: 'manuscript',
};

/** Reads CSL-JSON, parsed: an array of items, one item, or items under a name, as some programs wrap them. */
export function readCslItems(value: unknown): ImportedReferences {
  const list = new ReferenceList();
  for (const [index, item] of itemsIn(value).entries()) {
    list.read(`entry ${index + 1}`, () => readItem(item));
  }
  return list.finish('CSL-JSON');
}

function itemsIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return [];
  const inside = [value.items, value.references, value.message].find(
    (item) => typeof item === 'object' && item !== null,
  );
  return inside === undefined || typeof value.type === 'string' ? [value] : itemsIn(inside);
}

/** One item alone; null for what is none. */
export function readCslItem(raw: unknown): CslItem | null {
  try {
    return readItem(raw).csl;
  } catch {
    return null;
  }
}

function readItem(raw: unknown): ImportedReference {
  if (!isRecord(raw)) throw badEntry('It is no CSL item.');
  const written = oneLine(String(raw.type ?? ''));
  const type = cslTypes.find((name) => name === written) ?? otherTypes[written];
  const reference = emptyReference(type ?? 'document');
  if (type === undefined) reference.lost.push(`the unknown type “${written.slice(0, 40)}”`);
  const { csl, lost } = reference;
  for (const [name, value] of Object.entries(raw)) {
    if (name === 'type' || name === 'id' || value === null || value === '' || unsafeNames.has(name)) continue;
    const kept = readValue(name, value);
    if (kept === undefined) lost.push(`“${name.slice(0, 40)}”, which is not what CSL has there`);
    else csl[name] = kept;
  }
  const { keyword, annote, 'citation-key': key } = csl;
  delete csl.keyword;
  delete csl.annote;
  delete csl['citation-key'];
  reference.citationKey = key === undefined ? oneLine(String(raw.id ?? '')) : String(key);
  reference.tags = typeof keyword === 'string' ? keyword.split(keyword.includes(';') ? /;/u : /,/u) : [];
  reference.notes = typeof annote === 'string' ? [annote] : [];
  return reference;
}

/** A variable's value in the form that the rest of the app relies on; undefined for what cannot be it. */
function readValue(name: string, value: unknown): unknown {
  const kind = kindOf(name);
  if (kind === 'names') return Array.isArray(value) ? value.filter(isRecord).map(readName) : undefined;
  if (kind === 'date')
    return isRecord(value) ? readCslDate(value) : typeof value === 'string' ? readDate(value) : undefined;
  if (!textVariables.has(name.toLowerCase())) return cleanJson(value);
  // Crossref has lists of titles, of which the first is the title.
  const text: unknown = Array.isArray(value) ? value[0] : value;
  return typeof text === 'string' ? cleanText(text).text : typeof text === 'number' ? text : undefined;
}

function readName(raw: Record<string, unknown>): CslName {
  const { name, ...parts } = raw;
  // Crossref calls an organisation's name so.
  const literal = parts.literal ?? (parts.family === undefined ? name : undefined);
  return cleanJson(
    Object.fromEntries(
      Object.entries({ ...parts, literal }).filter(
        ([key, part]) => part !== undefined && (typeof part === 'string' || !textParts.has(key)),
      ),
    ),
  ) as CslName;
}

const textParts = new Set(['family', 'given', 'literal', 'suffix', 'dropping-particle', 'non-dropping-particle']);

function readCslDate(raw: Record<string, unknown>): CslDate | undefined {
  const date = cleanJson(raw) as Record<string, unknown>;
  const parts = date['date-parts'];
  if (parts === undefined) {
    const words = [date.literal, date.raw].find((text) => typeof text === 'string');
    return words === undefined ? undefined : readDate(words);
  }
  const isDate = Array.isArray(parts) && parts.every((part) => Array.isArray(part) && part.every(isScalar));
  return isDate ? (date as CslDate) : undefined;
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string';
}

/** JSON whose texts and names can be stored. */
function cleanJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanText(value).text;
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 20) throw badEntry('Its fields are nested too deeply.');
  if (Array.isArray(value)) return value.map((item) => cleanJson(item, depth + 1));
  const entries = Object.entries(value).filter(([key]) => !unsafeNames.has(key));
  return Object.fromEntries(entries.map(([key, item]) => [cleanText(key).text, cleanJson(item, depth + 1)]));
}
