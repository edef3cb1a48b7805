export { differences, type Difference } from './differences';
export { findQuotation } from './find';
export { locateQuotation } from './locate';
export type { NearestPassage } from './nearest';
export { reanchor, reanchorInSteps, verdicts, type AnchorCandidate, type Reanchoring, type Verdict } from './reanchor';
export { selectRange, snapRange, trimRange, type TextSelector } from './select';
export { sentencesAround } from './sentences';
export { foldTypography, foldTypographyWithMap } from './typography';
export { checkVerbatim, type QuotationDifference, type QuotationPlace, type VerbatimCheck } from './verbatim';
