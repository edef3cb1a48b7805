import type { CitationCluster, RenderedCitations } from '../../../shared/citing/types';
import type { CslItem } from '../../../shared/domain/csl';
import { withArchivedCopies } from '../../citing/archived';
import { withoutMarkers } from '../../citing/markup';
import { withBracketedTitle } from '../../citing/printed-title';
import { createRenderer } from '../../citing/render';
import type { Database } from '../db/types';
import { currentIds } from '../sources/merges/store';
import { resolveStyle, type ResolvedStyle } from './resolve';
import { citedSources } from './store';

/** Citations of one open library: its styles, its sources and a renderer that remembers. */
export interface Citations {
  /** @throws CommonplaceError `bad-style` when there is no such style */
  style(styleId: string): Promise<ResolvedStyle>;
  render(styleId: string, locale: string, clusters: readonly CitationCluster[]): Promise<RenderedCitations>;
}

const byDatabase = new WeakMap<Database, Citations>();

/** The citations of a library: the same for everyone who asks, so that windows and exports share what is rendered. */
export function citationsOf(db: Database): Citations {
  let citations = byDatabase.get(db);
  if (!citations) byDatabase.set(db, (citations = createCitations(db)));
  return citations;
}

function createCitations(db: Database): Citations {
  const renderer = createRenderer();
  const parsed = new Map<string, ResolvedStyle>();

  const style = (styleId: string) => db.read((reader) => resolveStyle(reader, styleId, parsed));

  return {
    style,
    async render(styleId, locale, clusters) {
      const { key, element } = await style(styleId);
      const ids = clusters.flatMap(({ items }) => items.map((item) => item.sourceId));
      const now = await db.read((reader) => currentIds(reader, ids));
      const sources = await db.read((reader) => citedSources(reader, ids));
      const own = new Map([...sources].map(([id, source]) => [now.get(id) ?? id, source.csl]));
      const items = new Map<string, CslItem>(
        [...own].map(([id, csl]) => [id, withBracketedTitle(withoutMarkers(csl))]),
      );
      // One source is one source, whichever of its ids it is cited by: ibid. and the bibliography depend on it.
      const current = clusters.map((cluster) => ({
        ...cluster,
        items: cluster.items.map((item) => ({ ...item, sourceId: now.get(item.sourceId) ?? item.sourceId })),
      }));
      const rendered = await renderer.render({ styleKey: key, style: () => element, locale, clusters: current, items });
      return withArchivedCopies(rendered, current, own, locale);
    },
  };
}
