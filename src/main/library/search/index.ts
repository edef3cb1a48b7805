export { openSearch, type Search } from './engine';
export { searchHandlers } from './handlers';
export { indexNeedsRebuild, indexTouched, rebuildIndex, verifyIndex } from './indexing';
