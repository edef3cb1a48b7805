import CSL, { type Citation, type CslElement, type Engine } from 'citeproc';
import type { CitationCluster, RenderedCitations } from '../../shared/citing/types';
import { createEngine, toCitation, type Items } from './engine';
import { fillRegistry, initialScratch } from './fill';
import { formatName } from './markup';
import { inWords, wholeBibliography } from './setting';
import type { Steps } from './steps';

/** A document's citations, and what they are to be rendered in. */
export interface WholeRequest {
  style: () => CslElement;
  locale: string;
  clusters: readonly CitationCluster[];
  items: Items;
}

/** Renders a document by citeproc's own whole-document call: the judge that tests hold everything else to. */
export function renderFully(request: WholeRequest): RenderedCitations {
  const engine = createEngine(request.style(), request.locale, request.items);
  const citations: Citation[] = request.clusters.map((cluster) => toCitation(cluster, engine, request.items));
  return gather(
    engine,
    request,
    engine.rebuildProcessorState(citations, formatName).map(([, , output]) => output),
  );
}

/** The same, citation by citation as that call does it, so that other work is not held up by a long document. */
export function* renderFullyInSteps(request: WholeRequest): Steps<RenderedCitations> {
  const engine = createEngine(request.style(), request.locale, request.items);
  yield* fillRegistry(engine, citedIds(request.clusters), initialScratch(engine));
  const before: [string, number][] = [];
  const outputs: string[] = [];
  for (const cluster of request.clusters) {
    const citation = toCitation(cluster, engine, request.items);
    const [, changed] = engine.processCitationCluster(citation, before, [], CSL.ASSUME_ALL_ITEMS_REGISTERED);
    before.push([cluster.id, cluster.note]);
    for (const [place, output] of changed) outputs[place] = output;
    yield;
  }
  engine.updateUncitedItems([]);
  return gather(engine, request, outputs);
}

/** The cited sources, in the order of their first citation. */
export function citedIds(clusters: readonly CitationCluster[]): string[] {
  return [...new Set(clusters.flatMap(({ items }) => items.map((item) => item.sourceId)))];
}

function gather(engine: Engine, { clusters, items }: WholeRequest, outputs: readonly string[]): RenderedCitations {
  // subtle: authors come before the bibliography, which puts names into the registry that would change how they are written; but it goes on
  // counting parentheses from the last citation.
  const brackets = engine.output.checkNestedBrace;
  const citations = clusters.map((cluster, place) => {
    const placed = engine.registry.citationreg.citationById[cluster.id]?.sortedItems ?? [];
    const cites = placed.map(([, cite]) => cite);
    return { id: cluster.id, ...inWords(engine, cites, outputs[place] ?? '', cluster.form, items) };
  });
  engine.output.checkNestedBrace = brackets;
  const { entries, hangingIndent } = wholeBibliography(engine);
  return {
    noteStyle: engine.opt.xclass === 'note',
    citations,
    bibliography: entries,
    missing: citedIds(clusters).filter((id) => !items.has(id)),
    hangingIndent,
  };
}
