import { confidences, likeness, type Likeness } from './compare';
import type { SourceFacts } from './facts';
import { keysOf } from './keys';

export interface FoundPair extends Likeness {
  /** The older one. */
  firstId: string;
  secondId: string;
}

/** What is known of sources besides what they say. */
export interface Surroundings {
  /** Ids of sources that have a file, or a text, in common. */
  sameFile: readonly (readonly string[])[];
  sameText: readonly (readonly string[])[];
  /** Pairs that somebody said are not the same, as `pairKey` names them. */
  apart: ReadonlySet<string>;
}

/** The pairs of sources that look like one, kept up to date as sources change. */
export interface PairIndex {
  /** Begins anew. In steps, so that the caller may do other things between them. */
  rebuild(sources: readonly SourceFacts[], around: Surroundings): Generator<undefined, void>;
  /** Takes over some that changed, came or went. `around` must have all that concerns these. */
  update(changed: readonly SourceFacts[], gone: Iterable<string>, around: Surroundings): void;
  /** The surest first, then the latest. */
  pairs(): FoundPair[];
}

/** A pair's name, whichever is named first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** Blocks of more sources than this say nothing by themselves: "annual report", all of one agency's year. */
const largestBlock = 60;
/** Keys are spread over so many lists, so that no sorting is long. */
const buckets = 64;

/**
 * Only sources that share a key are compared (blocking): an identifier, the title's words but for one at most, or first author and
 * year. So a hundred thousand take seconds, not years. Of sources that are all the same, each makes a pair with the oldest: of ten
 * copies there are nine pairs, not forty-five.
 */
