import type { CslItem, CslName, CslType } from '../../../shared/domain/csl';
import type { ImportedReference, ImportedReferences } from '../../../shared/domain/references';
import { importPasted } from '../../importing/html/pasted';
import { badEntry, cutText, emptyReference, ReferenceList } from '../finish';
import { keepCustom, kindOf, oneLine, readDate, setText } from '../values';
import { parseReferences } from '../xml';
import { readExtra } from './extra';
import { membersOf, nodesOf, readGraph, textOf, textsOf, type RdfNode } from './graph';
import { fromTwoParts } from './names';
import { bibClasses, creators, zoteroFields, zoteroTypes } from './tables';

/** Whether a text is Zotero's RDF, by its beginning. */
export function isZoteroRdf(start: string): boolean {
  return (
    /<(?:\w+:)?RDF[\s>]/u.test(start) && /http:\/\/(?:www\.zotero\.org\/namespaces|purl\.org\/net\/biblio)/u.test(start)
  );
}

/** Classes of nodes that are no items of their own. */
const parts = new Set([
  'z:Attachment',
  'z:Collection',
  'z:UserItem',
  'bib:Memo',
  'bib:Journal',
  'bib:Periodical',
  'bib:Newspaper',
  'bib:Series',
  'bib:Part',
  'bib:CourtReporter',
  'bib:Conference',
  'z:Website',
  'z:Blog',
  'z:Forum',
  'foaf:Person',
  'foaf:Organization',
]);
/** Of collections inside collections, and of them all. */
const mostDeep = 20;
const mostWalked = 20_000;

/** Reads Zotero's RDF: items with their creators, tags, notes, files and collections. */
export function readZoteroRdf(text: string): ImportedReferences {
  const { top } = readGraph(parseReferences(text));
  const list = new ReferenceList();
  const filed = collectionPaths(top);
  const isItem = (node: RdfNode) =>
    !parts.has(node.type) && (textOf(node, 'z:itemType') !== '' || bibClasses[node.type] !== undefined);
  const owned = new Set<RdfNode>();
  for (const [index, node] of top.entries()) {
    if (!isItem(node) || textOf(node, 'z:itemType') === 'attachment') continue;
    for (const child of [...nodesOf(node, 'link:link'), ...nodesOf(node, 'dcterms:isReferencedBy')]) owned.add(child);
    const name = textOf(node, 'dc:title') || `entry ${index + 1}`;
    list.read(name, () => ({ ...readItem(node), collections: filed.get(node) ?? [] }));
  }
  for (const node of top) {
    if (owned.has(node)) continue;
    if (isAttachment(node)) {
      const path = textOf(node, 'rdf:resource');
      if (path !== '') list.addLooseFile(filePath(path));
    } else if (node.type === 'bib:Memo' && textOf(node, 'rdf:value') !== '') {
      list.read('a note', () => ({ ...loneNote(node), collections: filed.get(node) ?? [] }));
    }
  }
  return list.finish('Zotero RDF');
}

function isAttachment(node: RdfNode): boolean {
  return node.type === 'z:Attachment' || textOf(node, 'z:itemType') === 'attachment';
}

/** A note that belongs to nothing becomes a source of its own that has it. */
function loneNote(node: RdfNode): ImportedReference {
  const reference = emptyReference('document');
  const note = noteText(textOf(node, 'rdf:value'));
  reference.csl.title = cutText(oneLine(note), 80) || 'Note';
  reference.csl.genre = 'Note';
  reference.notes = [note];
  reference.tags = textsOf(node, 'dc:subject');
  return reference;
}

