import type { Language } from '../language';
import type { Reading } from '../text/reading';
import type { Found } from './mentions';

const generic = new Set('of the for and affairs department ministry'.split(' '));
const same = new Map([
  ['internal', 'interior'],
  ['defense', 'defence'],
  ['external', 'foreign'],
  ['organization', 'organisation'],
  ['center', 'centre'],
  ['labor', 'labour'],
  ['harbor', 'harbour'],
]);

/** What a body is whatever the order of its words: "Foreign Ministry" and "Ministry of Foreign Affairs" are one. */
export function bodyKey(words: readonly string[]): string {
  const plain = words.map((word) => same.get(word) ?? word).filter((word) => word !== 'the');
  if (!plain.includes('ministry')) return plain.join(' ');
  return `ministry:${plain
    .filter((word) => !generic.has(word))
    .sort()
    .join(' ')}`;
}

/** Words of a state's body that stand for the state itself. */
export const stateBodies = new Set(
  'government state republic regime authorities administration leadership military side'.split(' '),
);

const topicHeads =
  /^(?:ministry|department|court|bank|office|directorate|agency|council|committee|commission|bureau|authority|inspectorate|coastguard|police|service|services)$/u;

/**
 * Bodies that nobody wrote with capitals: "the Merevian defence ministry", "Velia’s central bank". Only those whose words say
 * which body it is.
 */
export function findLowerBodies(reading: Reading, language: Language, taken: ReadonlyMap<number, Found>): Found[] {
  const { tokens, sentences, sentenceOf } = reading;
  const found: Found[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.capital || !language.bodyHeads.has(token.norm) || !topicHeads.test(token.norm))
      continue;
    const sentence = sentenceOf[index]!;
    const low = sentences[sentence]!.from;
    let from = index;
    while (from > low && isTopic(tokens[from - 1]!, language) && tokens[from - 1]!.quote === token.quote) from -= 1;
    if (tokens[from]!.norm === 'and') from += 1;
    if (from === index) {
      // "the ministry of defence": the topic follows.
      const of = tokens[index + 1];
      let end = index + 2;
      if (of?.norm !== 'of' && of?.norm !== 'for') continue;
      if (tokens[end]?.norm === 'the') end += 1;
      const first = end;
      while (end < tokens.length && sentenceOf[end] === sentence && isTopic(tokens[end]!, language)) end += 1;
      if (tokens[end - 1]?.norm === 'and') end -= 1;
      if (end === first || !/^(?:ministry|department|court)$/u.test(token.norm)) continue;
      found.push(body(reading, from, end, ownerBefore(from, low, taken, reading), sentence));
      continue;
    }
    // subtle: "the national service" and "his new office" are no bodies; a topic must be there.
    if (!tokens.slice(from, index).some(({ norm }) => topics.test(norm))) continue;
    found.push(body(reading, from, index + 1, ownerBefore(from, low, taken, reading), sentence));
  }
  return found;
}

const topics =
  /^(?:foreign|interior|defence|defense|finance|justice|health|education|energy|transport|trade|agriculture|environment|labour|labor|culture|economy|oil|petroleum|home|internal|external|state|intelligence|security|central|supreme|constitutional|high|appeals|criminal|election|electoral|border|coast|customs|tax|fisheries|water|mining|railway|ports|harbour|harbor|emergency|prosecutor's)$/u;

function isTopic(
  token: { kind: string; capital: boolean; norm: string; possessive: boolean },
  language: Language,
): boolean {
  if (token.kind !== 'word' || token.capital || token.possessive) return false;
  return (
    topics.test(token.norm) ||
    token.norm === 'affairs' ||
    token.norm === 'and' ||
    (language.roleModifiers.has(token.norm) &&
      !/^(?:his|her|its|their|our|my|new|former|late|then|current|local|police|government|party|press|united|leading|co)$/u.test(
        token.norm,
      ))
  );
}

function ownerBefore(
  from: number,
  low: number,
  taken: ReadonlyMap<number, Found>,
  { tokens }: Reading,
): string | undefined {
  for (let at = from - 1; at >= low && from - at < 5; at--) {
    const piece = taken.get(at);
    if (piece?.listed === undefined) continue;
    if (piece.to !== from) return undefined;
    if (piece.type === 'adjective' || (piece.type === 'state' && tokens[from - 1]!.possessive))
      return piece.listed.name;
  }
  return undefined;
}

function body({ tokens }: Reading, from: number, to: number, owner: string | undefined, sentence: number): Found {
  return {
    from,
    to,
    type: 'body',
    sentence,
    words: tokens.slice(from, to).map(({ norm }) => norm),
    ...(owner === undefined ? {} : { owner }),
  };
}
