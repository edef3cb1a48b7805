import type { BlockKind } from '../../../shared/domain/sources';
import type { OpenBlock } from '../builder';
import type { Paragraph } from './model';

/** What a paragraph style says of its paragraphs. `contents` are lists of the document's own headings: no text of it. */
export type StyleMeaning =
  | { kind: Exclude<BlockKind, 'heading' | 'list-item' | 'table-row' | 'footnote'>; role?: Paragraph['role'] }
  | { kind: 'heading'; level: number; role?: Paragraph['role'] }
  | { kind: 'contents' };

const meanings: [RegExp, StyleMeaning][] = [
  [/^title$/u, { kind: 'heading', level: 1, role: 'title' }],
  [/^subtitle$/u, { kind: 'caption' }],
  [/^authors?$/u, { kind: 'caption', role: 'author' }],
  [/^date$/u, { kind: 'caption', role: 'date' }],
  [/caption|^(?:illustration|table|drawing|figure) ?(?:index)?$/u, { kind: 'caption' }],
  [
    /^(?:toc|contents|table of contents|table of figures|index|illustration index)(?: heading| \d+)?$/u,
    { kind: 'contents' },
  ],
  [/quot(?:e|ation)|block ?text|blockquote|^zitat|^citaat|^citation/u, { kind: 'quotation' }],
  [/preformatted|source[ _](?:code|text)|verbatim|teletype|^code/u, { kind: 'preformatted' }],
];

/**
 * The meaning of a style by its name, which programs write in English for their own styles, whatever language they speak
 * to their users; null for names that say nothing.
 */
export function meaningOf(styleName: string): StyleMeaning | null {
  const name = styleName.toLowerCase().replace(/\s+/gu, ' ').trim();
  const heading = /^(?:heading|überschrift|titre|título|titolo|kop|nagłówek|заголовок|başlık) ?([1-9])$/u.exec(name);
  if (heading) return { kind: 'heading', level: Math.min(6, Number(heading[1])) };
  return meanings.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** The block that a paragraph is by its style; else the list item that it is, or a paragraph. */
export function styledBlock(meaning: StyleMeaning | null, item: OpenBlock | null): OpenBlock {
  if (meaning === null || meaning.kind === 'contents') return item ?? { kind: 'paragraph' };
  return meaning.kind === 'heading' ? { kind: 'heading', level: meaning.level } : { kind: meaning.kind };
}
