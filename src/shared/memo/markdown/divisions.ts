import { readLanguage } from '../../domain/language';
import { blockDirections, type BlockWriting, type Inline, type MemoBlock } from '../document';

/** More than anybody writes: what stands beyond is read without them. */
const deepest = 50;
const opening = /^(:{3,})[ \t]*(?:(\{[^{}\n]{0,2000}\})|[\w-]{1,100})[ \t]*:*[ \t]*$/u;
const closing = /^:{3,}[ \t]*$/u;
const codeFence = /^ {0,3}(`{3,}|~{3,})/u;

/** Where a division begins or ends, in place of its line. */
export interface Divisions {
  /** The Markdown with a paragraph of its own for each end. */
  text: string;
  /** What the paragraph of a marker means; undefined for any other. `null` ends the last division. */
  markOf: (paragraph: string) => BlockWriting | null | undefined;
}

/**
 * Pandoc's divisions (`::: {lang=fr dir=rtl}` to `:::`) at the margin of a text, replaced by marked paragraphs, since the parser knows none. Those that
 * are not closed are no divisions, nor are lines in code.
 * @param open @param close characters that the text does not hold
 */
export function markDivisions(markdown: string, open: string, close: string): Divisions {
  const lines = markdown.split('\n');
  const pairs = pairsOf(lines);
  const marks: (BlockWriting | null)[] = [];
  const text = lines
    .map((line, index) => {
      const mark = pairs.get(index);
      if (mark === undefined) return line;
      marks.push(mark);
      return `\n${open}${marks.length - 1}${close}\n`;
    })
    .join('\n');
  const marker = new RegExp(`^${open}(\\d+)${close}$`, 'u');
  return {
    text: pairs.size === 0 ? markdown : text,
    markOf: (paragraph) => {
      const [, n] = marker.exec(paragraph) ?? [];
      return n === undefined ? undefined : marks[Number(n)];
    },
  };
}

/** What the lines that begin and end divisions say, by their index. */
function pairsOf(lines: readonly string[]): Map<number, BlockWriting | null> {
  const pairs = new Map<number, BlockWriting | null>();
  const stack: { index: number; writing: BlockWriting }[] = [];
  let fence = '';
  for (const [index, line] of lines.entries()) {
    const [, sign = ''] = codeFence.exec(line) ?? [];
    if (fence !== '') {
      if (sign.startsWith(fence) && line.trim() === sign) fence = '';
      continue;
    }
    if (sign !== '') fence = sign;
    else if (!line.startsWith(':::')) continue;
    else if (closing.test(line)) {
      const begun = stack.pop();
      if (!begun) continue;
      pairs.set(begun.index, begun.writing);
      pairs.set(index, null);
    } else {
      const begins = opening.exec(line);
      if (begins && stack.length < deepest) stack.push({ index, writing: writingOf(begins[2] ?? '') });
    }
  }
  return pairs;
}

/** Language and direction among pandoc's attributes. */
function writingOf(attributes: string): BlockWriting {
  const language = readLanguage(/[\s{]lang="?([\w-]{1,40})"?(?=[\s}])/u.exec(attributes)?.[1]);
  const [, dir] = /[\s{]dir="?(\w{3})"?(?=[\s}])/u.exec(attributes) ?? [];
  const direction = blockDirections.find((each) => each === dir);
  return { ...(direction && { direction }), ...(language !== null && { language }) };
}

/** A block within divisions, the innermost last. What says nothing of its own of words (tables, pictures, code) stays as it is. */
export function within(block: MemoBlock, divisions: readonly BlockWriting[]): MemoBlock {
  if (block.type === 'table' || block.type === 'image' || block.type === 'code' || block.type === 'rule') return block;
  return Object.assign({}, ...divisions, block) as MemoBlock;
}

const headingAttributes =
  /[ \t]*(\{[ \t]*(?:(?:[#.][^\s{}"]{1,200}|[a-z]{1,20}="?[^\s{}"]{0,200}"?|-)[ \t]*){1,20}\})[ \t]*$/u;

/** The words of a heading without the attributes that pandoc writes behind them, and what those say. */
export function headingWriting(children: readonly Inline[]): { children: Inline[]; writing: BlockWriting } {
  const last = children.at(-1);
  const [whole = '', attributes = ''] = (last?.type === 'text' && headingAttributes.exec(last.text)) || [];
  if (last?.type !== 'text' || whole === '') return { children: [...children], writing: {} };
  const text = last.text.slice(0, -whole.length);
  return {
    children: [...children.slice(0, -1), ...(text === '' ? [] : [{ ...last, text }])],
    writing: writingOf(attributes),
  };
}