function readItem(node: RdfNode): ImportedReference {
  const written = textOf(node, 'z:itemType') || (bibClasses[node.type]?.zotero ?? '');
  const type = zoteroTypes.read(written);
  const reference = emptyReference(type ?? 'document');
  const { csl, lost } = reference;
  if (type === undefined) lost.push(`the unknown type “${written.slice(0, 40)}”`);
  const extra = readExtra(textsOf(node, 'dc:description').join('\n'), csl);
  setText(csl, 'note', extra.note);
  if (extra.type !== undefined) csl.type = extra.type;
  reference.citationKey = textOf(node, 'z:citationKey') || extra.citationKey;
  readFields(csl, node, type ?? 'document');
  readCreators(csl, node);
  readIdentifiers(csl, node);
  readSubjects(reference, node);
  reference.notes = nodesOf(node, 'dcterms:isReferencedBy')
    .filter(({ type: kind }) => kind === 'bib:Memo')
    .map((memo) => noteText(textOf(memo, 'rdf:value')));
  for (const attachment of nodesOf(node, 'link:link')) readAttachment(reference, attachment);
  for (const related of nodesOf(node, 'dc:relation')) {
    lost.push(`its relation to “${(textOf(related, 'dc:title') || related.id).slice(0, 200)}”`);
  }
  keepRest(csl, node);
  if (csl.title === undefined && Object.keys(csl).length === 1) throw badEntry('It has no title and no other field.');
  return reference;
}

/** The nodes that hold parts of an item's texts, by the names of the field table. */
function placesOf(node: RdfNode): Record<string, RdfNode | undefined> {
  const within = nodesOf(node, 'dcterms:isPartOf');
  const section = within.find(({ type }) => type === 'bib:Part');
  const all = [...within, ...nodesOf(section, 'dcterms:isPartOf')];
  const container = all.find(({ type }) => type !== 'bib:Part' && type !== 'bib:Series');
  const series = [...all, ...nodesOf(container, 'dcterms:isPartOf')].find(({ type }) => type === 'bib:Series');
  return {
    item: node,
    container,
    section,
    series,
    organization: nodesOf(node, 'dc:publisher')[0],
    conference: nodesOf(node, 'bib:presentedAt')[0],
  };
}

function readFields(csl: CslItem, node: RdfNode, type: CslType): void {
  const places = placesOf(node);
  for (const { field, variable: variableOf } of zoteroFields.rows) {
    const variable = variableOf(type);
    if (variable === undefined) continue;
    const [place = '', name = ''] = field.split(' ');
    const value = oneLine(valueAt(places, place, name));
    if (value === '') continue;
    if (kindOf(variable) === 'date') csl[variable] ??= readDate(value);
    else if (!setText(csl, variable, value)) keepCustom(csl, name, value);
  }
}

/** Volumes and numbers are the container's in some files and the item's in others. */
function valueAt(places: Record<string, RdfNode | undefined>, place: string, name: string): string {
  if (name === 'vcard:locality') {
    const address = nodesOf(places[place], 'vcard:adr')[0];
    return textOf(address, name);
  }
  return textOf(places[place], name) || (name.startsWith('prism:') ? textOf(places.container, name) : '');
}

function readCreators(csl: CslItem, node: RdfNode): void {
  for (const [name, role] of creators) {
    const names = membersOf(node, name)
      .map(readPerson)
      .filter((person) => Object.keys(person).length > 0);
    if (names.length === 0) continue;
    const before = csl[role];
    csl[role] = Array.isArray(before) ? [...(before as CslName[]), ...names] : names;
  }
}

function readPerson(person: RdfNode): CslName {
  const names = ['foaf:givenName', 'foaf:givenname', 'foaf:firstName'];
  const given = names.find((name) => person.statements.some((statement) => statement.name === name));
  const surname = textOf(person, 'foaf:surname') || textOf(person, 'foaf:name');
  return fromTwoParts({ surname, given: given === undefined ? undefined : textOf(person, given) });
}

/** "DOI 10.1234/x" and its like, addresses and numbers of archives share one property. */
function readIdentifiers(csl: CslItem, node: RdfNode): void {
  const places = placesOf(node);
  for (const place of [places.item, places.container]) {
    for (const { name, value } of place?.statements ?? []) {
      if (name !== 'dc:identifier') continue;
      if (typeof value !== 'string') {
        if (!setText(csl, 'URL', oneLine(textOf(value, 'rdf:value'))))
          keepCustom(csl, name, textOf(value, 'rdf:value'));
        continue;
      }
      const [, scheme, number = ''] = /^\s*(ISBN|ISSN|DOI)\s*:?\s*(.*)$/iu.exec(value) ?? [];
      const variable = scheme?.toUpperCase();
      if (variable === undefined || !setText(csl, variable, oneLine(number))) keepCustom(csl, name, oneLine(value));
    }
  }
}

