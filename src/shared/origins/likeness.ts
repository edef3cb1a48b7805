import { fold } from '../search/fold';

/** Words in a run. Five words in a row are seldom the same by chance; a wire copy's editor changes one in every ten or twenty. */
const run = 5;
/** Hashes kept of a text: the likeness of two texts is then known to about a tenth. */
const kept = 128;

/**
 * What identifies a text for comparing: the smallest hashes of its runs of five folded words, ascending. Texts of fewer words
 * have none. Bottom-k sketch after Broder, "On the resemblance and containment of documents" (1997).
 */
export function sketch(text: string): readonly number[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + run <= words.length; at++) hashes.add(hash(words.slice(at, at + run).join(' ')));
  return [...hashes].sort((a, b) => a - b).slice(0, kept);
}

/**
 * How much of two texts' runs of words both have, 0 to 1, estimated from their sketches: of the smallest hashes of both together,
 * the share that both have. A short text that stands whole in a long one is not like it by this measure.
 */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const size = Math.min(kept, Math.max(a.length, b.length));
  let [i, j, seen, both] = [0, 0, 0, 0];
  while (seen < size && (i < a.length || j < b.length)) {
    const [left, right] = [a[i] ?? Infinity, b[j] ?? Infinity];
    if (left === right) both += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
    seen += 1;
  }
  return both / seen;
}

/** FNV-1a, 32 bits, over UTF-16 code units. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  // subtle: FNV's low bits mix well and its high ones do not; the smallest hashes are chosen by the high ones.
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** Pairs of texts that are at least so much alike, the most alike first. Only texts with a hash in common are compared. */
export function likePairs(
  sketches: ReadonlyMap<string, readonly number[]>,
  least: number,
): { first: string; second: string; likeness: number }[] {
  const holders = new Map<number, string[]>();
  for (const [id, hashes] of sketches) {
    for (const one of hashes) {
      const list = holders.get(one);
      if (list === undefined) holders.set(one, [id]);
      else list.push(id);
    }
  }
  const compared = new Map<string, { first: string; second: string; likeness: number }>();
  for (const ids of holders.values()) {
    // What stands in hundreds of texts is a notice or a menu, and tells nothing about any two of them.
    if (ids.length > 200) continue;
    for (const [at, first] of ids.entries()) {
      for (const second of ids.slice(at + 1)) {
        const key = `${first} ${second}`;
        if (compared.has(key)) continue;
        compared.set(key, { first, second, likeness: likeness(sketches.get(first) ?? [], sketches.get(second) ?? []) });
      }
    }
  }
  return [...compared.values()].filter((pair) => pair.likeness >= least).sort((a, b) => b.likeness - a.likeness);
}
