export { openSearch, type Search } from './engine';
export { searchHandlers } from './handlers';
export { rebuildIndex } from './upkeep/settling';
export { verifyIndex } from './upkeep/verify';
