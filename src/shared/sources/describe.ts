import { cslDateToEdtf } from '../dates/csl-date';
import { displayYear } from '../dates/display';
import type { CslItem } from '../domain/csl';
import { displayAuthors } from './names';
import { normaliseDoi, normaliseUrl } from './identifiers';

/** A text field of a CSL item as one line; '' if absent. Markup that CSL-JSON allows in titles (<i>, <b>, <sup>…) is taken out. */
export function cslText(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value)
    .replace(/<\/?(?:i|b|em|strong|sup|sub|sc|span)(?:\s[^<>]*)?>/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A title cut at a word for places that are short of room. */
function shortTitle(title: string, limit = 40): string {
  if (title.length <= limit) return title;
  const cut = title.slice(0, limit + 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > limit / 2 ? cut.slice(0, space) : title.slice(0, limit)).replace(/[\s,;:.–—-]+$/u, '')}…`;
}

/** "Hallam 2023", "Hallam & Orr 2023", "Hallam et al. n.d."; without names, a short title: "Border incidents… 2023". */
export function shortCitation(csl: CslItem): string {
  const who = displayAuthors(csl) || cslText(csl['title-short']) || shortTitle(cslText(csl.title)) || 'Untitled';
  return `${who} ${displayYear(cslDateToEdtf(csl.issued)) || 'n.d.'}`;
}

/** What lists, sorting and duplicate recognition need of a CSL item, derived whenever it is written. */
export interface SourceColumns {
  type: string;
  title: string;
  authors: string;
  /** The publisher, else what contains it: the newspaper, journal or site. */
  publisher: string;
  /** EDTF, '' if undated. */
  issued: string;
  shortCitation: string;
  doi: string;
  url: string;
}

/** The derived columns of a CSL item. */
export function sourceColumns(csl: CslItem): SourceColumns {
  return {
    type: csl.type,
    title: cslText(csl.title) || 'Untitled',
    authors: displayAuthors(csl),
    publisher: cslText(csl.publisher) || cslText(csl['container-title']),
    issued: cslDateToEdtf(csl.issued),
    shortCitation: shortCitation(csl),
    doi: normaliseDoi(cslText(csl.DOI)),
    url: normaliseUrl(cslText(csl.URL)),
  };
}
