import { normOf, type Token } from './tokens';

/** Finds listed phrases of one or several words in tokens, the longest at each place. */
export class Phrases<Value> {
  readonly #byFirst = new Map<string, { words: readonly string[]; value: Value; caps: boolean }[]>();

  /** `text` may have any spelling; its words are compared folded. With `caps`, only written in capitals: US, not us. */
  add(text: string, value: Value, caps = false): void {
    const words = wordsOfPhrase(text);
    const [first] = words;
    if (first === undefined) return;
    const list = this.#byFirst.get(first) ?? [];
    list.push({ words, value, caps });
    list.sort((a, b) => b.words.length - a.words.length);
    this.#byFirst.set(first, list);
  }

  /** The longest phrase that begins at token `at` and ends before `to`; `end` is the index after its last token. */
  at(tokens: readonly Token[], at: number, to: number): { value: Value; end: number } | null {
    const list = this.#byFirst.get(tokens[at]!.norm);
    if (list === undefined) return null;
    for (const { words, value, caps } of list) {
      const end = at + words.length;
      if (end > to) continue;
      if (caps && tokens[at]!.text !== tokens[at]!.text.toUpperCase()) continue;
      let fits = true;
      for (let i = 1; i < words.length && fits; i++) {
        const token = tokens[at + i]!;
        fits = token.norm === words[i] && !tokens[at + i - 1]!.possessive && token.quote === tokens[at]!.quote;
      }
      if (fits) return { value, end };
    }
    return null;
  }
}

/** The folded words of a phrase, cut as the tokens of a text are. */
export function wordsOfPhrase(text: string): string[] {
  return text
    .split(/\s+/u)
    .map((word) => normOf(/^(?:\p{Lu}\.)+$/u.test(word) ? word.replaceAll('.', '') : word.replace(/[.,]$/u, '')))
    .filter(Boolean);
}
