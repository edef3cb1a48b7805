export { fold, foldWithMap, type FoldedText } from './fold';
export { tokensOfFolded, wordsOf, wordsWithRanges, type Token } from './tokens';
export { editDistance } from './distance';
export * from './types';
