import type { ActorKind } from '../../domain/actors';
import type { Language } from '../language';
import { Phrases } from '../text/phrases';
import type { Token } from '../text/tokens';

/** What a listed phrase is: the name of something, a nationality, a capital, or a seat of power. */
export interface Listed {
  type: 'state' | 'adjective' | 'capital' | 'metonym' | 'region' | 'organisation' | 'library';
  /** Of what it names: for adjectives, capitals and seats the state. */
  name: string;
  /** The phrase's own spelling, where it is shown: "Baku". */
  own: string;
  kind: ActorKind;
}

/** The phrases of a language, and before them those of a library and of the text that is read. */
export class Gazetteer {
  readonly #own = new Phrases<Listed>();

  constructor(private readonly language: Phrases<Listed>) {}

  add(text: string, listed: Listed): void {
    this.#own.add(text, listed);
  }

  /** As `Phrases.at`; the longer phrase counts, and of two alike the library's or text's own. */
  at(tokens: readonly Token[], at: number, to: number): { value: Listed; end: number } | null {
    const own = this.#own.at(tokens, at, to);
    const listed = this.language.at(tokens, at, to);
    return own !== null && (listed === null || own.end >= listed.end) ? own : listed;
  }
}

export interface KnownActor {
  id: string;
  name: string;
  kind: ActorKind;
  aliases: readonly string[];
}

/** All listed phrases of a language, with the names of the library before them. */
export function gazetteerOf(language: Language, known: readonly KnownActor[]): Gazetteer {
  const gazetteer = new Gazetteer(phrasesOf(language));
  for (const actor of known) {
    for (const name of [actor.name, ...actor.aliases]) {
      // A single word is left to the rules and linked afterwards: surnames are borne by several.
      if (/\s/u.test(name.trim()))
        gazetteer.add(name, { type: 'library', name: actor.name, own: name, kind: actor.kind });
    }
  }
  return gazetteer;
}

const made = new WeakMap<Language, Phrases<Listed>>();

function phrasesOf(language: Language): Phrases<Listed> {
  const before = made.get(language);
  if (before !== undefined) return before;
  const phrases = new Phrases<Listed>();
  made.set(language, phrases);
  for (const { name, adjectives, capitals, aliases } of language.states) {
    for (const own of [name, ...aliases]) {
      phrases.add(own, { type: 'state', name, own, kind: 'state' }, isShort(own));
    }
    for (const own of adjectives) phrases.add(own, { type: 'adjective', name, own, kind: 'state' }, isShort(own));
    for (const own of capitals) phrases.add(own, { type: 'capital', name, own, kind: 'place' });
  }
  for (const { name, adjectives } of language.regions) {
    phrases.add(name, { type: 'region', name, own: name, kind: 'place' });
    for (const own of adjectives) phrases.add(own, { type: 'region', name, own: '', kind: 'place' });
  }
  for (const { name, state } of language.metonyms) {
    phrases.add(name, { type: 'metonym', name: state, own: name, kind: 'state' });
  }
  for (const { name, aliases } of language.organisations) {
    const kind = language.groupNames.has(name.toLowerCase()) ? 'group' : 'organisation';
    for (const own of [name, ...aliases]) phrases.add(own, { type: 'organisation', name, own, kind }, isShort(own));
  }
  return phrases;
}

const isShort = (name: string) => name.length <= 6 && name === name.toUpperCase();
