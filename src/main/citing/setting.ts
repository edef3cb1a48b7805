import { createHash } from 'node:crypto';
import CSL, { type Cite, type CslElement, type Disambiguation, type Engine } from 'citeproc';
import type {
  BibliographyEntry,
  CitationCluster,
  RenderedCitation,
  RenderedCitations,
} from '../../shared/citing/types';
import type { CslItem } from '../../shared/domain/csl';
import { createEngine, engineItem, sortedCites, styleTraits, type Items, type StyleTraits } from './engine';
import { fillRegistry, initialScratch } from './fill';
import { toRuns } from './markup';
import { asksNames, copyOf, createMemory, hearNames, makeEqual, namesIn, namesOf, putNames } from './memory';
import { narrativeAuthor, withoutNothing } from './narrative';
import { remember } from './remembering';
import type { Steps } from './steps';

/** A citation's words, and the author's in the sentence before it. */
export type Words = Omit<RenderedCitation, 'id'>;

/** A citation's words, and names that it put into citeproc's registry which were not there before. */
interface Written {
  words: Words;
  late: string[];
  /** How deep in parentheses citeproc thinks it was after it: what comes next depends on it. */
  depth: number | undefined;
  names: Parameters<typeof putNames>[1];
}

/** What citeproc has settled about a cited source: all that its citations and its entry depend on, beside themselves. */
interface Settled {
  disambig: Disambiguation;
  stamp: string;
}

/** The entries, and whether their later lines are indented. */
export type Bibliography = Pick<RenderedCitations, 'hangingIndent'> & { entries: BibliographyEntry[] };

/** Names of one source were met late and may change how other sources are cited: only a run of the whole can tell. */
export class NamesClash extends Error {}

/**
 * One style in one locale at work: a citeproc engine, compiled once, whose registry of sources is filled from the start for
 * every list of sources, so that nothing of an earlier list is left; and the memory that makes that quick.
 */
export interface Setting {
  engine: Engine;
  traits: StyleTraits;
  /** Makes the registry that of these sources, in the order of their first citation. */
  settle(ids: readonly string[], items: Items): Steps<void>;
  /** A citation's cites in the order in which the style prints them. */
  sorted(cites: Cite[]): Cite[];
  /**
   * A citation's words.
   * @throws NamesClash
   */
  citation(cites: Cite[], form: CitationCluster['form']): Words;
  bibliography(): Steps<Bibliography>;
  /** Forgets citations that were not asked for since the third last call of this. */
  turnPage(): void;
}

export function createSetting(style: CslElement, locale: string): Setting {
  const items = new Map<string, CslItem>();
  const memory = createMemory();
  const engine = createEngine(style, locale, items);
  const traits = styleTraits(engine, style);
  remember(engine, memory, traits.numbers);
  const scratch = initialScratch(engine);
  const settled = new Map<string, Settled>();
  /** Citations by all that they depend on, those of the last renderings: undoing an edit finds what was there before it. */
  let renderings = [new Map<string, Written>()];
  /** Orders of cites inside one citation, by the cites. */
  const orders = new Map<string, number[]>();
  let list = '';
  // How deep in parentheses the document's last citation ended; undefined before the first.
  let depth: number | undefined;
  // Whether names were put into the registry that its sources alone do not put there.
  let soiled = false;

  function* settle(ids: readonly string[], given: Items): Steps<void> {
    const data = ids.map((id) => hashed(JSON.stringify(engineItem(id, given.get(id)))));
    const asked = JSON.stringify([ids, data]);
    if (asked === list && !soiled) return;
    ids.forEach((id, place) => memory.know(id, data[place] ?? ''));
    memory.tidy(ids.length);
    list = '';
    items.clear();
    for (const id of ids) {
      const item = given.get(id);
      if (item) items.set(id, item);
    }
    yield* fillRegistry(engine, ids, scratch);
    settled.clear();
    const asks = asksNames(engine);
    ids.forEach((id, place) => {
      const token = engine.registry.registry[id];
      if (!token?.disambig) return;
      const stamp = [data[place], token.disambig, traits.numbers && token.seq, asks && namesOf(engine, id)];
      settled.set(id, { disambig: copyOf(token.disambig), stamp: JSON.stringify(stamp) });
    });
    list = asked;
    soiled = false;
  }

  /** Undoes what citeproc changes about a source while it writes it. */
  function restore(id: string): void {
    const disambig = engine.registry.registry[id]?.disambig;
    const kept = settled.get(id);
    if (disambig && kept) makeEqual(disambig, kept.disambig);
  }

  const repeated = (id: string) => (engine.registry.registry[id]?.['citation-count'] ?? 0) > 1;

  function citation(cites: Cite[], form: CitationCluster['form']): Words {
    const key = JSON.stringify([
      form,
      cites.map(({ sortkeys: _, 'first-reference-note-number': firstNote, ...cite }) => [
        cite,
        traits.noteNumbers && firstNote,
        repeated(cite.id),
        settled.get(cite.id)?.stamp,
      ]),
    ]);
    const found = renderings.map((earlier) => earlier.get(key)).find((one) => one !== undefined);
    if (found && asksNames(engine)) putNames(engine, found.names);
    const answer = found ?? write(cites, form);
    renderings[0]?.set(key, answer);
    depth = answer.depth;
    if (answer.late.length > 0) {
      soiled = true;
      if (answer.late.some((name) => isShared(engine, name))) throw new NamesClash();
    }
    return answer.words;
  }

  function sorted(cites: Cite[]): Cite[] {
    if (cites.length < 2) return cites;
    const key = JSON.stringify(cites.map(({ id }) => [id, settled.get(id)?.stamp]));
    let order = orders.get(key);
    if (!order) {
      const numbered = cites.map((cite, place) => ({ ...cite, place }));
      order = sortedCites(engine, numbered).map((cite) =>
        numbered.findIndex(({ place }) => place === (cite as (typeof numbered)[number]).place),
      );
      orders.set(key, order);
    }
    return order.flatMap((place) => cites[place] ?? []);
  }

  function write(cites: Cite[], form: CitationCluster['form']): Written {
    let after: number | undefined;
    const print = () => {
      const output = printCites(engine, cites);
      after = engine.output.checkNestedBrace?.depth;
      return inWords(engine, cites, output, form, items);
    };
    for (const { id } of cites) restore(id);
    if (!asksNames(engine)) return { words: print(), late: [], names: [], depth: after };
    const had = new Map(cites.map(({ id }) => [id, new Set(namesIn(engine, id))]));
    const { value, names } = hearNames(engine, print);
    const late = [...had].flatMap(([id, keys]) => namesIn(engine, id).filter((name) => !keys.has(name)));
    return { words: value, late, names: late.length > 0 ? names : [], depth: after };
  }

  function* bibliography(): Steps<Bibliography> {
    if (engine.bibliography.tokens.length === 0) return { entries: [], hangingIndent: false };
    countBrackets(engine, depth);
    if (traits.selects) return wholeBibliography(engine);
    let deep = depth;
    const entries: BibliographyEntry[] = [];
    let lastName: unknown = false;
    soiled ||= asksNames(engine);
    for (const id of engine.registry.getSortedIds()) {
      const key = JSON.stringify(['entry', settled.get(id)?.stamp, repeated(id), lastName, deep]);
      const { value } = memory.answer(engine, id, key, () => {
        restore(id);
        countBrackets(engine, deep);
        return printEntry(engine, id, lastName);
      });
      // citeproc numbers the entries that it fails to print.
      if (value.output?.includes('[CSL STYLE ERROR')) {
        countBrackets(engine, depth);
        return wholeBibliography(engine);
      }
      lastName = value.lastName;
      deep = value.depth;
      if (value.output !== undefined) entries.push({ sourceId: id, runs: toRuns(value.output) });
      yield;
    }
    return { entries, hangingIndent: Boolean(engine.bibliography.opt['hangingindent']) };
  }

  return {
    engine,
    traits,
    settle,
    sorted,
    citation,
    bibliography,
    turnPage() {
      depth = undefined;
      if (orders.size > 5000) orders.clear();
      renderings = [new Map(), ...renderings.slice(0, 2)];
    },
  };
}

