import { childOf, elementsOf, xmlText, type XmlElement } from '../../xml';
import type { OpenBlock } from '../builder';
import { safeLink } from '../office/links';
import { plainStyle, type FlowNode, type Inline, type Paragraph, type Table, type TextStyle } from '../office/model';
import { styledBlock } from '../office/style-names';
import type { PartialLook, Styles } from './styles';

/** Elements that only group what they hold. */
const groups = new Set([
  'text:section',
  'table:table-header-rows',
  'table:table-rows',
  'table:table-row-group',
  'draw:g',
  'draw:a',
]);
/** What stands in a text but is not read as part of it: lists of its own headings, remarks, deletions, declarations. */
const ignored = new Set(
  'text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:object-index text:user-index text:tracked-changes text:sequence-decls text:variable-decls text:user-field-decls office:annotation office:annotation-end office:forms office:event-listeners text:hidden-text text:hidden-paragraph text:script text:ruby-text text:note-citation svg:title svg:desc draw:object draw:object-ole office:binary-data'.split(
    ' ',
  ),
);

interface ListState {
  style: string;
  depth: number;
  /** The number of the item before. */
  reached: number;
}

/** Reads the body of an OpenDocument text as paragraphs and tables. */
export class BodyReader {
  readonly #styles: Styles;
  #inlines: Inline[] = [];
  /** Text boxes anchored in the open paragraph; they come after it. */
  #boxes: FlowNode[] = [];
  /** Numbers that lists have reached, by their ids, and by their styles and depths: later ones may go on from there. */
  readonly #reached = new Map<string, number>();

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  flow(parent: XmlElement | undefined): FlowNode[] {
    return elementsOf(parent).flatMap((element) => this.#block(element, null));
  }

  #block(element: XmlElement, item: OpenBlock | null): FlowNode[] {
    if (ignored.has(element.name)) return [];
    if (groups.has(element.name)) return this.flow(element);
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(element, item);
      case 'text:list':
        return this.#list(element, null);
      case 'table:table':
        return [this.#table(element)];
      case 'draw:frame':
      case 'draw:custom-shape':
        return this.#paragraph({ ...element, children: [element] }, item);
      case 'text:bibliography':
        return this.flow(childOf(element, 'index-body'));
      default:
        return [];
    }
  }

