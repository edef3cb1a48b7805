import type { OpenBlock } from '../builder';

/** Numbers list items by what is printed before them; letters and Roman numbers are counted. */
export class ListNumbers {
  readonly #reached = new Map<string, number>();

  /** @param label the number or bullet as printed */
  item(label: string, list: number, level: number): OpenBlock {
    const item: OpenBlock = { kind: 'list-item', level: Math.max(1, Math.min(9, level + 1)) };
    const printed = label.replace(/[\s.)\]]+$/u, '');
    const digits = /(\d{1,9})$/u.exec(printed)?.[1];
    if (digits !== undefined) return { ...item, ordinal: Number(digits) };
    const letters = /([a-z]{1,8})$/iu.exec(printed)?.[1];
    if (letters === undefined) return item;
    const key = `${list}/${level}`;
    const ordinal = /^[ai]$/iu.test(letters) && !this.#goesOn(key, letters) ? 1 : (this.#reached.get(key) ?? 0) + 1;
    this.#reached.set(key, ordinal);
    return { ...item, ordinal };
  }

  /** "i" is the ninth letter as well as the first Roman number. */
  #goesOn(key: string, letters: string): boolean {
    return letters.toLowerCase() === 'i' && this.#reached.get(key) === 8;
  }
}