/** A text in the keys of what is remembered: sources may have long abstracts. */
function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}

/** The words of cites that are sorted and placed already. */
function printCites(engine: Engine, cites: Cite[]): string {
  return CSL.getCitationCluster.call(
    engine,
    cites.map((cite) => [engine.retrieveItem(cite.id), { ...cite }]),
  );
}

/** A citation that citeproc has printed, in words; the author's own where the sentence names him. */
export function inWords(
  engine: Engine,
  cites: Cite[],
  output: string,
  form: CitationCluster['form'],
  items: Items,
): Words {
  const [first] = cites;
  if (form !== 'narrative' || !first) return { runs: toRuns(output) };
  return { runs: withoutNothing(toRuns(output)), author: narrativeAuthor(engine, first, items.get(first.id)) };
}

/** One entry of the bibliography, after one whose names were `lastName`: a style may write a dash instead of the same names. */
function printEntry(engine: Engine, id: string, lastName: unknown) {
  let value = lastName;
  let begun = false;
  // subtle: citeproc begins every bibliography by forgetting the names of the entry before.
  Object.defineProperty(engine.tmp, 'last_rendered_name', {
    configurable: true,
    get: () => value,
    set: (names: unknown) => {
      if (begun) value = names;
      begun = true;
    },
  });
  try {
    const made = engine.makeBibliography({ include: [{ field: 'id', value: id }] });
    const output = made ? made[1][0] : undefined;
    return { output, lastName: value, depth: engine.output.checkNestedBrace?.depth };
  } finally {
    Reflect.deleteProperty(engine.tmp, 'last_rendered_name');
  }
}

/** Lets citeproc go on counting parentheses where it stopped: it does so from the last citation into the bibliography. */
function countBrackets(engine: Engine, depth: number | undefined): void {
  engine.output.checkNestedBrace =
    depth === undefined ? undefined : Object.assign(new CSL.checkNestedBrace(engine), { depth });
}

/** The bibliography by citeproc's own call. */
export function wholeBibliography(engine: Engine): Bibliography {
  const made = engine.makeBibliography();
  if (!made) return { entries: [], hangingIndent: false };
  const [{ entry_ids: ids, hangingindent }, outputs] = made;
  const entries = outputs.map((output, index) => ({ sourceId: ids[index]?.[0] ?? '', runs: toRuns(output) }));
  return { entries, hangingIndent: Boolean(hangingindent) };
}

/** Whether another source, or another name of this one, shares the family name or the initials. */
function isShared(engine: Engine, key: string): boolean {
  const [family = '', initials = '', ...rest] = key.split('::');
  const of = engine.registry.namereg.namereg[family];
  return rest.length !== 1 || (of?.count ?? 0) > 1 || (of?.ikey[initials]?.count ?? 0) > 1;
}
