import { createHash } from 'node:crypto';
import type { CslElement } from 'citeproc';
import type { StyleInfo } from '../../../shared/citing/types';
import { CommonplaceError } from '../../../shared/result';
import { bad, parseStyle, type ParsedStyle } from '../../citing/csl-xml';
import { styleKind } from '../../citing/style-kind';
import { packagedStyleInfo, styleById, unknownStyle } from '../../citing/styles';
import type { Reader } from '../db/types';
import { addedStyle } from './store';

export interface ResolvedStyle {
  /** Changes whenever the style's text does. */
  key: string;
  noteStyle: boolean;
  element: CslElement;
}

/**
 * The style of an id: one the user added goes before a packaged one, and one that was taken out again after it, so that
 * memos written in it keep it.
 * @param parsed remembers what was read, by key
 * @throws CommonplaceError `bad-style` when there is none
 */
export async function resolveStyle(
  db: Reader,
  styleId: string,
  parsed: Map<string, ResolvedStyle>,
): Promise<ResolvedStyle> {
  const added = await addedStyle(db, styleId);
  if (!added || added.removed) {
    const known = parsed.get(styleId);
    if (known) return known;
    const packaged = styleById(styleId);
    if (packaged) return remember(parsed, resolved(styleId, packaged));
  }
  if (!added) throw unknownStyle(styleId);
  const key = `${styleId} ${createHash('sha256').update(added.xml).digest('base64')}`;
  const known = parsed.get(key);
  if (known) return known;
  const style = parseStyle(added.xml);
  const element = await elementOf(db, style);
  // subtle: the parent of a dependent style may be replaced too, so that one is read each time.
  if (style.parent !== null) return resolved(`${key} ${await parentKey(db, style.parent, parsed)}`, element);
  return remember(parsed, resolved(key, element));
}

function remember(parsed: Map<string, ResolvedStyle>, style: ResolvedStyle): ResolvedStyle {
  if (parsed.size > 8) parsed.clear();
  parsed.set(style.key, style);
  return style;
}

/** A style as lists show it; null where there is none. */
export async function styleInfo(db: Reader, styleId: string): Promise<StyleInfo | null> {
  const added = await addedStyle(db, styleId);
  const packaged = added && !added.removed ? undefined : packagedStyleInfo(styleId);
  if (packaged) return packaged;
  return added ? addedInfo(db, parseStyle(added.xml), added.removed) : null;
}

/** An added style as lists show it: of a dependent one, how its parent cites. */
export async function addedInfo(db: Reader, style: ParsedStyle, removed: boolean): Promise<StyleInfo> {
  const kind = styleKind(await elementOf(db, style));
  const info: StyleInfo = { id: style.id, title: style.title, kind, noteStyle: kind === 'note', added: true };
  if (style.parent !== null) info.parent = style.parent;
  if (removed) info.removed = true;
  return info;
}

/** The same for one of a list, in which one style that cannot be read must not hide the others. */
export async function listedInfo(db: Reader, style: { id: string; title: string; xml: string }): Promise<StyleInfo> {
  try {
    return await addedInfo(db, parseStyle(style.xml), false);
  } catch (error) {
    if (!(error instanceof CommonplaceError)) throw error;
    return { id: style.id, title: style.title, kind: 'note', noteStyle: true, added: true, broken: true };
  }
}

/** The style itself, or the one that a dependent style stands for: added, or of the packages. */
export async function elementOf(db: Reader, style: ParsedStyle): Promise<CslElement> {
  if (style.style) return style.style;
  const parent = style.parent ?? '';
  const added = await addedStyle(db, parent);
  const element = added ? parseStyle(added.xml).style : styleById(packagedId(parent));
  if (!element)
    throw bad(`it stands for another style, ${parent.slice(0, 200)}, which is not here. Add that one first`);
  return element;
}

async function parentKey(db: Reader, parent: string, parsed: Map<string, ResolvedStyle>): Promise<string> {
  return (await addedStyle(db, parent)) ? (await resolveStyle(db, parent, parsed)).key : packagedId(parent);
}

/** "http://www.zotero.org/styles/apa" is "apa" in the packages. */
function packagedId(address: string): string {
  return address.split('/').at(-1) ?? address;
}

function resolved(key: string, element: CslElement): ResolvedStyle {
  return { key, element, noteStyle: element.attrs['class'] === 'note' };
}
