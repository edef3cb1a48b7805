import { confidences, likeness, type Likeness } from './compare';
import type { SourceFacts } from './facts';

export interface FoundPair extends Likeness {
  /** The older one. */
  firstId: string;
  secondId: string;
}

export interface FindInput {
  sources: readonly SourceFacts[];
  /** Ids of sources that have a file, or a text, in common. */
  sameFile: readonly (readonly string[])[];
  sameText: readonly (readonly string[])[];
  /** Pairs that somebody said are not the same, as `pairKey` names them. */
  apart: ReadonlySet<string>;
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
 * The pairs of sources that look like one, surest first. Only sources that share a key are compared (blocking): an identifier, the title's
 * words but for one at most, or first author and year. So a hundred thousand take seconds, not years. A generator, so that
 * the caller may do other things between its steps.
 */
export function* findPairs({ sources, sameFile, sameText, apart }: FindInput): Generator<undefined, FoundPair[]> {
  const order = [...sources].sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? -1 : 1));
  const place = new Map(order.map(({ id }, index) => [id, index]));
  const places = (groups: readonly (readonly string[])[]) =>
    groups.map((ids) => ids.flatMap((id) => place.get(id) ?? []).sort((a, b) => a - b));
  const [files, texts] = [places(sameFile), places(sameText)];
  const [fileOf, textOf] = [groupNumbers(files), groupNumbers(texts)];
  const pairs = new Map<number, FoundPair>();
  const compared = new Set<number>();

  /** Compares two, once; true if they are a pair, or were found to be one before. */
  const compare = (i: number, j: number): boolean => {
    const key = i * order.length + j;
    if (compared.has(key)) return pairs.has(key);
    compared.add(key);
    const [first, second] = [order[i], order[j]];
    if (!first || !second || apart.has(pairKey(first.id, second.id))) return false;
    const found = likeness(first, second, { file: meet(fileOf, i, j), text: meet(textOf, i, j) });
    if (found) pairs.set(key, { firstId: first.id, secondId: second.id, ...found });
    return found !== null;
  };
  /** Each with the first before it that it is the same as: of ten copies nine pairs, not forty-five. */
  const chain = function* (block: readonly number[]): Generator<undefined> {
    for (const [at, j] of block.entries()) {
      for (const i of block.slice(0, Math.min(at, largestBlock))) if (compare(i, j)) break;
      yield;
    }
  };

  for (const block of [...files, ...texts]) yield* chain(block);
  const lists: { key: number; place: number }[][] = Array.from({ length: buckets }, () => []);
  for (const [index, source] of order.entries()) {
    for (const key of keysOf(source)) lists[key % buckets]?.push({ key, place: index });
    yield;
  }
  for (const list of lists) {
    list.sort((a, b) => a.key - b.key || a.place - b.place);
    yield;
    for (let from = 0; from < list.length;) {
      let to = from + 1;
      while (to < list.length && list[to]?.key === list[from]?.key) to += 1;
      const block = list.slice(from, to).map((entry) => entry.place);
      const isExact = ((list[from]?.key ?? 0) & 1) === 1;
      if (to - from > 1 && (isExact || to - from <= largestBlock)) yield* chain(block);
      from = to;
    }
  }
  return [...pairs.values()].sort(
    (a, b) =>
      confidences.indexOf(a.confidence) - confidences.indexOf(b.confidence) || (a.secondId < b.secondId ? 1 : -1),
  );
}

/** Place → the groups it is in. */
function groupNumbers(groups: readonly (readonly number[])[]): Map<number, number[]> {
  const numbers = new Map<number, number[]>();
  for (const [number, group] of groups.entries()) {
    for (const place of group) numbers.set(place, [...(numbers.get(place) ?? []), number]);
  }
  return numbers;
}

function meet(groups: ReadonlyMap<number, readonly number[]>, a: number, b: number): boolean {
  const others = groups.get(b);
  return others !== undefined && (groups.get(a) ?? []).some((number) => others.includes(number));
}

/** Under which keys a source is looked for. Odd ones stand for what is the same exactly, even ones for what is only like. */
function keysOf({ doi, url, isbns, words, mainWords, names, year }: SourceFacts): Set<number> {
  const keys = new Set<number>();
  if (doi !== '') keys.add(hash(`doi ${doi}`, true));
  if (url !== '') keys.add(hash(`url ${url}`, true));
  for (const isbn of isbns.slice(0, 10)) keys.add(hash(`isbn ${isbn}`, true));
  if (words.length > 0) keys.add(hash(`title ${words.join(' ')}`, true));
  const sorted = [...new Set(mainWords.slice(0, 12))].sort();
  if (sorted.length >= 3) keys.add(hash(`words ${sorted.join(' ')}`, false));
  if (sorted.length >= 4) {
    for (const left of sorted) keys.add(hash(`words ${sorted.filter((word) => word !== left).join(' ')}`, false));
  }
  const name = names[0]?.words.join(' ') ?? '';
  if (name !== '' && year !== '') keys.add(hash(`name ${name} ${year}`, false));
  return keys;
}

/** A number of 50 bits and a last one that says whether it is exact: two of FNV-1a (Fowler, Noll, Vo) side by side. */
function hash(text: string, isExact: boolean): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x01000193) ^ (low >>> 15);
  }
  return ((high >>> 0) % 0x40000) * 0x100000000 * 2 + (low >>> 0) * 2 + (isExact ? 1 : 0);
}
