import { CommonplaceError } from '../../../shared/result';
import type { WordTemplate } from '../../../shared/domain/word-template';
import { openZip } from '../../importing/zip';
import { childOf, elementsOf, parseXml, xmlEscape, type XmlElement } from '../../xml';
import { rewriteParts } from '../docx-parts';
import { headerParts } from './apply-headers';
import type { RunningTexts } from './header-fields';
import { attributesOf } from './looks';
import { defaultsXml, readStyles, styleXml, type TemplateStyle } from './styles';

/**
 * A Word file of ours with the styles of a template, its headers and footers; what the template lacks stays ours.
 * @param texts what its running heads may say
 * @throws CommonplaceError `unreadable`
 */
export async function applyWordTemplate(
  docx: Uint8Array,
  template: WordTemplate,
  texts: RunningTexts,
): Promise<Uint8Array> {
  const zip = await openZip(docx, Number.MAX_SAFE_INTEGER);
  const refuse = () =>
    new CommonplaceError(
      'unreadable',
      `The Word template “${template.name}” cannot be read. Choose the template again, or remove it.`,
    );
  const { styles, ids } = mergeStyles(await zip.text('word/styles.xml'), template, refuse);
  const headers = headerParts(template, { styleId: (id) => ids.get(id), texts, refuse });
  /** What is said in parts of ours, which we wrote: each has the place once. */
  const changes: Record<string, (xml: string) => string> = {
    'word/styles.xml': () => styles,
    '[Content_Types].xml': (xml) => xml.replace('</Types>', `${headers.types}</Types>`),
    'word/_rels/document.xml.rels': (xml) =>
      xml.replace('</Relationships>', `${headers.relationships}</Relationships>`),
    'word/document.xml': (xml) => {
      const section = xml.lastIndexOf('<w:sectPr>') + '<w:sectPr>'.length;
      return xml.slice(0, section) + headers.references + xml.slice(section);
    },
    'word/settings.xml': (xml) =>
      template.page?.mirrored ? xml.replace('<w:displayBackgroundShape/>', '$&<w:mirrorMargins/>') : xml,
  };
  return rewriteParts(docx, changes, headers.parts);
}

/** Styles are the same where their names are: Word's own have the same name in every language, and other ids. */
function mergeStyles(
  ours: string,
  template: WordTemplate,
  refuse: () => Error,
): { styles: string; ids: ReadonlyMap<string, string> } {
  const root = parseXml(ours, refuse);
  const theirs = readStyles(parseXml(template.styles, refuse));
  const own = elementsOf(root, 'style').map((element) => ({ element, ...facts(element) }));
  const language = childOf(childOf(childOf(childOf(root, 'docDefaults'), 'rPrDefault'), 'rPr'), 'lang');

  const idsByName = new Map(own.map(({ key, id }) => [key, id]));
  const ownIds = new Set([...own.map(({ id }) => id), 'Normal']);
  const ids = new Map(theirs.styles.map((style) => [style.id, newId(style, idsByName, ownIds)]));
  const taken = withoutCycles(theirs.styles.map((style) => renamed(style, ids)));
  const names = new Set(taken.map(({ name }) => name.toLowerCase()));
  const left = own.filter(
    ({ key, id }) => !names.has(key.slice(key.indexOf(' ') + 1)) && !taken.some((t) => t.id === id),
  );
  const styles =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    `<w:styles${attributes(root)}>` +
    defaultsXml(theirs.defaults, language ? xml(language) : '') +
    taken.map(styleXml).join('') +
    left.map(({ element }) => xml(element)).join('') +
    '</w:styles>';
  return { styles, ids };
}

function facts(element: XmlElement): { id: string; key: string } {
  const { type = 'paragraph', styleId = '' } = attributesOf(element);
  const name = childOf(element, 'name');
  return { id: styleId, key: `${type} ${((name && attributesOf(name)['val']) ?? '').toLowerCase()}` };
}

function newId(style: TemplateStyle, idsByName: ReadonlyMap<string, string>, ownIds: ReadonlySet<string>): string {
  const key = `${style.type} ${style.name.toLowerCase()}`;
  if (key === 'paragraph normal') return 'Normal';
  const own = idsByName.get(key);
  if (own !== undefined) return own;
  return ownIds.has(style.id) ? `${style.id}-template` : style.id;
}

function renamed(style: TemplateStyle, ids: ReadonlyMap<string, string>): TemplateStyle {
  const named = (id: string | undefined) => (id === undefined ? undefined : ids.get(id));
  const { basedOn, next, link } = style;
  return {
    ...style,
    id: ids.get(style.id) ?? style.id,
    basedOn: named(basedOn),
    next: named(next),
    link: named(link),
  };
}

/** Styles that rest on each other in a ring rest on nothing. */
function withoutCycles(styles: TemplateStyle[]): TemplateStyle[] {
  const bases = new Map(styles.map(({ id, basedOn }) => [id, basedOn]));
  const isRing = (id: string) => {
    const passed = new Set<string>();
    for (let at: string | undefined = id; at !== undefined; at = bases.get(at)) {
      if (passed.has(at)) return true;
      passed.add(at);
    }
    return false;
  };
  return styles.map((style) => (isRing(style.id) ? { ...style, basedOn: undefined } : style));
}

function attributes({ attrs }: XmlElement): string {
  return Object.entries(attrs)
    .map(([name, value]) => ` ${name}="${xmlEscape(value)}"`)
    .join('');
}

function xml(element: XmlElement): string {
  const inner = element.children.map((child) => (typeof child === 'string' ? xmlEscape(child) : xml(child))).join('');
  const start = `<${element.name}${attributes(element)}`;
  return inner === '' ? `${start}/>` : `${start}>${inner}</${element.name}>`;
}
