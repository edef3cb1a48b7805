import type { VerbClass } from '../domain/suggestions';
import { english } from './english';

/**
 * What the rules must know of a language, as data. A language that is not here degrades quietly: names of the library,
 * quotation marks and numeric dates are still found.
 */
export interface Language {
  /** BCP 47. */
  code: string;
  states: readonly StateRow[];
  regions: readonly { name: string; adjectives: readonly string[] }[];
  /** Seats of power that stand for a state. */
  metonyms: readonly { name: string; state: string }[];
  organisations: readonly { name: string; aliases: readonly string[] }[];
  commonBodies: ReadonlyMap<string, string>;
  groupNames: ReadonlySet<string>;
  givenNames: ReadonlyMap<string, 'm' | 'f' | 'both'>;
  familyNameEnding: RegExp;
  honorifics: ReadonlySet<string>;
  honorificGender: ReadonlyMap<string, 'm' | 'f'>;
  roleHeads: ReadonlySet<string>;
  roleModifiers: ReadonlySet<string>;
  roleGender: ReadonlyMap<string, 'm' | 'f'>;
  fixedTitles: readonly string[];
  nameParticles: ReadonlySet<string>;
  nameSuffixes: ReadonlySet<string>;
  organisationHeads: ReadonlySet<string>;
  /** Heads that stand first: "Radio Meridian". */
  organisationFirsts: ReadonlySet<string>;
  groupHeads: ReadonlySet<string>;
  bodyHeads: ReadonlySet<string>;
  placeHeads: ReadonlySet<string>;
  placeFirsts: ReadonlySet<string>;
  thingHeads: ReadonlySet<string>;
  neverActors: ReadonlySet<string>;
  functionWords: ReadonlySet<string>;
  commonWords: ReadonlySet<string>;
  commonEnding: RegExp;
  speechVerbs: ReadonlyMap<string, VerbClass>;
  looseVerbs: ReadonlySet<string>;
  thatVerbs: ReadonlySet<string>;
  auxiliaries: ReadonlySet<string>;
  irregularVerbs: ReadonlySet<string>;
  hearsay: RegExp;
  namingWords: ReadonlySet<string>;
  months: ReadonlyMap<string, number>;
  weekdays: ReadonlyMap<string, number>;
  seasons: ReadonlyMap<string, number>;
  numbers: ReadonlyMap<string, number>;
  ordinals: ReadonlyMap<string, number>;
}

export interface StateRow {
  name: string;
  adjectives: readonly string[];
  capitals: readonly string[];
  aliases: readonly string[];
}

const languages: readonly Language[] = [english];

/** The rules for a BCP 47 tag, or null. An unknown language ('') is guessed from the words that every text of it has. */
export function languageFor(tag: string, text: string): Language | null {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  if (primary !== '') return languages.find(({ code }) => code === primary) ?? null;
  return looksEnglish(text) ? english : null;
}

/** Whether the beginning of a text has the small words of English about as often as English does. */
function looksEnglish(text: string): boolean {
  const words =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => /^(?:the|of|and|to|in|that|was|with|for|on)$/u.test(word)).length;
  return words.length > 0 && small / words.length > 0.12;
}
