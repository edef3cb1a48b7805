import type { Group } from '../actors/book';
import type { Scene } from '../text/scene';
import { findAnswers } from './answers';
import { initialled, interviewed } from './people';

/** One speech of a transcript or an interview: its paragraphs, and whose it is. */
export interface Turn {
  parts: { start: number; end: number }[];
  /** Who is named before the colon; null for answers that no label marks. */
  label: { from: number; to: number; text: string } | null;
  group: Group | null;
  reason: string;
}
interface Labelled {
  start: number;
  end: number;
  block: number;
  label: { from: number; to: number; text: string };
  group: Group | null;
  asks: boolean;
  key: string;
}

const longestLabel = 14;
const asking = /^(?:q|question|interviewer|moderator|host|questioner|reporter|journalist)$/u;
const answering = /^(?:a|answer)$/u;

/**
 * The speeches of interviews and parliamentary records: paragraphs that begin with a name and a colon, where at least three do,
 * or else answers to questions that stand by themselves. Labels that only ask are the interviewer's and are left out.
 */
export function findTurns(scene: Scene): Turn[] {
  const labelled = findLabelled(scene);
  return labelled.length > 0 ? turnsOf(scene, labelled) : findAnswers(scene);
}

/** Every paragraph with a label; none where they are no transcript. */
function findLabelled(scene: Scene): Labelled[] {
  const { ranges, tokens } = scene.reading;
  const turns: Labelled[] = [];
  for (const [block, { from, to }] of ranges.entries()) {
    const begin = afterTimeStamp(scene, from, to);
    const colon = labelEnd(scene, begin, to);
    if (colon === -1 || colon + 3 > to) continue;
    const text = scene.words(begin, colon);
    const first = colon + 1;
    if (tokens[first]!.quote !== -1 && tokens[to - 1]!.quote === tokens[first]!.quote) continue;
    turns.push({
      start: tokens[first]!.start,
      end: tokens[to - 1]!.end,
      block,
      label: { from: begin, to: colon, text },
      group: speakerOf(scene, begin, colon),
      asks: tokens[to - 1]!.text === '?',
      key: text.replace(/\s*\([^)]*\)/gu, '').toLowerCase(),
    });
  }
  return turns.length < 3 ? [] : turns;
}

/** The speeches of those who do not only ask, with the paragraphs that go on without a label. */
function turnsOf(scene: Scene, labelled: readonly Labelled[]): Turn[] {
  const byKey = new Map<string, Labelled[]>();
  for (const turn of labelled) byKey.set(turn.key, [...(byKey.get(turn.key) ?? []), turn]);
  if (byKey.size > labelled.length * 0.8 && labelled.length > 3 && labelled.every(({ group }) => group === null))
    return [];
  const speaks = ({ key, group }: Labelled) => {
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
  };
  return labelled.flatMap((turn, index) => {
    if (!speaks(turn)) return [];
    const { start, end, label, group } = turn;
    const parts = [{ start, end }, ...goesOn(scene, turn.block, labelled[index + 1]?.block ?? -1)];
    return [{ parts, label, group, reason: `“${label.text}:” stands before the words, as in a transcript` }];
  });
}

/** Paragraphs between a speech and the next: the speaker goes on. Not where much stands between, which is then no speech. */
function goesOn(scene: Scene, block: number, next: number): Turn['parts'] {
  const { blocks, ranges, tokens } = scene.reading;
  if (next === -1 || next - block > 6) return [];
  const parts: Turn['parts'] = [];
  for (let at = block + 1; at < next; at++) {
    const { from, to } = ranges[at]!;
    if (blocks[at]!.kind === 'heading' || to <= from || tokens[from]!.quote !== -1) return parts;
    // "(Applause)", "[The tape stops.]"
    if (/^[([]$/u.test(tokens[from]!.text)) return parts;
    parts.push({ start: tokens[from]!.start, end: tokens[to - 1]!.end });
  }
  return parts;
}

/** First token behind "[00:01:20]" or "00:12", by which recordings are written down. */
function afterTimeStamp({ reading: { tokens } }: Scene, from: number, to: number): number {
  let at = from;
  while (at < Math.min(to, from + 9) && /^(?:[[\](:.)]|\d{1,2})$/u.test(tokens[at]!.text)) at += 1;
  return at > from + 2 && at < to ? at : from;
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
  const meant = to - from === 1 ? initialled(people, tokens[from]!.text) : null;
  if (meant !== null) return meant;
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
  return answering.test(tokens[from]!.norm) ? interviewed(people, firstQuestion(scene)) : null;
}
