export { findQuotation, type QuotationSearch } from './find';
export { locateQuotation } from './locate';
export type { NearestPassage } from './nearest';
export { selectRange, snapRange, trimRange, type TextSelector } from './select';
export { sentencesAround } from './sentences';
export { foldTypography, foldTypographyWithMap } from './typography';
export { checkVerbatim, wordDifferences, type QuotationDifference, type VerbatimCheck } from './verbatim';
