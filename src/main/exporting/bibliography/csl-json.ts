import { isSafeUrl } from '../../../shared/memo/document';
import type { BibliographySource } from './fields';

/**
 * CSL-JSON with citation keys as ids, as pandoc and Zotero read it. Nothing is left out but what only Commonplace reads,
 * and addresses of other schemes than the web's and mail's: those who render the file make links of them.
 */
export function writeCslJson(sources: readonly BibliographySource[]): string {
  const items = sources.map(({ csl, citationKey }) => {
    const { custom: _, id: __, ...item } = csl;
    if (item.URL !== undefined && URL.canParse(String(item.URL)) && !isSafeUrl(String(item.URL))) delete item.URL;
    return { id: citationKey, 'citation-key': citationKey, ...item };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}
