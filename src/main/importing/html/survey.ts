import { blockElements, isDoubleBreak, isShown } from './blocks';
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
  /** The place of the last element before its last prose ended; 0 if it has none. */
  proseEnd: number;
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
  const open: Measure[] = [];
  /** What is open from each block down: the block and the inline elements in it. */
  const blocks: Measure[][] = [[]];
  let unit = emptyUnit();
  let count = 0;
  let insideLink = 0;

  /** A paragraph ends where a block begins or ends, and at two line breaks. */
  const endUnit = () => {
    const block = blocks.at(-1)?.[0];
    if (block && isProse(unit)) {
      block.prose += unit.text;
      block.proseEnd = count;
      for (const part of unit.parts) part.inProse = true;
    } else if (block) block.headlines += [...unit.parts].filter((part) => part.isLink && part.text >= 15).length;
    unit = emptyUnit();
  };

  traverse(
    document,
    (node) => {
      const top = open.at(-1);
      if (!isElement(node)) {
        const weight = weightOf(node);
        if (weight === 0 || !top) return true;
        for (const part of blocks.at(-1) ?? []) unit.parts.add(part);
        top.text += weight;
        unit.text += weight;
        if (insideLink > 0) {
          top.linked += weight;
          unit.linked += weight;
        } else unit.sentence ||= sentenceEnd.test(node);
        return true;
      }
      if (endsParagraph(node)) endUnit();
      if (!isShown(node)) return false;
      const measure = { ...nothing, first: (count += 1) };
      measures.set(node, measure);
      open.push(measure);
      if (isBlock(node)) blocks.push([measure]);
      else blocks.at(-1)?.push(measure);
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
        endUnit();
        blocks.pop();
      } else blocks.at(-1)?.pop();
      const parent = open.at(-1);
      if (!parent) return;
      parent.text += measure.text;
      parent.linked += measure.linked;
      parent.prose += measure.prose;
      parent.proseEnd = Math.max(parent.proseEnd, measure.proseEnd);
      parent.links += measure.links;
      parent.headlines += measure.headlines;
    },
  );
  return measures;
}

const sentenceEnd = /[\p{L}\p{N})»”"’…][.!?։۔؟…][\s"”’»)\]]*(?:\p{Lu}|$|\s)|[。！？]/u;

function endsParagraph(element: DomElement): boolean {
  return element.localName === 'br' ? isDoubleBreak(element) : isBlock(element);
}

/** A paragraph of its own. */
interface Unit {
  text: number;
  linked: number;
  sentence: boolean;
  /** The block and the inline elements that its text is in. */
  parts: Set<Measure>;
}

function emptyUnit(): Unit {
  return { text: 0, linked: 0, sentence: false, parts: new Set() };
}

export const nothing: Readonly<Measure> = {
  first: 0,
  last: 0,
  text: 0,
  linked: 0,
  prose: 0,
  proseEnd: 0,
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
