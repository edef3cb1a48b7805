import type { PositionManner, PositionStance } from '../../domain/claims';
import type {
  SuggestedQuotation,
  SuggestedSpeaker,
  SuggestedStatement,
  SuggestedVerb,
  VerbClass,
} from '../../domain/suggestions';
import { keyOf } from '../keys';
import type { Scene } from '../text/scene';
import { learnGenders } from './genders';
import { resolve } from './phrases';
import { findStatements, type Statement } from './statements';
import { findTurns, type Turn } from './turns';
import { findUtterances, type Utterance } from './utterances';

const stances: Record<VerbClass, PositionStance> = {
  asserts: 'asserts',
  claims: 'asserts',
  confirms: 'confirms',
  denies: 'denies',
  declines: 'declines',
  retracts: 'retracts',
};

/** Direct quotations and indirect statements with their speakers, in order of the text. */
export function findSpeech(
  scene: Scene,
  actorKey: (index: number) => string | null,
): { quotations: SuggestedQuotation[]; statements: SuggestedStatement[] } {
  learnGenders(scene);
  const utterances = findUtterances(scene);
  const quotations = utterances.map((utterance) => quotationOf(scene, utterance, actorKey));
  for (const turn of findTurns(scene)) {
    const quotation = spokenTurn(scene, turn, actorKey);
    const isInside = quotations.some(({ start, end }) => start <= quotation.start && end >= quotation.end);
    if (!isInside) quotations.push(quotation);
  }
  quotations.sort((a, b) => a.start - b.start);
  const statements = findStatements(scene, utterances).map((statement) => statementOf(scene, statement, actorKey));
  return { quotations, statements };
}

function spokenTurn(scene: Scene, turn: Turn, actorKey: (index: number) => string | null): SuggestedQuotation {
  const { parts, label, group, reason } = turn;
  const text = parts.map(({ start, end }) => scene.reading.text.slice(start, end)).join(' ');
  return {
    key: keyOf('quotation', text),
    start: parts[0]!.start,
    end: parts.at(-1)!.end,
    parts,
    text,
    speaker: {
      name: group?.name ?? label?.text ?? '',
      actorKey: group === null ? null : actorKey(group.index),
      ambiguousWith: [],
      ...(label && place(scene, label.from, label.to)),
    },
    verb: null,
    stance: 'asserts',
    manner: 'held',
    confidence: group === null ? 0.6 : label === null ? 0.7 : 0.85,
    reason,
  };
}

function quotationOf(
  scene: Scene,
  utterance: Utterance,
  actorKey: (index: number) => string | null,
): SuggestedQuotation {
  const { text } = scene.reading;
  const { parts } = utterance;
  const words = parts.map(({ start, end }) => text.slice(start, end)).join(' ');
  return {
    key: keyOf('quotation', words),
    start: parts[0]!.start,
    end: parts.at(-1)!.end,
    parts,
    text: words,
    ...spoken(scene, utterance, actorKey),
  };
}

function statementOf(
  scene: Scene,
  statement: Statement,
  actorKey: (index: number) => string | null,
): SuggestedStatement {
  const { start, end } = statement;
  const text = scene.reading.text.slice(start, end);
  return { key: keyOf('statement', text), start, end, text, ...spoken(scene, statement, actorKey) };
}

function spoken(scene: Scene, said: Utterance | Statement, actorKey: (index: number) => string | null) {
  const { attribution, group, ambiguous, confidence, reason } = said;
  let speaker: SuggestedSpeaker | null = null;
  let verb: SuggestedVerb | null = null;
  if (attribution !== null) {
    const { from, to } = attribution.subject;
    speaker = {
      name: group?.name ?? commonName(scene, from, to, attribution.verb?.at ?? to),
      actorKey: group === null ? null : actorKey(group.index),
      ambiguousWith: ambiguous.filter((other) => other !== group).map(({ name }) => name),
      ...place(scene, from, to),
    };
    if (attribution.verb !== null) {
      const { at, class: kind } = attribution.verb;
      verb = { ...place(scene, at, at + 1), text: scene.words(at, at + 1), class: kind };
    }
  } else if (group !== null) {
    speaker = { name: group.name, actorKey: actorKey(group.index), ambiguousWith: [] };
  }
  const stance: PositionStance = stances[verb?.class ?? 'asserts'];
  return {
    speaker,
    verb,
    stance,
    manner: mannerOf(scene, said),
    confidence: Math.round(confidence * 100) / 100,
    reason,
  };
}

