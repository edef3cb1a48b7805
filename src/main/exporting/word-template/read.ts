import type { WordTemplate } from '../../../shared/domain/word-template';
import { CommonplaceError } from '../../../shared/result';
import { partOfType, relationshipsOf } from '../../importing/docx/package';
import { openZip, type Zip } from '../../importing/zip';
import { childOf, elementsOf, parseXml, type XmlElement } from '../../xml';
import { isOn, readHeaders } from './headers';
import { readLists } from './lists';
import { attributesOf, type ThemeFonts } from './looks';
import { readStyles, writeStyles } from './styles';

/** An error that speaks of templates already. */
class Refusal extends CommonplaceError {}

/** What may come out of the parts that are read. */
const mostOutput = 30_000_000;

/**
 * What a Word file that somebody gave lends: styles, the fonts of its theme by name, how lists begin, paper and margins, headers and footers. No part of
 * the file is kept but the pictures of its headers: all else is read and written anew, so its macros, links and addresses cannot come along.
 * @throws CommonplaceError `unreadable`, `too-large`
 */
export async function readWordTemplate(name: string, bytes: Uint8Array): Promise<WordTemplate> {
  const usual = 'Choose another .docx, or open it in Word and save it as one.';
  const refuse = (reason: string, advice = usual) =>
    new Refusal('unreadable', `“${name}” cannot be a Word template: ${reason}. ${advice}`);
  try {
    const zip = await openZip(bytes, mostOutput);
    await checkPackage(zip, refuse);
    const document = partOfType(await relationshipsOf(zip, ''), 'officeDocument');
    if (document === undefined || !zip.has(document)) throw refuse('it has no text part');
    const parts = await relationshipsOf(zip, document);
    const styles = partOfType(parts, 'styles');
    if (styles === undefined || !zip.has(styles)) throw refuse('it has no styles');
    const xml = async (part: string) => parseXml(await zip.text(part), refuse);
    const optional = async (type: string) => {
      const part = partOfType(parts, type);
      return part !== undefined && zip.has(part) ? xml(part) : undefined;
    };
    const theme = await optional('theme');
    const fonts = theme && themeFonts(theme);
    const root = await xml(styles);
    if (root.local !== 'styles') throw refuse('it has no styles');
    const read = readStyles(root, fonts);
    if (read.styles.length === 0) throw refuse('it has no styles of paragraphs');
    const written = writeStyles(read);
    if (written.length > 500_000) throw refuse('it has more styles than are taken over');
    const lists = readLists(root, await optional('numbering'), fonts);
    const ids = new Set(read.styles.map(({ id }) => id));
    const [text, settings] = [await xml(document), await optional('settings')];
    const isStyle = (id: string) => ids.has(id);
    const headers = await readHeaders({ zip, document: text, settings, parts, fonts, isStyle, xml, refuse });
    return { name, styles: written, page: pageOf(text, settings), ...headers, ...(lists && { lists }) };
  } catch (error) {
    if (!(error instanceof CommonplaceError) || error instanceof Refusal) throw error;
    if (error.code === 'too-large') throw refuse('it unpacks to more than a template has');
    throw refuse('it is damaged, protected by a password, or not a Word file');
  }
}

async function checkPackage(zip: Zip, refuse: (reason: string) => Error): Promise<void> {
  const types = zip.has('[Content_Types].xml') ? await zip.text('[Content_Types].xml') : '';
  parseXml(types === '' ? '<none/>' : types, refuse);
  if (zip.names.some((part) => /vba(project|data)/i.test(part)) || /macroEnabled|vbaProject/i.test(types))
    throw refuse('it carries macros');
  if (!/officedocument\.wordprocessingml\.(document|template)\.main\+xml/.test(types))
    throw refuse('it is not a Word document');
}

function themeFonts(theme: XmlElement): ThemeFonts {
  const fonts = new Map<string, string>();
  const scheme = childOf(childOf(theme, 'themeElements'), 'fontScheme');
  for (const kind of ['major', 'minor']) {
    const set = childOf(scheme, `${kind}Font`);
    const put = (element: string, names: readonly string[]) => {
      const face = childOf(set, element)?.attrs['typeface'] ?? '';
      if (face !== '') for (const called of names) fonts.set(`${kind}${called}`, face);
    };
    put('latin', ['HAnsi', 'Ascii']);
    put('ea', ['EastAsia']);
    put('cs', ['Bidi']);
  }
  return fonts;
}

/** Paper and margins of the last section, where they leave room for text. Its columns stay behind: footnotes and tables want the width. */
function pageOf(document: XmlElement, settings: XmlElement | undefined): WordTemplate['page'] {
  const section = elementsOf(childOf(document, 'body'), 'sectPr').at(-1);
  const size = childOf(section, 'pgSz');
  const margins = childOf(section, 'pgMar');
  if (!size || !margins) return null;
  const number = (element: XmlElement, name: string) => {
    const value = attributesOf(element)[name] ?? '';
    return /^-?\d{1,5}$/.test(value) ? Math.abs(Number(value)) : Number.NaN;
  };
  const [width, height] = [number(size, 'w'), number(size, 'h')];
  const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map((side) => number(margins, side));
  const own = {
    header: number(margins, 'header'),
    footer: number(margins, 'footer'),
    gutter: number(margins, 'gutter'),
  };
  const given = Object.entries(own).filter(([, length]) => length <= 31_680);
  const page = {
    width,
    height,
    top: top ?? 0,
    right: right ?? 0,
    bottom: bottom ?? 0,
    left: left ?? 0,
    ...(Object.fromEntries(given) as Partial<typeof own>),
    ...(isOn(settings, 'mirrorMargins') && { mirrored: true }),
  };
  const across = page.left + page.right + (page.gutter ?? 0);
  const hasRoom = width <= 31_680 && height <= 31_680 && width - across >= 2000;
  return hasRoom && height - page.top - page.bottom >= 2000 ? page : null;
}
