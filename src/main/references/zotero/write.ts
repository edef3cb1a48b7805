import type { CslItem } from '../../../shared/domain/csl';
import type { Reference } from '../../../shared/domain/references';
import {
  addressOf,
  customOf,
  dateOf,
  dateText,
  kindOf,
  namesOf,
  oneLine,
  richText,
  unwritten,
  type Losses,
} from '../values';
import { xmlEscape } from '../../xml';
import { xmlLeaf } from '../xml';
import { extraLines, fitsExtra } from './extra';
import { namespaces } from './graph';
import { twoPartName } from './names';
import { classes, creators, firstCreators, zoteroFields, zoteroTypes } from './tables';

/**
 * Zotero's RDF, UTF-8, as Zotero's own export writes it: typed nodes, notes and files as nodes of their own, collections at the
 * end. Variables that Zotero has no field for stand in `Extra`. Files lie beside it, under the paths that are named.
 */
export function writeZoteroRdf(references: readonly Reference[], losses: Losses): string {
  let count = 0;
  const id = () => `#item_${(count += 1)}`;
  const collections = new CollectionTree();
  const nodes = references.flatMap((reference) => {
    const about = id();
    for (const path of reference.collections) collections.file(about, path);
    const notes = reference.notes.map((note) => [id(), note] as const);
    const files = (reference.attachments ?? []).map((file) => [id(), file] as const);
    return [
      item(reference, about, { notes: notes.map(([note]) => note), files: files.map(([file]) => file) }, losses),
      ...notes.map(([note, text]) => node('bib:Memo', note, [xmlLeaf('rdf:value', noteHtml(text))])),
      ...files.map(([file, { path, mediaType, title }]) =>
        node('z:Attachment', file, [
          xmlLeaf('z:itemType', 'attachment'),
          `<rdf:resource rdf:resource="${xmlEscape(path)}"/>`,
          xmlLeaf('dc:title', title),
          xmlLeaf('link:type', mediaType),
        ]),
      ),
    ];
  });
  const spaces = Object.entries(namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  const all = [...nodes, ...collections.nodes()].join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF\n${spaces.join('\n')}>\n${all}\n</rdf:RDF>\n`;
}

function node(name: string, about: string, inside: readonly string[]): string {
  const lines = inside.filter((line) => line !== '').map((line) => `    ${line}`);
  return `  <${name}${about === '' ? '' : ` rdf:about="${about}"`}>\n${lines.join('\n')}\n  </${name}>`;
}

function item(
  { csl, citationKey, tags }: Reference,
  about: string,
  { notes, files }: { notes: readonly string[]; files: readonly string[] },
  losses: Losses,
): string {
  const { name: type, readAs } = zoteroTypes.write(csl.type);
  const [element = 'bib:Document', containerElement] = classes[type] ?? [];
  const written = new Set<string>();
  const places = fieldsByPlace(csl, readAs, containerElement !== undefined, written);
  const lines = [xmlLeaf('z:itemType', type), ...containers(places, containerElement), publisher(places)];
  for (const [list, role] of creators) lines.push(creatorList(csl, list, role, type, written));
  for (const note of notes) lines.push(`<dcterms:isReferencedBy rdf:resource="${note}"/>`);
  for (const file of files) lines.push(`<link:link rdf:resource="${file}"/>`);
  for (const tag of tags) lines.push(xmlLeaf('dc:subject', oneLine(tag)));
  const callNumber = richText(csl, 'call-number');
  if (callNumber !== '')
    lines.push(`<dc:subject><dcterms:LCC>${xmlLeaf('rdf:value', callNumber)}</dcterms:LCC></dc:subject>`);
  written.add('call-number');
  lines.push(...(places.get('item') ?? []));
  lines.push(conference(places));
  for (const scheme of ['ISBN', 'ISSN', 'DOI'] as const) {
    const number = richText(csl, scheme);
    if (number !== '') lines.push(xmlLeaf('dc:identifier', `${scheme} ${number}`));
    written.add(scheme);
  }
  const url = addressOf(csl);
  if (url !== '') lines.push(`<dc:identifier><dcterms:URI>${xmlLeaf('rdf:value', url)}</dcterms:URI></dc:identifier>`);
  written.add('URL');
  lines.push(xmlLeaf('z:citationKey', citationKey));
  for (const [name, text] of Object.entries(customOf(csl)))
    if (/^(?:z|dc|prism|bib):[A-Za-z][\w.-]*$/u.test(name)) lines.push(xmlLeaf(name, oneLine(text)));
  lines.push(xmlLeaf('dc:description', extra(csl, readAs, written)));
  losses.addUnwritten(csl, written);
  return node(element, about, lines);
}

/** The elements of each place, for the variables that have a field in this type. */
function fieldsByPlace(
  csl: CslItem,
  readAs: CslItem['type'],
  hasContainer: boolean,
  written: Set<string>,
): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { field, variable: variableOf } of zoteroFields.rows) {
    const variable = variableOf(readAs);
    const [place = '', name = ''] = field.split(' ');
    if (variable === undefined || written.has(variable) || (place === 'container' && !hasContainer)) continue;
    const value = kindOf(variable) === 'date' ? dateText(dateOf(csl, variable)) : richText(csl, variable);
    if (value === '') continue;
    written.add(variable);
    const list = places.get(place) ?? [];
    places.set(place, [...list, xmlLeaf(name, value)]);
  }
  return places;
}

/** A series is part of what the item is part of, where there is such a thing. */
function containers(places: ReadonlyMap<string, string[]>, container: string | undefined): string[] {
  const part = (element: string, inside: readonly string[]) =>
    `<dcterms:isPartOf><${element}>${inside.join('')}</${element}></dcterms:isPartOf>`;
  const of = (place: string) => places.get(place) ?? [];
  const series = of('series').length > 0 ? part('bib:Series', of('series')) : '';
  const within = [...of('container'), series].filter(Boolean);
  const lines = of('section').length > 0 ? [part('bib:Part', of('section'))] : [];
  if (container === undefined) return series === '' ? lines : [...lines, series];
  return within.length === 0 ? lines : [...lines, part(container, within)];
}

function publisher(places: ReadonlyMap<string, string[]>): string {
  const inside = (places.get('organization') ?? []).map((leaf) =>
    leaf.startsWith('<vcard:locality>') ? `<vcard:adr><vcard:Address>${leaf}</vcard:Address></vcard:adr>` : leaf,
  );
  return inside.length === 0
    ? ''
    : `<dc:publisher><foaf:Organization>${inside.join('')}</foaf:Organization></dc:publisher>`;
}

function conference(places: ReadonlyMap<string, string[]>): string {
  const inside = places.get('conference') ?? [];
  return inside.length === 0
    ? ''
    : `<bib:presentedAt><bib:Conference>${inside.join('')}</bib:Conference></bib:presentedAt>`;
}

function creatorList(csl: CslItem, list: string, role: string, type: string, written: Set<string>): string {
  const names = namesOf(csl, role);
  const isIts = role === 'author' ? list === (firstCreators[type] ?? 'bib:authors') : !written.has(role);
  if (!isIts || names.length === 0) return '';
  written.add(role);
  const people = names.map((name) => {
    const { surname, given } = twoPartName(name);
    const first = given === undefined ? '' : `<foaf:givenName>${xmlEscape(given)}</foaf:givenName>`;
    return `<rdf:li><foaf:Person>${xmlLeaf('foaf:surname', surname)}${first}</foaf:Person></rdf:li>`;
  });
  return `<${list}><rdf:Seq>${people.join('')}</rdf:Seq></${list}>`;
}

/** The note first, then what has no field. */
function extra(csl: CslItem, readAs: CslItem['type'], written: Set<string>): string {
  const note = typeof csl.note === 'string' || typeof csl.note === 'number' ? String(csl.note).trim() : '';
  written.add('note');
  const rest = unwritten(csl, written).filter((variable) => fitsExtra(csl, variable));
  for (const variable of rest) written.add(variable);
  const type = readAs === csl.type ? [] : [`type: ${csl.type}`];
  return [note, ...type, ...extraLines(csl, rest)].filter((line) => line !== '').join('\n');
}

function noteHtml(note: string): string {
  return note
    .split('\n')
    .map((line) => `<p>${xmlEscape(line)}</p>`)
    .join('\n');
}

/** Collections by their paths, written each with what is in it. */
class CollectionTree {
  readonly #root = new Map<string, Branch>();

  file(about: string, path: readonly string[]): void {
    let level = this.#root;
    let branch: Branch | undefined;
    for (const name of path) {
      branch = level.get(name) ?? { inside: new Map(), items: [] };
      level.set(name, branch);
      level = branch.inside;
    }
    branch?.items.push(about);
  }

  nodes(): string[] {
    const lines: string[] = [];
    let count = 0;
    const write = (name: string, { inside, items }: Branch): string => {
      const about = `#collection_${(count += 1)}`;
      const place = lines.push('') - 1;
      const parts = [...[...inside].map(([inner, branch]) => write(inner, branch)), ...items];
      lines[place] = node('z:Collection', about, [
        xmlLeaf('dc:title', name),
        ...parts.map((part) => `<dcterms:hasPart rdf:resource="${part}"/>`),
      ]);
      return about;
    };
    for (const [name, branch] of this.#root) write(name, branch);
    return lines;
  }
}

interface Branch {
  inside: Map<string, Branch>;
  items: string[];
}
