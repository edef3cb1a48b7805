import CSL, { type Citation, type Cite, type CslElement, type Engine } from 'citeproc';
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
    retrieveItem: (id: string) => itemFor(id, items.get(id)),
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
function itemFor(id: string, item: CslItem | undefined): object {
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
function toCites(cluster: CitationCluster, engine: Engine, items: Items): Cite[] {
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

/** Cites in the order in which the style prints them inside one citation; a narrative one begins with the author it names. */
export function sortedCites(cluster: CitationCluster, engine: Engine, items: Items): Cite[] {
  const cites = toCites(cluster, engine, items);
  if (cluster.form === 'narrative') return cites;
  if (cites.length < 2 || engine.citation_sort.tokens.length === 0) return cites;
  const pairs = cites.map((cite): [object, Cite] => {
    const item = engine.retrieveItem(cite.id);
    return [item, { ...cite, sortkeys: CSL.getSortKeys.call(engine, item, 'citation_sort') }];
  });
  pairs.sort((a, b) => engine.citation.srt.compareCompositeKeys(a, b));
  return pairs.map(([, cite]) => cite);
}

/**
 * Whether citeproc's answer depends on the order in which it met the citations: it makes ambiguous short forms that name
 * an earlier note ("Vale (n 3)") longer as it goes. Such styles, OSCOLA among them, are only rendered whole.
 */
export function needsFullRun(style: CslElement): boolean {
  let notes = false;
  let disambiguates = false;
  const visit = (element: CslElement) => {
    if (element.attrs['variable']?.includes('first-reference-note-number')) notes = true;
    if (element.attrs['disambiguate'] !== undefined) disambiguates = true;
    for (const child of element.children) if (typeof child !== 'string') visit(child);
  };
  visit(style);
  return notes && disambiguates;
}

/** Whether the style looks at where a cite stands: ibid., short forms, notes near by. */
export function usesPositions(engine: Engine): boolean {
  return engine.opt.update_mode === CSL.POSITION;
}
