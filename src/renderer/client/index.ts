export { call, listen } from './call';
export { useCall, type CallOptions } from './useCall';
export { useAct, type Act, type ActOptions } from './useAct';
export { useEvent } from './useEvent';
export { useChanges } from './useChanges';
export { useGatherer } from './useGatherer';
export { saveBlob, saveFile } from './saveFile';
export { usePages, type Pages } from './usePages';
