import CSL, { type Disambiguation, type Engine, type Item } from 'citeproc';
import { copyOf, makeEqual, type Memory } from './memory';

/** Engines that remember, and whether what they print may hold the number of a source. */
const memories = new WeakMap<Engine, { memory: Memory; numbers: boolean }>();

/**
 * Gives an engine a memory. citeproc fills its registry with two questions about each source, its short form and its sort
 * keys, asked again and again while it tells sources apart; those two now look into the memory first. Whoever asks finds
 * citeproc's scratch variables as the question itself would have left them.
 */
export function remember(engine: Engine, memory: Memory, numbers: boolean): void {
  memories.set(engine, { memory, numbers });
  const retrieve = engine.retrieveItem;
  engine.retrieveItem = function (id) {
    const item = memory.item(id, () => retrieve.call(this, id));
    this.tmp.loadedItemIDs[id] = true;
    this.registry.refhash[id] = item;
    return item;
  };
}

interface ShortForm {
  text: unknown;
  settings: Disambiguation;
  namesMax: unknown[];
  count: number;
  most: number;
}

const askShortForm = CSL.getAmbiguousCite;
CSL.getAmbiguousCite = function (item, disambig, visual, cite) {
  const known = memories.get(this);
  if (!known || cite || this.tmp.authorstring_request) return askShortForm.call(this, item, disambig, visual, cite);
  const own = this.registry.registry[item.id]?.disambig || null;
  const key = JSON.stringify([disambig || 0, ownState(this, item, known.numbers)]);
  const { tmp } = this;
  const { value, remembered } = known.memory.answer(this, item.id, key, (): ShortForm => {
    const text = askShortForm.call(this, item, disambig, visual);
    const { disambig_settings: settings, disambiguate_count: count, disambiguate_maxMax: most } = tmp;
    return { text, settings: copyOf(settings), namesMax: [...tmp.names_max.mystack], count, most };
  });
  if (remembered) {
    tmp.area = tmp.root = 'citation';
    tmp.disambig_request = false;
    tmp.disambig_settings = disambig || own || new CSL.AmbigConfig();
    makeEqual(tmp.disambig_settings, value.settings);
    tmp.names_max.mystack = [...value.namesMax];
    tmp.disambiguate_count = value.count;
    tmp.disambiguate_maxMax = value.most;
    speak(this, item);
  }
  return value.text;
};

const askSortKeys = CSL.getSortKeys;
CSL.getSortKeys = function (item, area) {
  const known = memories.get(this);
  if (!known) return askSortKeys.call(this, item, area);
  const key = JSON.stringify([area, ownState(this, item, known.numbers)]);
  const { value, remembered } = known.memory.answer(this, item.id, key, () => [...askSortKeys.call(this, item, area)]);
  const keys = [...value];
  this[area].keys = keys;
  if (remembered) {
    const { tmp } = this;
    tmp.suppress_decorations = tmp.disambig_override = tmp.disambig_request = false;
    tmp.disambig_settings = new CSL.AmbigConfig();
    speak(this, item);
  }
  return keys;
};

/** What the registry says of the source itself. */
function ownState(engine: Engine, item: Item, numbers: boolean): unknown {
  const token = engine.registry.registry[item.id];
  return token ? [token.disambig, numbers ? token.seq : 0, (token['citation-count'] ?? 0) > 1] : 0;
}

/** citeproc compares sort keys in the language of the source that it looked at last. */
function speak(engine: Engine, item: Item & { language?: unknown }): void {
  const own = typeof item.language === 'string' ? /^[a-zA-Z]+/.exec(item.language)?.[0].toLowerCase() : undefined;
  engine.tmp.lang_array = own === undefined ? [engine.opt.lang] : [own, engine.opt.lang];
}

const collators = new Map<string, Intl.Collator>();
/** Texts in lower case by the languages it was done in; sort keys are compared thousands of times. */
const lowered = new Map<string, Map<string, string>>();
const maxLowered = 20_000;
const askComparison = CSL.getSortCompare;
/** The same order as citeproc's own comparison, by a collator that is made once and not for every two keys. */
CSL.getSortCompare = function (locale = 'en-US') {
  if (!this || !memories.has(this)) return askComparison.call(this, locale);
  let collator = collators.get(locale);
  if (!collator) {
    collator = new Intl.Collator(locale, { sensitivity: 'base', ignorePunctuation: true, numeric: true });
    collators.set(locale, collator);
  }
  const { compare } = collator;
  const lower = (text: string): string => {
    const languages = String(this.tmp.lang_array);
    let known = lowered.get(languages);
    if (!known || known.size > maxLowered) lowered.set(languages, (known = new Map()));
    let low = known.get(text);
    if (low === undefined) known.set(text, (low = CSL.toLocaleLowerCase.call(this, text)));
    return low;
  };
  const ignoresBrackets = compare('[x', 'x') === 0;
  const plain = (text: string) => (ignoresBrackets ? text : text.replace(/^[[\]'"]*/g, ''));
  return (a, b) => compare(lower(plain(a)), lower(plain(b)));
};
