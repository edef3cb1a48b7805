/** A heading of a memo, with where it stands among the memo's blocks. */
export interface OutlineHeading {
  key: string;
  level: number;
  text: string;
  /** Index of its block. */
  at: number;
}

export const deepestLevel = 4;

/** Index in `headings` after the last heading of the section that begins with the one at `index`. */
export function sectionEnd(headings: readonly OutlineHeading[], index: number): number {
  const own = headings[index]!;
  let end = index + 1;
  while (end < headings.length && headings[end]!.level > own.level) end += 1;
  return end;
}

/** The heading that a heading stands under; -1 at the top. */
export function parentOf(headings: readonly OutlineHeading[], index: number): number {
  let at = index - 1;
  while (at >= 0 && headings[at]!.level >= headings[index]!.level) at -= 1;
  return at;
}

/** Which blocks go where: those from `start` up to `end` before the block `before`. */
export interface BlockMove {
  start: number;
  end: number;
  before: number;
}

/**
 * Puts a section, with all under it, before another heading, or at the end of the memo (`target` = number of headings).
 * Null where it would stay where it is.
 */
export function moveSectionTo(
  headings: readonly OutlineHeading[],
  blocks: number,
  index: number,
  target: number,
): BlockMove | null {
  const after = sectionEnd(headings, index);
  if (!headings[index] || (target >= index && target <= after)) return null;
  const blockOf = (heading: number) => headings[heading]?.at ?? blocks;
  return { start: blockOf(index), end: blockOf(after), before: blockOf(target) };
}

/**
 * The heading before which a section stands after one step up or down: past its neighbour of the same level, or out of
 * its part into the next one. Null at the edge.
 */
export function stepTarget(headings: readonly OutlineHeading[], index: number, step: -1 | 1): number | null {
  const { level } = headings[index]!;
  if (step === -1) {
    let before = index - 1;
    while (before >= 0 && headings[before]!.level > level) before -= 1;
    return before >= 0 ? before : null;
  }
  const next = sectionEnd(headings, index);
  if (next >= headings.length) return null;
  // subtle: the next part's own first words stay with its heading, so the section goes after those.
  return headings[next]!.level === level ? sectionEnd(headings, next) : next + 1;
}

/** The new levels of a section moved in or out by one, by key; null where one of its headings cannot go there. */
export function shiftedLevels(
  headings: readonly OutlineHeading[],
  index: number,
  by: -1 | 1,
): ReadonlyMap<string, number> | null {
  const section = headings.slice(index, sectionEnd(headings, index));
  const levels = new Map(section.map(({ key, level }) => [key, level + by]));
  const possible = [...levels.values()].every((level) => level >= 1 && level <= deepestLevel);
  return possible ? levels : null;
}
