import type { CslElement, Engine } from 'citeproc';
import type { CitationCluster, RenderedCitations } from '../../shared/citing/types';
import { findBroken, standIns } from './broken';
import { readLocator, toCites, usesPositions, type Items } from './engine';
import { placeCites } from './positions';
import { createSetting, NamesClash, type Setting } from './setting';
import { inTurns, type Limits, type Steps } from './steps';
import { citedIds, renderFullyInSteps } from './whole';

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

/** One style in one locale, and what it last made of a document that could only be rendered whole. */
interface Session {
  style: CslElement;
  setting: Setting;
  whole: { document: string; rendered: RenderedCitations } | null;
  /** Sources that the style cannot write, by id, as they were then. */
  broken: Map<string, string>;
}

/** Milliseconds for so many sources and citations, and for one step: many times what the slowest sound style takes. */
const patience = (count: number, step: number): Limits => ({ all: step + 200 * count, step });
/** Keeps the last few styles that were asked for: an engine and its memory take some megabytes. */
const maxSessions = 4;

/**
 * A renderer with its cache; calls may overlap.
 * @param stepMs milliseconds after which a source that a style does not come to an end with is given up
 */
export function createRenderer(stepMs = 20_000): Renderer {
  const sessions = new Map<string, Session>();
  let last: Promise<unknown> = Promise.resolve();
  return {
    render(request) {
      // One at a time: citeproc's engine holds state between two citations.
      const result = last.then(() => renderWith(sessions, request, stepMs));
      last = result.catch(() => undefined);
      return result;
    },
  };
}

async function renderWith(
  sessions: Map<string, Session>,
  request: RenderRequest,
  stepMs: number,
): Promise<RenderedCitations> {
  const key = JSON.stringify([request.styleKey, request.locale]);
  const session = sessions.get(key) ?? startSession(request);
  sessions.delete(key);
  const rendered = await renderSound(session, request, patience(request.clusters.length + request.items.size, stepMs));
  // Only one that came to its end is kept.
  sessions.set(key, session);
  for (const oldest of sessions.keys()) if (sessions.size > maxSessions) sessions.delete(oldest);
  return rendered;
}

function startSession(request: RenderRequest): Session {
  const style = request.style();
  return { style, setting: createSetting(style, request.locale), whole: null, broken: new Map() };
}

/** Renders a document; sources at which the style fails are looked for once it has, and then only named. */
async function renderSound(session: Session, request: RenderRequest, limits: Limits): Promise<RenderedCitations> {
  const { items, failed } = standIns(request.items, session.broken);
  const sound = { ...request, items };
  try {
    const rendered = await renderEither(session, sound, limits);
    return failed.length > 0 ? { ...rendered, failed } : rendered;
  } catch (error) {
    const broken = await inTurns(limits, findBroken(session.style, request.locale, request.clusters, items));
    // Where not even the title can be written, it is the style that is broken.
    if (broken.size === 0 || failed.some((id) => broken.has(id))) throw error;
    for (const [id, data] of broken) session.broken.set(id, data);
    // After a failure citeproc's state is anybody's guess.
    session.setting = createSetting(session.style, request.locale);
    return renderSound(session, request, limits);
  }
}

async function renderEither(session: Session, request: RenderRequest, limits: Limits): Promise<RenderedCitations> {
  const { setting } = session;
  if (!setting.traits.whole) {
    try {
      return await inTurns(limits, renderParts(setting, request));
    } catch (error) {
      if (!(error instanceof NamesClash)) throw error;
    }
  }
  const document = JSON.stringify([request.clusters, [...request.items]]);
  if (session.whole?.document !== document) {
    const rendered = await inTurns(limits, renderFullyInSteps({ ...request, style: () => session.style }));
    session.whole = { document, rendered };
  }
  return session.whole.rendered;
}

function* renderParts(setting: Setting, { clusters, items }: RenderRequest): Steps<RenderedCitations> {
  const { engine } = setting;
  const ids = citedIds(clusters);
  yield* setting.settle(ids, items);
  countCitations(engine, clusters);
  const placed = clusters.map((cluster) => {
    const cites = toCites(cluster, engine, items).map((cite) => readLocator(engine, cite));
    // A narrative one begins with the author whom the sentence names.
    return { note: cluster.note, cites: cluster.form === 'narrative' ? cites : setting.sorted(cites) };
  });
  if (usesPositions(engine)) placeCites(placed, Number(engine.citation.opt['near-note-distance'] ?? 5));
  yield;

  setting.turnPage();
  const citations: RenderedCitations['citations'] = [];
  for (const [index, cluster] of clusters.entries()) {
    citations.push({ id: cluster.id, ...setting.citation(placed[index]?.cites ?? [], cluster.form) });
    yield;
  }
  const { entries, hangingIndent } = yield* setting.bibliography();
  return {
    noteStyle: engine.opt.xclass === 'note',
    citations,
    bibliography: entries,
    missing: ids.filter((id) => !items.has(id)),
    hangingIndent,
  };
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
