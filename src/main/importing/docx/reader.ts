import { childOf, elementsOf, xmlText, type XmlElement } from '../../xml';
import { safeLink } from '../office/links';
import type { FlowNode, Inline, Note, Paragraph, Table } from '../office/model';
import { styledBlock } from '../office/style-names';
import { symbolText } from '../office/symbols';
import { Fields } from './fields';
import type { Numbering } from './numbering';
import type { Relationship } from './package';
import type { Styles } from './styles';
import { attribute, valueOf } from './word-xml';

/** What is the same for all parts of a document that hold text. */
export interface Shared {
  styles: Styles;
  numbering: Numbering;
  /** The note that a reference names; undefined for one that is not there. */
  note(kind: 'footnote' | 'endnote', id: string, hasOwnMark: boolean): Note | undefined;
  /** Set when tracked changes were resolved. */
  hasTrackedChanges: boolean;
}

/** Elements that only wrap what they hold. */
const wrappers = new Set(['sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag', 'dir', 'bdo', 'rubyBase', 'Choice']);

/** Reads the paragraphs and tables of one part: the body, or one of the parts with notes. */
export class PartReader {
  readonly #shared: Shared;
  readonly #relationships: ReadonlyMap<string, Relationship>;
  #fields = new Fields();
  /** The open paragraph. */
  #inlines: Inline[] = [];
  /** Text boxes anchored in the open paragraph; they come after it. */
  #boxes: FlowNode[] = [];

  constructor(shared: Shared, relationships: ReadonlyMap<string, Relationship>) {
    this.#shared = shared;
    this.#relationships = relationships;
  }

  /** The paragraphs and tables inside an element. */
  flow(parent: XmlElement | undefined): FlowNode[] {
    const nodes: FlowNode[] = [];
    let carried: Inline[] = [];
    for (const element of this.#unwrapped(parent)) {
      if (element.local === 'p') {
        const [paragraph, ...boxes] = this.#paragraph(element, carried);
        carried = [];
        // Its end was deleted: what follows belongs to it.
        if (paragraph && isMarked(childOf(childOf(element, 'pPr'), 'rPr'), 'del')) {
          this.#shared.hasTrackedChanges = true;
          carried = paragraph.inlines;
        } else if (paragraph) nodes.push(paragraph);
        nodes.push(...boxes);
      } else if (element.local === 'tbl') nodes.push(this.#table(element));
    }
    if (carried.length > 0) nodes.push({ type: 'paragraph', block: { kind: 'paragraph' }, inlines: carried });
    return nodes;
  }

  #paragraph(element: XmlElement, carried: readonly Inline[]): [Paragraph, ...FlowNode[]] | [] {
    const properties = childOf(element, 'pPr');
    const { styles, numbering } = this.#shared;
    const meaning = styles.meaning(properties);
    const list = styles.list(properties);
    // Asked for even where it is not used, so that headings and list items that share a list count together.
    const item = list && numbering.next(list);
    // A paragraph inside a text box inside a paragraph: the outer one waits.
    const outer = { inlines: this.#inlines, boxes: this.#boxes };
    this.#inlines = [...carried];
    this.#boxes = [];
    this.#content(element, '');
    this.#fields.endParagraph();
    const { inlines, boxes } = { inlines: this.#inlines, boxes: this.#boxes };
    ({ inlines: this.#inlines, boxes: this.#boxes } = outer);
    if (meaning?.kind === 'contents') return [];
    const role = meaning && 'role' in meaning ? meaning.role : undefined;
    return [{ type: 'paragraph', block: styledBlock(meaning, item), role, inlines }, ...boxes];
  }

  #table(table: XmlElement): Table {
    const rows: FlowNode[][][] = [];
    for (const row of this.#unwrapped(table)) {
      if (row.local !== 'tr') continue;
      if (isMarked(childOf(row, 'trPr'), 'del')) {
        this.#shared.hasTrackedChanges = true;
        continue;
      }
      const cells = this.#unwrapped(row).filter(({ local }) => local === 'tc');
      rows.push(cells.map((cell) => this.flow(cell)));
    }
    return { type: 'table', rows };
  }

  /** The elements directly inside, with the content of what only wraps it, and without what was deleted. */
  #unwrapped(parent: XmlElement | undefined): XmlElement[] {
    return elementsOf(parent).flatMap((element) => {
      const { local } = element;
      if (local === 'sdt') return isPlaceholder(element) ? [] : this.#unwrapped(childOf(element, 'sdtContent'));
      if (local === 'AlternateContent') return this.#unwrapped(alternative(element));
      if (local === 'del' || local === 'moveFrom' || local === 'ins') this.#shared.hasTrackedChanges = true;
      return wrappers.has(local) ? this.#unwrapped(element) : [element];
    });
  }

  /** What stands inside a paragraph, or in what wraps a part of it. */
  #content(parent: XmlElement | undefined, href: string): void {
    for (const element of this.#unwrapped(parent)) {
      switch (element.local) {
        case 'r':
          this.#run(element, href);
          break;
        case 'hyperlink': {
          const target = this.#relationships.get(attribute(element, 'id') ?? '');
          this.#content(element, target?.external ? safeLink(target.target) : '');
          break;
        }
        case 'fldSimple':
          this.#fields.begin();
          this.#fields.instruct(attribute(element, 'instr') ?? '');
          this.#fields.show();
          this.#content(element, href);
          this.#fields.end();
          break;
        case 'oMath':
        case 'oMathPara':
          this.#text(formulaText(element), undefined, href);
          break;
        default:
      }
    }
  }

  #run(run: XmlElement, href: string): void {
    const properties = childOf(run, 'rPr');
    const text = (value: string) => this.#text(value, properties, href);
    for (const element of this.#unwrapped(run)) {
      switch (element.local) {
        case 't':
          text(xmlText(element));
          break;
        case 'tab':
        case 'ptab':
          text(' ');
          break;
        case 'br':
        case 'cr':
          if (this.#fields.visible) this.#inlines.push({ type: 'line-break' });
          break;
        case 'noBreakHyphen':
          text('\u2011');
          break;
        case 'softHyphen':
          text('\u00AD');
          break;
        case 'sym':
          text(symbolText(attribute(element, 'font') ?? '', Number.parseInt(attribute(element, 'char') ?? '', 16)));
          break;
        case 'fldChar':
          this.#fieldMark(attribute(element, 'fldCharType') ?? '');
          break;
        case 'instrText':
          this.#fields.instruct(xmlText(element));
          break;
        case 'footnoteReference':
        case 'endnoteReference':
          this.#noteReference(element);
          break;
        case 'ruby':
          this.#content(childOf(element, 'rubyBase'), href);
          break;
        case 'drawing':
        case 'pict':
        case 'object':
          this.#drawing(element);
          break;
        default:
      }
    }
  }

  #text(value: string, properties: XmlElement | undefined, href: string): void {
    if (value === '' || !this.#fields.visible) return;
    const look = this.#shared.styles.run(properties);
    if (!look) return;
    this.#inlines.push({ type: 'text', text: value, style: { ...look, href: href || this.#fields.href } });
  }

  #fieldMark(type: string): void {
    if (type === 'begin') this.#fields.begin();
    else if (type === 'separate') this.#fields.show();
    else if (type === 'end') this.#fields.end();
  }

