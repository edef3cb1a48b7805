import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Citation, Cite, CslElement, Engine } from 'citeproc';
import type { BibliographyEntry, CitationCluster, RenderedCitations } from '../../shared/citing/types';
import { createEngine, needsFullRun, sortedCites, toCitation, usesPositions, type Items } from './engine';
import { formatName, toRuns } from './markup';
import { narrativeAuthor, withoutNothing, writeUnsorted } from './narrative';
import { placeCites } from './positions';
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

/**
 * What one engine has rendered. The engine knows exactly one list of sources, in the order of their first citation:
 * numbering, year letters and disambiguation depend on nothing else. So a changed locator or a moved citation renders only
 * what it changes, and any change of the list starts a new engine; nothing rendered ever differs from a full run.
 */
interface Session {
  engine: Engine;
  style: CslElement;
  /** Set for styles that can only be rendered whole: the last document and what it gave. */
  whole: { clusters: string; rendered: RenderedCitations } | null;
  needsFullRun: boolean;
  /** Rendered citations by what citeproc was given for them. */
  citations: Map<string, Written>;
  bibliography: { entries: BibliographyEntry[]; hangingIndent: boolean } | null;
}

/** A citation's words, and the author's in the sentence before it. */
type Written = Omit<RenderedCitations['citations'][number], 'id'>;

/** Milliseconds that citeproc gets for so many sources or citations: many times what the slowest sound style takes. */
const patience = (count: number) => 20_000 + 200 * count;
/** Keeps the last few sessions: one for each style and set of sources that is open in a window. */
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
  const { clusters, items } = request;
  const ids = [...new Set(clusters.flatMap((cluster) => cluster.items.map((item) => item.sourceId)))];
  const missing = ids.filter((id) => !items.has(id));
  const key = sessionKey(request, ids);
  let session = sessions.get(key);
  if (session) sessions.delete(key);
  else {
    const style = request.style();
    const engine = withTimeLimit(patience(ids.length), () => {
      const made = createEngine(style, request.locale, items);
      made.updateItems(ids);
      return made;
    });
    session = {
      engine,
      style,
      whole: null,
      needsFullRun: needsFullRun(style),
      citations: new Map(),
      bibliography: null,
    };
  }
  sessions.set(key, session);
  for (const oldest of sessions.keys()) if (sessions.size > maxSessions) sessions.delete(oldest);

  const { engine } = session;
  // subtle: beside a missing source citeproc sorts the others of a citation as only its whole run does.
  if (session.needsFullRun || missing.length > 0) return renderWhole(session, request);
  countCitations(engine, clusters);
  const placed = clusters.map((cluster) => ({ note: cluster.note, cites: sortedCites(cluster, engine, items) }));
  if (usesPositions(engine)) placeCites(placed, Number(engine.citation.opt['near-note-distance'] ?? 5));

  const rendered = new Map<string, Written>();
  const citations: RenderedCitations['citations'] = [];
  let turn = performance.now();
  for (const [index, cluster] of clusters.entries()) {
    const cites = placed[index]?.cites ?? [];
    const citationKey = JSON.stringify([
      cluster.form,
      cluster.note,
      cites.map((cite) => [cite, isRepeated(engine, cite)]),
    ]);
    const words =
      session.citations.get(citationKey) ??
      withTimeLimit(patience(cites.length), () => written(cluster, engine, items, cites));
    rendered.set(citationKey, words);
    citations.push({ id: cluster.id, ...words });
    if (performance.now() - turn > slice) {
      await nextTurn();
      turn = performance.now();
    }
  }
  // Only what the document holds now is kept, so that editing for hours does not fill the memory.
  session.citations = rendered;
  session.bibliography ??= withTimeLimit(patience(ids.length), () => makeBibliography(engine));
  return {
    noteStyle: engine.opt.xclass === 'note',
    citations,
    bibliography: session.bibliography.entries,
    missing,
    hangingIndent: session.bibliography.hangingIndent,
  };
}

function written(cluster: CitationCluster, engine: Engine, items: Items, cites: Cite[]): Written {
  const output = cluster.form === 'narrative' ? writeUnsorted(engine, cites) : engine.makeCitationCluster(cites);
  return write(cluster, engine, items, cites, output);
}

function write(cluster: CitationCluster, engine: Engine, items: Items, cites: Cite[], output: string): Written {
  const [first] = cites;
  if (cluster.form !== 'narrative' || !first) return { runs: toRuns(output) };
  return { runs: withoutNothing(toRuns(output)), author: narrativeAuthor(engine, first, items.get(first.id)) };
}

function renderWhole(session: Session, request: RenderRequest): RenderedCitations {
  const clusters = JSON.stringify(request.clusters);
  if (session.whole?.clusters !== clusters) {
    session.whole = {
      clusters,
      rendered: withTimeLimit(patience(request.clusters.length), () =>
        renderFully({ ...request, style: () => session.style }),
      ),
    };
  }
  return session.whole.rendered;
}

function sessionKey({ styleKey, locale, items }: RenderRequest, ids: readonly string[]): string {
  const hash = createHash('sha256');
  for (const id of ids) hash.update(JSON.stringify([id, items.get(id) ?? null]));
  return JSON.stringify([styleKey, locale, hash.digest('base64')]);
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

function isRepeated(engine: Engine, cite: Cite): boolean {
  return (engine.registry.registry[cite.id]?.['citation-count'] ?? 0) > 1;
}

function makeBibliography(engine: Engine): { entries: BibliographyEntry[]; hangingIndent: boolean } {
  const made = engine.makeBibliography();
  if (!made) return { entries: [], hangingIndent: false };
  const [{ entry_ids: ids, hangingindent }, outputs] = made;
  const entries = outputs.map((output, index) => ({ sourceId: ids[index]?.[0] ?? '', runs: toRuns(output) }));
  return { entries, hangingIndent: Boolean(hangingindent) };
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
  const { entries, hangingIndent } = makeBibliography(engine);
  return {
    noteStyle: engine.opt.xclass === 'note',
    citations: clusters.map((cluster) => {
      const placed = engine.registry.citationreg.citationById[cluster.id]?.sortedItems ?? [];
      const cites = placed.map(([, cite]) => cite);
      return { id: cluster.id, ...write(cluster, engine, items, cites, outputs.get(cluster.id) ?? '') };
    }),
    bibliography: entries,
    missing: [...ids].filter((id) => !items.has(id)),
    hangingIndent,
  };
}
