import { typographyFolding } from '../../../shared/anchoring/typography';
import { findInSteps, mergeRanges } from '../../../shared/search/find';
import { letterFolding, romanisedFolding } from '../../../shared/search/fold';
import type { FoldedText, Folding } from '../../../shared/search/clusters';
import type { TextRange } from '../../../shared/search/types';

/** What is looked for. */
export interface FindWish {
  query: string;
  wholeWords: boolean;
  /** Case and marks count; typography (quotes, dashes, soft hyphens) never does. */
  exact: boolean;
}

export interface FindState extends FindWish {
  /** In order. Grows while the text is gone through. */
  hits: readonly TextRange[];
  /** The hit that is shown, as an index; -1 while there is none. */
  current: number;
  /** The whole text was gone through, or as much of it as has `mostHits`. */
  complete: boolean;
  /** The last step went on from the other end of the text. */
  wrapped: 'to-start' | 'to-end' | null;
}

/** Nobody goes through more one by one; their places would fill the memory. */
export const mostHits = 100_000;
/** Code units folded at a time: well under a millisecond. */
const foldStep = 16_384;
const schwa = /[əǝә]/iu;

export interface FindPacing {
  /** How long the window may be kept from its other work. */
  sliceMs: number;
  /** Lets the window do its other work. */
  pause: () => Promise<void>;
}

const pacing: FindPacing = { sliceMs: 6, pause: () => new Promise((done) => setTimeout(done)) };

/**
 * Looks for words in one text and goes from hit to hit. Long texts are folded once and gone through in slices, so that the
 * window never waits; what is found already is told meanwhile. Knows nothing of how the text is drawn.
 */
export class FindSession {
  #text: string;
  /** The text's foldings, each as far as it has come. */
  readonly #foldings = new Map<Folding, { steps: Generator<undefined, FoldedText>; folded: FoldedText | null }>();
  /** Where the user is: the current hit is the first that begins here or later. */
  #anchor = 0;
  #run = 0;
  /** The step that was last asked for before it was known where it leads. */
  #due: 1 | -1 | null = null;
  #running: Promise<void> = Promise.resolve();
  #state: FindState = {
    query: '',
    wholeWords: false,
    exact: false,
    hits: [],
    current: -1,
    complete: true,
    wrapped: null,
  };
  readonly #listeners = new Set<() => void>();

  constructor(
    text: string,
    private readonly pace: FindPacing = pacing,
  ) {
    this.#text = text;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly state = (): FindState => this.#state;

  get hit(): TextRange | undefined {
    return this.#state.hits[this.#state.current];
  }

  /** Looks for something else, from where the user is. */
  look(wish: Partial<FindWish>): Promise<void> {
    // At once, so that a field shows what was typed; the hits follow.
    this.#publish({ ...wish, complete: false, wrapped: null });
    this.#due = null;
    return (this.#running = this.#search());
  }

  /** Where looking begins: the first hit from here on is the current one. */
  startFrom(offset: number): void {
    this.#anchor = offset;
    this.#publish({ wrapped: null });
  }

  /** Goes to the next hit or the one before; from `selection`, if the user has gone elsewhere in the text meanwhile. */
  step(direction: 1 | -1, selection: TextRange | null = null): void {
    const { hits, complete, current } = this.#state;
    let next = current + direction;
    if (selection) next = direction > 0 ? firstFrom(hits, selection[1]) : firstFrom(hits, selection[0]) - 1;
    const outside = next < 0 || next >= hits.length;
    // What lies beyond the last hit is not known before all of the text is: the step waits for that.
    if (outside && !complete) this.#due = direction;
    if (hits.length === 0 || (outside && !complete)) return;
    const at = (next + hits.length) % hits.length;
    this.#anchor = hits[at]![0];
    this.#publish({ wrapped: outside ? (direction > 0 ? 'to-start' : 'to-end') : null });
  }

  /** The text may have changed under the hits: they move with it. Resolves when the hits are those of this text. */
  textChanged(text: string): Promise<void> {
    if (text === this.#text) return this.#running;
    this.#anchor = movedOffset(this.#anchor, this.#text, text);
    this.#text = text;
    this.#foldings.clear();
    return (this.#running = this.#search());
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const { query, wholeWords, exact } = this.#state;
    let sliceEnd = performance.now() + this.pace.sliceMs;
    const isOvertaken = async (sofar?: TextRange[]) => {
      if (performance.now() < sliceEnd) return false;
      if (sofar) this.#publish({ hits: sofar, complete: false, wrapped: null });
      await this.pace.pause();
      sliceEnd = performance.now() + this.pace.sliceMs;
      return run !== this.#run;
    };
    const readings = exact ? [typographyFolding] : [letterFolding];
    if (!exact && (schwa.test(query) || schwa.test(this.#text))) readings.push(romanisedFolding);

    let hits: TextRange[] = [];
    for (const folding of readings) {
      const words = folding.fold(query);
      if (words === '') continue;
      const folded = await this.#fold(folding, isOvertaken);
      if (folded === null) return;
      const found: TextRange[] = [];
      for (const few of findInSteps(folded, words, { wholeWords })) {
        found.push(...few);
        if (found.length >= mostHits) break;
        if (await isOvertaken(folding === readings[0] ? found : undefined)) return;
      }
      hits = hits.length === 0 ? found : mergeRanges(hits, found);
    }
    this.#publish({ hits: hits.slice(0, mostHits), complete: true, wrapped: null });
    const due = this.#due;
    this.#due = null;
    if (due !== null) this.step(due);
  }

  /** The folded text, after as many pauses as it takes; null if something else is looked for by then. */
  async #fold(folding: Folding, isOvertaken: () => Promise<boolean>): Promise<FoldedText | null> {
    let started = this.#foldings.get(folding);
    if (started === undefined) {
      started = { steps: folding.foldInSteps(this.#text, foldStep), folded: null };
      this.#foldings.set(folding, started);
    }
    while (started.folded === null) {
      const step = started.steps.next();
      if (step.done === true) started.folded = step.value;
      else if (await isOvertaken()) return null;
    }
    return started.folded;
  }

  #publish(change: Partial<FindState>): void {
    const state = { ...this.#state, ...change };
    const at = firstFrom(state.hits, this.#anchor);
    const known = at < state.hits.length || !state.complete ? at : 0;
    this.#state = { ...state, current: known < state.hits.length ? known : -1 };
    for (const listener of this.#listeners) listener();
  }
}

/** Index of the first hit that begins at `offset` or later. */
function firstFrom(hits: readonly TextRange[], offset: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]![0] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The hits that begin in a part of the text. */
export function hitsIn(hits: readonly TextRange[], [start, end]: TextRange): readonly TextRange[] {
  return hits.slice(firstFrom(hits, start), firstFrom(hits, end));
}

/** Where an offset of a text is after one edit: what stands behind the edit moves by what came in or went. */
function movedOffset(offset: number, before: string, after: string): number {
  let same = 0;
  const shorter = Math.min(before.length, after.length);
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same += 1;
  return offset <= same ? offset : Math.max(same, offset + after.length - before.length);
}
