import { parsePublicationDate } from '../metadata/dates';
import { oneLine, pushText, type Facts } from '../metadata/facts';
import { isOrganisation, parseByline, parseNames } from '../metadata/names';
import { sameTitle } from '../metadata/titles';
import { cleanDoi, cleanUrl } from '../metadata/urls';

/** What a line at the top of a plain-text article is. */
export type HeaderRole = 'site' | 'title' | 'duplicate' | 'byline' | 'date' | 'label' | 'credit' | 'address';

const labels: [RegExp, (value: string, facts: Facts) => void][] = [
  [/^(?:title|headline|заголовок|titre|titel)$/iu, (value, facts) => pushText(facts.title, value, 'label')],
  [
    /^(?:publisher|published by|organi[sz]ation|издатель|ناشر)$/iu,
    (value, facts) => pushText(facts.publisher, value, 'label'),
  ],
  [
    /^(?:source|publication|newspaper|journal|website|site|источник|منبع)$/iu,
    (value, facts) => (cleanUrl(value) === '' ? pushText(facts.site, value, 'label') : pushUrl(value, facts)),
  ],
  [/^(?:url|link|address|retrieved from|available at|ссылка)$/iu, pushUrl],
  [/^doi$/iu, (value, facts) => facts.plain.push({ field: 'DOI', fact: { value: cleanDoi(value), origin: 'label' } })],
];

function pushUrl(value: string, facts: Facts): void {
  const url = cleanUrl(value);
  if (url !== '') facts.url.push({ value: url, origin: 'address line' });
}

/**
 * Reads the lines above a plain-text article: site line, title, byline, date, addresses. Fills `facts` and answers each
 * header line's role; the first line that is running text ends the header.
 */
export function readHeader(lines: readonly string[], facts: Facts): Map<number, HeaderRole> {
  const roles = new Map<number, HeaderRole>();
  const candidates: number[] = [];
  for (const [index, raw] of lines.slice(0, 20).entries()) {
    const line = raw.trim();
    const role = roleOf(line, facts);
    if (role) {
      roles.set(index, role);
      continue;
    }
    if (isRunningText(line)) break;
    candidates.push(index);
  }
  if (facts.title.length > 0) return roles;
  chooseTitle(lines, candidates, roles, facts);
  return roles;
}

function chooseTitle(
  lines: readonly string[],
  candidates: number[],
  roles: Map<number, HeaderRole>,
  facts: Facts,
): void {
  const text = (index: number) => (lines[index] ?? '').trim();
  // A title stands above the byline and date; headings below them belong to the text.
  const anchor = [...roles].filter(([, role]) => role === 'byline' || role === 'date').map(([index]) => index)[0];
  const above = anchor === undefined ? candidates.slice(0, 3) : candidates.filter((index) => index < anchor);
  // "Analysis", "World": one or two words above a real title are a rubric.
  const usable = above.length > 0 ? above : candidates.slice(0, 1);
  const isTwin = (index: number) =>
    text(index) === text(index).toLowerCase() &&
    usable.some((other) => other !== index && sameTitle(text(other), text(index)));
  const proper = usable.filter((index) => !isTwin(index));
  const best = proper.find((index) => text(index).split(/\s+/u).length >= 4) ?? proper[0];
  if (best === undefined) return;
  pushText(facts.title, text(best), 'first lines');
  roles.set(best, 'title');
  for (const index of usable) if (index !== best && sameTitle(text(index), text(best))) roles.set(index, 'duplicate');
  for (const index of usable) {
    if (index >= best || roles.has(index)) continue;
    // What stands above the title and is an organisation is who published it.
    if (isOrganisation(text(index)) && facts.publisher.length === 0) {
      pushText(facts.publisher, text(index), 'site line');
      roles.set(index, 'site');
    }
  }
}

function roleOf(line: string, facts: Facts): HeaderRole | null {
  if (line.length > 300) return null;
  const date = parsePublicationDate(line);
  if (date) {
    facts.issued.push({ value: date, origin: 'date line' });
    return 'date';
  }
  if (
    /^(?:image|photo|picture|foto|фото|cover|featured image|عکس)\s*(?:source|credit|by|courtesy)?\s*(?:[:：©]|\/)/iu.test(
      line,
    )
  )
    return 'credit';
  const names = parseByline(line);
  if (names) {
    facts.authors.push({ value: names, origin: 'byline' });
    return 'byline';
  }
  const both = /^(.{3,100}?)\s*(?:[|•·–—]|,|\s-\s)\s*(.{6,40})$/u.exec(line);
  if (both?.[1] && both[2]) {
    const when = parsePublicationDate(both[2]);
    const who = when ? (parseByline(both[1]) ?? (isOrganisation(both[1]) ? null : namesAlone(both[1]))) : null;
    if (when && who) {
      facts.authors.push({ value: who, origin: 'byline' });
      facts.issued.push({ value: when, origin: 'date line' });
      return 'byline';
    }
  }
  const label = /^([\p{L} ]{2,24})\s*[:：]\s*(\S.*)$/u.exec(line);
  if (label?.[1] && label[2]) {
    const known = labels.find(([pattern]) => pattern.test(label[1]?.trim() ?? ''));
    if (known) {
      known[1](oneLine(label[2]), facts);
      return 'label';
    }
  }
  if (/^(?:https?:\/\/|www\.)\S+$/iu.test(line)) {
    pushUrl(line.startsWith('www.') ? `https://${line}` : line, facts);
    return 'address';
  }
  const site = siteLine(line);
  if (site === '') return null;
  facts.publisher.push({ value: site, origin: 'site line' });
  return 'site';
}

/** "ABC - Alpha Beta Council", "Alpha Beta Council (ABC)": an organisation with its initials. '' for anything else. */
export function siteLine(line: string): string {
  const before = /^(\p{Lu}[\p{Lu}\d&.]{1,9})\s*[-–—|:/]\s*(.{4,120})$/u.exec(line);
  if (before?.[1] && before[2] && isInitials(before[1], before[2])) return before[2].trim();
  const after = /^(.{4,120}?)\s*(?:[-–—|:/]\s*|\()(\p{Lu}[\p{Lu}\d&.]{1,9})\)?$/u.exec(line);
  if (after?.[1] && after[2] && isInitials(after[2], after[1])) return after[1].trim();
  return '';
}

/** Whether the letters are the first letters of the name's words, small words left out or not. */
function isInitials(letters: string, name: string): boolean {
  const wanted = letters.replace(/[^\p{Lu}]/gu, '');
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const all = words.map((word) => word[0]?.toUpperCase() ?? '').join('');
  const capital = words
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word[0] ?? '')
    .join('');
  return wanted.length >= 2 && (all === wanted || capital === wanted);
}

function namesAlone(text: string) {
  const names = parseNames(text);
  return names.length > 0 && names.every((name) => name.family !== undefined && name.given !== undefined)
    ? names
    : null;
}

/** Long lines and lines that end like sentences are the text itself. */
function isRunningText(line: string): boolean {
  return (
    line.length > 220 ||
    (line.length > 100 && /[.!?…]["”’»]?$/u.test(line)) ||
    (line.match(/[.!?]["”’»]?\s+\p{Lu}/gu)?.length ?? 0) > 1
  );
}
