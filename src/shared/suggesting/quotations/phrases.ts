import type { Group } from '../actors/book';
import type { Scene } from '../text/scene';
import type { Token } from '../text/tokens';

/** Somebody who can be the subject of a verb of saying: a named actor, a pronoun, or a role or body in common words. */
export interface Subject {
  from: number;
  to: number;
  type: 'named' | 'pronoun' | 'common' | 'document';
  group: Group | null;
}

const pronoun = /^(?:he|she|they|it|who|i|we)$/u;
const determiner =
  /^(?:the|a|an|this|that|one|another|his|her|its|their|our|my|some|several|many|two|three|four|five|both|other|no|unnamed|anonymous|senior|local|these|those)$/u;
const documents =
  /^(?:statement|report|letter|communique|communiqué|note|announcement|post|message|memo|memorandum|document|article|text|release|declaration|bulletin|telegram|diary|resolution|verdict|ruling|judgment|leaflet|notice|editorial|study|paper|submission|cable|dispatch|despatch|channel|account|website|feed|headline|minute|entry)$/u;
const people =
  /^(?:officials?|diplomats?|sources?|witnesses|residents?|villagers?|doctors|lawyers?|relatives|spokesmen|analysts?|experts?|observers|critics|activists?|ministers?|lawmakers|historians?|farmers?|traders?|sailors?|soldiers?|engineers?|inspectors?|judges?|prosecutors?|organisers|organizers|protesters|workers|neighbours?|neighbors?|passengers?|survivors?|investigators?|authorities|leaders?|commanders?|officers?|man|woman|men|women|boy|girl|people|mother|father|brother|sister|wife|husband|widow|son|daughter|crew|union|court|company|party|group|opposition|agency|newspaper|paper|channel|office|judge|driver|employees?|colleagues?|aides?|person|student|students|teacher|teachers|nurse|nurses|captain|mayor|priest|voter|voters|reader|readers|member|members)$/u;

/** The subject phrases within a range of tokens outside quotations, from left to right. */
export function subjectsIn(scene: Scene, from: number, to: number): Subject[] {
  const { tokens } = scene.reading;
  const subjects: Subject[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    const named = scene.covering(at);
    if (named !== undefined && named.mention.from === at && named.mention.form !== 'adjective') {
      const end = Math.min(named.mention.to, to);
      // "a Home Office spokesman": the body only says whose he is.
      if (isOwnerOf(scene, named.mention.from, end, to)) {
        at = end - 1;
        continue;
      }
      const ambiguous = scene.book.ambiguous.get(at);
      subjects.push({ from: at, to: end, type: 'named', group: ambiguous === undefined ? named.group : null });
      at = end - 1;
      continue;
    }
    if (scene.book.ambiguous.has(at)) {
      subjects.push({ from: at, to: at + 1, type: 'named', group: null });
      continue;
    }
    if (token.kind !== 'word') continue;
    if (pronoun.test(token.norm) && (!token.capital || token.initial || token.norm === 'i')) {
      subjects.push({ from: at, to: at + 1, type: 'pronoun', group: null });
      continue;
    }
    const some = someOf(scene, at, to);
    if (some > at) {
      subjects.push({ from: at, to: some, type: 'common', group: null });
      at = some - 1;
      continue;
    }
    if (isCommonHead(token, scene) || isAnybody(scene, at, from)) {
      const next = tokens[at + 1];
      // A title: the name right behind it is the subject.
      if (next !== undefined && at + 1 < to && scene.covering(at + 1)?.mention.from === at + 1 && !token.possessive)
        continue;
      if (isTitleOf(scene, at, to)) continue;
      if (next !== undefined && at + 1 < to && isCommonHead(next, scene) && !token.possessive) continue;
      let start = at;
      while (start > from && at - start < 6 && isPhraseWord(tokens[start - 1]!, scene, start - 1)) {
        // "said that officials had": no determiner there.
        if (tokens[start - 1]!.norm === 'that' && (/s$/u.test(token.norm) || start - 1 > from)) {
          if (/s$/u.test(token.norm) || scene.language.thatVerbs.has(scene.norm(start - 2))) break;
        }
        start -= 1;
        if (determiner.test(tokens[start]!.norm)) break;
      }
      // "a 31-year-old teacher"
      if (start - 2 >= from && tokens[start - 1]!.text === '-' && tokens[start - 2]!.kind === 'number') start -= 2;
      subjects.push({ from: start, to: at + 1, type: documents.test(token.norm) ? 'document' : 'common', group: null });
    }
  }
  return subjects;
}

