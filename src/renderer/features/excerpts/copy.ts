import type { Excerpt } from '../../../shared/domain/excerpts';
import { shortLocator } from '../../../shared/excerpts/locator';

/** An excerpt for the clipboard: its words in quotation marks with citation and locator, e.g. “…” (Hallam 2023, ¶ 3). */
export function citedText(excerpt: Pick<Excerpt, 'text' | 'kind' | 'shortCitation' | 'locator'>): string {
  const words = excerpt.kind === 'quotation' ? `“${excerpt.text}”` : excerpt.text;
  const citation = [excerpt.shortCitation, shortLocator(excerpt.locator)].filter(Boolean).join(', ');
  return citation ? `${words} (${citation})` : words;
}