  #paragraph(element: XmlElement, item: OpenBlock | null): FlowNode[] {
    const style = element.attrs['text:style-name'] ?? '';
    const named = this.#styles.meaning(style);
    if (named?.kind === 'contents') return [];
    const isHeading = element.name === 'text:h' && named?.kind !== 'heading';
    const level = Number.parseInt(element.attrs['text:outline-level'] ?? '1', 10) || 1;
    const meaning = isHeading ? ({ kind: 'heading', level: Math.max(1, Math.min(6, level)) } as const) : named;
    // A paragraph in a text box in a paragraph: the outer one waits.
    const outer = { inlines: this.#inlines, boxes: this.#boxes };
    this.#inlines = [];
    this.#boxes = [];
    this.#content(element, withLook(plainStyle, this.#styles.paragraphLook(style)));
    const role = meaning && 'role' in meaning ? meaning.role : undefined;
    const paragraph: Paragraph = { type: 'paragraph', block: styledBlock(meaning, item), role, inlines: this.#inlines };
    const nodes = [paragraph, ...this.#boxes];
    ({ inlines: this.#inlines, boxes: this.#boxes } = outer);
    return nodes;
  }

  #list(list: XmlElement, outer: ListState | null): FlowNode[] {
    const style = list.attrs['text:style-name'] ?? outer?.style ?? '';
    const depth = (outer?.depth ?? 0) + 1;
    const level = this.#styles.listLevel(style, depth);
    const byStyle = `${style}/${depth}`;
    const continued = list.attrs['text:continue-list'];
    const goesOn = list.attrs['text:continue-numbering'] === 'true' || continued !== undefined;
    const before = continued === undefined ? this.#reached.get(byStyle) : this.#reached.get(`#${continued}/${depth}`);
    const state: ListState = { style, depth, reached: (goesOn ? before : undefined) ?? (level?.start ?? 1) - 1 };
    const nodes: FlowNode[] = [];
    for (const item of elementsOf(list)) {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') continue;
      const open: OpenBlock = { kind: 'list-item', level: Math.min(9, depth) };
      let block: OpenBlock | null = item.name === 'text:list-item' ? open : null;
      for (const element of elementsOf(item)) {
        if (element.name === 'text:list') nodes.push(...this.#list(element, state));
        else {
          if (block === open) {
            state.reached = Number.parseInt(item.attrs['text:start-value'] ?? '', 10) || state.reached + 1;
            if (level?.ordered && state.reached >= 0) open.ordinal = state.reached;
          }
          nodes.push(...this.#block(element, block));
          // What follows the first paragraph of an item is a paragraph in it.
          block = null;
        }
      }
    }
    this.#reached.set(byStyle, state.reached);
    const id = list.attrs['xml:id'];
    if (id !== undefined) this.#reached.set(`#${id}/${depth}`, state.reached);
    return nodes;
  }

  #table(table: XmlElement): Table {
    const rowsIn = (element: XmlElement): XmlElement[] =>
      elementsOf(element).flatMap((child) =>
        child.name === 'table:table-row' ? [child] : groups.has(child.name) ? rowsIn(child) : [],
      );
    // What is said to be repeated is not: it is empty wherever people write texts.
    const rows = rowsIn(table).map((row) =>
      elementsOf(row)
        .filter(({ name }) => name === 'table:table-cell' || name === 'table:covered-table-cell')
        .map((cell) => this.flow(cell)),
    );
    return { type: 'table', rows };
  }

  #content(parent: XmlElement, style: TextStyle): void {
    for (const child of parent.children) {
      if (typeof child === 'string') this.#inlines.push({ type: 'text', text: child, style });
      else if (!ignored.has(child.name)) this.#inline(child, style);
    }
  }

  #inline(element: XmlElement, style: TextStyle): void {
    switch (element.name) {
      case 'text:span': {
        const look = this.#styles.spanLook(element.attrs['text:style-name'] ?? '');
        if (!look.hidden) this.#content(element, withLook(style, look));
        break;
      }
      case 'text:a':
        this.#content(element, { ...style, href: safeLink(element.attrs['xlink:href'] ?? '') });
        break;
      case 'text:s': {
        const count = Math.min(100, Number.parseInt(element.attrs['text:c'] ?? '1', 10) || 1);
        this.#inlines.push({ type: 'text', text: ' '.repeat(Math.max(0, count)), style });
        break;
      }
      case 'text:tab':
        this.#inlines.push({ type: 'text', text: ' ', style });
        break;
      case 'text:line-break':
        this.#inlines.push({ type: 'line-break' });
        break;
      case 'text:note': {
        const mark = xmlText(childOf(element, 'note-citation')).trim().slice(0, 20);
        const nodes = this.flow(childOf(element, 'note-body'));
        this.#inlines.push({ type: 'note', note: { mark, nodes } });
        break;
      }
      case 'draw:frame':
      case 'draw:custom-shape':
        this.#drawing(element);
        break;
      default:
        this.#content(element, style);
    }
  }

  /** A picture's description, and the text in text boxes and shapes. */
  #drawing(element: XmlElement): void {
    const description = xmlText(childOf(element, 'desc')) || xmlText(childOf(element, 'title'));
    if (description !== '') this.#inlines.push({ type: 'image', description });
    const boxes = element.name === 'draw:frame' ? elementsOf(element, 'text-box') : [element];
    for (const box of boxes) this.#boxes.push(...this.flow(box));
  }
}

function withLook(style: TextStyle, { hidden: _hidden, ...look }: PartialLook): TextStyle {
  return { ...style, ...look };
}
