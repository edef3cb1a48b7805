import type { CslElement } from 'citeproc';
import { CommonplaceError } from '../../shared/result';
import { parseXml, type XmlElement } from '../xml';

const cslNamespace = 'http://purl.org/net/xbiblio/csl';
/** A style with its macros written out has this many elements at most; the largest that the CSL project has stays far below. */
const maxElements = 400_000;
const maxDepth = 100;
/** citeproc takes the square of their number to load them; no style sorts by more than a handful. */
const maxSortKeys = 100;
/** Their text counts; elsewhere white space between elements does not. */
const textElements = new Set(['term', 'single', 'multiple']);

export interface ParsedStyle {
  /** The style's own id, an address as a rule. */
  id: string;
  title: string;
  /** The style itself; null for a dependent one, which only names its parent. */
  style: CslElement | null;
  /** Id of the style that a dependent one stands for. */
  parent: string | null;
}

/**
 * A CSL 1.0 style from a file, checked before citeproc sees it: well-formed XML without a DOCTYPE, macros that exist, do not call themselves and do not grow beyond measure. Throws `bad-style` with the reason.
 */
export function parseStyle(xml: string): ParsedStyle {
  const style = cslElement(parseXml(xml, bad, { elements: maxElements, depth: maxDepth }));
  if (style.name !== 'style' || style.attrs['xmlns'] !== cslNamespace) {
    throw bad('it is not a CSL style');
  }
  if (!/^1\.[01]/.test(style.attrs['version'] ?? '')) {
    throw bad(`it is written for CSL ${style.attrs['version'] ?? 'without a version'}, and Commonplace reads CSL 1.0`);
  }
  const info = child(style, 'info');
  const title = textOf(info && child(info, 'title'));
  const id = textOf(info && child(info, 'id'));
  if (title === '' || id === '') throw bad('it has no title or no id');
  if (id.length > 200) throw bad('its id is longer than 200 characters');
  const parent = info?.children.find(
    (node): node is CslElement =>
      typeof node !== 'string' && node.name === 'link' && node.attrs['rel'] === 'independent-parent',
  );
  const shown = title.slice(0, 500);
  if (parent) {
    const href = parent.attrs['href']?.trim() ?? '';
    if (href === '') throw bad('it stands for another style and does not say which');
    return { id, title: shown, style: null, parent: href.slice(0, 500) };
  }
  const citation = child(style, 'citation');
  if (!citation) throw bad('it has no citation part');
  if (!child(citation, 'layout')) throw bad('its citation part has no layout');
  const cssClass = style.attrs['class'];
  if (cssClass !== 'note' && cssClass !== 'in-text')
    throw bad('it does not say whether it is for notes or for the text');
  checkMacros(style, (text) => lineOf(xml, text));
  return { id, title: shown, style, parent: null };
}

/** XML as citeproc takes it: white space between elements is left out, except where it may be a term's text. */
function cslElement({ name, attrs, children }: XmlElement): CslElement {
  const isTerm = textElements.has(name);
  const kept = children
    // A term that holds <single> and <multiple> has only white space around them.
    .filter((node) => typeof node !== 'string' || node.trim() !== '' || (isTerm && name !== 'term'))
    .map((node) => (typeof node === 'string' ? node : cslElement(node)));
  // subtle: citeproc reads an empty term's value from its first child, which must be there.
  return { name, attrs, children: isTerm && kept.length === 0 ? [''] : kept };
}

/**
 * citeproc writes macros out where they are called, when it loads a style: a chain of macros that each call the next one
 * twice would never end. So their sizes are reckoned first.
 */
function checkMacros(style: CslElement, at: (text: string) => string): void {
  const macros = new Map<string, CslElement>();
  for (const node of style.children) {
    if (typeof node !== 'string' && node.name === 'macro') macros.set(node.attrs['name'] ?? '', node);
  }
  const sizes = new Map<string, number>();
  const calling = new Set<string>();
  /** @param depth of macros that call macros: citeproc recurses */
  const size = (element: CslElement, depth: number): number => {
    let total = 1;
    if (element.name === 'key' && ++sortKeys > maxSortKeys) throw bad('it sorts by too many keys');
    const called = element.attrs['macro'];
    if (called !== undefined) total += macroSize(called, depth);
    for (const node of element.children) if (typeof node !== 'string') total += size(node, depth);
    return total;
  };
  let sortKeys = 0;
  const macroSize = (name: string, depth: number): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (!macro) throw bad(`it calls a macro, “${name.slice(0, 60)}”, that it does not have${at(`macro="${name}"`)}`);
    if (calling.has(name)) throw bad(`its macro “${name.slice(0, 60)}” calls itself${at(`name="${name}"`)}`);
    if (depth >= maxDepth) throw bad('its macros call each other in too long a chain');
    calling.add(name);
    const total = size(macro, depth + 1);
    calling.delete(name);
    sizes.set(name, total);
    return total;
  };
  if (size(style, 0) > maxElements) throw bad('its macros grow too large when they are written out');
}

/** Where something stands in a file, for a person who will look there: " (line 12)"; '' if it is not found as written. */
function lineOf(xml: string, text: string): string {
  const found = xml.indexOf(text);
  return found < 0 ? '' : ` (line ${xml.slice(0, found).split('\n').length})`;
}

function child(element: CslElement, name: string): CslElement | undefined {
  return element.children.find((node): node is CslElement => typeof node !== 'string' && node.name === name);
}

function textOf(element: CslElement | undefined): string {
  const parts = element?.children.filter((node) => typeof node === 'string') ?? [];
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** The one error of this folder: the reason, and what to do. */
export function bad(reason: string): CommonplaceError {
  return new CommonplaceError('bad-style', `This style cannot be used: ${reason}. Choose another .csl file.`);
}
