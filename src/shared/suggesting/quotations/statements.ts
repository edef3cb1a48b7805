import type { Scene } from '../text/scene';
import { accordingTo, bestSubject, type Attribution } from './attribution';
import { assign, type Utterance } from './utterances';

/** What somebody is said to have said, without the words: a range of text with who and how. */
export type Statement = Omit<Utterance, 'parts'> & { start: number; end: number };

const beginsClause = /^(?:it|he|she|they|there|the|no|a|an|its|his|her|their|all|both|any|some|most|two|three|four)$/u;
const denies =
  /^(?:denied|denies|rejected|rejects|dismissed|dismisses|disputed|disputes|confirmed|confirms|retracted|retracts|recanted|withdrew|admitted|admits|acknowledged|acknowledges)$/u;

/** Indirect speech outside quotations: "said that …", "denied …", "declined to comment", "according to …". */
export function findStatements(scene: Scene, utterances: readonly Utterance[]): Statement[] {
  const { tokens, sentences } = scene.reading;
  const { language } = scene;
  const used = new Set(utterances.map(({ attribution }) => attribution?.verb?.at));
  const statements: Statement[] = [];
  for (const [sentence, { from, to, titled }] of sentences.entries()) {
    if (titled) continue;
    const according = accordingTo(scene, from, to, to);
    if (according !== null && !used.has(according.verb!.at) && tokens[according.verb!.at]!.quote === -1) {
      add(statements, scene, sentence, according, from, to);
      continue;
    }
    for (let at = from + 1; at < to; at++) {
      const token = tokens[at]!;
      if (token.quote !== -1 || token.capital || used.has(at) || scene.covering(at) !== undefined) continue;
      const kind = language.speechVerbs.get(token.norm);
      if (kind === undefined || /^(?:the|a|an|this|that|its|his|her|their|of|no|to)$/u.test(tokens[at - 1]!.norm))
        continue;
      const content = contentAfter(scene, at, to);
      if (content === null) continue;
      const subject = bestSubject(scene, from, at);
      if (subject === null || (subject.type === 'common' && tokens[subject.from]!.norm === 'that')) continue;
      const attribution: Attribution = {
        subject,
        verb: { at, class: kind },
        how: 'verb',
        confidence: 0.75,
        reported: false,
      };
      add(statements, scene, sentence, attribution, content, subordinateEnd(scene, from, content, to));
      break;
    }
  }
  return statements;
}

/** "Although they denied it, …": the main clause is not what was said. */
function subordinateEnd(scene: Scene, from: number, content: number, to: number): number {
  if (!/^(?:although|though|while|whereas|after|when|because|since|if|despite)$/u.test(scene.norm(from))) return to;
  for (let at = content; at < to; at++) if (scene.reading.tokens[at]!.text === ',') return at;
  return to;
}

/** Where what is said begins behind a verb; null if nothing is said there. */
function contentAfter(scene: Scene, verb: number, to: number): number | null {
  const { tokens } = scene.reading;
  const { language } = scene;
  const { norm } = tokens[verb]!;
  const kind = language.speechVerbs.get(norm);
  let at = verb + 1;
  if (kind === 'declines')
    return scene.norm(at) === 'to' &&
      /^(?:comment|say|confirm|answer|discuss|elaborate|give|name|respond|speak|explain)$/u.test(scene.norm(at + 1))
      ? at
      : null;
  // "told reporters that", "informed him that", "said on Tuesday that"
  for (let i = at; i < Math.min(to, at + 8); i++) {
    if (tokens[i]!.quote !== -1) return null;
    if (tokens[i]!.norm === 'that')
      return language.thatVerbs.has(norm) || norm === 'warning' || norm === 'saying' ? i + 1 : null;
    if (tokens[i]!.kind === 'mark') break;
  }
  if (denies.test(norm)) return at < to && tokens[at]!.kind === 'word' ? at : null;
  if (!/^(?:said|says|claimed|claims|argued|insisted|believes|announced|alleged|admitted|warned)$/u.test(norm))
    return null;
  if (at < to && (beginsClause.test(scene.norm(at)) || (tokens[at]!.capital && scene.covering(at) !== undefined)))
    return at;
  if (/^(?:on|last|this|in)$/u.test(scene.norm(at))) {
    for (at += 1; at < Math.min(to, verb + 6); at++)
      if (beginsClause.test(scene.norm(at)) && scene.norm(at - 1) !== 'in' && scene.norm(at - 1) !== 'on') return at;
  }
  return null;
}

function add(
  statements: Statement[],
  scene: Scene,
  sentence: number,
  attribution: Attribution,
  from: number,
  to: number,
): void {
  const { tokens } = scene.reading;
  let end = to;
  while (end > from && tokens[end - 1]!.kind === 'mark' && !/^["”’'»)]$/u.test(tokens[end - 1]!.text)) end -= 1;
  if (end - from < 2) return;
  const statement: Statement = {
    start: tokens[from]!.start,
    end: tokens[end - 1]!.end,
    sentence,
    attribution: null,
    group: null,
    ambiguous: [],
    confidence: 0,
    reason: '',
  };
  assign(scene, statement, attribution, null);
  statements.push(statement);
}
