import type { OpenBlock } from '../builder';

/**
 * What the readers of office documents (DOCX, ODT, RTF) make of them: paragraphs and tables as their authors wrote them,
 * before they become blocks of a snapshot.
 */
export type FlowNode = Paragraph | Table;

export interface Paragraph {
  type: 'paragraph';
  block: OpenBlock;
  /** What it is to the document, where its style says so. */
  role?: 'title' | 'author' | 'date';
  inlines: Inline[];
}

export interface Table {
  type: 'table';
  rows: FlowNode[][][];
}

/** How characters look, as far as a snapshot keeps it. */
export interface TextStyle {
  strong: boolean;
  emphasis: boolean;
  code: boolean;
  position: 'superscript' | 'subscript' | '';
  /** Where a link leads: http, https or mailto; '' for none. */
  href: string;
}

export const plainStyle: TextStyle = { strong: false, emphasis: false, code: false, position: '', href: '' };

export type Inline =
  | { type: 'text'; text: string; style: TextStyle }
  | { type: 'line-break' }
  | { type: 'note'; note: Note }
  | { type: 'image'; description: string };

export interface Note {
  /** As printed; '' where the text holds it already. */
  mark: string;
  nodes: FlowNode[];
}

/** The characters of a paragraph, with its line breaks. */
export function paragraphText({ inlines }: Paragraph): string {
  return inlines
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'line-break' ? '\n' : ''))
    .join('');
}
