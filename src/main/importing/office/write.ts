import type { Span } from '../../../shared/domain/sources';
import { footnote, type OpenBlock, type SnapshotBuilder } from '../builder';
import {
  paragraphText,
  type FlowNode,
  type Inline,
  type Note,
  type Paragraph,
  type Table,
  type TextStyle,
} from './model';

/** Longer cells are columns of a page that a table only arranges. */
const longestCell = 500;

/** Writes an office document as blocks: its text first, then its notes in the order in which the text refers to them. */
export function writeFlow(nodes: readonly FlowNode[], builder: SnapshotBuilder): void {
  const writer = new FlowWriter(builder);
  writer.nodes(nodes);
  writer.notes();
}

class FlowWriter {
  readonly #builder: SnapshotBuilder;
  /** Notes referred to so far. The list may grow while it is written, but none comes twice. */
  readonly #notes = new Set<Note>();
  #spans: Pick<Span, 'kind' | 'href'>[] = [];

  constructor(builder: SnapshotBuilder) {
    this.#builder = builder;
  }

  nodes(nodes: readonly FlowNode[]): void {
    for (const node of nodes) {
      if (node.type === 'paragraph') this.#paragraph(node, node.block);
      else if (arrangesThePage(node)) for (const row of node.rows) for (const cell of row) this.nodes(cell);
      else this.#table(node);
    }
    this.#end();
  }

  notes(): void {
    for (const { mark, nodes } of this.#notes) {
      let block = footnote(mark);
      for (const paragraph of paragraphsIn(nodes)) {
        this.#paragraph(paragraph, block);
        if (paragraphText(paragraph).trim() !== '') block = footnote('');
      }
    }
    this.#end();
  }

  #paragraph(paragraph: Paragraph, block: OpenBlock): void {
    // Lines of code are paragraphs in word processors.
    if (block.kind === 'preformatted' && this.#builder.openKind === 'preformatted') this.#builder.write('\n');
    else {
      this.#end();
      this.#builder.begin(block);
    }
    this.#inlines(
      block.kind === 'heading' || block.kind === 'caption' ? unstyled(paragraph.inlines) : paragraph.inlines,
    );
    if (block.kind !== 'preformatted') this.#end();
  }

  #table({ rows }: Table): void {
    for (const row of rows) {
      this.#end();
      this.#builder.begin({ kind: 'table-row' });
      for (const [index, cell] of row.entries()) {
        if (index > 0) this.#builder.separateCells();
        this.#builder.openSpan('cell');
        for (const paragraph of paragraphsIn(cell)) {
          this.#inlines(paragraph.inlines);
          this.#restyle([]);
          this.#builder.write(' ');
        }
        this.#builder.closeSpan();
      }
      this.#end();
    }
  }

  #inlines(inlines: readonly Inline[]): void {
    for (const inline of inlines) {
      if (inline.type === 'text') {
        this.#restyle(this.#builder.openKind === 'preformatted' ? [] : spansOf(inline.style));
        this.#builder.write(inline.text);
      } else if (inline.type === 'line-break') this.#builder.breakLine();
      else if (inline.type === 'image') this.#builder.image(inline.description);
      else {
        this.#notes.add(inline.note);
        this.#restyle([{ kind: 'superscript' }]);
        this.#builder.write(inline.note.mark);
      }
    }
  }

  /** Closes the spans that end here and opens those that begin; what goes on stays open over the pieces of a text. */
  #restyle(wanted: Pick<Span, 'kind' | 'href'>[]): void {
    const same = wanted.findIndex((span, index) => {
      const open = this.#spans[index];
      return open?.kind !== span.kind || open.href !== span.href;
    });
    const kept = same === -1 ? wanted.length : same;
    while (this.#spans.length > kept) {
      this.#builder.closeSpan();
      this.#spans.pop();
    }
    for (const span of wanted.slice(kept)) {
      this.#builder.openSpan(span.kind, span.href);
      this.#spans.push(span);
    }
  }

  #end(): void {
    this.#builder.end();
    this.#spans = [];
  }
}

/** The look that a whole heading or caption has is its style's, which some programs repeat at every run. */
function unstyled(inlines: readonly Inline[]): Inline[] {
  const styles = inlines.flatMap((inline) =>
    inline.type === 'text' && inline.text.trim() !== '' ? [inline.style] : [],
  );
  const strong = styles.every((style) => style.strong);
  const emphasis = styles.every((style) => style.emphasis);
  return inlines.map((inline) =>
    inline.type === 'text'
      ? {
          ...inline,
          style: {
            ...inline.style,
            strong: inline.style.strong && !strong,
            emphasis: inline.style.emphasis && !emphasis,
          },
        }
      : inline,
  );
}

/** Outermost first, in one order, so that neighbours share as much as they can. */
function spansOf({ href, strong, emphasis, code, position }: TextStyle): Pick<Span, 'kind' | 'href'>[] {
  const spans: Pick<Span, 'kind' | 'href'>[] = [];
  if (href !== '') spans.push({ kind: 'link', href });
  if (strong) spans.push({ kind: 'strong' });
  if (emphasis) spans.push({ kind: 'emphasis' });
  if (code) spans.push({ kind: 'code' });
  if (position !== '') spans.push({ kind: position });
  return spans;
}

function paragraphsIn(nodes: readonly FlowNode[]): Paragraph[] {
  return nodes.flatMap((node) => (node.type === 'paragraph' ? [node] : node.rows.flat().flatMap(paragraphsIn)));
}

/** A table of data has several columns of short cells, and no table, heading or list inside. */
function arrangesThePage({ rows }: Table): boolean {
  if (rows.every((row) => row.length <= 1)) return true;
  return rows.some((row) =>
    row.some((cell) => {
      const inside = cell.filter((node) => node.type === 'paragraph');
      if (inside.length < cell.length || inside.some(({ block }) => block.kind === 'heading')) return true;
      return inside.reduce((sum, paragraph) => sum + paragraphText(paragraph).length, 0) > longestCell;
    }),
  );
}