  #noteReference(element: XmlElement): void {
    const kind = element.local === 'footnoteReference' ? 'footnote' : 'endnote';
    const ownMark = /^(?:1|true|on)$/u.test(attribute(element, 'customMarkFollows') ?? '');
    const note = this.#shared.note(kind, attribute(element, 'id') ?? '', ownMark);
    if (note) this.#inlines.push({ type: 'note', note });
  }

  /** A picture's description, and the text in text boxes. */
  #drawing(element: XmlElement): void {
    for (const inside of descendants(element)) {
      if (inside.local === 'txbxContent') this.#boxes.push(...this.flow(inside));
      const { descr, title, alt } = inside.attrs;
      const description =
        inside.local === 'docPr'
          ? (descr ?? title)
          : (alt ?? (inside.local === 'imagedata' && inside.attrs['o:title']));
      if (description) this.#inlines.push({ type: 'image', description });
    }
  }
}

function isMarked(properties: XmlElement | undefined, mark: string): boolean {
  return childOf(properties, mark) !== undefined;
}

/** Forms show what to fill in; and a table of contents repeats the headings with page numbers. */
function isPlaceholder(sdt: XmlElement): boolean {
  const properties = childOf(sdt, 'sdtPr');
  const gallery = valueOf(childOf(properties, 'docPartObj'), 'docPartGallery') ?? '';
  return childOf(properties, 'showingPlcHdr') !== undefined || /^table of contents$/iu.test(gallery);
}

/** Of several forms of the same content, the newest, which is the first. */
function alternative(element: XmlElement): XmlElement | undefined {
  return childOf(element, 'Choice') ?? childOf(element, 'Fallback');
}

function formulaText(element: XmlElement): string {
  return descendants(element)
    .filter(({ local }) => local === 't')
    .map(xmlText)
    .join('');
}

/** All elements inside in document order, not those inside a text box, which are its own. */
function descendants(element: XmlElement): XmlElement[] {
  return elementsOf(element.local === 'AlternateContent' ? alternative(element) : element).flatMap((child) =>
    child.local === 'txbxContent' ? [child] : [child, ...descendants(child)],
  );
}
