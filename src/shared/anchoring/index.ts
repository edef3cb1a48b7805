export { findQuotation, type QuotationSearch } from './find';
export type { NearestPassage } from './nearest';
export { selectRange, snapRange, trimRange, type TextSelector } from './select';
export { foldTypography, foldTypographyWithMap } from './typography';
export { checkVerbatim, wordDifferences, type QuotationDifference, type VerbatimCheck } from './verbatim';
