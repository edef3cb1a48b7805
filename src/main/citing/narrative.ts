import type { Cite, Engine } from 'citeproc';
import type { CitationCluster, Run } from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import { cslText } from '../../shared/sources/describe';
import { responsibleNames, shortName } from '../../shared/sources/names';
import { toRuns } from './markup';

/** What citeproc prints where a style has nothing to say about a source. */
const nothingPrinted = '[NO_PRINTED_FORM]';

/**
 * Whether the citation leaves out the author because the sentence names him: always in the text, and in a note only where
 * there is one, as pandoc does it; a note without its title would say nothing.
 */
export function leavesOutAuthor(cluster: CitationCluster, noteStyle: boolean, item: CslItem | undefined): boolean {
  if (cluster.form !== 'narrative') return false;
  return !noteStyle || (item !== undefined && responsibleNames(item).length > 0);
}

/**
 * The words of a narrative citation that belong to the sentence, "Smith" in "Smith (2020) argues": the author as the style
 * writes him at this place, else (numbered styles) his family name, else the title.
 * @param cite the first cite, placed
 */
export function narrativeAuthor(engine: Engine, cite: Cite, item: CslItem | undefined): Run[] {
  const { locator: _locator, label: _label, prefix: _prefix, suffix: _suffix, ...bare } = cite;
  const output = engine.makeCitationCluster([{ ...bare, 'suppress-author': false, 'author-only': true }]);
  const names = item ? responsibleNames(item).map(shortName) : [];
  if (output !== nothingPrinted) return spelledOut(toRuns(output), engine, names);
  const [first = '', second = ''] = names;
  if (names.length > 2) return [{ text: `${first} ${engine.getTerm('et-al') || 'et al.'}` }];
  if (names.length === 2) return [{ text: `${first} ${engine.getTerm('and') || '&'} ${second}` }];
  return [{ text: first || (item && (cslText(item['title-short']) || cslText(item.title))) || cite.id }];
}

/** In a sentence it is "Okoro and Brandt", also in styles that write "&" in parentheses. */
function spelledOut(runs: Run[], engine: Engine, names: readonly string[]): Run[] {
  const and = engine.getTerm('and');
  if (!and || names.some((name) => name.includes('&'))) return runs;
  return runs.map((run) => ({ ...run, text: run.text.replace(/(?<=\s)&(?=\s)/gu, and) }));
}

/** The citation's own words; none where the author in the sentence says it all, as in MLA without a page. */
export function withoutNothing(runs: Run[]): Run[] {
  return runs.length === 1 && runs[0]?.text === nothingPrinted ? [] : runs;
}
