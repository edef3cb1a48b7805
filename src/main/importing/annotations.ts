import { importFormats } from '../../shared/domain/imports';
import type { TextFormat } from './format';
import { readJsonList } from './json-list';

/** Annotations of Hypothes.is and of the W3C's data model; what they mean stands in src/main/annotations/. */
export const annotations: TextFormat = {
  reads: 'text',
  ...importFormats.annotations,
  byContentOnly: true,
  cleansValues: true,
  recognises: (start) =>
    /^[[{]/u.test(start) &&
    /"(?:TextQuoteSelector|TextPositionSelector|RangeSelector)"|ns\/anno\.jsonld|"Annotation(?:Page|Collection)?"|"uri"\s*:[^]*"target"\s*:|"target"\s*:[^]*"uri"\s*:/u.test(
      start,
    ),
  parse: readJsonList,
};