/** "a spokesman for the ministry": somebody unnamed as the text calls them, without the article. */
function commonName(scene: Scene, from: number, to: number, verb: number): string {
  const { tokens } = scene.reading;
  let end = to;
  if (verb > to && verb - to <= 8 && /^(?:of|for|from|at|in|with)$/u.test(scene.norm(to))) {
    while (end < verb && tokens[end]!.kind === 'word' && !scene.language.auxiliaries.has(tokens[end]!.norm)) end += 1;
  }
  // A pronoun behind it speaks for it: the verb stands elsewhere.
  if (end === to && (verb < from || verb - to > 8) && /^(?:of|for|from|at|with)$/u.test(scene.norm(to)))
    end = Math.max(end, ownedBy(scene, to + 1));
  const words = scene.words(from, end).replace(/^(?:the|an?)\s+/iu, '');
  if (scene.norm(from) === 'the' && end === to && to - from === 2) {
    const earlier = introducedAs(scene, from, scene.norm(to - 1));
    if (earlier !== null) return earlier;
  }
  const owned = /^(?:his|her|its|their) (.+)$/iu.exec(words);
  if (owned === null) return words;
  // "its director": whose is said, where it is known.
  const stand = { his: 'he', her: 'she', its: 'it', their: 'they' }[scene.norm(from)] ?? '';
  const owner = resolve(scene, { from, to: from + 1, type: 'pronoun', group: null }, null, stand);
  return owner === null ? words : `${owner.name}’s ${owned[1]}`;
}

/** How somebody unnamed was called before: "the spokesman" after "A spokesman for the ministry". */
function introducedAs(scene: Scene, before: number, head: string): string | null {
  const { tokens } = scene.reading;
  for (let at = before - 1; at >= Math.max(0, before - 150); at--) {
    if (tokens[at]!.norm !== head || tokens[at]!.quote !== -1) continue;
    let from = at;
    while (from > 0 && at - from < 6 && tokens[from - 1]!.kind === 'word') {
      from -= 1;
      if (/^(?:an?|one|another)$/u.test(scene.norm(from))) break;
    }
    if (!/^(?:an?|one|another)$/u.test(scene.norm(from))) return null;
    const owner = /^(?:for|of|from|at|with)$/u.test(scene.norm(at + 1)) ? ownedBy(scene, at + 2) : -1;
    const end = owner === -1 ? at + 1 : owner;
    if (end - from <= 2) return null;
    return scene.words(from, end).replace(/^an?\s+/iu, '');
  }
  return null;
}

/** End of the name or body that begins at a token, "the" left out; -1 if none does. */
function ownedBy(scene: Scene, at: number): number {
  const first = scene.norm(at) === 'the' ? at + 1 : at;
  const named = scene.covering(first);
  if (named === undefined) return scene.language.bodyHeads.has(scene.norm(first)) ? first + 1 : -1;
  let end = named.mention.to;
  const next = scene.covering(end);
  if (named.mention.form === 'adjective' && next?.mention.from === end) end = next.mention.to;
  return end;
}

/** Reported where the words come through somebody who is not the speaker. */
function mannerOf(scene: Scene, { attribution, sentence }: Utterance | Statement): PositionManner {
  if (attribution === null) return 'held';
  if (attribution.reported) return 'reported';
  const { from, to } = scene.reading.sentences[sentence]!;
  const { subject, verb } = attribution;
  const near = scene.words(
    Math.max(from, Math.min(subject.from, verb?.at ?? subject.from) - 6),
    Math.min(to, Math.max(subject.to, verb?.at ?? 0) + 4),
  );
  return scene.language.hearsay.test(near) ? 'reported' : 'held';
}

function place({ reading: { tokens } }: Scene, from: number, to: number): { start: number; end: number } {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}