/** "a pal added", "said the plumber": any noun that a determiner leads and a verb of saying stands right beside. */
function isAnybody(scene: Scene, at: number, low: number): boolean {
  const { tokens } = scene.reading;
  const { language } = scene;
  const token = tokens[at]!;
  const noun = ({ kind, capital, norm, possessive }: Token) =>
    kind === 'word' && !capital && !possessive && !language.functionWords.has(norm) && !language.speechVerbs.has(norm);
  if (!noun(token) || /(?:ed|ing|ly)$/u.test(token.norm)) return false;
  let start = at - 1;
  while (start >= low && at - start < 4 && noun(tokens[start]!)) start -= 1;
  if (start < low || !/^(?:an?|the|one|another|his|her)$/u.test(tokens[start]!.norm)) return false;
  if (language.thatVerbs.has(scene.norm(at + 1)) && !language.looseVerbs.has(scene.norm(at + 1)))
    return !isGoverned(scene, start);
  const next = tokens[at + 1];
  const closed = next === undefined || next.kind === 'mark' || /^(?:who|at|in|from|of|on)$/u.test(next.norm);
  return closed && /^(?:said|says)$/u.test(scene.norm(start - 1));
}

/** Where "one of them", or "another" right before its verb, ends; -1 for what is no subject. */
function someOf(scene: Scene, at: number, to: number): number {
  if (!/^(?:one|some|many|most|several|another|others|both|two|three)$/u.test(scene.norm(at))) return -1;
  if (scene.norm(at + 1) === 'of' && /^(?:them|those|these)$/u.test(scene.norm(at + 2))) return Math.min(at + 3, to);
  // "one of its authors said"
  if (scene.norm(at + 1) === 'of' && /^(?:its|his|her|their|the)$/u.test(scene.norm(at + 2))) {
    for (let end = at + 4; end <= Math.min(at + 6, to); end++)
      if (scene.language.thatVerbs.has(scene.norm(end))) return end;
  }
  return scene.language.thatVerbs.has(scene.norm(at + 1)) ? at + 1 : -1;
}

/** Whether a body or a state stands right before the role of somebody unnamed: "a Home Office spokesman", "a U.N. official". */
function isOwnerOf(scene: Scene, from: number, end: number, to: number): boolean {
  const { tokens } = scene.reading;
  const head = tokens[end];
  if (head === undefined || end >= to || tokens[end - 1]!.possessive || head.capital || head.kind !== 'word')
    return false;
  if (scene.covering(from)!.group.kind === 'person' || scene.covering(end) !== undefined) return false;
  let at = end;
  while (at < Math.min(to, end + 3) && scene.language.roleModifiers.has(tokens[at]!.norm) && !tokens[at]!.capital)
    at += 1;
  const role = tokens[at];
  if (role === undefined || at >= to || role.capital || !staff(role, scene)) return false;
  return scene.covering(at + 1)?.mention.from !== at + 1 || scene.covering(at + 1)?.group.kind !== 'person';
}

function staff(token: Token, { language }: Scene): boolean {
  const singular = token.norm.replace(/s$/u, '');
  return language.roleHeads.has(token.norm) || language.roleHeads.has(singular) || people.test(token.norm);
}

/** "Secretary of State Antony Blinken": the office goes on, and then comes whose it is. */
function isTitleOf(scene: Scene, at: number, to: number): boolean {
  const { tokens } = scene.reading;
  if (!/^(?:of|for)$/u.test(scene.norm(at + 1))) return false;
  let next = at + 2;
  while (next < Math.min(to, at + 7) && scene.covering(next) === undefined && tokens[next]!.kind === 'word') {
    if (!tokens[next]!.capital && !/^(?:the|and|of)$/u.test(tokens[next]!.norm)) return false;
    next += 1;
  }
  return next < to && next > at + 2 && scene.covering(next)?.group.kind === 'person';
}

function isCommonHead(token: Token, { language }: Scene): boolean {
  if (token.kind !== 'word') return false;
  const { norm } = token;
  return language.roleHeads.has(norm) || language.bodyHeads.has(norm) || documents.test(norm) || people.test(norm);
}

function isPhraseWord(token: Token, scene: Scene, at: number): boolean {
  if (token.kind !== 'word') return false;
  if (token.possessive) return scene.covering(at) !== undefined;
  if (determiner.test(token.norm)) return true;
  const named = scene.covering(at);
  if (named !== undefined)
    return (
      named.mention.form === 'adjective' || isOwnerOf(scene, named.mention.from, named.mention.to, named.mention.to + 4)
    );
  const { language } = scene;
  if (
    language.functionWords.has(token.norm) ||
    language.speechVerbs.has(token.norm) ||
    language.irregularVerbs.has(token.norm)
  )
    return false;
  return (
    !/^(?:of|in|on|at|to|for|with|from|by|and|or|but)$/u.test(token.norm) &&
    !/ed$/u.test(token.norm) &&
    token.norm !== ''
  );
}