function readSubjects(reference: ImportedReference, node: RdfNode): void {
  for (const { name, value } of node.statements) {
    if (name !== 'dc:subject') continue;
    if (typeof value === 'string') reference.tags.push(value);
    else if (value.type === 'dcterms:LCC') setText(reference.csl, 'call-number', oneLine(textOf(value, 'rdf:value')));
    else reference.tags.push(textOf(value, 'rdf:value'));
  }
}

function readAttachment(reference: ImportedReference, attachment: RdfNode): void {
  const path = textOf(attachment, 'rdf:resource');
  const [url] = nodesOf(attachment, 'dc:identifier').map((term) => oneLine(textOf(term, 'rdf:value')));
  if (path !== '') reference.files.push(filePath(path));
  else if (url !== undefined && url !== '' && !setText(reference.csl, 'URL', url))
    keepCustom(reference.csl, 'link', url);
  const remark = textOf(attachment, 'dc:description');
  if (remark !== '') reference.notes.push(noteText(remark));
  reference.tags.push(...textsOf(attachment, 'dc:subject'));
}

/** Paths are written as addresses: with signs encoded, in some files. */
function filePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** What Zotero has and CSL has not, under Zotero's own name. */
const read: ReadonlySet<string> = new Set([
  ...zoteroFields.rows.map(({ field }) => field.split(' ')[1] ?? ''),
  ...creators.map(([list]) => list),
  'z:itemType',
  'z:citationKey',
  'z:displayTitle',
  'dc:subject',
  'dc:identifier',
  'dc:description',
  'dc:publisher',
  'dc:relation',
]);

function keepRest(csl: CslItem, node: RdfNode): void {
  for (const { name, value } of node.statements) {
    if (!read.has(name) && /^(?:z|dc|prism|bib):[\w.-]+$/u.test(name) && typeof value === 'string')
      keepCustom(csl, name, oneLine(value));
  }
}

/** A note's words, its paragraphs on lines of their own. Nothing of its markup is kept. */
function noteText(html: string): string {
  if (!/<[a-z!/]/iu.test(html)) return html.replace(/\r\n?/gu, '\n').trim();
  const { text, blocks } = importPasted(html, '');
  return blocks.map(({ start, end }) => text.slice(start, end)).join('\n');
}

/** Where each node is filed: names of collections from the outermost inwards. */
function collectionPaths(top: readonly RdfNode[]): Map<RdfNode, string[][]> {
  const collections = top.filter(({ type }) => type === 'z:Collection');
  const inner = new Set(collections.flatMap((collection) => nodesOf(collection, 'dcterms:hasPart')));
  const paths = new Map<RdfNode, string[][]>();
  // subtle: a file may say that a collection is inside itself, or in so many others that there is no end of paths.
  const seen = new Set<RdfNode>();
  let walked = 0;
  const walk = (collection: RdfNode, above: readonly string[], around: readonly RdfNode[]) => {
    if (around.length >= mostDeep || around.includes(collection) || (walked += 1) > mostWalked) return;
    seen.add(collection);
    const path = [...above, cutText(oneLine(textOf(collection, 'dc:title')), 200) || 'Collection'];
    for (const part of nodesOf(collection, 'dcterms:hasPart')) {
      if (part.type === 'z:Collection') walk(part, path, [...around, collection]);
      else paths.set(part, [...(paths.get(part) ?? []), path]);
    }
  };
  for (const collection of collections) if (!inner.has(collection)) walk(collection, [], []);
  for (const collection of collections) if (!seen.has(collection)) walk(collection, [], []);
  return paths;
}
