import { importFormats } from '../../shared/domain/imports';
import { CommonplaceError } from '../../shared/result';
import { isHypothesis, readHypothesis } from '../annotations/hypothesis';
import { isW3c, readW3c } from '../annotations/w3c';
import type { TextFormat } from './format';
import { parseJson } from './json';

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
  parse(text) {
    const value = parseJson(text);
    const read = isW3c(value) ? readW3c(value) : isHypothesis(value) ? readHypothesis(value) : null;
    if (read === null || (read.annotations.length === 0 && read.refused.length === 0)) {
      throw new CommonplaceError(
        'unreadable',
        'There are no annotations in it, though it looks like a file of them. Export it again from where it comes from.',
      );
    }
    return { kind: 'annotations', annotations: read };
  },
};
