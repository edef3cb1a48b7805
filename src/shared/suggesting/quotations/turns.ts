import type { Group } from '../actors/book';
import type { Scene } from '../text/scene';

/** One speech of a transcript: who is named before the colon, and the words behind it. */
export interface Turn {
  start: number;
  end: number;
  sentence: number;
  label: { from: number; to: number; text: string };
  group: Group | null;
}

const longestLabel = 14;
const asking = /^(?:q|question|interviewer|moderator|host|questioner|reporter|journalist)$/u;
const answering = /^(?:a|answer)$/u;

/**
 * The speeches of interviews and parliamentary records: paragraphs that begin with a name and a colon, where at least three do.
 * Labels that only ask are the interviewer's and are left out.
 */
export function findTurns(scene: Scene): Turn[] {
  const { ranges, tokens, sentenceOf } = scene.reading;
  const turns: (Turn & { asks: boolean; key: string })[] = [];
  for (const { from, to } of ranges) {
    const colon = labelEnd(scene, from, to);
    if (colon === -1 || colon + 3 > to) continue;
    const label = scene.words(from, colon);
    const first = colon + 1;
    if (tokens[first]!.quote !== -1 && tokens[to - 1]!.quote === tokens[first]!.quote) continue;
    const key = label.replace(/\s*\([^)]*\)/gu, '').toLowerCase();
    turns.push({
      start: tokens[first]!.start,
      end: tokens[to - 1]!.end,
      sentence: sentenceOf[first]!,
      label: { from, to: colon, text: label },
      group: speakerOf(scene, from, colon),
      asks: tokens[to - 1]!.text === '?',
      key,
    });
  }
  if (turns.length < 3) return [];
  const byKey = new Map<string, (typeof turns)[number][]>();
  for (const turn of turns) byKey.set(turn.key, [...(byKey.get(turn.key) ?? []), turn]);
  if (byKey.size > turns.length * 0.8 && turns.length > 3 && turns.every(({ group }) => group === null)) return [];
  return turns.filter(({ key, group }) => {
    const own = byKey.get(key)!;
    if (asking.test(key)) return false;
    if (own.filter(({ asks }) => asks).length / own.length > 0.6 && own.length > 1) return false;
    return (
      group !== null ||
      /^(?:mr|mrs|ms|dr|the|sir|dame|prof|lord|lady|rev)\b/u.test(key) ||
      answering.test(key) ||
      /^madam\b/u.test(key) ||
      /\b(?:speaker|president|chair|chairman|chairwoman|chairperson|witness)$/u.test(key) ||
      own.length > 1
    );
  });
}

/** Index of the colon behind a speaker's label at the beginning of a block, or -1. */
function labelEnd({ reading: { tokens }, language }: Scene, from: number, to: number): number {
  let brackets = 0;
  for (let at = from; at < Math.min(to, from + longestLabel); at++) {
    const { text, kind, capital, norm, quote } = tokens[at]!;
    if (quote !== -1) return -1;
    if (text === ':') return at > from && brackets === 0 ? at : -1;
    if (text === '(' || text === '[') brackets += 1;
    else if (text === ')' || text === ']') brackets -= 1;
    else if (brackets === 0) {
      if (kind === 'mark' && text !== '.' && text !== ',' && text !== '*') return -1;
      if (kind === 'word' && !capital && !language.nameParticles.has(norm) && !/^(?:the|of|for|and)$/u.test(norm))
        return -1;
      if (kind === 'number') return -1;
    }
  }
  return -1;
}

/** First token of the first paragraph that is labelled as a question or an answer. */
function firstQuestion({ reading: { ranges, tokens } }: Scene): number {
  for (const { from, to } of ranges) {
    const { norm } = tokens[from] ?? { norm: '' };
    if (to - from > 2 && tokens[from + 1]!.text === ':' && (asking.test(norm) || answering.test(norm))) return from;
  }
  return 0;
}

function speakerOf(scene: Scene, from: number, to: number): Group | null {
  const { tokens } = scene.reading;
  for (let at = from; at < to; at++) {
    const named = scene.covering(at);
    if (
      named !== undefined &&
      named.mention.form !== 'adjective' &&
      named.group.kind !== 'place' &&
      named.group.kind !== 'state'
    )
      return named.group;
  }
  const people = scene.book.groups.filter(({ kind, mentions }) => kind === 'person' && mentions.length > 0);
  for (let at = from; at < to; at++) {
    const { norm, text } = tokens[at]!;
    if (text === '(') break;
    if (norm.length < 3 || scene.language.honorifics.has(norm) || norm === 'the') continue;
    const fitting = people.filter(({ name }) => name.toLowerCase().split(/\s+/u).includes(norm));
    if (fitting.length === 1) return fitting[0]!;
    if (scene.language.roleHeads.has(norm)) {
      const byRole = people.filter(({ heads }) => heads.has(norm));
      if (byRole.length === 1) return byRole[0]!;
    }
  }
  if (answering.test(tokens[from]!.norm) && people.length > 0) {
    // subtle: who is named most before the first question, because answers speak of others.
    const first = firstQuestion(scene);
    const named = ({ mentions }: Group) => mentions.filter(({ from: at }) => at < first).length;
    const introduced = people.filter((person) => named(person) > 0);
    if (introduced.length > 0)
      return introduced.reduce((most, person) => (named(person) > named(most) ? person : most));
    return people.reduce((most, person) => (person.mentions.length > most.mentions.length ? person : most));
  }
  return null;
}
