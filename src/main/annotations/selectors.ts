import type { ImportedAnnotation } from '../../shared/domain/annotations';
import { most, recordsIn, textIn } from './values';

/** The quotation and position among selectors (W3C Web Annotation Data Model, 4.2), also where one refines another. */
export function readSelectors(value: unknown): Pick<ImportedAnnotation, 'quote' | 'position'> {
  const result: Pick<ImportedAnnotation, 'quote' | 'position'> = { quote: null, position: null };
  const waiting = recordsIn(value);
  for (let count = 0; count < most.selectors; count++) {
    const selector = waiting.shift();
    if (selector === undefined) break;
    waiting.push(...recordsIn(selector.refinedBy), ...recordsIn(selector.items));
    // What is refined is only where to look.
    if (selector.type === 'TextQuoteSelector') {
      const exact = textIn(selector.exact, most.quote);
      if (exact.trim() !== '')
        result.quote = { exact, prefix: textIn(selector.prefix), suffix: textIn(selector.suffix) };
    } else if (selector.type === 'TextPositionSelector') {
      const { start, end } = selector;
      if (Number.isSafeInteger(start) && Number.isSafeInteger(end) && Number(start) >= 0 && Number(end) > Number(start))
        result.position = { start: Number(start), end: Number(end) };
    }
  }
  return result;
}
