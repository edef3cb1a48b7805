import type { Block } from '../../domain/sources';

/** A passage in quotation marks within one block. `start` and `end` are what stands between the marks. */
export interface Quote {
  start: number;
  end: number;
  /** With the marks. */
  outerStart: number;
  outerEnd: number;
  block: number;
  /** It goes on from the quotation before, in the block before: the marks were opened twice and closed once. */
  continues: boolean;
  /** No mark closes it: it was taken to the end of its block. */
  unclosed: boolean;
}

/** Opening mark → what closes it. The typist's marks open and close alike. */
const closers: Record<string, string> = {
  '“': '”"“',
  '„': '“”"‟',
  '‟': '”"',
  '”': '”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '"': '"”',
  '‘': "’'",
  "'": "'’",
  '‹': '›',
  '‚': '‘’',
};
const marks = /``|''|,,|[“”„‟«»「」『』"‘’'‹›‚]/gu;
/** How many marks after an opening one are looked at for its end; more than any real passage has. */
const reach = 60;
const singles = new Set(['‘', "'", '‹', '‚']);

interface Mark {
  at: number;
  width: number;
  /** Doubled typist's marks stand for the one they mean. */
  sign: string;
  before: string;
  after: string;
}

/** Passages in quotation marks of any style, in order, not nested. Linear in the length of the text. */
export function findQuotes(text: string, blocks: readonly Block[]): Quote[] {
  const quotes: Quote[] = [];
  let open: { sign: string } | null = null;
  for (const [index, block] of blocks.entries()) {
    const slice = text.slice(block.start, block.end);
    const found = Array.from(slice.matchAll(marks), (match): Mark => {
      const at = match.index;
      return {
        at,
        width: match[0].length,
        sign: match[0] === '``' || match[0] === ',,' ? '“' : match[0] === "''" ? '”' : match[0],
        before: slice[at - 1] ?? '',
        after: slice[at + match[0].length] ?? '',
      };
    });
    const leading = slice.length - slice.trimStart().length;
    const goesOn: { sign: string } | null = open;
    open = null;
    for (let i = 0; i < found.length;) {
      const mark = found[i]!;
      if (!opens(mark, slice)) {
        i += 1;
        continue;
      }
      const close = closingOf(found, i, slice);
      const continues = i === 0 && goesOn !== null && goesOn.sign === mark.sign && mark.at <= leading;
      if (close === -1) {
        // Left open at the end of a paragraph: it goes on in the next one if that opens with the same mark.
        const rest = slice.slice(mark.at + mark.width);
        const next = blocks[index + 1];
        const more =
          next !== undefined &&
          text
            .slice(next.start, Math.min(next.end, next.start + 40))
            .trimStart()
            .startsWith(mark.sign);
        const single = singles.has(mark.sign);
        if (
          (!single || (mark.sign === '‘' && mark.at <= leading && (more || continues))) &&
          (more || continues || (rest.length > 25 && mark.at <= leading))
        ) {
          quotes.push(made(block, index, mark, slice.length, 0, slice, continues, !more));
          open = more ? { sign: mark.sign } : null;
          break;
        }
        i += 1;
        continue;
      }
      const end = found[close]!;
      quotes.push(made(block, index, mark, end.at, end.width, slice, continues, false));
      i = close + 1;
    }
  }
  return quotes;
}

function made(
  block: Block,
  index: number,
  mark: Mark,
  end: number,
  width: number,
  slice: string,
  continues: boolean,
  unclosed: boolean,
): Quote {
  let start = mark.at + mark.width;
  let stop = end;
  while (start < stop && /\s/u.test(slice[start]!)) start += 1;
  while (stop > start && /\s/u.test(slice[stop - 1]!)) stop -= 1;
  return {
    start: block.start + start,
    end: block.start + stop,
    outerStart: block.start + mark.at,
    outerEnd: block.start + end + width,
    block: index,
    continues,
    unclosed,
  };
}

const begins = (before: string) => before === '' || /[\s([{<>\-–—:/“"‘…,]/u.test(before);

function opens({ sign, before, after, at, width }: Mark, slice: string): boolean {
  switch (sign) {
    case '“':
    case '„':
    case '‟':
    case '«':
    case '「':
    case '『':
      return after !== '';
    case '‹':
      return after !== '' && begins(before);
    case '"':
      return (
        after !== '' && (begins(before) || !/\s/u.test(after)) && (begins(before) || !/[\p{L}\p{N}.,!?]/u.test(before))
      );
    case '”':
    case '»':
      return begins(before) && before !== ',' && /\S/u.test(after) && after !== '';
    case '‘':
    case '‚':
      return begins(before) && /\S/u.test(after) && after !== '';
    case "'":
      // Not ’90s, ’tis, and not the end of a plural's possessive.
      return (
        begins(before) &&
        /[\p{L}\p{N}“"…[(]/u.test(after) &&
        !/^(?:\d0s|tis\b|twas\b|em\b|cause\b|til\b)/iu.test(slice.slice(at + width, at + width + 6))
      );
    default:
      return false;
  }
}

/** Index of the mark that closes the one at `from`, or -1. */
function closingOf(found: readonly Mark[], from: number, slice: string): number {
  const opening = found[from]!;
  const wanted = closers[opening.sign]!;
  const single = singles.has(opening.sign);
  let fallback = -1;
  const last = Math.min(found.length, from + reach);
  for (let i = from + 1; i < last; i++) {
    const mark = found[i]!;
    if (!wanted.includes(mark.sign)) continue;
    if (mark.at === opening.at + opening.width) continue;
    if (!single) {
      // A mark that opens: the passage was left open, and another begins.
      if (
        (mark.sign === '"' || mark.sign === '“') &&
        begins(mark.before) &&
        !/^\s?$/u.test(mark.after) &&
        opening.sign !== '„'
      ) {
        if (mark.before === '' || /\s/u.test(mark.before)) return -1;
      }
      return i;
    }
    if (/\s/u.test(mark.before) || /[\p{L}\p{N}]/u.test(mark.after)) continue;
    if (/[.,!?;:…—)]/u.test(mark.before) || !/^\s$/u.test(mark.after)) return i;
    // subtle: ’ after s before a space may be a possessive ("the workers’ rights"); another end is better if there is one.
    if (!/[sz]/iu.test(mark.before) || !/^\s\p{Ll}/u.test(slice.slice(mark.at + 1, mark.at + 3))) return i;
    if (fallback === -1) fallback = i;
    const next = found[i + 1];
    if (next !== undefined && opens(next, slice)) return i;
  }
  return fallback;
}
