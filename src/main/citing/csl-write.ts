import type { CslElement } from 'citeproc';

const declaration = '<?xml version="1.0" encoding="utf-8"?>';

/**
 * A style as the text of a `.csl` file, for programs that render citations themselves. Packaged styles come without the
 * title and id that a file must have; `id` stands for both.
 */
export function writeStyle(style: CslElement, id: string): string {
  const xmlns = style.attrs['xmlns'] ?? 'http://purl.org/net/xbiblio/csl';
  const isInfo = (child: CslElement | string) => typeof child !== 'string' && child.name === 'info';
  const info: CslElement = { name: 'info', attrs: {}, children: [element('title', id), element('id', id)] };
  const children = [info, ...style.children.filter((child) => !isInfo(child))];
  return `${declaration}\n${writeElement({ ...style, attrs: { ...style.attrs, xmlns }, children })}\n`;
}

function element(name: string, text: string): CslElement {
  return { name, attrs: {}, children: [text] };
}

function writeElement({ name, attrs, children }: CslElement): string {
  const open = [name, ...Object.entries(attrs).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ');
  if (children.every((child) => child === '')) return `<${open}/>`;
  const inside = children
    .filter(isPlainCsl)
    .map((child) => (typeof child === 'string' ? escapeXml(child) : writeElement(child)));
  return `<${open}>${inside.join('')}</${name}>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** citeproc's own addition to CSL, which its packaged styles hold everywhere and other programs refuse. */
function isPlainCsl(child: CslElement | string): boolean {
  return typeof child === 'string' || child.name !== 'institution';
}

/** subtle: packaged styles hold some attributes as JSON numbers and booleans, whatever their type says. */
function escapeXml(text: unknown): string {
  return String(text).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}
