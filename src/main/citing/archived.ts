import type { CitationCluster, RenderedCitations, Run } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import { isSafeUrl } from '../../shared/memo/document';
import { archivedWords } from '../../shared/citing/archived-words';
import { archivedUrl } from '../../shared/sources/beyond-csl';

/** What was rendered, with the archived copies of the sources that have one. */
export function withArchivedCopies(
  rendered: RenderedCitations,
  clusters: readonly CitationCluster[],
  items: ReadonlyMap<string, CslItem>,
  locale: string,
): RenderedCitations {
  const archived = new Set([...items].flatMap(([id, item]) => (archivedUrl(item) === '' ? [] : [id])));
  if (archived.size === 0) return rendered;
  const citedBy = new Map(clusters.map((cluster) => [cluster.id, cluster.items]));
  return {
    ...rendered,
    citations: rendered.citations.map((citation) => {
      const cited = (citedBy.get(citation.id) ?? []).filter(({ sourceId }) => archived.has(sourceId));
      if (cited.length === 0) return citation;
      const add = (runs: Run[], id: string) => withArchived(runs, items.get(id), locale, false);
      return { ...citation, runs: cited.reduce((runs, { sourceId }) => add(runs, sourceId), citation.runs) };
    }),
    bibliography: rendered.bibliography.map((entry) =>
      archived.has(entry.sourceId)
        ? { ...entry, runs: withArchived(entry.runs, items.get(entry.sourceId), locale, true) }
        : entry,
    ),
  };
}

/**
 * An entry with the address of the archived copy after the live one, whatever the style: CSL has no variable for it.
 * @param always also where the style prints no address: at the end. Bibliographies do that, citations do not.
 */
function withArchived(runs: Run[], item: CslItem | undefined, locale: string, always: boolean): Run[] {
  const address = item === undefined ? '' : archivedUrl(item);
  if (item === undefined || address === '' || runs.some(({ url }) => url === address)) return runs;
  const copy: Run = { text: address, url: address };
  const words = archivedWords(locale);
  const at = runs.findLastIndex(({ url }) => url !== undefined && liveAddresses(item).has(url));
  if (at >= 0) return [...runs.slice(0, at + 1), { text: `, ${words} ` }, copy, ...runs.slice(at + 1)];
  if (!always || runs.length === 0) return runs;
  const text = runs.map((run) => run.text).join('');
  const sentence = words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  return [...runs, { text: `${/[.!?]$/u.test(text) ? '' : '.'} ${sentence} ` }, copy, { text: '.' }];
}

function liveAddresses({ URL: address, DOI: doi }: CslItem): Set<string> {
  const addresses = [String(address ?? ''), `https://doi.org/${String(doi ?? '')}`];
  return new Set(addresses.filter(isSafeUrl).map((each) => new URL(each).href));
}