export function createPairIndex(): PairIndex {
  const sources = new Map<string, SourceFacts>();
  const found = new Map<string, FoundPair>();
  let around: Surroundings = { sameFile: [], sameText: [], apart: new Set() };
  let [files, texts] = [groupNumbers([]), groupNumbers([])];

  // The keys of all sources when it was last built, sorted; and of those that changed since.
  let built: { ids: string[]; keys: Float64Array; places: Int32Array } = {
    ids: [],
    keys: new Float64Array(0),
    places: new Int32Array(0),
  };
  const changedIds = new Set<string>();
  const changedKeys = new Map<number, Set<string>>();

  function surround(next: Surroundings): void {
    around = next;
    files = groupNumbers(next.sameFile);
    texts = groupNumbers(next.sameText);
  }

  /** Compares two; true if they are a pair. */
  function compare(a: SourceFacts, b: SourceFacts): boolean {
    const key = pairKey(a.id, b.id);
    if (found.has(key)) return true;
    if (around.apart.has(key)) return false;
    const like = likeness(a, b, { file: meet(files, a.id, b.id), text: meet(texts, a.id, b.id) });
    if (!like) return false;
    const [first, second] = isOlder(a, b) ? [a, b] : [b, a];
    found.set(key, { firstId: first.id, secondId: second.id, ...like });
    return true;
  }

  /** Each with the first before it that it is the same as. `block` is in order of age. */
  function* chain(block: readonly SourceFacts[]): Generator<undefined> {
    for (const [at, source] of block.entries()) {
      for (const other of block.slice(0, Math.min(at, largestBlock))) if (compare(other, source)) break;
      yield;
    }
  }

  function living(ids: Iterable<string>): SourceFacts[] {
    return [...new Set(ids)].flatMap((id) => sources.get(id) ?? []).sort((a, b) => (isOlder(a, b) ? -1 : 1));
  }

  /** Who has a key now, the oldest first. */
  function blockOf(key: number): SourceFacts[] {
    const ids = [...(changedKeys.get(key) ?? [])];
    for (let at = lowerBound(built.keys, key); built.keys[at] === key && ids.length < largestBlock * 2; at++) {
      const id = built.ids[built.places[at] ?? -1];
      if (id !== undefined && !changedIds.has(id)) ids.push(id);
    }
    return living(ids);
  }

  function forget(id: string): string[] {
    const partners: string[] = [];
    for (const [key, { firstId, secondId }] of found) {
      if (firstId !== id && secondId !== id) continue;
      found.delete(key);
      partners.push(firstId === id ? secondId : firstId);
    }
    return partners;
  }

  return {
    *rebuild(all, next) {
      sources.clear();
      found.clear();
      changedIds.clear();
      changedKeys.clear();
      surround(next);
      for (const source of all) sources.set(source.id, source);
      const order = [...all].sort((a, b) => (isOlder(a, b) ? -1 : 1));
      const lists: { key: number; place: number }[][] = Array.from({ length: buckets }, () => []);
      let total = 0;
      for (const [place, source] of order.entries()) {
        for (const key of keysOf(source)) {
          lists[Math.floor(key / keySpan)]?.push({ key, place });
          total += 1;
        }
        yield;
      }
      built = { ids: order.map(({ id }) => id), keys: new Float64Array(total), places: new Int32Array(total) };
      let at = 0;
      for (const list of lists) {
        list.sort((a, b) => a.key - b.key || a.place - b.place);
        yield;
        for (const { key, place } of list) {
          built.keys[at] = key;
          built.places[at] = place;
          at += 1;
        }
        list.length = 0;
      }
      for (const group of [...next.sameFile, ...next.sameText]) yield* chain(living(group));
      for (let from = 0; from < total;) {
        const key = built.keys[from] ?? 0;
        let to = from + 1;
        while (to < total && built.keys[to] === key) to += 1;
        const block = Array.from(built.places.subarray(from, to), (place) => order[place]).filter(
          (one) => one !== undefined,
        );
        if (block.length > 1 && (isExact(key) || block.length <= largestBlock)) yield* chain(block);
        from = to;
        yield;
      }
    },

    update(changed, gone, next) {
      surround(next);
      const again = new Set<string>();
      for (const id of [...gone, ...changed.map((source) => source.id)]) {
        for (const partner of forget(id)) again.add(partner);
        for (const ids of changedIds.has(id) ? changedKeys.values() : []) ids.delete(id);
        changedIds.add(id);
        sources.delete(id);
      }
      for (const source of changed) {
        sources.set(source.id, source);
        for (const key of keysOf(source)) {
          if (!changedKeys.has(key)) changedKeys.set(key, new Set());
          changedKeys.get(key)?.add(source.id);
        }
        again.add(source.id);
      }
      for (const source of living(again)) {
        const groups = [...next.sameFile, ...next.sameText].filter((group) => group.includes(source.id)).map(living);
        const keyed = [...keysOf(source)].map((key) => ({ exact: isExact(key), block: blockOf(key) }));
        const blocks = keyed.filter(({ exact, block }) => exact || block.length <= largestBlock);
        for (const block of [...groups, ...blocks.map((one) => one.block)]) {
          for (const other of block) if (isOlder(other, source) && compare(other, source)) break;
          // Younger ones that have no partner among these, or have lost it.
          for (const other of block.filter((one) => isOlder(source, one))) {
            const has = block.some((one) => isOlder(one, other) && found.has(pairKey(one.id, other.id)));
            if (!has) compare(source, other);
          }
        }
      }
    },

    pairs: () =>
      [...found.values()].sort(
        (a, b) =>
          confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) || (a.secondId < b.secondId ? 1 : -1),
      ),
  };
}

const keySpan = 2 ** 52 / buckets;
const isExact = (key: number) => key % 2 === 1;

function isOlder(a: SourceFacts, b: SourceFacts): boolean {
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;
}

/** The first place whose key is not less. */
function lowerBound(keys: Float64Array, key: number): number {
  let [from, to] = [0, keys.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((keys[middle] ?? 0) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Id → the groups it is in. */
function groupNumbers(groups: readonly (readonly string[])[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [number, group] of groups.entries()) {
    for (const id of group) numbers.set(id, [...(numbers.get(id) ?? []), number]);
  }
  return numbers;
}

function meet(groups: ReadonlyMap<string, readonly number[]>, a: string, b: string): boolean {
  const others = groups.get(b);
  return others !== undefined && (groups.get(a) ?? []).some((number) => others.includes(number));
}
