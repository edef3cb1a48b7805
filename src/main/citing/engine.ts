import CSL, { type Citation, type Cite, type CslElement, type Engine, type Item } from 'citeproc';
import type { CitationCluster } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import { bad } from './csl-xml';
import { formatName, plain, registerFormat } from './markup';
import { leavesOutAuthor } from './narrative';
import { localeElement, nearestLocale } from './styles';

registerFormat();
// citeproc prints what it finds odd to the console; a core process has none that a user reads.
CSL.debug = () => undefined;

/** A source as citeproc gets it: its CSL-JSON under our id. */
export type Items = ReadonlyMap<string, CslItem>;

/**
 * A citeproc engine that writes our output format.
 * @throws CommonplaceError `bad-style` when citeproc cannot load the style
 */
export function createEngine(style: CslElement, locale: string, items: Items): Engine {
  const system = {
    retrieveLocale: (language: string) => localeElement(language),
    retrieveItem: (id: string) => engineItem(id, items.get(id)),
  };
  try {
    const engine = new CSL.Engine(system, style, nearestLocale(locale), true);
    engine.opt.development_extensions['wrap_url_and_doi'] = true;
    engine.setOutputFormat(formatName);
    return engine;
  } catch (error) {
    throw bad(`citeproc cannot load it (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** A source that is not in the library (any more) is cited by its id, so that the citation stays visible and fixable. */
export function engineItem(id: string, item: CslItem | undefined): object {
  if (!item) return { id, type: 'document', title: `<span class="nocase">[missing source ${id}]</span>` };
  return { ...withoutEmpty(item), id };
}

/** citeproc prints "undefined" for some empty values and stumbles over empty name lists. */
function withoutEmpty(item: CslItem): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).filter(
      ([key, value]) =>
        key !== 'custom' &&
        value !== '' &&
        value !== null &&
        value !== undefined &&
        !(Array.isArray(value) && value.length === 0) &&
        !(isDate(value) && isEmptyDate(value)),
    ),
  );
}

function isDate(value: unknown): value is { 'date-parts'?: unknown[]; literal?: string; raw?: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEmptyDate(date: { 'date-parts'?: unknown[]; literal?: string; raw?: string }): boolean {
  const parts = date['date-parts'];
  const first = Array.isArray(parts) ? parts[0] : undefined;
  return !(Array.isArray(first) && first.length > 0) && !date.literal && !date.raw;
}

/** A citation as citeproc takes it. */
export function toCitation(cluster: CitationCluster, engine: Engine, items: Items): Citation {
  const unsorted = cluster.form === 'narrative' || undefined;
  const properties = { noteIndex: cluster.note, unsorted };
  return { citationID: cluster.id, citationItems: toCites(cluster, engine, items), properties };
}

/** The cites of a citation, in their author's order. */
export function toCites(cluster: CitationCluster, engine: Engine, items: Items): Cite[] {
  const [first, ...rest] = cluster.items.map(toCite);
  if (!first) return [];
  if (leavesOutAuthor(cluster, engine.opt.xclass === 'note', items.get(first.id))) first['suppress-author'] = true;
  return [first, ...rest];
}

/** One cited source as citeproc takes it: prefix and suffix get the space that separates them from the citation. */
function toCite(item: CitationCluster['items'][number]): Cite {
  const cite: Cite = { id: item.sourceId };
  const locator = plain(item.locator).trim();
  if (locator !== '') {
    cite.locator = locator;
    cite.label = item.label;
  }
  const prefix = plain(item.prefix).trim();
  if (prefix !== '') cite.prefix = /[(\[{“‘«„‚\p{Pd}/"']$/u.test(prefix) ? prefix : `${prefix} `;
  const suffix = plain(item.suffix).trim();
  if (suffix !== '') cite.suffix = /^[,.;:!?)\]}’”»…،؛؟/]/u.test(suffix) ? suffix : ` ${suffix}`;
  if (item.suppressAuthor) cite['suppress-author'] = true;
  return cite;
}

/** Legal sources keep locators like "art. 3" as they are. */
const legal = new Set(['bill', 'gazette', 'legislation', 'regulation', 'treaty']);

/** A cite as citeproc understands it: "ch. 2" is a chapter, and what follows "|" is a date. */
export function readLocator(engine: Engine, cite: Cite): Cite {
  const read = CSL.parseLocator.call(engine, { ...cite });
  const { type } = engine.retrieveItem(cite.id);
  if (read.locator === undefined || legal.has(type ?? '') || (read.label && read.label !== 'page')) return read;
  const [, , abbreviation = '', rest] = CSL.LOCATOR_LABELS_REGEXP.exec(read.locator) ?? [];
  const label = CSL.LOCATOR_LABELS_MAP[abbreviation];
  return label !== undefined && rest !== undefined && engine.getTerm(label) ? { ...read, label, locator: rest } : read;
}

/** Cites in the order in which the style prints them inside one citation, as citeproc sorts them in a document. */
export function sortedCites(engine: Engine, cites: Cite[]): Cite[] {
  if (cites.length < 2 || engine.citation_sort.tokens.length === 0) return cites;
  let pairs = cites.map((cite): [Item, Cite & { sortkeys: unknown[] }] => {
    const item = engine.retrieveItem(cite.id);
    return [item, { ...cite, sortkeys: CSL.getSortKeys.call(engine, item, 'citation_sort') }];
  });
  const sort = () => pairs.sort((a, b) => engine.citation.srt.compareCompositeKeys(a, b));
  if (engine.opt.grouped_sort && !engine.opt.citation_number_sort) {
    // Those of one author go together, where the first of them goes.
    pairs = pairs.map(([item, cite]) => [item, { ...cite, sortkeys: [authorOf(engine, item), ...cite.sortkeys] }]);
    sort();
    let last: unknown;
    let first: unknown;
    for (const [place, [, { sortkeys }]] of pairs.entries()) {
      if (place === 0 || sortkeys[0] !== last) first = sortkeys[1];
      last = sortkeys[0];
      sortkeys[0] = `${String(first)}${place}`;
    }
  }
  sort();
  return pairs.map(([, cite]) => cite);
}

/** The author as short citations name them, which is what puts them into groups. */
function authorOf(engine: Engine, item: Item): string | undefined {
  engine.tmp.authorstring_request = true;
  CSL.getAmbiguousCite.call(engine, item, engine.registry.registry[item.id]?.disambig);
  engine.tmp.authorstring_request = false;
  return engine.registry.authorstrings[item.id];
}

/** What a style uses, as far as it matters for what may be remembered. */
export interface StyleTraits {
  /** Prints or sorts by the number of a source. */
  numbers: boolean;
  /** Names the note in which a source was cited first. */
  noteNumbers: boolean;
  /** Leaves sources out of the bibliography by rules of its own. */
  selects: boolean;
  /**
   * citeproc's answer depends on the order in which it met the citations: it makes ambiguous short forms that name an
   * earlier note ("Vale (n 3)") longer as it goes. Such styles, OSCOLA among them, are only rendered whole.
   */
  whole: boolean;
}

export function styleTraits(engine: Engine, style: CslElement): StyleTraits {
  const variables = new Set<string>();
  const visit = (element: CslElement) => {
    for (const variable of element.attrs['variable']?.split(/\s+/) ?? []) {
      variables.add(variable);
      if (element.name === 'key' && element.attrs['sort'] === 'descending') variables.add(`${variable} descending`);
    }
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(style);
  const { opt } = engine.bibliography;
  const noteNumbers = variables.has('first-reference-note-number');
  return {
    numbers: variables.has('citation-number'),
    noteNumbers,
    selects: Boolean(opt['exclude_types'] || opt['exclude_with_fields']),
    whole:
      (noteNumbers && Boolean(engine.opt.has_disambiguate)) ||
      variables.has('citation-number descending') ||
      engine.opt.parallel.enable ||
      Boolean(opt['track_container_items']),
  };
}

/** Whether the style looks at where a cite stands: ibid., short forms, notes near by. */
export function usesPositions(engine: Engine): boolean {
  return engine.opt.update_mode === CSL.POSITION;
}
