import { SaxesParser } from 'saxes';

/** An element of a parsed XML document. Text lies between elements as strings, in order. */
export interface XmlElement {
  /** As written, with its prefix: "dc:title". */
  name: string;
  /** Without its prefix. */
  local: string;
  /** Namespace, '' for none. */
  uri: string;
  /** By name as written. */
  attrs: Record<string, string>;
  children: (XmlElement | string)[];
}

export interface XmlLimits {
  elements: number;
  depth: number;
}

const ordinaryLimits: XmlLimits = { elements: 2_000_000, depth: 500 };

/**
 * Parses strict XML. A DOCTYPE is refused, because it can define entities that grow without end or name files; the only
 * entities are XML's five and numbers.
 * @param refuse makes the error from a reason: "it is not well-formed XML (…)"
 */
export function parseXml(
  xml: string,
  refuse: (reason: string) => Error,
  limits: XmlLimits = ordinaryLimits,
): XmlElement {
  const root: XmlElement = { name: '', local: '', uri: '', attrs: {}, children: [] };
  const open: XmlElement[] = [root];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw refuse(`it is not well-formed XML (${error.message.replace(/^\d+:\d+:\s*/u, '')} line ${parser.line})`);
  });
  parser.on('doctype', () => {
    throw refuse('it has a DOCTYPE, which it does not need and which can hide an attack');
  });
  parser.on('opentag', (tag) => {
    if (open.length > limits.depth) throw refuse('its elements are nested too deeply');
    if ((elements += 1) > limits.elements) throw refuse('it has too many elements');
    const attrs: Record<string, string> = {};
    for (const [name, attribute] of Object.entries(tag.attributes)) attrs[name] = attribute.value;
    const element: XmlElement = { name: tag.name, local: tag.local, uri: tag.uri, attrs, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const text = (value: string) => {
    const children = open.at(-1)?.children ?? [];
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + value;
    else children.push(value);
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml.replace(/^\uFEFF/u, '').trimStart()).close();
  const [top] = elementsOf(root);
  if (!top) throw refuse('it is empty');
  return top;
}

/** The elements directly inside; only those of a local name, where one is given. */
export function elementsOf(element: XmlElement | undefined, local?: string): XmlElement[] {
  const children = element?.children ?? [];
  return children.filter(
    (node): node is XmlElement => typeof node !== 'string' && (local === undefined || node.local === local),
  );
}

/** The first element of a local name directly inside. */
export function childOf(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return elementsOf(element, local)[0];
}

/** All text inside an element, at any depth, as written. */
export function xmlText(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children.map((node) => (typeof node === 'string' ? node : xmlText(node))).join('');
}

/** Text for XML: its signs escaped, and without what XML 1.0 cannot hold. */
export function xmlEscape(text: string): string {
  return (
    text
      // With the flag u these are halves of characters only.
      .replace(/\p{Cs}/gu, '\uFFFD')
      // oxlint-disable-next-line no-control-regex -- control characters are what this looks for
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, '')
      .replace(/\r\n?/gu, '\n')
      .replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
  );
}
