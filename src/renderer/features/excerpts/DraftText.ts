/**
 * The text of a field between keyboard and library. What arrives from the library never takes the place of words that
 * were typed since: an answer to an earlier save may come while the next words are being written.
 */
export class DraftText {
  #text: string;
  /** What the library has, or was last sent. */
  #known: string;

  constructor(saved: string) {
    this.#text = saved;
    this.#known = saved;
  }

  get text(): string {
    return this.#text;
  }

  /** A key was pressed. */
  write(text: string): void {
    this.#text = text;
  }

  /** The library says what it has: after a save, an undo, or a change elsewhere. */
  arrived(saved: string): void {
    if (this.#text === this.#known) this.#text = saved;
    this.#known = saved;
  }

  /** Saves what was typed, if anything was. `save` gives undefined where saving failed. */
  leave(save: (text: string) => Promise<unknown>): void {
    const before = this.#known;
    const text = this.#text;
    if (text === before) return;
    this.#known = text;
    void save(text).then((answer) => {
      // Not saved: the next leaving tries again.
      if (answer === undefined && this.#known === text) this.#known = before;
    });
  }
}
