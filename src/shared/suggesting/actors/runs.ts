import type { Language } from '../language';
import type { Token } from '../text/tokens';
import type { Gazetteer } from './gazetteer';

/** No name of anybody has more words. */
const longest = 14;
const ofHeads =
  /^(?:republic|kingdom|states?|emirates?|empire|commonwealth|gulf|bay|strait|straits|sea|isle|isles|duchy|principality|house|order|knights|friends|sons|daughters|voice|heart|church|university|school|bank|council|ministry|union|federation)$/u;

/** Words with capitals that stand together from token `at` on, joined by the small words that names have; where they end. */
export function runFrom(
  tokens: readonly Token[],
  at: number,
  high: number,
  language: Language,
  gazetteer: Gazetteer,
): number {
  let end = at + 1;
  while (end < high && end - at < longest) {
    const before = tokens[end - 1]!;
    const token = tokens[end]!;
    if (before.possessive || token.quote !== before.quote) break;
    if (token.kind === 'word' && token.capital && token.spaced) {
      end += 1;
      continue;
    }
    const joined = joining(tokens, at, end, high, language, gazetteer);
    if (joined === 0) break;
    end += joined;
  }
  return Math.min(end, high);
}

/** How many tokens from `end` on join what stands before with a capitalised word after them, that word included; 0 for none. */
function joining(
  tokens: readonly Token[],
  at: number,
  end: number,
  high: number,
  language: Language,
  gazetteer: Gazetteer,
): number {
  const token = tokens[end]!;
  const before = tokens[end - 1]!;
  const capitalAt = (index: number) => {
    const next = tokens[index];
    return index < high && next !== undefined && next.kind === 'word' && next.capital && next.quote === token.quote;
  };
  if (token.text === '&' && capitalAt(end + 1)) return 2;
  if (token.kind !== 'word') return 0;
  if (language.nameParticles.has(token.norm)) {
    // subtle: "Anna y Pedro" would be two, so what is a word by itself joins only inside a longer name.
    if (capitalAt(end + 1)) return 2;
    if (language.nameParticles.has(tokens[end + 1]?.norm ?? '') && capitalAt(end + 2)) return 3;
  }
  const skip = tokens[end + 1]?.norm === 'the' && !tokens[end + 1]!.capital ? 2 : 1;
  if (!capitalAt(end + skip)) return 0;
  const isOrganisation = language.organisationHeads.has(before.norm);
  // "Agreement on Consular Protection", "Treaty of Lorn": one name, though nobody's.
  const isThing = before.capital && language.thingHeads.has(before.norm) && !language.givenNames.has(before.norm);
  const inside = tokens
    .slice(at, end)
    .some(({ norm }, index, run) => /^(?:of|for|on)$/u.test(norm) && isHead(run[index - 1]?.norm ?? '', language));
  switch (token.norm) {
    case 'of':
      return inside ||
        isThing ||
        isOrganisation ||
        language.placeHeads.has(before.norm) ||
        language.roleHeads.has(before.norm) ||
        ofHeads.test(before.norm)
        ? skip + 1
        : 0;
    case 'for':
      return isOrganisation ||
        /^(?:minister|secretary|commissioner|office|campaigners|scientists|doctors|mothers)$/u.test(before.norm)
        ? skip + 1
        : 0;
    case 'on':
      return isThing ||
        (isOrganisation && /^(?:committee|commission|council|panel|subcommittee|tribunal|inquiry)$/u.test(before.norm))
        ? skip + 1
        : 0;
    case 'and': {
      if (skip === 2) return 0;
      const next = tokens[end + 1]!;
      if (gazetteer.at(tokens, end + 1, high) !== null || language.givenNames.has(next.norm)) return 0;
      if (inside && !isHead(next.norm, language) && !language.honorifics.has(next.norm)) return 2;
      const later = tokens[end + 2];
      const both =
        end - at <= 2 &&
        (language.commonWords.has(before.norm) || language.roleModifiers.has(before.norm)) &&
        later?.kind === 'word' &&
        later.capital &&
        language.organisationHeads.has(later.norm);
      return both && !before.initial ? 3 : 0;
    }
    default:
      return 0;
  }
}

function isHead(norm: string, language: Language): boolean {
  return language.organisationHeads.has(norm) || language.roleHeads.has(norm);
}