/** What one calls somebody who was named just before. */
const anybody =
  /^(?:witness|defendant|accused|suspect|author|researcher|veteran|pensioner|plaintiff|survivor|writer)$/u;

/**
 * The unnamed person whom a pronoun means: the speaker of the sentence before, or whom it is about where it names nobody
 * ("A ministry official was asked. “No,” he said.").
 */
export function unnamedBefore(scene: Scene, subject: Subject): Subject | null {
  if (subject.type !== 'pronoun' || !/^(?:he|she|they)$/u.test(scene.norm(subject.from))) return null;
  const { sentences, sentenceOf, tokens } = scene.reading;
  const own = sentenceOf[subject.from]!;
  const isPerson = ({ group, mention }: { group: Group; mention: { from: number } }) =>
    group.kind === 'person' && tokens[mention.from]!.quote === -1 && mention.from < subject.from;
  if (scene.inSentence(own).some(isPerson)) return null;
  const plural = scene.norm(subject.from) === 'they';
  // "… an engineer. He was honest. He said": a sentence that only goes on about the same one does not end it.
  for (let at = own - 1; at >= own - 2; at--) {
    const before = sentences[at];
    if (before === undefined || before.block !== sentences[own]!.block) return null;
    if (scene.inSentence(at).some(isPerson)) return null;
    const fitting = subjectsIn(scene, before.from, Math.min(before.to, before.from + 80)).filter(
      (one) =>
        one.type === 'common' &&
        tokens[one.from]!.quote === -1 &&
        determiner.test(scene.norm(one.from)) &&
        !/^(?:word|term|title|name)$/u.test(scene.norm(one.to - 2)) &&
        /s$/u.test(scene.norm(one.to - 1)) === plural &&
        staff(tokens[one.to - 1]!, scene),
    );
    const found =
      fitting.find((one) => !isGoverned(scene, one.from)) ??
      // "I spoke with the captain."
      fitting.find((one) => /^(?:with|to)$/u.test(scene.norm(one.from - 1)));
    if (found !== undefined) return found;
    if (scene.norm(before.from) !== scene.norm(subject.from)) return null;
  }
  return null;
}

/** Who a pronoun or a role in common words means: the latest actor before it that fits. */
export function resolve(
  scene: Scene,
  subject: Subject,
  speaking: { group: Group; at: number } | null,
  pronounAs?: string,
): Group | null {
  const { tokens, sentenceOf } = scene.reading;
  if (subject.group !== null) return subject.group;
  const head = tokens[subject.to - 1]!;
  const sentence = sentenceOf[subject.from]!;
  if (subject.type === 'pronoun') {
    // "Her last entry … it reads": the words are those of whoever wrote it.
    if (head.norm === 'it' && /^reads?$/u.test(scene.norm(subject.to))) {
      const own = latest(scene, subject.from, sentence, ({ kind }) => kind === 'person', null, 1);
      return own ?? latest(scene, subject.from, sentence, ({ kind }) => kind === 'person', speaking);
    }
    const word = pronounAs ?? head.norm;
    switch (word) {
      case 'he':
      case 'she': {
        const gender = word === 'he' ? 'm' : 'f';
        const fits = (group: Group) => group.kind === 'person' && (group.gender === null || group.gender === gender);
        return latest(scene, subject.from, sentence, fits, speaking, 20);
      }
      case 'it':
        return latest(scene, subject.from, sentence, ({ kind }) => kind !== 'person' && kind !== 'place', speaking);
      case 'they':
        return latest(
          scene,
          subject.from,
          sentence,
          ({ kind }) => kind === 'group' || kind === 'organisation',
          speaking,
        );
      case 'who':
        return scene.covering(subject.from - 1)?.group ?? scene.covering(subject.from - 2)?.group ?? null;
      default:
        return null;
    }
  }
  const first = tokens[subject.from]!.norm;
  // "the witness said": whoever the sentence, or the one before, is about.
  if (first === 'the' && subject.to - subject.from === 2 && anybody.test(head.norm)) {
    const named = latest(scene, subject.from, sentence, ({ kind }) => kind === 'person', speaking, 1);
    if (named !== null) return named;
  }
  const alone = subject.to - subject.from === 1;
  if (/^(?:a|an|one|another|some|several|two|three|his|her|its|their|no|unnamed|anonymous|many|senior)$/u.test(first))
    return null;
  if (alone && !head.capital && first !== 'the') return null;
  if (/s$/u.test(head.norm) && !scene.language.bodyHeads.has(head.norm)) return null;
  const modifiers = tokens
    .slice(subject.from, subject.to - 1)
    .map(({ norm }) => norm)
    .filter((norm) => norm !== 'the');
  const fitting = scene.book.groups.filter(
    (group) => group.mentions.length > 0 && group.heads.has(head.norm) && group.kind !== 'state',
  );
  const closer = fitting.filter(({ roles, name }) => {
    const words = [name, ...roles.map(({ title, organisation }) => `${title} ${organisation}`)].join(' ').toLowerCase();
    return modifiers.every((modifier) => words.includes(modifier));
  });
  // "the representative of Kestria" is not the one of Norland.
  const joint = /^(?:of|for|from)$/u.test(scene.norm(subject.to)) ? subject.to + 1 : -1;
  const owner = joint === -1 ? undefined : (scene.covering(joint) ?? scene.covering(joint + 1));
  if (owner !== undefined && owner.group.kind !== 'place' && owner.group.kind !== 'person') {
    const { name } = owner.group;
    const theirs = fitting.filter(
      (group) =>
        group.owner === name ||
        group.roles.some(({ title, organisation }) => `${title} ${organisation}`.includes(name)),
    );
    return theirs.length === 1 ? theirs[0]! : null;
  }
  const pool = new Set(closer.length > 0 ? closer : modifiers.length <= 1 ? fitting : []);
  if (pool.size === 0) return null;
  if (pool.size === 1) return [...pool][0]!;
  return latest(scene, subject.from, sentence, (group) => pool.has(group), speaking, 1000);
}

