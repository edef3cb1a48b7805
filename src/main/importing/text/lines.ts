/** Lines of a plain text as the paragraphs they were written as. */
export interface Chunk {
  lines: string[];
}

const bullet = /^\s*(?:[*•‣▪◦·]|-)\s+(?=\S)/u;
const numberMark = /^\s*(\d{1,3})[.)]\s+(?=\S)/u;

export interface TextBlock {
  kind: 'paragraph' | 'list-item' | 'quotation';
  text: string;
  ordinal?: number;
}

/** Groups of lines between blank lines; a form feed (page break) parts groups as well. */
export function chunksOf(text: string): Chunk[] {
  return text
    .split(/\n[ \t\u00A0]*\n\s*|\f/u)
    .map((chunk) => ({ lines: chunk.split('\n').filter((line) => line.trim() !== '') }))
    .filter((chunk) => chunk.lines.length > 0);
}

/**
 * The column at which a hard-wrapped text breaks its lines (UTF-16 code units), or 0 if its line breaks are paragraphs. A
 * text is hard-wrapped when most breaks stand where the next word would not have fitted any more.
 */
export function wrapColumn(chunks: readonly Chunk[]): number {
  const lengths: number[] = [];
  for (const chunk of chunks) for (const line of chunk.lines.slice(0, -1)) lengths.push(line.trimEnd().length);
  if (lengths.length < 2) return 0;
  lengths.sort((a, b) => a - b);
  const column = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  if (column < 40 || column > 140) return 0;
  let wrapped = 0;
  for (const chunk of chunks) {
    for (const [index, line] of chunk.lines.slice(0, -1).entries()) {
      if (isWrapped(line, chunk.lines[index + 1] ?? '', column)) wrapped += 1;
    }
  }
  return wrapped >= lengths.length * 0.5 ? column : 0;
}

function isWrapped(line: string, next: string, column: number): boolean {
  const word = /^\s*(\S+)/u.exec(next)?.[1] ?? '';
  return line.trimEnd().length + 1 + word.length > column - 3;
}

/** A group's lines as blocks: wrapped lines joined, lists and e-mail quotations recognised, real line breaks kept apart. */
export function blocksOfChunk(chunk: Chunk, column: number): TextBlock[] {
  const quoted = chunk.lines.every((line) => /^\s*>/u.test(line));
  const lines = quoted ? chunk.lines.map((line) => line.replace(/^\s*(?:>\s?)+/u, '')) : chunk.lines;
  const marks = lines.filter((line) => bullet.test(line)).length;
  const numbers = lines.flatMap((line) => numberMark.exec(line)?.[1] ?? []).map(Number);
  // "2023. gada": a number with a full stop starts a list only if the next one follows it.
  const isNumbered =
    numbers.length >= 2 && numbers.every((value, index) => index === 0 || value === (numbers[index - 1] ?? 0) + 1);
  const isBulleted = bullet.test(lines[0] ?? '') && (marks >= 2 || /^\s*[•‣▪◦]/u.test(lines[0] ?? ''));
  // Lines are gathered and joined at the end: appending to a growing text would take a book's time squared.
  const gathered: { kind: TextBlock['kind']; lines: string[]; ordinal?: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const number = isNumbered ? numberMark.exec(line) : null;
    const previous = gathered.at(-1);
    if (number) gathered.push({ kind: 'list-item', lines: [line.slice(number[0].length)], ordinal: Number(number[1]) });
    else if (isBulleted && bullet.test(line)) gathered.push({ kind: 'list-item', lines: [line.replace(bullet, '')] });
    else if (previous && (previous.kind === 'list-item' || joins(lines[index - 1] ?? '', line, column))) {
      previous.lines.push(line);
    } else gathered.push({ kind: quoted ? 'quotation' : 'paragraph', lines: [line] });
  }
  return gathered.map(({ lines: parts, ...block }) => ({ ...block, text: joined(parts) }));
}

function joins(line: string, next: string, column: number): boolean {
  if (column > 0 && isWrapped(line, next, column)) return true;
  if (/\p{L}-\s*$/u.test(line) && /^\s*\p{Ll}/u.test(next)) return true;
  // A sentence that goes on in small letters was broken in the middle.
  return column > 0 && line.length > column / 2 && /^\s*\p{Ll}/u.test(next) && !/[.!?]["”’»]?\s*$/u.test(line);
}

/** subtle: a hyphen at a line's end may be the word's own ("long-standing"), so it is kept as captured. */
function joined(lines: readonly string[]): string {
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1]?.trimEnd() ?? '';
    const glued = index === 0 || (/\p{L}-$/u.test(before.slice(-2)) && /^\s*\p{Ll}/u.test(line));
    text += (glued ? '' : ' ') + line.trim();
  }
  return text;
}
