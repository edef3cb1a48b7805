import { $getRoot, $nodesOfType } from 'lexical';
import { CitationNode } from '../citation/CitationNode';
import { $ownLanguage } from './blockLanguage';

/** The languages of the text's blocks, that of most of them first. */
export function $languagesInText(): string[] {
  const counts = new Map<string, number>();
  for (const block of $getRoot().getChildren()) {
    const language = $ownLanguage(block);
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, m], [, n]) => n - m).map(([language]) => language);
}

/** The sources that are cited in the text, footnotes left out. */
export function $sourcesInText(): string[] {
  const cited = $nodesOfType(CitationNode).flatMap((node) => node.getItems().map(({ sourceId }) => sourceId));
  return [...new Set(cited)].slice(0, 10_000);
}
