import type { CslDate, CslItem, CslName, CslType } from '../../../shared/domain/csl';
import { dateInAddress } from './dates';
import type { DateFact, Fact, Facts } from './facts';
import { cleanTitle, sameTitle } from './titles';

export interface Chosen {
  csl: CslItem;
  metadataOrigin: Record<string, string>;
}

/** Types that appear in something with a name of its own, which then stands in `container-title`. */
const contained: ReadonlySet<CslType> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'post-weblog',
  'chapter',
  'paper-conference',
]);

/**
 * The best of everything found, as a CSL item with the origin of each field. `heading` is the document's own first heading;
 * `fallbackTitle` stands when no title was found (a file's name).
 */
export function chooseMetadata(facts: Facts, heading: string, fallbackTitle: Fact<string>): Chosen {
  const csl: CslItem = { type: typeOf(facts) };
  const origin: Record<string, string> = {};
  const set = <T>(field: keyof CslItem & string, fact: Fact<T> | undefined) => {
    if (!fact) return;
    csl[field] = fact.value;
    origin[field] = fact.origin;
  };
  origin['type'] = facts.type[0]?.origin ?? 'guess';

  const sites = [...facts.site, ...facts.publisher, ...facts.container].map((fact) => fact.value);
  const title = facts.title[0];
  set(
    'title',
    title
      ? { value: cleanTitle(title.value, [...sites, ...hostNames(facts)], heading), origin: title.origin }
      : fallbackTitle,
  );
  set('author', authorsOf(facts));
  set('issued', issuedOf(facts) ?? dateOfAddress(facts));
  set('URL', facts.url[0]);
  set('accessed', facts.url[0] ? facts.accessed[0] : undefined);
  set('language', facts.language[0]);
  set('abstract', facts.abstract[0]);
  for (const { field, fact } of facts.plain) if (csl[field] === undefined) set(field, fact);

  const site = facts.site[0];
  const publisher = facts.publisher[0];
  if (contained.has(csl.type)) {
    set('container-title', facts.container[0] ?? site ?? publisher);
    if (publisher && !sameTitle(publisher.value, String(csl['container-title'] ?? ''))) set('publisher', publisher);
  } else {
    set('publisher', publisher ?? site);
    const container = facts.container[0] ?? site;
    if (container && !sameTitle(container.value, String(csl.publisher ?? ''))) set('container-title', container);
  }
  return { csl, metadataOrigin: origin };
}

/** People rather than the site itself, which stands in for an author where a template has no better. */
function authorsOf(facts: Facts): Fact<CslName[]> | undefined {
  const [first] = facts.authors;
  const sites = [...facts.site, ...facts.publisher].map((fact) => fact.value);
  const isSite = (name: CslName) =>
    name.family === undefined && sites.some((site) => sameTitle(site, name.literal ?? ''));
  if (!first?.value.every(isSite)) return first;
  return facts.authors.find((fact) => fact.value.some((name) => name.family !== undefined)) ?? first;
}

/** The first date; where it is told in UTC, the day that the page shows, if that is the day before or after. */
function issuedOf(facts: Facts): Fact<CslDate> | undefined {
  const [first] = facts.issued;
  if (!first?.isUtc) return first;
  const isBeside = (other: DateFact) => !other.isUtc && Math.abs(dayNumber(other.value) - dayNumber(first.value)) === 1;
  return facts.issued.find(isBeside) ?? first;
}

function dayNumber({ 'date-parts': parts }: CslDate): number {
  const [year = 0, month = 0, day = 0] = (parts?.[0] ?? []).map(Number);
  return day === 0 ? NaN : Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Many sites put the day of publication into a page's address, and nowhere else. */
function dateOfAddress(facts: Facts): Fact<CslDate> | undefined {
  const found = facts.url.map((fact) => dateInAddress(fact.value)).find((date) => date !== null);
  return found ? { value: found, origin: 'address' } : undefined;
}

function typeOf(facts: Facts): CslType {
  const stated = facts.type[0]?.value;
  if (stated) return stated;
  return facts.url.length + facts.site.length + facts.publisher.length > 0 ? 'webpage' : 'document';
}

/** "example-gazette" of https://www.example-gazette.org/…: what a title's site suffix may be, for want of a name. */
function hostNames(facts: Facts): string[] {
  return facts.url.flatMap((fact) => {
    try {
      const host = new URL(fact.value).hostname.replace(/^www\./u, '');
      return [host, host.split('.').at(-2) ?? ''];
    } catch {
      return [];
    }
  });
}

/** Site names that are plainly a newspaper's or news agency's. */
export function looksLikeNewspaper(name: string): boolean {
  return /(?<!\p{L})(?:news|times|post|gazette|herald|tribune|daily|telegraph|guardian|courier|chronicle|press|agency|journal|observer|mail|express|wire|newspaper|zeitung|jornal|diario|gazeta|газета|новости|известия|خبرگزاری|روزنامه)(?!\p{L})/iu.test(
    name,
  );
}
