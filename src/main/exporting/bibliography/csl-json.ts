import type { BibliographySource } from './fields';

/** CSL-JSON with citation keys as ids, as pandoc and Zotero read it. Nothing is left out but what only Commonplace reads. */
export function writeCslJson(sources: readonly BibliographySource[]): string {
  const items = sources.map(({ csl, citationKey }) => {
    const { custom: _, id: __, ...item } = csl;
    return { id: citationKey, 'citation-key': citationKey, ...item };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}
