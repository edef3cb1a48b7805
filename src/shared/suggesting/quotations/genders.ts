import type { Scene } from '../text/scene';

/** How many tokens behind a name a pronoun may stand. */
const reach = 40;

/**
 * Whether people are "he" or "she", from the first pronoun behind their names in a sentence that names nobody else before it. Only
 * where all such sentences agree, and only for those of whom nothing else says it.
 */
export function learnGenders(scene: Scene): void {
  const { tokens, sentences } = scene.reading;
  const votes = new Map<number, Set<'m' | 'f'>>();
  for (const [index, { to }] of sentences.entries()) {
    const people = scene
      .inSentence(index)
      .filter(({ group, mention }) => group.kind === 'person' && tokens[mention.from]!.quote === -1);
    const [only, other] = people;
    if (only === undefined || only.group.gender !== null) continue;
    const limit = Math.min(to, only.mention.to + reach, other?.mention.from ?? to);
    for (let at = only.mention.to; at < limit; at++) {
      if (tokens[at]!.quote !== -1) continue;
      const gender = pronouns.get(tokens[at]!.norm);
      if (gender === undefined) continue;
      const known = votes.get(only.group.index) ?? new Set();
      votes.set(only.group.index, known.add(gender));
      break;
    }
  }
  for (const group of scene.book.groups) {
    const [gender, other] = votes.get(group.index) ?? [];
    if (group.gender === null && gender !== undefined && other === undefined) group.gender = gender;
  }
}

const pronouns: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ['he', 'm'],
  ['his', 'm'],
  ['she', 'f'],
  ['her', 'f'],
]);
