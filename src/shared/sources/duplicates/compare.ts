import { editDistance } from '../../search/distance';
import type { NameFacts, SourceFacts } from './facts';

/** certain: the same by an identifier, or in every detail. likely: only an accident would make them so like. possible: worth a look. */
export const confidences = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof confidences)[number];

export interface Likeness {
  confidence: Confidence;
  /** Why, each a short sentence without a full stop: "The same DOI". */
  reasons: string[];
}

/** What the files and texts of two sources say, which is not in their metadata. */
export interface SharedBytes {
  file: boolean;
  text: boolean;
}

type TitleRelation = 'same' | 'near' | 'part' | 'different';
type Relation = 'same' | 'unknown' | 'different';

/**
 * Whether two sources look like one, how surely, and why; null if they do not. Identifiers count most, then files and
 * texts, then the title together with authors and year. Two of a series (other numbers in their titles, other volumes,
 * years far apart) are never the same by their titles alone.
 */
export function likeness(a: SourceFacts, b: SourceFacts, shared: SharedBytes): Likeness | null {
  const title = titleRelation(a, b);
  const alike = title !== 'different';
  const found: Likeness[] = [];
  const add = (confidence: Confidence, reason: string) => found.push({ confidence, reasons: [reason] });

  if (a.doi !== '' && a.doi === b.doi) add(alike || !(a.isPart || b.isPart) ? 'certain' : 'possible', 'The same DOI');
  if (shared.file) add('certain', 'The same file');
  if (shared.text) add('certain', 'The same text');
  if (a.isbns.some((isbn) => b.isbns.includes(isbn))) {
    if (alike) add('certain', 'The same ISBN');
    else if (!a.isPart && !b.isPart) add('possible', 'The same ISBN, but another title');
  }
  if (a.url !== '' && a.url === b.url) {
    if (alike) add('certain', 'The same address');
    // The front page of a site is an address of everything on it.
    else if (a.url.includes('/')) add('possible', 'The same address, but another title');
  }
  const byTitle = titleLikeness(a, b, title);
  if (byTitle) found.push(byTitle);
  if (found.length === 0) return null;
  const best = Math.min(...found.map(({ confidence }) => confidences.indexOf(confidence)));
  return { confidence: confidences[best] ?? 'possible', reasons: found.flatMap(({ reasons }) => reasons) };
}

function titleLikeness(a: SourceFacts, b: SourceFacts, title: TitleRelation): Likeness | null {
  if (title === 'different' || numbersDiffer(a, b)) return null;
  const authors = authorRelation(a, b);
  const year = yearRelation(a, b);
  const sameDay = a.issued.length >= 10 && a.issued === b.issued;
  const length = Math.min(a.words.length, b.words.length);
  let confidence: Confidence | null = null;
  if (year === 'different') {
    const near = Math.abs(Number(a.year) - Number(b.year)) === 1;
    confidence = near && title === 'same' && authors === 'same' ? 'possible' : null;
  } else if (authors === 'same') {
    if (title === 'same') confidence = year === 'same' ? 'certain' : 'likely';
    else confidence = year === 'same' ? 'likely' : 'possible';
  } else if (authors === 'unknown') {
    if (title === 'same' && year === 'same') confidence = length >= 4 || sameDay ? 'likely' : null;
    else if (title === 'same') confidence = length >= 5 ? 'possible' : null;
    else if (year === 'same') confidence = length >= 6 ? 'possible' : null;
  } else if (title === 'same' && sameDay && length >= 5) confidence = 'possible';
  if (confidence === null) return null;
  // A preprint and the article have each a DOI of their own.
  if (a.doi !== '' && b.doi !== '' && a.doi !== b.doi) {
    if (title !== 'same' || authors !== 'same') return null;
    confidence = 'possible';
  }
  return { confidence, reasons: [reasonOf(title, authors, year, sameDay)] };
}

function reasonOf(title: TitleRelation, authors: Relation, year: Relation, sameDay: boolean): string {
  const titles = {
    same: 'The same title',
    near: 'Nearly the same title',
    part: 'The same title but for what follows it',
  };
  const agree = [authors === 'same' ? 'author' : '', year === 'same' ? (sameDay ? 'date' : 'year') : ''].filter(
    Boolean,
  );
  const words = [title === 'different' ? '' : titles[title], agree.length > 0 ? `the same ${agree.join(' and ')}` : ''];
  return words.filter(Boolean).join(', ');
}

