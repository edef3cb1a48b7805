export { openSearch, type Search } from './engine';
export { searchHandlers } from './handlers';
export { indexNeedsRebuild, indexTouched, rebuildIndex } from './upkeep/indexing';
export { verifyIndex } from './upkeep/verify';
