import { elementsOf, xmlText, type XmlElement } from '../../xml';

/** The namespaces of Zotero's RDF, by the prefixes that its own files give them. */
export const namespaces = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  z: 'http://www.zotero.org/namespaces/export#',
  dcterms: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  bib: 'http://purl.org/net/biblio#',
  foaf: 'http://xmlns.com/foaf/0.1/',
  link: 'http://purl.org/rss/1.0/modules/link/',
  prism: 'http://prismstandard.org/namespaces/1.2/basic/',
  vcard: 'http://nwalsh.com/rdf/vCard#',
} as const;

/** PRISM has had a namespace a version; all mean the same here. */
const prisms = /^http:\/\/prismstandard\.org\/namespaces\/(?:1\.2\/)?basic\/(?:\d\.\d\/)?$/u;
const prefixes = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri as string, prefix]));

/** A name with the prefix it usually has, whatever the file calls its namespace: "dc:title". */
function nameOf({ uri, local }: { uri: string; local: string }): string {
  const prefix = prefixes.get(uri) ?? (prisms.test(uri) ? 'prism' : uri);
  return `${prefix}:${local}`;
}

/** Something that statements are made about. */
export interface RdfNode {
  /** '' for one without a name. */
  id: string;
  /** "bib:Article"; '' where nothing says. */
  type: string;
  /** In the order of the file. */
  statements: { name: string; value: RdfValue }[];
}

/** A text, or the node that is meant. */
export type RdfValue = string | RdfNode;

export interface RdfGraph {
  /** Nodes that stand at the top of the file, in its order. */
  top: RdfNode[];
}

/** Reads RDF/XML as programs for references write it (W3C RDF 1.1 XML Syntax, without the parse types). */
export function readGraph(root: XmlElement): RdfGraph {
  const nodes = new Map<string, RdfNode>();
  const named = (id: string): RdfNode => {
    const known = nodes.get(id);
    if (known) return known;
    const node: RdfNode = { id, type: '', statements: [] };
    nodes.set(id, node);
    return node;
  };
  const attribute = (element: XmlElement, local: string) =>
    element.attrs[`rdf:${local}`] ?? element.attrs[local] ?? undefined;

  function readNode(element: XmlElement): RdfNode {
    const about = attribute(element, 'about');
    const id = about ?? prefixed('#', attribute(element, 'ID')) ?? prefixed('_:', attribute(element, 'nodeID'));
    const node = id === undefined ? { id: '', type: '', statements: [] } : named(id);
    const type = nameOf(element);
    if (type !== 'rdf:Description') node.type = type;
    for (const property of elementsOf(element)) readProperty(node, property);
    return node;
  }

  function readProperty(node: RdfNode, element: XmlElement): void {
    const name = nameOf(element);
    const resource = attribute(element, 'resource');
    const nodeId = prefixed('_:', attribute(element, 'nodeID'));
    if (resource !== undefined || nodeId !== undefined) {
      const target = resource ?? nodeId ?? '';
      // A file's path is its own; everything else names a node of this file or of another.
      if (name === 'rdf:resource') node.statements.push({ name, value: target });
      else if (name === 'rdf:type') node.type ||= typeName(target);
      else node.statements.push({ name, value: named(target) });
      return;
    }
    const inside = elementsOf(element);
    if (inside.length === 0) node.statements.push({ name, value: xmlText(element) });
    else for (const child of inside) node.statements.push({ name, value: readNode(child) });
  }

  const list = root.local === 'RDF' ? elementsOf(root) : [root];
  return { top: list.map(readNode) };
}

function prefixed(prefix: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : prefix + text;
}

function typeName(uri: string): string {
  const at = Math.max(uri.lastIndexOf('#'), uri.lastIndexOf('/')) + 1;
  return nameOf({ uri: uri.slice(0, at), local: uri.slice(at) });
}

/** The first text that a node states under a name; '' for none. */
export function textOf(node: RdfNode | undefined, name: string): string {
  return textsOf(node, name)[0] ?? '';
}

/** All its texts of that name; of nodes their `rdf:value`. */
export function textsOf(node: RdfNode | undefined, name: string): string[] {
  return valuesOf(node, name)
    .map((value) => (typeof value === 'string' ? value : textOf(value, 'rdf:value')))
    .filter((text) => text.trim() !== '');
}

export function nodesOf(node: RdfNode | undefined, name: string): RdfNode[] {
  return valuesOf(node, name).filter((value): value is RdfNode => typeof value !== 'string');
}

function valuesOf(node: RdfNode | undefined, name: string): RdfValue[] {
  return node?.statements.filter((statement) => statement.name === name).map(({ value }) => value) ?? [];
}

/** The members of a list (`rdf:Seq` and its kind) that a name leads to. */
export function membersOf(node: RdfNode, name: string): RdfNode[] {
  return nodesOf(node, name).flatMap((list) =>
    /^rdf:(?:Seq|Bag|Alt)$/u.test(list.type)
      ? list.statements
          .filter((statement) => /^rdf:(?:li|_\d+)$/u.test(statement.name))
          .flatMap(({ value }) => (typeof value === 'string' ? [] : [value]))
      : [list],
  );
}
