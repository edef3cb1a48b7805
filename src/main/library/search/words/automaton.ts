/**
 * Distances of words read letter by letter (insert, delete, replace, swap neighbours; `editDistance`'s), as a universal automaton
 * (Mihov and Schulz 2004): a state is the row of distances near the diagonal, relative to it, so that states and
 * transitions are the same for every word looked for and are worked out once in the life of the process. A transition is chosen by
 * which letters of the wanted word near the diagonal the letter read is.
 */
export class DistanceAutomaton {
  /** Which letters near the diagonal match, as a number below this: one bit for each of the columns, and one for the column before. */
  readonly signatures: number;
  /** Next state by state and signature: `next[state * signatures + signature]`; -1 is not worked out yet. */
  #next: Int16Array;
  readonly #width: number;
  /** Distances of each state, then what they would be one letter later if that letter were swapped with the last one. */
  readonly #states: Uint8Array[] = [];
  readonly #known = new Map<string, number>();

  constructor(readonly limit: number) {
    this.#width = 2 * limit + 1;
    this.signatures = 2 ** (this.#width + 1);
    this.#next = new Int16Array(64 * this.signatures).fill(-1);
    const far = new Uint8Array(2 * this.#width).fill(limit + 1);
    this.#idOf(far);
    this.#next.fill(0, 0, this.signatures);
    const start = Uint8Array.from(far, (value, place) =>
      place < this.#width && place >= limit ? place - limit : value,
    );
    this.#idOf(start);
  }

  /** The state before the first letter. */
  readonly start = 1;

  /** Distance of a word of `length` letters that ends in this state from a wanted one of `size`; `limit + 1` for anything farther. */
  distance(state: number, length: number, size: number): number {
    const column = size - length + this.limit;
    return column < 0 || column >= this.#width ? this.limit + 1 : this.#states[state]![column]!;
  }

  /** The state after a letter with that signature; 0 is hopeless. */
  after(state: number, signature: number): number {
    const known = this.#next[state * this.signatures + signature]!;
    return known < 0 ? this.#step(state, signature) : known;
  }

  #step(state: number, signature: number): number {
    const width = this.#width;
    const far = this.limit + 1;
    const before = this.#states[state]!;
    const after = new Uint8Array(2 * width).fill(far);
    const matches = (column: number) => ((signature >> (column + 1)) & 1) === 1;
    for (let column = 0; column < width; column++) {
      let distance = before[column]! + (matches(column) ? 0 : 1);
      if (column + 1 < width) distance = Math.min(distance, before[column + 1]! + 1);
      if (column > 0) distance = Math.min(distance, after[column - 1]! + 1);
      if (matches(column - 1)) distance = Math.min(distance, before[width + column]!);
      after[column] = Math.min(distance, far);
      // subtle: a swap needs the letter one column on; beyond the last column it would be farther than the limit anyway.
      if (column + 1 < width && matches(column + 1)) after[width + column] = Math.min(before[column]! + 1, far);
    }
    const id = this.#idOf(after);
    this.#next[state * this.signatures + signature] = id;
    return id;
  }

  #idOf(row: Uint8Array): number {
    const name = row.join('');
    let id = this.#known.get(name);
    if (id !== undefined) return id;
    id = this.#states.length;
    this.#states.push(row);
    this.#known.set(name, id);
    if ((id + 1) * this.signatures > this.#next.length) {
      const larger = new Int16Array(this.#next.length * 2).fill(-1);
      larger.set(this.#next);
      this.#next = larger;
    }
    return id;
  }
}
