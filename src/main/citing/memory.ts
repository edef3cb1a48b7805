import type { Disambiguation, Engine, Item } from 'citeproc';

/** A call of citeproc that puts a name of a source into its registry of names. */
type NamePut = Parameters<Engine['registry']['namereg']['addname']>;

/** What one step of citeproc gave for a source, and under which conditions it would give it again. */
interface Answer<T> {
  value: T;
  /** What the registry of names said of the source's names before and after; '' where the style does not ask it. */
  before: string;
  after: string;
  names: NamePut[];
}

/** A source's item as citeproc holds it, with everything worked out from it. */
interface Known {
  data: string;
  item?: Item;
  answers: Map<string, Answer<unknown>[]>;
}

/**
 * What citeproc has worked out in one style and locale, source by source: short forms, sort keys, entries. It outlives
 * citeproc's registry, which is filled again whenever the list of cited sources changes: citeproc then goes through all its
 * own steps, but each step that would give the same answer is not done again.
 */
export interface Memory {
  /** Tells what a source says now: forgets what followed from other data. */
  know(id: string, data: string): void;
  item(id: string, make: () => Item): Item;
  /** The answer to a question about a source: remembered, or worked out by `work`. `key` holds all that it depends on but names. */
  answer<T>(engine: Engine, id: string, key: string, work: () => T): { value: T; remembered: boolean };
  /** Forgets sources that have not been asked for lately, when there are many more than `count`. */
  tidy(count: number): void;
}

export function createMemory(): Memory {
  const sources = new Map<string, Known>();
  const known = (id: string): Known => {
    const found = sources.get(id);
    if (!found) throw new Error(`citeproc was not told of source ${id}`);
    return found;
  };
  return {
    know(id, data) {
      const found = sources.get(id);
      sources.delete(id);
      sources.set(id, found?.data === data ? found : { data, answers: new Map() });
    },
    item: (id, make) => (known(id).item ??= make()),
    answer(engine, id, key, work) {
      const { answers } = known(id);
      const given = answers.get(key) as Answer<ReturnType<typeof work>>[] | undefined;
      const found = given?.find((answer) => holds(engine, id, answer));
      if (found) return { value: found.value, remembered: true };
      const answer = listen(engine, id, work);
      if (answer.certain) {
        if (given && given.length < 8) given.push(answer);
        else answers.set(key, [answer]);
        if (answers.size > 200) answers.delete(answers.keys().next().value ?? '');
      }
      return { value: answer.value, remembered: false };
    },
    tidy(count) {
      for (const id of sources.keys()) {
        if (sources.size <= 2 * count + 500) return;
        sources.delete(id);
      }
    },
  };
}

/** Whether names decide how other names are written: only then is the registry of names part of an answer. */
export function asksNames(engine: Engine): boolean {
  return Boolean(engine.opt['disambiguate-add-givenname']);
}

/** Puts the answer's names into the registry, as working it out would, and says whether the answer is the same there. */
function holds(engine: Engine, id: string, answer: Answer<unknown>): boolean {
  if (!asksNames(engine)) return true;
  if (namesOf(engine, id) !== answer.before) return false;
  putNames(engine, answer.names);
  return namesOf(engine, id) === answer.after;
}

export function putNames(engine: Engine, names: readonly NamePut[]): void {
  for (const put of names) engine.registry.namereg.addname(...put);
}

/** Works an answer out and notes which names it puts into the registry. */
function listen<T>(engine: Engine, id: string, work: () => T): Answer<T> & { certain: boolean } {
  if (!asksNames(engine)) return { value: work(), before: '', after: '', names: [], certain: true };
  const before = namesOf(engine, id);
  const had = namesIn(engine, id);
  const { value, names } = hearNames(engine, work);
  const added = namesIn(engine, id).slice(had.length);
  // Two new names of one family in one source: what was asked between the two cannot be told afterwards.
  const families = added.map((key) => key.split('::')[0]);
  const certain = new Set(families).size === families.length && !names.some(([of]) => of !== id);
  return { value, before, after: namesOf(engine, id), names, certain };
}

/** Runs `work` and tells which names it put into the registry. */
export function hearNames<T>(engine: Engine, work: () => T): { value: T; names: NamePut[] } {
  const { namereg } = engine.registry;
  const put = namereg.addname;
  const names: NamePut[] = [];
  namereg.addname = function (...name) {
    names.push(name);
    put.apply(this, name);
  };
  try {
    return { value: work(), names };
  } finally {
    namereg.addname = put;
  }
}

/** The names of a source that are in the registry, in the order in which they were put there. */
export function namesIn(engine: Engine, id: string): string[] {
  return Object.keys(engine.registry.namereg.nameind[id] ?? {});
}

/**
 * What the registry knows of a source's names, as far as citeproc asks it: whether another given name goes with a family
 * name, or another full name with its initials.
 */
export function namesOf(engine: Engine, id: string): string {
  const { namereg, nameind } = engine.registry.namereg;
  let facts = '';
  for (const key in nameind[id]) {
    const [family = '', initials = '', ...rest] = key.split('::');
    // A name with colons of its own cannot be looked up like this: nothing is the same as it.
    if (rest.length !== 1) return `${Math.random()}`;
    const of = namereg[family];
    facts += `${key}\u0001${(of?.count ?? 0) > 1 ? 1 : 0}${(of?.ikey[initials]?.count ?? 0) > 1 ? 1 : 0}\u0002`;
  }
  return facts;
}

/** A copy of how far a source is spelled out, to be kept. */
export function copyOf(disambig: Disambiguation): Disambiguation {
  return { ...disambig, names: [...disambig.names], givens: disambig.givens.map((given) => [...given]) };
}

/** Makes one that citeproc may share with others equal to a kept one, as citeproc does: in place. */
export function makeEqual(target: Disambiguation, kept: Disambiguation): void {
  const givens = target.givens;
  kept.givens.forEach((given, place) => {
    const shared = givens[place];
    if (shared) shared.splice(0, shared.length, ...given);
    else givens[place] = [...given];
  });
  givens.length = kept.givens.length;
  const names = target.names;
  names.splice(0, names.length, ...kept.names);
  Object.assign(target, kept, { names, givens });
}
