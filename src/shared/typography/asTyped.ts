import { quotationMarks, type QuotationMarks } from './quotes';

/** What stands in place of a typed character and of `remove` characters before it. */
export interface Replacement {
  remove: number;
  insert: string;
}

const nbsp = '\u00A0';
const nnbsp = '\u202F';

/**
 * What typography makes of a character as it is typed: the language's quotation marks, dashes, the ellipsis, and spaces at
 * which no line may break. Null where it stays what it is. Pure; wants only the words just before.
 *
 * @param before the text of the line up to the character; U+FFFC stands for a citation or a note
 */
export function asTyped(before: string, typed: string, locale: string): Replacement | null {
  // After a backtick that is not closed, code is being typed.
  if ((before.split('`').length - 1) % 2 === 1) return null;
  switch (typed) {
    case '"':
    case "'":
      return quote(before, typed, quotationMarks(locale));
    case '-':
      return dash(before);
    case '.':
      return /(^|[^.])\.\.$/.test(before) ? { remove: 2, insert: '…' } : null;
    default:
      return spaceBefore(before, typed, locale) ?? joined(before, typed);
  }
}

/** After nothing, a space, a dash or an opening bracket or mark, a quotation opens. */
const opens = /(^|[\s\u00A0\u202F([{<\u2013\u2014/\u00AB\u2039\u201E\u201A\u00A1\u00BF-])$/u;

function quote(before: string, typed: '"' | "'", marks: QuotationMarks | null): Replacement | null {
  if (!marks) return null;
  const [open, close, openSingle, closeSingle] = marks;
  const insertOpen = typed === '"' ? open : openSingle;
  const opening =
    opens.test(before) || (before.endsWith(typed === '"' ? openSingle : open) && openSingle !== closeSingle);
  if (opening) return { remove: 0, insert: insertOpen };
  if (typed === '"') {
    // The French closing mark brings its own space along.
    const spaced = close.length > 1 && /[ \u00A0\u202F]$/u.test(before);
    return { remove: spaced ? 1 : 0, insert: close };
  }
  // In a word it is the apostrophe, which is the same sign in every language; else it closes what was opened.
  const isOpen = openSingle !== closeSingle && before.lastIndexOf(openSingle) > before.lastIndexOf(closeSingle);
  return { remove: 0, insert: isOpen ? closeSingle : '’' };
}

/** Two hyphens are an en dash, three an em dash. A line of hyphens alone is on its way to a rule. */
function dash(before: string): Replacement | null {
  if (/^[-–—\s]*$/.test(before)) return null;
  if (/[^-–—]-$/.test(before)) return { remove: 1, insert: '–' };
  return before.endsWith('–') ? { remove: 1, insert: '—' } : null;
}

/** Signs that stand apart from their word: after a no-break space in French, and after one where a space was typed before %. */
function spaceBefore(before: string, typed: string, locale: string): Replacement | null {
  if (/[%‰]/u.test(typed)) return /\d $/.test(before) ? { remove: 1, insert: nbsp + typed } : null;
  if (!/^fr\b/.test(locale) || !/[:;!?]/.test(typed)) return null;
  if (typed === ':') return /[^\s] $/u.test(before) ? { remove: 1, insert: `${nbsp}:` } : null;
  // Canadian French sets these three close.
  if (locale === 'fr-CA') return null;
  if (/[^\s] $/u.test(before)) return { remove: 1, insert: nnbsp + typed };
  return /[\p{L}\p{N}»)\]]$/u.test(before) && !/[:/][^\s]*$/u.test(before)
    ? { remove: 0, insert: nnbsp + typed }
    : null;
}

const units =
  'km|m|cm|mm|kg|g|mg|t|l|ml|ha|km²|m²|m³|W|kW|MW|GW|kWh|MWh|GWh|V|Hz|MHz|GHz|°C|°F|K|min|h|s|ms|€|\\$|£|EUR|USD|GBP|CHF|million|millions|billion|Mio\\.|Mrd\\.';
const numberAndUnit = new RegExp(`\\d (${units})$`, 'u');
const abbreviationBeforeNumber =
  /(?:^|[\s(\u00A0])(?:pp?|nos?|nr|figs?|arts?|vols?|ch|chap|sec|Bd|Abb|Kap|S|§§?|n°|№)\.? $/iu;
const initial = /(?:^|[\s(\u00A0])\p{Lu}\. $/u;

/** Words that belong on one line: a number and its unit, "p. 12", "J. Smith". */
function joined(before: string, typed: string): Replacement | null {
  if (/\d/.test(typed)) return abbreviationBeforeNumber.test(before) ? { remove: 1, insert: nbsp + typed } : null;
  if (/\p{Lu}/u.test(typed)) return initial.test(before) ? { remove: 1, insert: nbsp + typed } : null;
  if (!/[\s.,;:!?)]/u.test(typed)) return null;
  const [found, unit = ''] = numberAndUnit.exec(before) ?? [];
  return found ? { remove: unit.length + 1, insert: nbsp + unit + typed } : null;
}
