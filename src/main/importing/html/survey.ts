import { blockElements, isShown } from './blocks';
import { isElement, traverse, type DomElement } from './dom';

/** What is in an element, itself and all below it. */
export interface Measure {
  /** Its place in the document, and that of the last element below it. */
  first: number;
  last: number;
  /** Weight of the text shown. */
  text: number;
  /** The part of it that is links to elsewhere. */
  linked: number;
  /** The part of it that stands in paragraphs which read like prose rather than labels. */
  prose: number;
  /** Whether it stands in, or is, a paragraph of prose. */
  inProse: boolean;
  isLink: boolean;
  /** Links to elsewhere. */
  links: number;
  /** Those of them that stand outside of prose and are as long as headlines. */
  headlines: number;
}

export type Survey = ReadonlyMap<DomElement, Measure>;

/** Measures every element that a page shows, in one pass. */
export function survey(document: DomElement): Survey {
  const measures = new Map<DomElement, Measure>();
  const units: Unit[] = [emptyUnit()];
  const open: Measure[] = [];
  let count = 0;
  let insideLink = 0;
  traverse(
    document,
    (node) => {
      const top = open.at(-1);
      if (!isElement(node)) {
        const weight = weightOf(node);
        const unit = units.at(-1);
        if (weight === 0 || !top || !unit) return true;
        top.text += weight;
        unit.text += weight;
        if (insideLink > 0) {
          top.linked += weight;
          unit.linked += weight;
        } else if (/[\p{L}\p{N})»”"’…][.!?։。！？۔؟…][\s"”’»)\]]*(?:\p{Lu}|$|\s)|[。！？]/u.test(node))
          unit.sentence = true;
        return true;
      }
      if (!isShown(node)) return false;
      const measure = {
        first: (count += 1),
        last: 0,
        text: 0,
        linked: 0,
        prose: 0,
        inProse: false,
        isLink: false,
        links: 0,
        headlines: 0,
      };
      measures.set(node, measure);
      open.push(measure);
      if (isBlock(node)) units.push(emptyUnit());
      units.at(-1)?.parts.push(measure);
      if (leadsElsewhere(node)) {
        insideLink += 1;
        measure.isLink = true;
        measure.links += 1;
      }
      return true;
    },
    (node) => {
      if (measures.get(node) !== open.at(-1)) return;
      const measure = open.pop();
      if (!measure) return;
      measure.last = count;
      if (leadsElsewhere(node)) insideLink -= 1;
      if (isBlock(node)) {
        const unit = units.pop();
        if (unit && isProse(unit)) {
          measure.prose += unit.text;
          for (const part of unit.parts) part.inProse = true;
        } else if (unit) measure.headlines += unit.parts.filter((part) => part.isLink && part.text >= 15).length;
      }
      const parent = open.at(-1);
      if (!parent) return;
      parent.text += measure.text;
      parent.linked += measure.linked;
      parent.prose += measure.prose;
      parent.links += measure.links;
      parent.headlines += measure.headlines;
    },
  );
  return measures;
}

/** The text directly in a block. */
interface Unit {
  text: number;
  linked: number;
  sentence: boolean;
  /** The block and the inline elements in it. */
  parts: Measure[];
}

function emptyUnit(): Unit {
  return { text: 0, linked: 0, sentence: false, parts: [] };
}

export const nothing: Measure = {
  first: 0,
  last: 0,
  text: 0,
  linked: 0,
  prose: 0,
  inProse: false,
  isLink: false,
  links: 0,
  headlines: 0,
};

export function isBlock(element: DomElement): boolean {
  return blockElements.has(element.localName) || element.localName === 'td' || element.localName === 'th';
}

/** Not within the page: footnotes and headings link to themselves. */
export function leadsElsewhere(element: DomElement): boolean {
  if (element.localName !== 'a') return false;
  const href = element.getAttribute('href');
  return href !== null && !href.startsWith('#');
}

function isProse({ text, linked, sentence }: Unit): boolean {
  const own = text - linked;
  return linked <= own && (own >= 80 || (sentence && own >= 30));
}

/** Characters, those of scripts that write a word in one or two counted three times. */
function weightOf(text: string): number {
  const length = text.replace(/\s+/gu, ' ').trim().length;
  return length > 0 && /[\u3040-\u30FF\u3400-\u9FFF\uAC00-\uD7AF]/u.test(text) ? length * 3 : length;
}
