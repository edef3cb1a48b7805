import type { Locator } from '../domain/common';
import type { CitationItem } from './document';

/** One cited source, with nothing said of it but what is given. */
export function itemCiting(sourceId: string, rest: Partial<CitationItem> = {}): CitationItem {
  return {
    sourceId,
    label: 'page',
    locator: '',
    prefix: '',
    suffix: '',
    suppressAuthor: false,
    excerptId: null,
    ...rest,
  };
}

/** A source cited at an excerpt's place. */
export function itemAt(sourceId: string, locator: Locator | null, excerptId: string): CitationItem {
  return itemCiting(sourceId, { ...(locator && { label: locator.label, locator: locator.value }), excerptId });
}
