import type { Language } from '../language';
import type { ActorBook, Group } from './book';
import { skeleton } from './spelling';

/** The words of a person's name without particles and suffixes; the last is the family name. */
export function partsOf(words: readonly string[], language: Language): string[] {
  const parts = words.filter((word) => !language.nameSuffixes.has(word) && !language.honorifics.has(word));
  return parts.length === 0 ? [...words] : parts;
}

/** Whether two full names may be one person's: the same family name, and given names that do not differ. */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const [lastA, lastB] = [a.at(-1)!, b.at(-1)!];
  if (lastA !== lastB && !(lastA.length > 4 && skeleton(lastA) === skeleton(lastB))) return false;
  if (a.length < 2 || b.length < 2) return true;
  // "Sequeira Lopes" of "Margarida Sequeira Lopes".
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < long.length && short.every((word, index) => word === long[long.length - short.length + index]))
    return true;
  const [firstA, firstB] = [a[0]!, b[0]!];
  if (firstA === firstB) return true;
  const initial = (text: string) => text.replace('.', '');
  if (initial(firstA).length === 1 || initial(firstB).length === 1) return firstA[0] === firstB[0];
  return firstA.length > 3 && skeleton(firstA) === skeleton(firstB);
}

/** The people of whose name a single word is a part: by family name, else by any part of it. */
export class PersonIndex {
  readonly #people: { group: Group; parts: string[] }[] = [];
  readonly #byPart = new Map<string, { group: Group; rank: number }[]>();

  constructor(private readonly book: ActorBook) {}

  /** Finds or makes the group of a full name. */
  add(words: readonly string[], text: string, language: Language): Group {
    const parts = partsOf(words, language);
    const known = this.candidates(parts.at(-1)!)
      .map(({ group }) => this.#people.find((person) => person.group === group && samePerson(person.parts, parts)))
      .find((person) => person !== undefined);
    if (known !== undefined) {
      if (parts.length > known.parts.length) {
        this.book.alias(known.group, known.group.name);
        known.group.aliases.push(known.group.name);
        known.group.name = text;
        known.parts = parts;
      } else this.book.alias(known.group, text);
      this.#index(known.group, parts);
      return known.group;
    }
    const group = this.book.group(`person:${parts.join(' ')}`, 'person', text);
    this.#people.push({ group, parts });
    this.#index(group, parts);
    return group;
  }

  #index(group: Group, parts: readonly string[]): void {
    for (const [index, part] of parts.entries()) {
      const rank = index === parts.length - 1 ? 0 : index === 0 ? 1 : 2;
      for (const key of new Set([part, `~${skeleton(part)}`])) {
        const list = this.#byPart.get(key) ?? [];
        if (!list.some((entry) => entry.group === group)) list.push({ group, rank });
        this.#byPart.set(key, list);
      }
    }
  }

  candidates(word: string): { group: Group; rank: number }[] {
    const exact = this.#byPart.get(word) ?? [];
    if (exact.length > 0 || word.length < 5) return exact;
    return this.#byPart.get(`~${skeleton(word)}`) ?? [];
  }

  /** Who may be meant by one word alone; several if it fits several equally. */
  named(word: string): Group[] {
    const found = this.candidates(word);
    const best = Math.min(...found.map(({ rank }) => rank));
    return found.filter(({ rank }) => rank === best).map(({ group }) => group);
  }
}
