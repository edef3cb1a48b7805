import { cleanText } from '../clean';
import type { FlowNode, Inline, Paragraph, Table, TextStyle } from '../office/model';

/** A run of paragraphs and tables while it is written: the text, a note's, or a text box's. */
export class OpenFlow {
  readonly #nodes: FlowNode[] = [];
  #inlines: Inline[] = [];
  /** Text boxes anchored in the open paragraph; they come after it. */
  #boxes: FlowNode[] = [];
  /** Paragraphs of the open cell, and the cells of the open row before it. */
  #cell: FlowNode[] = [];
  #row: FlowNode[][] = [];
  #table: Table | null = null;
  /** What was printed before the open paragraph as its list's number or bullet; null outside lists. */
  label: string | null = null;
  /** Whether the number of a note to come was printed. */
  noteNumber = false;

  text(text: string, style: TextStyle): void {
    const last = this.#inlines.at(-1);
    // Halves of a character may come one by one.
    if (last?.type === 'text' && sameStyle(last.style, style)) last.text += text;
    else this.#inlines.push({ type: 'text', text, style });
  }

  add(inline: Inline): void {
    this.#inlines.push(inline);
  }

  box(nodes: readonly FlowNode[]): void {
    this.#boxes.push(...nodes);
  }

  get isEmpty(): boolean {
    return this.#inlines.length === 0;
  }

  /** Forgets the open paragraph. */
  discard(): void {
    this.#inlines = [];
    this.#boxes = [];
    this.label = null;
  }

  paragraph(paragraph: Omit<Paragraph, 'type' | 'inlines'>, inTable: boolean): void {
    for (const inline of this.#inlines) if (inline.type === 'text') inline.text = cleanText(inline.text).text;
    const nodes: FlowNode[] = [{ type: 'paragraph', ...paragraph, inlines: this.#inlines }, ...this.#boxes];
    this.discard();
    if (inTable) return void this.#cell.push(...nodes);
    this.endRow();
    this.#table = null;
    this.#nodes.push(...nodes);
  }

  endCell(): void {
    this.#row.push(this.#cell);
    this.#cell = [];
  }

  endRow(): void {
    if (this.#cell.length > 0) this.endCell();
    if (this.#row.length === 0) return;
    if (!this.#table) {
      this.#table = { type: 'table', rows: [] };
      this.#nodes.push(this.#table);
    }
    this.#table.rows.push(this.#row);
    this.#row = [];
  }

  finish(): FlowNode[] {
    this.endRow();
    return this.#nodes;
  }
}

function sameStyle(a: TextStyle, b: TextStyle): boolean {
  return (
    a === b ||
    (a.strong === b.strong &&
      a.emphasis === b.emphasis &&
      a.code === b.code &&
      a.position === b.position &&
      a.href === b.href)
  );
}
