import { childOf, elementsOf, xmlEscape, xmlText, type XmlElement } from '../../xml';
import { boundField, keptField, type RunningTexts } from './header-fields';
import { descendants, oldPictureXml, pictureXml } from './header-pictures';
import { attributesOf, headerLetterLook, lookXml, type ThemeFonts } from './looks';

/** What the content of headers is read with. */
export interface HeaderReading {
  /** The file of a picture by its relationship, as it is called in what is written; undefined where it is not taken. */
  pictureFile(relationship: string): string | undefined;
  /** What a style is called in what is written; undefined where it stays behind. */
  styleId(id: string): string | undefined;
  texts?: RunningTexts;
  fonts?: ThemeFonts;
  /** What was not taken over, as people call it. */
  leftBehind: Set<string>;
  /** Of the pictures so far, for their numbers. */
  pictures: number;
}

/** A paragraph's words in pieces: text of one look, and the signs that fields begin, part and end with. */
type Piece =
  | { type: 'said'; look: string; xml: string }
  | { type: 'code'; text: string }
  | { type: 'begin' | 'separate' | 'end' }
  | { type: 'box'; drawing: XmlElement; content: XmlElement };

/** The runs of a paragraph as XML, and the text boxes that hang on it. */
export function runsXml(paragraph: XmlElement, reading: HeaderReading): { xml: string; boxes: Box[] } {
  const pieces = [...inlinePieces(paragraph, reading)];
  return { xml: withFields(pieces, reading.texts), boxes: pieces.filter((piece) => piece.type === 'box') };
}

export type Box = Extract<Piece, { type: 'box' }>;

/** What Word wraps runs in; each stands for what is in it. Whatever else stands in a paragraph stays behind: deleted text, marks, equations. */
const wrappers = /^(hyperlink|ins|moveTo|smartTag|customXml|dir|bdo|sdtContent)$/;

function* inlinePieces(element: XmlElement, reading: HeaderReading): Generator<Piece> {
  for (const child of elementsOf(element)) {
    if (child.local === 'r') yield* runPieces(child, reading);
    else if (child.local === 'fldSimple') {
      yield* fieldPieces(attributesOf(child)['instr'] ?? '', inlinePieces(child, reading));
    } else if (child.local === 'sdt') yield* controlPieces(child, (content) => inlinePieces(content, reading));
    else if (wrappers.test(child.local)) yield* inlinePieces(child, reading);
  }
}

function* fieldPieces(code: string, shown: Iterable<Piece>): Generator<Piece> {
  yield { type: 'begin' };
  yield { type: 'code', text: code };
  yield { type: 'separate' };
  yield* shown;
  yield { type: 'end' };
}

/** A content control is its content; one that shows the title, subject or author is a field. What asks to be filled in stays behind. */
function* controlPieces(control: XmlElement, read: (content: XmlElement) => Iterable<Piece>): Generator<Piece> {
  const properties = childOf(control, 'sdtPr');
  const content = childOf(control, 'sdtContent');
  if (!content) return;
  const field = boundProperty(properties);
  if (field !== undefined) yield* fieldPieces(field, read(content));
  else if (!isOn(childOf(properties, 'showingPlcHdr'))) yield* read(content);
}

/** The field for the property of the document that a content control shows. */
function boundProperty(properties: XmlElement | undefined): string | undefined {
  const binding = childOf(properties, 'dataBinding');
  return binding && boundField(attributesOf(binding)['xpath'] ?? '');
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(false|off|0)$/.test(attributesOf(element)['val'] ?? 'true');
}

function* runPieces(run: XmlElement, reading: HeaderReading): Generator<Piece> {
  const properties = childOf(run, 'rPr');
  const isHidden = isOn(childOf(properties, 'vanish'));
  const look = letterXml(properties, reading);
  for (const child of elementsOf(run)) {
    if (child.local === 'fldChar') {
      const type = attributesOf(child)['fldCharType'];
      if (type === 'begin' || type === 'separate' || type === 'end') yield { type };
    } else if (child.local === 'instrText') yield { type: 'code', text: xmlText(child) };
    else if (!isHidden) {
      const drawn = /^(drawing|pict|AlternateContent)$/.test(child.local) ? shownOf(child, reading) : undefined;
      if (typeof drawn === 'object') yield drawn;
      const xml = drawn ?? signXml(child);
      if (typeof xml === 'string' && xml !== '') yield { type: 'said', look, xml };
    }
  }
}

export function letterXml(properties: XmlElement | undefined, { styleId, fonts }: HeaderReading): string {
  const xml = lookXml(withStyle(properties, 'rStyle', styleId), headerLetterLook, fonts);
  return xml === '' ? '' : `<w:rPr>${xml}</w:rPr>`;
}

/** Properties with their style under its new name. */
export function withStyle(
  properties: XmlElement | undefined,
  name: 'pStyle' | 'rStyle',
  styleId: HeaderReading['styleId'],
): XmlElement | undefined {
  if (!properties) return undefined;
  const children = properties.children.flatMap((child) => {
    if (typeof child === 'string' || child.local !== name) return child;
    const id = styleId(attributesOf(child)['val'] ?? '');
    return id === undefined ? [] : { ...child, attrs: { 'w:val': id } };
  });
  return { ...properties, children };
}

