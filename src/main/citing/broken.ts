import type { CslElement } from 'citeproc';
import type { CitationCluster } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import { cslText } from '../../shared/sources/describe';
import { createEngine, toCitation, type Items } from './engine';
import { formatName } from './markup';
import type { Steps } from './steps';
import { withTimeLimit } from './time-limit';

/** Milliseconds that a style gets for one source: a slow one takes five. */
const perSource = 2000;

/**
 * The sources at which a style fails or does not come to an end, each cited by itself: twice, as its first and its later form
 * may be written by different parts of the style. By id, with what they were.
 */
export function* findBroken(
  style: CslElement,
  locale: string,
  clusters: readonly CitationCluster[],
  items: Items,
): Steps<Map<string, string>> {
  const broken = new Map<string, string>();
  const notes = style.attrs['class'] === 'note';
  let engine = createEngine(style, locale, items);
  const example = new Map(clusters.flatMap((cluster) => cluster.items.map((item) => [item.sourceId, item] as const)));
  for (const [id, item] of example) {
    if (!items.has(id)) continue;
    try {
      withTimeLimit(perSource, () => {
        const cited = [1, 2].map((note): CitationCluster => ({
          id: `try-${note}`,
          note: notes ? note : 0,
          items: [item],
        }));
        const citations = cited.map((cluster) => toCitation(cluster, engine, items));
        engine.rebuildProcessorState(citations, formatName);
        engine.makeBibliography();
      });
    } catch {
      broken.set(id, JSON.stringify(items.get(id)));
      engine = createEngine(style, locale, items);
    }
    yield;
  }
  return broken;
}

/** The sources with those that are known to break the style replaced by their title alone; a source that has changed since is tried again. */
export function standIns(items: Items, broken: ReadonlyMap<string, string>): { items: Items; failed: string[] } {
  const failed = [...items].flatMap(([id, item]) =>
    broken.has(id) && broken.get(id) === JSON.stringify(item) ? [id] : [],
  );
  if (failed.length === 0) return { items, failed };
  const replaced = new Map(items);
  for (const id of failed) replaced.set(id, standIn(id, items.get(id)));
  return { items: replaced, failed };
}

function standIn(id: string, item: CslItem | undefined): CslItem {
  const title = cslText(item?.title) || id;
  return { type: 'document', title: `<span class="nocase">${title} [not written by this style]</span>` };
}
