import type { Language } from '../language';
import { Phrases } from '../text/phrases';
import type { Token } from '../text/tokens';

/** Titles and roles beside names: "Iranian Foreign Minister X", "X, the harbour minister,". */
export interface TitleAt {
  end: number;
  kind: 'honorific' | 'role';
}

const fixed = new WeakMap<Language, Phrases<true>>();

function fixedTitles(language: Language): Phrases<true> {
  let phrases = fixed.get(language);
  if (phrases === undefined) {
    phrases = new Phrases();
    for (const title of language.fixedTitles) phrases.add(title, true);
    fixed.set(language, phrases);
  }
  return phrases;
}

/** The title or office that begins at a token, before `to`; null if none does. */
export function titleAt(tokens: readonly Token[], at: number, to: number, language: Language): TitleAt | null {
  const known = fixedTitles(language).at(tokens, at, to);
  let end = known?.end ?? at;
  if (known === null) {
    // "General" may qualify a title and be one: the phrase ends with its last word that can.
    let head = at;
    while (end < to) {
      const { norm, possessive } = tokens[end]!;
      if (language.roleHeads.has(norm)) head = end + 1;
      else if (!language.roleModifiers.has(norm)) break;
      end += 1;
      if (possessive || (head === end && !language.roleModifiers.has(norm))) break;
    }
    end = head;
    if (end > at) {
      // Found.
    } else if (language.honorifics.has(tokens[at]!.norm)) {
      end = at + 1;
      while (end < to && language.honorifics.has(tokens[end]!.norm)) end += 1;
      return { end, kind: 'honorific' };
    } else return null;
  }
  // "Deputy Chief", "Chief Executive Officer", "Secretary General".
  while (
    end < to &&
    !tokens[end - 1]!.possessive &&
    (language.roleHeads.has(tokens[end]!.norm) || tokens[end]!.norm === 'general') &&
    tokens[end]!.capital === tokens[end - 1]!.capital
  ) {
    end += 1;
  }
  if (end < to && tokens[end - 1]!.possessive) return null;
  // "General Assembly", "Prosecutor Office": the title is a part of a body's name.
  if (end < to && !tokens[end - 1]!.possessive && language.organisationHeads.has(tokens[end]!.norm)) return null;
  return { end, kind: 'role' };
}

/** A role as written: words of the text without its article, marks and line ends. */
export function phraseOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map((token) => (token.possessive ? `${token.text}’s` : token.text))
    .join(' ')
    .replace(/ ([,.)])/gu, '$1');
}

/** The role that stands before a name ("foreign minister X", "the envoy to Velia, X"), as a range of tokens. */
export function roleBefore(
  tokens: readonly Token[],
  from: number,
  low: number,
  language: Language,
): [number, number] | null {
  let last = from - 1;
  if (last < low) return null;
  const comma = tokens[last]!.text === ',';
  if (comma) last -= 1;
  if (last < low || tokens[last]!.kind !== 'word') return null;
  let head = last;
  if (!isRole(tokens[head]!, language)) {
    if (!comma) return null;
    // "the Azerbaijani Ambassador in Israel, Mukhtar Mammadov"
    let at = last;
    while (at > low && last - at < 8 && tokens[at]!.kind === 'word' && !/^(?:of|in|to|for|at)$/u.test(tokens[at]!.norm))
      at -= 1;
    if (at <= low || !/^(?:of|in|to|for|at)$/u.test(tokens[at]!.norm) || !isRole(tokens[at - 1]!, language)) {
      // One more: "head of the department of fisheries, X".
      return null;
    }
    head = at - 1;
  }
  if (tokens[head]!.possessive) return null;
  let first = head;
  while (first > low && isRoleWord(tokens[first - 1]!, language)) first -= 1;
  return [first, last + 1];
}

/** The role in an apposition after a name: "X, the harbour minister," or "X, 54, who heads". */
export function roleAfter(
  tokens: readonly Token[],
  to: number,
  high: number,
  language: Language,
): [number, number] | null {
  if (to + 2 > high || tokens[to]!.text !== ',') return null;
  let at = to + 1;
  if (tokens[at]!.kind === 'number' && tokens[at + 1]?.text === ',') at += 2;
  const first = at;
  while (at < high && at - first < 10) {
    const token = tokens[at]!;
    if (token.kind !== 'word' && token.text !== '-') break;
    if (language.speechVerbs.has(token.norm) || token.norm === 'and' || token.quote !== tokens[to]!.quote) break;
    if (isRole(token, language) && !token.possessive) {
      let end = at + 1;
      while (end < high && isRole(tokens[end]!, language)) end += 1;
      if (end < high && /^(?:of|for|at|in|to)$/u.test(tokens[end]!.norm)) {
        const limit = Math.min(high, end + 7);
        while (end < limit && tokens[end]!.kind === 'word' && !language.speechVerbs.has(tokens[end]!.norm)) end += 1;
      }
      const after = tokens[end];
      // An apposition is closed: by a comma, a stop or the end. "X, Minister Y said" names somebody else.
      if (end < high && after!.kind === 'word' && after!.capital) return null;
      let start = first;
      while (start < at && /^(?:the|a|an|his|her|its|their|one|of|then|once)$/u.test(tokens[start]!.norm)) start += 1;
      return [start, end];
    }
    if (token.norm === 'who' || token.norm === 'which' || token.norm === 'in' || token.norm === 'on') break;
    at += 1;
  }
  return null;
}

function isRole(token: Token, language: Language): boolean {
  return token.kind === 'word' && language.roleHeads.has(token.norm);
}

function isRoleWord(token: Token, language: Language): boolean {
  if (token.kind !== 'word' || token.possessive) return false;
  return language.roleModifiers.has(token.norm) || language.roleHeads.has(token.norm);
}
