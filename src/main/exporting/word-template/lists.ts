import * as v from 'valibot';
import { fontName, listFormats, type WordListLevel, type WordTemplate } from '../../../shared/domain/word-template';
import { childOf, elementsOf, type XmlElement } from '../../xml';
import { attributesOf, type ThemeFonts } from './looks';

/**
 * How a Word file begins the items of its lists: by the styles "List Bullet" and "List Number", and those of deeper levels ("List Bullet 2"). What counts
 * is how such a style is numbered; where it has several levels, each of them.
 */
export function readLists(
  styles: XmlElement,
  numbering: XmlElement | undefined,
  fonts?: ThemeFonts,
): WordTemplate['lists'] {
  if (!numbering) return undefined;
  const levels = (name: string) => {
    const found: WordListLevel[] = [];
    for (let depth = 0; depth < 9; depth += 1) {
      const own = numberingOf(styles, numbering, depth === 0 ? name : `${name} ${depth + 1}`);
      const level = own?.level ?? deeper(styles, numbering, name, depth);
      const read = level && readLevel(level, own === undefined ? depth : own.depth, depth, fonts);
      // A level that says nothing ends it: those below would not fit to ours above.
      if (!read) break;
      found.push(read);
    }
    return found;
  };
  const lists = { bullets: levels('list bullet'), numbers: levels('list number') };
  return lists.bullets.length + lists.numbers.length === 0 ? undefined : lists;
}

const value = (parent: XmlElement | undefined, name: string) => {
  const element = childOf(parent, name);
  return element && attributesOf(element)['val'];
};

function abstractOf(styles: XmlElement, numbering: XmlElement, styleName: string) {
  const style = elementsOf(styles, 'style').find((each) => value(each, 'name')?.toLowerCase() === styleName);
  const numPr = childOf(childOf(style, 'pPr'), 'numPr');
  if (!style || !numPr) return undefined;
  const number = elementsOf(numbering, 'num').find((each) => attributesOf(each)['numId'] === value(numPr, 'numId'));
  const abstractId = value(number, 'abstractNumId');
  const abstract = elementsOf(numbering, 'abstractNum').find(
    (each) => attributesOf(each)['abstractNumId'] === abstractId,
  );
  return abstract && { abstract, style, depth: Number(value(numPr, 'ilvl') ?? '0') };
}

function levelAt(abstract: XmlElement | undefined, depth: number): XmlElement | undefined {
  return elementsOf(abstract, 'lvl').find((level) => attributesOf(level)['ilvl'] === String(depth));
}

/** The level that a style stands on. */
function numberingOf(styles: XmlElement, numbering: XmlElement, styleName: string) {
  const found = abstractOf(styles, numbering, styleName);
  if (!found) return undefined;
  const id = attributesOf(found.style)['styleId'];
  const linked = elementsOf(found.abstract, 'lvl').find((level) => value(level, 'pStyle') === id);
  const depth = linked ? Number(attributesOf(linked)['ilvl']) : found.depth;
  const level = linked ?? levelAt(found.abstract, depth);
  return level && { level, depth };
}

/** A deeper level of the list of the first style, if it is a list of several levels. */
function deeper(styles: XmlElement, numbering: XmlElement, styleName: string, depth: number): XmlElement | undefined {
  const found = abstractOf(styles, numbering, styleName);
  return value(found?.abstract, 'multiLevelType') === 'singleLevel' ? undefined : levelAt(found?.abstract, depth);
}

/** How far Word sets a level in, where it does not say. */
const usualStep = 360;
const format = v.picklist(listFormats);

/** @param from the level it stands on in the template; `to`: in ours, whose number it has to say */
function readLevel(level: XmlElement, from: number, to: number, fonts?: ThemeFonts): WordListLevel | undefined {
  const counted = v.safeParse(format, value(level, 'numFmt') ?? 'decimal');
  const text = value(level, 'lvlText') ?? '';
  if (!counted.success || !/^[^\p{Cc}\p{Cs}]{1,50}$/u.test(text)) return undefined;
  const indent = childOf(childOf(level, 'pPr'), 'ind');
  const given = indent ? attributesOf(indent) : {};
  const twips = (name: string) => (/^-?\d{1,4}$/.test(given[name] ?? '') ? Number(given[name]) : undefined);
  const letters = childOf(level, 'rPr');
  const named = childOf(letters, 'rFonts');
  const { ascii, asciiTheme } = named ? attributesOf(named) : {};
  const font = fonts?.get(asciiTheme ?? '') ?? ascii;
  const colour = value(letters, 'color');
  const bold = childOf(letters, 'b') && !/^(false|off|0)$/.test(value(letters, 'b') ?? 'true');
  const suffix = value(level, 'suff');
  return {
    format: counted.output,
    text: text.replaceAll(`%${from + 1}`, `%${to + 1}`),
    follow: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    left: twips('left') ?? twips('start') ?? usualStep * (to + 1),
    hanging: indent ? (twips('hanging') ?? -(twips('firstLine') ?? 0)) : usualStep,
    ...(font !== undefined && fontName.test(font) && { font }),
    ...(bold && { bold }),
    ...(colour !== undefined && /^[\da-f]{6}$/i.test(colour) && { colour }),
  };
}