const fontSign = /^[\dA-Fa-f]{4}$/;
const tabs: Record<string, RegExp> = {
  relativeTo: /^(margin|indent)$/,
  alignment: /^(left|center|right)$/,
  leader: /^(none|dot|hyphen|underscore|middleDot)$/,
};

/** What a run says with one of its elements; '' where it stays behind. */
function signXml(element: XmlElement): string {
  const given = attributesOf(element);
  switch (element.local) {
    case 't':
      return `<w:t xml:space="preserve">${xmlEscape(xmlText(element))}</w:t>`;
    case 'tab':
    case 'cr':
    case 'noBreakHyphen':
    case 'softHyphen':
      return `<w:${element.local}/>`;
    case 'br':
      return given['type'] === undefined || given['type'] === 'textWrapping' ? '<w:br/>' : '';
    case 'sym':
      if (!fontSign.test(given['char'] ?? '') || /[^\p{L}\p{N} -]/u.test(given['font'] ?? '')) return '';
      return `<w:sym w:font="${xmlEscape(given['font'] ?? '')}" w:char="${given['char']}"/>`;
    case 'ptab': {
      const isWhole = Object.entries(tabs).every(([name, allowed]) => allowed.test(given[name] ?? ''));
      const written = Object.keys(tabs).map((name) => ` w:${name}="${given[name]}"`);
      return isWhole ? `<w:ptab${written.join('')}/>` : '<w:tab/>';
    }
    default:
      return '';
  }
}

/** A picture as XML or a text box; '' for what stays behind. */
function shownOf(element: XmlElement, reading: HeaderReading): string | Box {
  if (element.local === 'AlternateContent') {
    const ways = elementsOf(element).flatMap((way) => elementsOf(way));
    const trials = ways.map((way) => {
      const own = { ...reading, leftBehind: new Set<string>() };
      return { shown: shownOf(way, own), own };
    });
    const { shown = '', own } = trials.find((trial) => trial.shown !== '') ?? trials[0] ?? {};
    for (const left of own?.leftBehind ?? []) reading.leftBehind.add(left);
    reading.pictures = Math.max(reading.pictures, own?.pictures ?? 0);
    return shown;
  }
  const [content] = descendants(element, 'txbxContent');
  if (content) return { type: 'box', drawing: element, content };
  const write = element.local === 'pict' ? oldPictureXml : pictureXml;
  const xml = write(element, reading.pictureFile, 9001 + reading.pictures);
  if (xml === undefined) reading.leftBehind.add(whatIsIn(element));
  else reading.pictures += 1;
  return xml ?? '';
}

function whatIsIn(drawing: XmlElement): string {
  if (descendants(drawing, 'textpath').length > 0) return 'a watermark';
  const files = ['blip', 'imagedata'].flatMap((name) => descendants(drawing, name)).map(attributesOf);
  if (files.length === 0) return 'a drawing';
  return files.some(({ embed, id }) => embed ?? id) ? 'a picture that is neither PNG nor JPEG' : 'a linked picture';
}

interface Field {
  code: string;
  xml: string;
  look: string;
  inResult: boolean;
  /** A field in its code makes it another on every page; it stays as text. */
  isNested: boolean;
}

/** Fields of which the rest lies in another paragraph stay as what they show. */
function withFields(pieces: readonly Piece[], texts: RunningTexts | undefined): string {
  const open: Field[] = [{ code: '', xml: '', look: '', inResult: true, isNested: false }];
  const add = (xml: string) => {
    const field = open.at(-1);
    if (field?.inResult) field.xml += xml;
  };
  for (const piece of pieces) {
    const field = open.at(-1);
    if (!field) break;
    if (piece.type === 'begin') {
      if (!field.inResult) field.isNested = true;
      open.push({ code: '', xml: '', look: '', inResult: false, isNested: false });
    } else if (piece.type === 'code') {
      if (!field.inResult) field.code += piece.text;
    } else if (piece.type === 'separate') {
      field.inResult = true;
    } else if (piece.type === 'end') {
      if (open.length > 1) open.pop();
      if (open.length > 0 && field !== open[0]) add(fieldXml(field, texts));
    } else if (piece.type === 'said') {
      if (field.inResult && field.look === '') field.look = piece.look;
      add(`<w:r>${piece.look}${piece.xml}</w:r>`);
    }
  }
  while (open.length > 1) add(open.pop()?.xml ?? '');
  return open[0]?.xml ?? '';
}

function fieldXml({ code, xml, look, isNested }: Field, texts: RunningTexts | undefined): string {
  const kept = isNested ? { code: null } : keptField(code, texts);
  const { shown } = kept;
  const said =
    shown === undefined
      ? xml
      : shown === ''
        ? ''
        : `<w:r>${look}<w:t xml:space="preserve">${xmlEscape(shown)}</w:t></w:r>`;
  return kept.code === null ? said : `<w:fldSimple w:instr=" ${xmlEscape(kept.code)} ">${said}</w:fldSimple>`;
}
