import CSL, { type Engine, type Scratch } from 'citeproc';
import type { Steps } from './steps';

/**
 * Makes citeproc's registry that of these sources, from nothing. The same as its `updateItems`, source by source.
 * @param scratch what compiling the style left in the scratch variables
 */
export function* fillRegistry(engine: Engine, ids: readonly string[], scratch: Partial<Scratch>): Steps<void> {
  const tmp = Object.assign(new CSL.Engine.Tmp(), scratch);
  engine.tmp = tmp;
  const registry = new CSL.Registry(engine);
  engine.registry = registry;
  engine.disambiguate = new CSL.Disambiguation(engine);
  const { area, root, extension } = tmp;
  const unsorted = engine.bibliography_sort.tokens.length === 0;
  tmp.area = tmp.root = 'citation';
  tmp.extension = '';
  registry.init([...ids]);
  for (const id of registry.mylist) {
    registry.doinserts([id]);
    yield;
  }
  registry.dorefreshes();
  registry.rebuildlist(unsorted);
  for (const id of registry.mylist) {
    const token = registry.registry[id];
    if (token) token.sortkeys = CSL.getSortKeys.call(engine, engine.retrieveItem(id), 'bibliography_sort');
    yield;
  }
  for (const shortForm of Object.keys(registry.ambigsTouched)) {
    engine.disambiguate.run(shortForm);
    yield;
  }
  registry.ambigsTouched = {};
  registry.akeys = {};
  registry.sorttokens(unsorted);
  registry.renumber();
  Object.assign(tmp, { area, root, extension });
}

/** What compiling the style left in the scratch variables, which are made anew with every registry. */
export function initialScratch(engine: Engine): Partial<Scratch> {
  const fresh = new Map(Object.entries(new CSL.Engine.Tmp()).map(([key, value]) => [key, JSON.stringify(value)]));
  return Object.fromEntries(
    Object.entries(engine.tmp).filter(([key, value]) => JSON.stringify(value) !== fresh.get(key)),
  );
}