function latest(
  scene: Scene,
  before: number,
  sentence: number,
  fits: (group: Group) => boolean,
  speaking: { group: Group; at: number } | null,
  reach = 8,
): Group | null {
  const { tokens, sentences } = scene.reading;
  // Not those named inside quotations, nor the labels of a transcript.
  const outside = ({ mention }: { mention: { from: number; to: number } }) =>
    tokens[mention.from]!.quote === -1 && !(tokens[mention.to]?.text === ':' && tokens[mention.from]!.initial);
  const own = scene
    .inSentence(sentence)
    .filter((named) => named.mention.from < before && fits(named.group) && outside(named));
  const nearest =
    own.findLast(({ mention }) => mention.form !== 'adjective' && !tokens[mention.to - 1]!.possessive) ?? own.at(-1);
  if (nearest !== undefined) return nearest.group;
  // Whoever spoke in the sentence before goes on.
  if (
    speaking !== null &&
    fits(speaking.group) &&
    sentence - speaking.at <= 2 &&
    sentences[speaking.at]!.block === sentences[sentence]!.block
  ) {
    return speaking.group;
  }
  for (let at = sentence - 1; at >= Math.max(0, sentence - reach); at--) {
    const named = scene
      .inSentence(at)
      .filter((item) => fits(item.group) && outside(item) && item.mention.form !== 'adjective');
    const subject = named.find(({ mention }) => isSubject(scene, mention.from, mention.to)) ?? named[0];
    if (subject !== undefined) return subject.group;
    if (speaking !== null && speaking.at === at && fits(speaking.group)) return speaking.group;
  }
  return null;
}

/** Whether a phrase looks like the subject of its clause: no preposition before it, no possessive. */
export function isSubject(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene.reading;
  if (tokens[to - 1]!.possessive) return false;
  return !isGoverned(scene, from);
}

/** Whether a preposition governs the phrase that begins here. */
export function isGoverned({ reading: { tokens }, language }: Scene, from: number): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
    const token = tokens[at]!;
    if (token.kind !== 'word') return false;
    if (
      /^(?:of|in|on|at|to|for|with|from|about|against|near|into|over|under|between|after|before|since|during|through|toward|towards|without|within|outside|inside|than|like|via)$/u.test(
        token.norm,
      )
    )
      return true;
    const own =
      language.roleModifiers.has(token.norm) ||
      language.roleHeads.has(token.norm) ||
      /^(?:the|a|an|mr|mrs|ms|dr)$/u.test(token.norm) ||
      token.capital;
    if (!own) return false;
  }
  return false;
}

/** Whether a word names something written: a statement, a letter. */
export const isDocument = (norm: string) => documents.test(norm);

export { determiner };
