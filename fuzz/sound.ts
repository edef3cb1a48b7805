import type { ImportedAnnotations } from '../src/shared/domain/annotations';
import type { ImportedDocument } from '../src/shared/domain/imports';
import type { ImportedReferences } from '../src/shared/domain/references';
import type { Block } from '../src/shared/domain/sources';
import { isSafeUrl } from '../src/shared/memo/document';

/** The first rule of snapshots that a document breaks; '' if it keeps them all. */
export function whatIsWrong({ text, blocks, csl }: ImportedDocument): string {
  if (!isText(text)) return 'the text holds NULs or halves of characters';
  if (blocks.map((block) => text.slice(block.start, block.end)).join('\n\n') !== text)
    return 'its blocks are not its text';
  let paragraph = 0;
  for (const block of blocks) {
    if (block.paragraph !== undefined && block.paragraph !== (paragraph += 1))
      return 'its paragraphs are not numbered one by one';
    const wrong = wrongInBlock(block);
    if (wrong !== '') return wrong;
  }
  if (!isText(csl)) return 'its metadata hold NULs or halves of characters';
  return typeof csl.title === 'string' && csl.title !== '' ? '' : 'it has no title';
}

/** The same for a list of references: what goes into the library of each is text, and nothing is refused without a word. */
export function whatIsWrongInList({ references, refused }: ImportedReferences): string {
  if (!isText([references, refused])) return 'it holds NULs or halves of characters';
  if (references.some(({ csl }) => typeof csl.type !== 'string')) return 'a reference is of no type';
  return refused.some(({ reason }) => reason === '') ? 'an entry is refused without a reason' : '';
}

/** And for annotations. */
export function whatIsWrongInAnnotations({ annotations, sources, refused }: ImportedAnnotations): string {
  if (!isText([annotations, sources, refused])) return 'it holds NULs or halves of characters';
  return annotations.some(({ target }) => target === '') ? 'an annotation is about nothing' : '';
}

/** Whether every string in it can be stored and read back as it is. */
function isText(value: unknown): boolean {
  if (typeof value === 'string') return !/\0|\p{Surrogate}/u.test(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isText);
}

function wrongInBlock({ start, end, spans, pageBreaks = [] }: Block): string {
  if (pageBreaks.some(({ at }) => at < start || at > end)) return 'a page begins outside its block';
  const open: number[] = [];
  let before = start;
  for (const span of spans) {
    if (span.start < before || span.end > end || span.start >= span.end)
      return `a ${span.kind} is outside its block or out of order`;
    before = span.start;
    while (open.length > 0 && (open.at(-1) ?? 0) <= span.start) open.pop();
    if ((open.at(-1) ?? end) < span.end) return `a ${span.kind} crosses another span`;
    open.push(span.end);
    if (span.kind === 'link' && !isSafeUrl(span.href ?? '')) return `a link leads to ${span.href}`;
  }
  return '';
}
