import type { LocatorLabel } from '../../domain/common';

/** The locator terms that pandoc's citation syntax knows (English CSL locale, short and long, both numbers), and a few of our own. */
const terms: Record<string, LocatorLabel> = {};
function add(label: LocatorLabel, ...names: string[]): void {
  for (const name of names) terms[name] = label;
}
add('page', 'p.', 'pp.', 'p', 'pp', 'pg.', 'page', 'pages');
add('paragraph', 'para.', 'paras.', 'para', 'paras', 'par.', 'pars.', 'paragraph', 'paragraphs', '¶', '¶¶');
add('section', 'sec.', 'secs.', 'sec', 'section', 'sections', '§', '§§');
add('chapter', 'ch.', 'chs.', 'chap.', 'chaps.', 'chapter', 'chapters');
add('line', 'l.', 'll.', 'line', 'lines');
add('note', 'n.', 'nn.', 'note', 'notes');
add('figure', 'fig.', 'figs.', 'figure', 'figures');
add('volume', 'vol.', 'vols.', 'volume', 'volumes');
add('timestamp', 'time', 'timestamp', 'at');
add('table', 'tbl.', 'table', 'tables');
add('article-locator', 'art.', 'arts.', 'article', 'articles');
add('appendix', 'app.', 'appendix', 'appendices');
add('book', 'bk.', 'bks.', 'book', 'books');
add('column', 'col.', 'cols.', 'column', 'columns');
add('equation', 'eq.', 'eqs.', 'equation', 'equations');
add('folio', 'fol.', 'fols.', 'folio', 'folios');
add('issue', 'no.', 'nos.', 'number', 'numbers', 'issue', 'issues');
add('opus', 'op.', 'opp.', 'opus', 'opera');
add('part', 'pt.', 'pts.', 'part', 'parts');
add('rule', 'r.', 'rr.', 'rule', 'rules');
add('scene', 'sc.', 'scs.', 'scene', 'scenes');
add('sub-verbo', 's.v.', 's.vv.', 'sub verbo', 'sub verbis');
add('supplement', 'supp.', 'supps.', 'supplement', 'supplements');
add('verse', 'v.', 'vv.', 'verse', 'verses');
add('act', 'act', 'acts');
add('canon', 'can.', 'cann.', 'canon', 'canons');
add('elocation', 'loc.', 'locs.', 'location', 'locations', 'elocation');
add('title-locator', 'tit.', 'tits.', 'title', 'titles');
add('version', 'ver.', 'version', 'versions');

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const longestFirst = Object.keys(terms).sort((a, b) => b.length - a.length);
// A term ends at a full stop, at a sign, or where the letters end: "p3" and "p. 3" are pages, "pt" is not "p" + "t".
const termPattern = new RegExp(`^(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}])`, 'iu');

// One value: a word with a digit in it ("12a", "3.2(b)", "00:12:30"), a Roman numeral, or a heading in quotation marks.
const roman = String.raw`(?=[ivxlcdm])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})(?![\p{L}\p{N}])`;
const numbered = String.raw`[\p{L}]{0,4}\p{N}[\p{L}\p{N}]*(?:[.:/]\p{N}[\p{L}\p{N}]*)*(?:\([\p{L}\p{N}]{1,6}\))*`;
const quoted = String.raw`"[^"]{1,200}"|“[^”]{1,200}”`;
const between = String.raw`\s*(?:-{1,3}|[–—,&]|\band\b)\s*`;
const value = `(?:${numbered}|${roman}|${quoted})`;
const labelledValue = new RegExp(`^\\s*(${value}(?:${between}${value})*)`, 'iu');
const bareValue = new RegExp(`^\\s*(${numbered}(?:${between}${numbered})*)(?![\\p{L}\\p{N}])`, 'iu');

export interface SplitLocator {
  label: LocatorLabel;
  /** '' when there is none. */
  locator: string;
  suffix: string;
}

function tidyRange(text: string): string {
  return text
    .trim()
    .replace(/\s*-{1,3}\s*/g, '–')
    .replace(/\s+/g, ' ');
}

/**
 * A locator typed with its term, "ch 3" or "§ 4", as label and value; null where no term stands before it, so that a bare
 * "12" keeps the label that was chosen.
 */
export function typedLocator(text: string): { label: LocatorLabel; locator: string } | null {
  // Typed in a hurry, "ch 3" is "ch. 3".
  const dotted = text.trim().replace(/^(\p{L}{1,5})(?=\s)/u, '$1.');
  const term = [text.trim(), dotted].find((typed) => termPattern.test(typed));
  return term === undefined ? null : parseLocator(term);
}

/** A locator as people write it alone, e.g. "paragraph 3", "pp. 4-6" or "12"; null if it is not one. */
export function parseLocator(text: string): { label: LocatorLabel; locator: string } | null {
  const split = splitLocator(text);
  return split.locator === '' || split.suffix !== '' ? null : { label: split.label, locator: split.locator };
}

/**
 * Splits what follows a citation key into locator and suffix, as pandoc does: an optional comma, a term ("p.", "chapter",
 * "§"; page if left out) and the numbers that follow it. A locator in braces is taken whole: `@key{p. 3, a}`.
 */
export function splitLocator(after: string): SplitLocator {
  const braces = /^\s*,?\s*\{([^{}]*)\}/u.exec(after);
  if (braces) {
    const inside = (braces[1] ?? '').trim();
    const term = termPattern.exec(inside);
    const label = term ? labelOf(term[0]) : 'page';
    return {
      label,
      locator: tidyRange(term ? inside.slice(term[0].length) : inside),
      suffix: after.slice(braces[0].length).trimEnd(),
    };
  }
  const lead = /^\s*,?\s*/u.exec(after)?.[0] ?? '';
  const rest = after.slice(lead.length);
  const term = termPattern.exec(rest);
  if (term) {
    const found = labelledValue.exec(rest.slice(term[0].length));
    if (found) {
      return {
        label: labelOf(term[0]),
        locator: tidyRange(found[1] ?? ''),
        suffix: rest.slice(term[0].length + found[0].length).trimEnd(),
      };
    }
  }
  const bare = bareValue.exec(rest);
  if (bare) return { label: 'page', locator: tidyRange(bare[1] ?? ''), suffix: rest.slice(bare[0].length).trimEnd() };
  return { label: 'page', locator: '', suffix: after.trimEnd() };
}

function labelOf(term: string): LocatorLabel {
  return terms[term.toLowerCase()] ?? 'page';
}
