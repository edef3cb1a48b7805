import type { CslName } from '../../shared/domain/csl';
import type { Block } from '../../shared/domain/sources';
import { renumbered } from './builder';
import { parsePublicationDate, parseShownDate } from './metadata/dates';
import type { Facts } from './metadata/facts';
import { parseByline, parseNames } from './metadata/names';
import { sameTitle } from './metadata/titles';
import { readHeader } from './text/header';

/** What the blocks at the top say of author and date: those that are a byline or a date and nothing else. */
export function topLineFacts(text: string, blocks: readonly Block[], facts: Facts): void {
  const language = facts.language[0]?.value ?? '';
  for (const line of blocks.slice(0, 15).flatMap(({ start, end }) => text.slice(start, end).split('\n'))) {
    if (line.length > 150) continue;
    const shown = parseShownDate(line, { language });
    if (shown && !shown.updated) facts.issued.push({ value: shown.date, origin: 'visible date' });
    const names = parseByline(line) ?? (shown ? namesBeside(line) : null);
    if (names) facts.authors.push({ value: names, origin: 'byline' });
  }
}

/** "Ana Petrova | 18 April 2031": names in the parts of a line that has the date in another. */
function namesBeside(line: string): CslName[] | null {
  const parts = line
    .split(/\s*[|•·]\s*|\s[–—-]\s/u)
    .filter((part) => !/[\d:]/u.test(part) && !/(?:^|\s)\p{Ll}{4,}/u.test(part));
  const names = parts.flatMap(parseNames).filter((name) => name.family !== undefined);
  return names.length > 0 ? names : null;
}

/**
 * Where nothing tells them apart, the lines above the first sentence are read as those of a plain text are: title, byline,
 * date, address.
 */
export function withHeader(text: string, blocks: readonly Block[], facts: Facts): Block[] {
  const lines = blocks.slice(0, 20).map((block) => text.slice(block.start, block.end));
  const sentence = lines.findIndex((line) => /[.…:;,]$/u.test(line));
  const roles = readHeader(sentence === -1 ? lines : lines.slice(0, sentence), facts);
  const title = facts.title[0]?.value ?? '';
  return renumbered(
    blocks.map((block, index): Block => {
      if (block.kind !== 'paragraph' || index >= lines.length) return block;
      if (sameTitle((lines[index] ?? '').slice(0, 2000), title)) return { ...block, kind: 'heading', level: 1 };
      return roles.has(index) ? { ...block, kind: 'caption' } : block;
    }),
  );
}

/**
 * Marks the byline and date lines above the first prose as captions, so that paragraph 1 is the article's first, and the
 * document's heading as level 1 whatever the page made it.
 * @param authors a line that names them alone is a byline as well
 */
export function withCaptions(
  text: string,
  blocks: readonly Block[],
  heading: string,
  authors: readonly CslName[],
): Block[] {
  const known = JSON.stringify(authors);
  const first = blocks.findIndex((block) => block.kind === 'paragraph' && block.end - block.start >= 120);
  const top = Math.min(first === -1 ? blocks.length : first, 12);
  const marked = blocks.map((block, index): Block => {
    const line = text.slice(block.start, Math.min(block.end, block.start + 300));
    if (block.kind === 'heading')
      return heading !== '' && index < 12 && sameTitle(line, heading) ? { ...block, level: 1 } : block;
    if (index >= top || block.kind !== 'paragraph') return block;
    const { paragraph: _paragraph, ...rest } = block;
    const isSaid = (part: string) => parseByline(part) !== null || parsePublicationDate(part) !== null;
    const isCaption =
      line.split('\n').every(isSaid) || (authors.length > 0 && JSON.stringify(parseNames(line)) === known);
    return isCaption ? { ...rest, kind: 'caption' } : block;
  });
  return renumbered(marked);
}
