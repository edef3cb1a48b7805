import type { CitationItem } from '../../../shared/memo/document';
import { shortLocator } from '../../../shared/excerpts/locator';
import { bundleName } from '../../exporting/bundle/names';
import { freeName } from '../../exporting/file-name';
import { locatedBlock, type Passage } from '../../exporting/bundle/passages';
import { localHref } from '../../exporting/bundle/page';
import type { Target } from '../../exporting/bundle/memo-page';
import type { Block } from '../../../shared/domain/sources';
import type { BundledExcerpt, BundledSnapshot, BundledSource } from './store';

/** A page of a bundle: one for each cited snapshot, one for a source that has none. */
export interface PlannedPage {
  /** `sources/vale2023.html`. */
  name: string;
  source: BundledSource | null;
  sourceId: string;
  snapshot: BundledSnapshot | null;
  passages: Passage[];
  remarks: { id: string; words: string }[];
}

export interface BundlePlan {
  pages: PlannedPage[];
  targetOf: (item: CitationItem) => Target;
}

export interface PlanInput {
  items: readonly CitationItem[];
  sources: readonly BundledSource[];
  /** The latest of a source first. */
  snapshots: readonly BundledSnapshot[];
  excerpts: readonly BundledExcerpt[];
  /** The blocks of the snapshots that citations with nothing but a locator look into. */
  blocks: ReadonlyMap<string, readonly Block[]>;
}

/** The snapshot that a citation leads to: its excerpt's, else the latest of its source. */
export function snapshotOf(
  item: CitationItem,
  { snapshots, excerpts }: Pick<PlanInput, 'snapshots' | 'excerpts'>,
): { snapshot: BundledSnapshot | null; excerpt: BundledExcerpt | null } {
  const excerpt = excerpts.find(({ id }) => id === item.excerptId) ?? null;
  const own = excerpt && snapshots.find(({ id }) => id === excerpt.snapshotId);
  if (own) return { snapshot: own, excerpt };
  return { snapshot: snapshots.find(({ sourceId }) => sourceId === item.sourceId) ?? null, excerpt: null };
}

/** Which pages a bundle has, and where on them each citation leads. Pure. */
export function planBundle(input: PlanInput): BundlePlan {
  const pages = new Map<string, PlannedPage>();
  const taken = new Set<string>();
  const sources = new Map(input.sources.map((source) => [source.id, source]));

  const pageOf = (sourceId: string, snapshot: BundledSnapshot | null): PlannedPage => {
    const key = snapshot?.id ?? sourceId;
    const known = pages.get(key);
    if (known) return known;
    const source = sources.get(sourceId) ?? null;
    const name = freeName(bundleName('sources', source?.citationKey ?? 'missing', 'html'), taken);
    const page: PlannedPage = { name, source, sourceId, snapshot, passages: [], remarks: [] };
    pages.set(key, page);
    return page;
  };
  const target = (item: CitationItem): Target => {
    const { snapshot, excerpt } = snapshotOf(item, input);
    const page = pageOf(snapshot?.sourceId ?? item.sourceId, snapshot);
    const place = shortLocator({ label: item.label, value: item.locator });
    const label = [page.source?.shortCitation ?? 'Missing source', place].filter(Boolean).join(', ');
    const at = (id: string): Target => ({ href: `${localHref(page.name)}#${id}`, label });
    const add = (passage: Omit<Passage, 'id'>): Target => {
      const same = page.passages.find(({ start, end }) => start === passage.start && end === passage.end);
      if (same) return at(same.id);
      const id = `passage-${page.passages.length + 1}`;
      page.passages.push({ id, ...passage });
      return at(id);
    };
    if (excerpt) return add({ start: excerpt.start, end: excerpt.end, kind: 'excerpt' });
    const block = snapshot && locatedBlock(input.blocks.get(snapshot.id) ?? [], item.label, item.locator);
    if (block) return add({ start: block.start, end: block.end, kind: 'locator' });
    const words = remarkWords(page, place);
    const same = page.remarks.find((remark) => remark.words === words);
    if (same) return at(same.id);
    const id = `remark-${page.remarks.length + 1}`;
    page.remarks.push({ id, words });
    return at(id);
  };
  // The same citation leads to the same place, however often it is asked for.
  for (const item of input.items) target(item);
  return { pages: [...pages.values()], targetOf: target };
}

function remarkWords({ source, snapshot }: PlannedPage, place: string): string {
  const cites = place === '' ? 'The memo cites this source as a whole' : `The memo cites ${place} of this source`;
  if (source === null) return `${cites}, which is not in the library any more.`;
  if (snapshot === null) return `${cites}, of which no text was kept. Compare with the original.`;
  return place === ''
    ? `${cites}: no excerpt was named.`
    : `${cites} and names no excerpt; the text kept here does not say where that is. Compare with the original.`;
}
