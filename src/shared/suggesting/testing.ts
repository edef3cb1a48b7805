import type { Block } from '../domain/sources';
import { suggest, type Found, type KnownActor } from '.';

/** Paragraphs as a snapshot's text and blocks; those that begin with "# " are headings. */
export function snapshotOf(...paragraphs: string[]): { text: string; blocks: Block[] } {
  let text = '';
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    if (text !== '') text += '\n\n';
    const heading = paragraph.startsWith('# ');
    const start = text.length;
    text += heading ? paragraph.slice(2) : paragraph;
    blocks.push({ kind: heading ? 'heading' : 'paragraph', start, end: text.length, spans: [] });
  }
  return { text, blocks };
}

/** Suggestions of an English article of 18 April 2031 (a Friday), or of another day. */
export function suggestIn(
  paragraphs: string | string[],
  {
    published = '2031-04-18',
    known = [],
    language = 'en',
  }: { published?: string; known?: KnownActor[]; language?: string } = {},
): Found {
  return suggest({ ...snapshotOf(...[paragraphs].flat()), language, published, known });
}
