import type { ActorBook, Group, GroupMention } from '../actors/book';
import type { Language } from '../language';
import type { Reading } from './reading';

/** A named actor at its place. */
export interface Named {
  group: Group;
  mention: GroupMention;
}

/** A text with its actors in it: what quotations and events are found from. */
export class Scene {
  /** Token index → the mention that covers it. */
  readonly #covering = new Map<number, Named>();
  /** Mentions in order of their place. */
  readonly mentions: Named[] = [];
  /** Per sentence, the indices into `mentions`: half-open. */
  readonly #bySentence: [number, number][];

  constructor(
    readonly reading: Reading,
    readonly language: Language,
    readonly book: ActorBook,
  ) {
    for (const group of book.groups) for (const mention of group.mentions) this.mentions.push({ group, mention });
    this.mentions.sort((a, b) => a.mention.from - b.mention.from || b.mention.to - a.mention.to);
    for (const named of this.mentions) {
      const { from, to, form } = named.mention;
      for (let at = from; at < to; at++) {
        const other = this.#covering.get(at);
        if (other === undefined || (form !== 'adjective' && other.mention.form === 'adjective'))
          this.#covering.set(at, named);
      }
    }
    this.#bySentence = [];
    let index = 0;
    for (const { to } of reading.sentences) {
      const from = index;
      while (index < this.mentions.length && this.mentions[index]!.mention.from < to) index += 1;
      this.#bySentence.push([from, index]);
    }
  }

  /** The actor whose name covers this token. */
  covering(token: number): Named | undefined {
    return this.#covering.get(token);
  }

  /** Mentions of a sentence, in order. */
  inSentence(sentence: number): Named[] {
    const [from, to] = this.#bySentence[sentence] ?? [0, 0];
    return this.mentions.slice(from, to);
  }

  /** Text of a range of tokens in one line. */
  words(from: number, to: number): string {
    const { text, tokens } = this.reading;
    if (to <= from) return '';
    return text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/gu, ' ');
  }

  norm(token: number): string {
    return this.reading.tokens[token]?.norm ?? '';
  }
}
