export { fold, foldWithMap, type FoldedText } from './fold';
export { tokensOfFolded, wordsOf, wordsWithRanges, type Token } from './tokens';
export { editDistance } from './distance';
export { pick, type Picked, type PickKey } from './pick';
export { completableAt, fieldsBeginning, type Completable } from './complete';
export { parseQuery, queryFields, type QueryField, type QueryTerm, type SearchQuery } from './query';
export * from './types';
