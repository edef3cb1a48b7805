/** How many blocks a stretch begins with. What is written in it makes it longer, up to twice as many. */
export const fullStretch = 10;
/** How many it has at most, where no block comes that may begin another. */
export const longestStretch = 40;

/** A block of a text, as far as stretches go. */
export interface ArrangedBlock {
  /** The stretch it is in; empty if in none. */
  stretch: string;
  /** Whether a stretch may begin with it; others begin one only after the longest. */
  mayBegin: boolean;
}

/**
 * The stretch of each block, so that the blocks of each lie side by side. As few blocks as possible change theirs: they would be laid out
 * again. A block that was moved in among others joins them, and what has become too long is parted.
 */
export function arrangeStretches(blocks: readonly ArrangedBlock[], newStretch: () => string): string[] {
  const begun = new Set<string>();
  let current = '';
  let length = 0;
  return blocks.map(({ stretch, mayBegin }) => {
    const another = stretch !== '' && !begun.has(stretch);
    const long = length >= (mayBegin ? 2 * fullStretch : longestStretch);
    const begins = begun.size === 0 || long || (mayBegin && another);
    if (begins) {
      current = another ? stretch : newStretch();
      begun.add(current);
      length = 0;
    }
    length += 1;
    return current;
  });
}