function titleRelation(a: SourceFacts, b: SourceFacts): TitleRelation {
  if (a.words.length === 0 || b.words.length === 0) return 'different';
  const [one, other] = [a.words.join(' '), b.words.join(' ')];
  if (one === other) return 'same';
  if (nearlySame(a.words, b.words)) return 'near';
  const [mainOne, mainOther] = [a.mainWords.join(' '), b.mainWords.join(' ')];
  const isCut = a.mainWords.length === a.words.length || b.mainWords.length === b.words.length;
  return isCut && mainOne === mainOther ? 'part' : 'different';
}

/** Small words missing, and slips of the pen in at most two others. */
function nearlySame(a: readonly string[], b: readonly string[]): boolean {
  if (Math.abs(a.length - b.length) > 2) return false;
  const [onlyA, onlyB] = [without(a, b), without(b, a)];
  if (onlyA.length > 3 || onlyB.length > 3) return false;
  // "web site" and "website".
  if (onlyA.join('') === onlyB.join('')) return true;
  const rest = [...onlyB];
  let slips = 0;
  for (const word of onlyA) {
    const at = rest.findIndex((candidate) => isSlip(word, candidate));
    if (at >= 0) {
      rest.splice(at, 1);
      slips += 1;
    } else if (!isSmall(word)) return false;
  }
  return slips <= 2 && rest.every(isSmall) && a.length - onlyA.length >= 2;
}

function without(words: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return words.filter((word) => {
    const at = left.indexOf(word);
    if (at < 0) return true;
    left.splice(at, 1);
    return false;
  });
}

const isSmall = (word: string) => word.length <= 3 && !/\d/u.test(word);

function isSlip(a: string, b: string): boolean {
  if (/\d/u.test(a) || /\d/u.test(b)) return false;
  const length = Math.min(a.length, b.length);
  const allowed = length < 4 ? 0 : length < 8 ? 1 : 2;
  return allowed > 0 && editDistance(a, b, allowed) <= allowed;
}

/** Other numbers in the titles ("No. 5", "2022"), or another volume, issue, number or edition. */
function numbersDiffer(a: SourceFacts, b: SourceFacts): boolean {
  const digits = ({ mainWords }: SourceFacts) =>
    mainWords
      .filter((word) => /\d/u.test(word))
      .sort()
      .join();
  if (digits(a) !== digits(b)) return true;
  return a.numbers.some((number, index) => {
    const other = b.numbers[index] ?? '';
    return number !== '' && other !== '' && number !== other;
  });
}

function yearRelation(a: SourceFacts, b: SourceFacts): Relation {
  if (a.year === '' || b.year === '') return 'unknown';
  if (a.year !== b.year) return 'different';
  const agree = a.issued.startsWith(b.issued) || b.issued.startsWith(a.issued);
  // A day's difference is a time zone's; more is another article.
  return agree || dayDistance(a.issued, b.issued) <= 1 ? 'same' : 'different';
}

function dayDistance(a: string, b: string): number {
  const [one, other] = [Date.parse(a), Date.parse(b)];
  return Number.isNaN(one) || Number.isNaN(other) ? 0 : Math.abs(one - other) / 86_400_000;
}

function authorRelation(a: SourceFacts, b: SourceFacts): Relation {
  if (a.names.length === 0 || b.names.length === 0) return 'unknown';
  if (a.names.some((name) => b.names.some((other) => sameName(name, other)))) return 'same';
  return isSiteItself(a, b) || isSiteItself(b, a) ? 'unknown' : 'different';
}

function sameName(a: NameFacts, b: NameFacts): boolean {
  const [one, other] = [a.words.join(' '), b.words.join(' ')];
  if (one === other) return one !== '';
  if (a.isPerson && b.isPerson) return isSlip(one, other);
  const [person, whole] = a.isPerson ? [a, b] : [b, a];
  return person.isPerson && person.words.length > 0 && person.words.every((word) => whole.words.includes(word));
}

/** A template's author: the newspaper or site where the other has people. */
function isSiteItself(a: SourceFacts, b: SourceFacts): boolean {
  const publishers = [...a.publishers, ...b.publishers].map((name) =>
    name.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim(),
  );
  return a.names.every(({ words, isPerson }) => !isPerson && publishers.includes(words.join(' ')));
}
