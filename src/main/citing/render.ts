import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Citation, CslElement, Engine } from 'citeproc';
import type { CitationCluster, RenderedCitations } from '../../shared/citing/types';
import { createEngine, readLocator, toCitation, toCites, usesPositions, type Items } from './engine';
import { formatName } from './markup';
import { placeCites } from './positions';
import { createSetting, inWords, NamesClash, wholeBibliography, type Setting } from './setting';
import { withTimeLimit } from './time-limit';

export interface RenderRequest {
  /** Names the style for the cache; a style whose text changes needs another key. */
  styleKey: string;
  style: () => CslElement;
  locale: string;
  clusters: readonly CitationCluster[];
  /** The cited sources by id; those that are missing are cited by their id. */
  items: Items;
}

export interface Renderer {
  render(request: RenderRequest): Promise<RenderedCitations>;
}

/** One style in one locale, and for documents that can only be rendered whole the last one and what it gave. */
interface Session {
  setting: Setting;
  style: CslElement;
  whole: { document: string; rendered: RenderedCitations } | null;
}

/** Milliseconds that citeproc gets for so many sources or citations: many times what the slowest sound style takes. */
const patience = (count: number) => 20_000 + 200 * count;
/** Keeps the last few styles that were asked for: an engine and its memory take some megabytes. */
const maxSessions = 4;
/** Milliseconds of rendering after which other work of the process gets its turn. */
const slice = 12;

/** A renderer with its cache; calls may overlap. */
export function createRenderer(): Renderer {
  const sessions = new Map<string, Session>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    render(request) {
      // One at a time: citeproc's engine holds state between two citations.
      const result = last.then(() => renderWith(sessions, request));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

async function renderWith(sessions: Map<string, Session>, request: RenderRequest): Promise<RenderedCitations> {
  const key = JSON.stringify([request.styleKey, request.locale]);
  const known = sessions.get(key);
  sessions.delete(key);
  const session = known ?? startSession(request);
  try {
    const rendered = session.setting.traits.whole ? renderWhole(session, request) : await renderParts(session, request);
    // Only one that came to its end is kept: after a failure citeproc's state is anybody's guess.
    sessions.set(key, session);
    for (const oldest of sessions.keys()) if (sessions.size > maxSessions) sessions.delete(oldest);
    return rendered;
  } catch (error) {
    if (!(error instanceof NamesClash)) throw error;
    sessions.set(key, session);
    return renderWhole(session, request);
  }
}

function startSession(request: RenderRequest): Session {
  const style = request.style();
  return { setting: createSetting(style, request.locale), style, whole: null };
}

async function renderParts({ setting }: Session, { clusters, items }: RenderRequest): Promise<RenderedCitations> {
  const { engine } = setting;
  const ids = [...new Set(clusters.flatMap((cluster) => cluster.items.map((item) => item.sourceId)))];
  withTimeLimit(patience(ids.length), () => setting.settle(ids, items));
  countCitations(engine, clusters);
  const placed = clusters.map((cluster) => {
    const cites = toCites(cluster, engine, items).map((cite) => readLocator(engine, cite));
    // A narrative one begins with the author whom the sentence names.
    return { note: cluster.note, cites: cluster.form === 'narrative' ? cites : setting.sorted(cites) };
  });
  if (usesPositions(engine)) placeCites(placed, Number(engine.citation.opt['near-note-distance'] ?? 5));

  setting.turnPage();
  const citations: RenderedCitations['citations'] = [];
  let turn = performance.now();
  for (const [index, cluster] of clusters.entries()) {
    const cites = placed[index]?.cites ?? [];
    const words = withTimeLimit(patience(cites.length), () => setting.citation(cites, cluster.form));
    citations.push({ id: cluster.id, ...words });
    if (performance.now() - turn > slice) {
      await nextTurn();
      turn = performance.now();
    }
  }
  const { entries, hangingIndent } = withTimeLimit(patience(ids.length), () => setting.bibliography());
  return {
    noteStyle: engine.opt.xclass === 'note',
    citations,
    bibliography: entries,
    missing: ids.filter((id) => !items.has(id)),
    hangingIndent,
  };
}

function renderWhole(session: Session, request: RenderRequest): RenderedCitations {
  const document = JSON.stringify([request.clusters, [...request.items]]);
  if (session.whole?.document !== document) {
    session.whole = {
      document,
      rendered: withTimeLimit(patience(request.clusters.length), () =>
        renderFully({ ...request, style: () => session.style }),
      ),
    };
  }
  return session.whole.rendered;
}

/** citeproc's condition `disambiguate="true"` holds in note styles only for sources that are cited more than once. */
function countCitations(engine: Engine, clusters: readonly CitationCluster[]): void {
  const counts = new Map<string, number>();
  for (const { items } of clusters) {
    for (const id of new Set(items.map((item) => item.sourceId))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  for (const [id, count] of counts) {
    const entry = engine.registry.registry[id];
    if (entry) entry['citation-count'] = count;
  }
}

/** The same by citeproc's own whole-document call, slower; the judge that tests hold the renderer to. */
export function renderFully(request: Omit<RenderRequest, 'styleKey'>): RenderedCitations {
  const { clusters, items } = request;
  const engine = createEngine(request.style(), request.locale, items);
  const documentCitations: Citation[] = clusters.map((cluster) => toCitation(cluster, engine, items));
  const outputs = new Map(
    engine.rebuildProcessorState(documentCitations, formatName).map(([id, , output]) => [id, output]),
  );
  const ids = new Set(clusters.flatMap((cluster) => cluster.items.map((item) => item.sourceId)));
  // subtle: before the bibliography, which puts names into the registry that would change how authors are written.
  const citations = clusters.map((cluster) => {
    const placed = engine.registry.citationreg.citationById[cluster.id]?.sortedItems ?? [];
    const cites = placed.map(([, cite]) => cite);
    return { id: cluster.id, ...inWords(engine, cites, outputs.get(cluster.id) ?? '', cluster.form, items) };
  });
  const { entries, hangingIndent } = wholeBibliography(engine);
  return {
    noteStyle: engine.opt.xclass === 'note',
    citations,
    bibliography: entries,
    missing: [...ids].filter((id) => !items.has(id)),
    hangingIndent,
  };
}
