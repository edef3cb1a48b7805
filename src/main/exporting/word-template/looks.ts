import { fontName } from '../../../shared/domain/word-template';
import { elementsOf, xmlEscape, type XmlElement } from '../../xml';

/**
 * What of a look is taken over, and in which values. Everything else stays behind: numbering that lies in other parts, hidden text, and
 * whatever Word would not open. In the order that the schema asks for.
 */
type Values = RegExp;
export interface Rule {
  /** By attribute; those of `needs` must be there. */
  values?: Record<string, Values>;
  needs?: string[];
  /** Without attributes it still says something. */
  bare?: true;
  children?: Record<string, Rule>;
}

export const whole = /^-?\d{1,5}$/;
export const count = /^\d{1,4}$/;
const flag = /^(true|false|on|off|0|1)$/;
const colour = /^([\da-f]{6}|auto)$/i;
const line =
  /^(nil|none|single|thick|double|dotted|dashed|dotDash|dotDotDash|triple|wave|thinThickSmallGap|thickThinSmallGap|inset|outset)$/;
export const onOff: Rule = { values: { val: flag } };
export const valued = (val: Values): Rule => ({ values: { val }, needs: ['val'] });
export const border: Rule = {
  values: { val: line, sz: count, space: count, color: colour, shadow: flag },
  needs: ['val'],
};
export const shading: Rule = { values: { val: /^(clear|nil|solid)$/, color: colour, fill: colour }, needs: ['val'] };
const languageTag = /^[A-Za-z]{2,3}(-[A-Za-z\d]{2,8}){0,3}$/;
const side = /^(left|center|right|inside|outside)$/;
const from = /^(text|margin|page)$/;
const styleId = valued(/^[^\p{C}]{1,200}$/u);

/** Of a paragraph that stands in a header or footer. */
export const headerParagraphLook: Record<string, Rule> = {
  pStyle: styleId,
  keepNext: onOff,
  keepLines: onOff,
  pageBreakBefore: onOff,
  framePr: {
    values: {
      w: count,
      h: count,
      hRule: /^(auto|atLeast|exact)$/,
      hSpace: count,
      vSpace: count,
      wrap: /^(auto|around|none|notBeside|tight|through)$/,
      vAnchor: from,
      hAnchor: from,
      x: whole,
      xAlign: side,
      y: whole,
      yAlign: /^(inline|top|center|bottom|inside|outside)$/,
    },
  },
  widowControl: onOff,
  pBdr: { children: { top: border, left: border, bottom: border, right: border, between: border } },
  shd: shading,
  tabs: {
    children: {
      tab: {
        values: {
          val: /^(left|center|right|decimal|clear|start|end)$/,
          leader: /^(none|dot|hyphen|underscore|middleDot)$/,
          pos: whole,
        },
        needs: ['val', 'pos'],
      },
    },
  },
  suppressAutoHyphens: onOff,
  bidi: onOff,
  snapToGrid: onOff,
  spacing: {
    values: {
      before: count,
      after: count,
      line: count,
      lineRule: /^(auto|exact|atLeast)$/,
      beforeAutospacing: flag,
      afterAutospacing: flag,
    },
  },
  ind: { values: { left: whole, right: whole, start: whole, end: whole, firstLine: count, hanging: count } },
  contextualSpacing: onOff,
  mirrorIndents: onOff,
  jc: valued(/^(left|center|right|both|start|end)$/),
  outlineLvl: valued(/^\d$/),
};

/** Of letters in a header or footer. */
export const headerLetterLook: Record<string, Rule> = {
  rStyle: styleId,
  rFonts: { values: { ascii: fontName, hAnsi: fontName, eastAsia: fontName, cs: fontName } },
  b: onOff,
  bCs: onOff,
  i: onOff,
  iCs: onOff,
  caps: onOff,
  smallCaps: onOff,
  strike: onOff,
  dstrike: onOff,
  color: valued(colour),
  spacing: valued(/^-?\d{1,4}$/),
  w: valued(/^([1-9]\d?|[1-5]\d\d|600)$/),
  kern: valued(count),
  position: valued(/^-?\d{1,3}$/),
  sz: valued(/^[1-9]\d{0,2}$/),
  szCs: valued(/^[1-9]\d{0,2}$/),
  highlight: valued(
    /^(black|blue|cyan|green|magenta|red|yellow|white|dark(Blue|Cyan|Green|Magenta|Red|Yellow|Gray)|lightGray|none)$/,
  ),
  u: { values: { val: /^(none|single|words|double|thick|dotted|dash|wave)$/, color: colour }, needs: ['val'] },
  bdr: border,
  shd: shading,
  vertAlign: valued(/^(baseline|superscript|subscript)$/),
  rtl: onOff,
  lang: { values: { val: languageTag, eastAsia: languageTag, bidi: languageTag } },
};

/** Of a style: whose language and direction the memo's text says itself. */
export const paragraphLook = without(headerParagraphLook, 'pStyle', 'framePr', 'bidi');
export const letterLook = without(headerLetterLook, 'rStyle', 'rtl', 'lang');

function without(rules: Record<string, Rule>, ...names: string[]): Record<string, Rule> {
  return Object.fromEntries(Object.entries(rules).filter(([name]) => !names.includes(name)));
}

/** Fonts of a theme by the names that styles call them: "minorHAnsi". */
export type ThemeFonts = ReadonlyMap<string, string>;

/** The part of a look that is taken over, as XML; '' where nothing is. */
export function lookXml(
  properties: XmlElement | undefined,
  rules: Record<string, Rule>,
  fonts: ThemeFonts = new Map(),
): string {
  return Object.entries(rules)
    .map(([name, rule]) => {
      const elements = elementsOf(properties, name);
      // Tabs may be many; of other things the last one counts.
      return (name === 'tab' ? elements : elements.slice(-1)).map((element) => ruled(element, rule, fonts)).join('');
    })
    .join('');
}

function ruled(element: XmlElement, { values = {}, needs = [], bare, children }: Rule, fonts: ThemeFonts): string {
  const given = element.local === 'rFonts' ? themed(element, fonts) : attributesOf(element);
  const kept = Object.entries(values).filter(([name, allowed]) => allowed.test(given[name] ?? ''));
  if (needs.some((name) => !kept.some(([found]) => found === name))) return '';
  const attributes = kept.map(([name]) => ` w:${name}="${xmlEscape(given[name] ?? '')}"`).join('');
  if (children) {
    const inner = lookXml(element, children, fonts);
    return inner === '' ? '' : `<w:${element.local}>${inner}</w:${element.local}>`;
  }
  const isFlag = values['val'] === flag;
  // A flag without a value is on; one with a strange value says nothing.
  if (attributes === '' && ((!isFlag && !bare) || given['val'] !== undefined)) return '';
  return `<w:${element.local}${attributes}/>`;
}

/** Attributes by their names without prefix. */
export function attributesOf({ attrs }: XmlElement): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(attrs).map(([name, value]) => [name.slice(name.indexOf(':') + 1), value]));
}

/** A theme is a part of its own, which stays behind; its fonts are named instead. */
function themed(element: XmlElement, fonts: ThemeFonts): Record<string, string | undefined> {
  const given = attributesOf(element);
  const font = (own: string, theme: string) => fonts.get(given[theme] ?? '') ?? given[own];
  return {
    ascii: font('ascii', 'asciiTheme'),
    hAnsi: font('hAnsi', 'hAnsiTheme'),
    eastAsia: font('eastAsia', 'eastAsiaTheme'),
    cs: font('cs', 'cstheme'),
  };
}
