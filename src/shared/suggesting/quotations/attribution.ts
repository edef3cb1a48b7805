import type { VerbClass } from '../../domain/suggestions';
import type { Scene } from '../text/scene';
import type { Token } from '../text/tokens';
import { determiner, isDocument, isGoverned, subjectsIn, type Subject } from './phrases';

/** Who says it and how, as found around a quotation. */
export interface Attribution {
  subject: Subject;
  verb: { at: number; class: VerbClass } | null;
  how: 'verb' | 'according' | 'colon';
  /** From 0 to 1. */
  confidence: number;
  reported: boolean;
}

/** Verbs that may stand before their subject: "said Brusk". */
const inverting =
  /^(?:said|says|asked|asks|wrote|writes|added|adds|replied|declared|explained|explains|insisted|insists|argued|argues|warned|warns|recalled|recalls|noted|notes|agreed|continued|concluded|joked|announced|claimed|remarked|observed|admitted|shouted|cried|quipped|whispered|murmured|retorted|answered|complained|stated|commented|protested|sighed|laughed|lamented|mused|confirmed|reads|read|tweeted|posted|exclaimed|snapped)$/u;

/** "…, a remark that a source described as": what follows is about the words. */
const remarks =
  /^(?:remark|comment|claim|charge|accusation|statement|move|decision|term|phrase|description|figure|assertion|allegation|reference|line|suggestion|view|warning|promise)$/u;

/** An attribution behind a quotation: `…,” said Brusk`, `…,” the minister told reporters`, `…,” according to the ministry`. */
export function attributionAfter(scene: Scene, from: number, to: number): Attribution | null {
  const { tokens } = scene.reading;
  const { language } = scene;
  let at = from;
  while (at < to && tokens[at]!.kind === 'mark' && /^[,—–\-.…]$/u.test(tokens[at]!.text)) at += 1;
  if (at >= to) return null;
  const by = accordingTo(scene, at, Math.min(to, at + 3), to) ?? signature(scene, at, to);
  if (by !== null) return by;
  const skip = (index: number) => {
    let next = index;
    while (next < to && (language.auxiliaries.has(tokens[next]!.norm) || /ly$/u.test(tokens[next]!.norm))) next += 1;
    return next;
  };
  const first = tokens[at]!;
  if (language.speechVerbs.has(first.norm) && inverting.test(first.norm)) {
    const subject = subjectAfter(scene, at + 1, to);
    if (subject !== null)
      return {
        subject,
        verb: { at, class: language.speechVerbs.get(first.norm)! },
        how: 'verb',
        confidence: 0.95,
        reported: false,
      };
    return null;
  }
  // A subject, perhaps with something in commas behind it, and then the verb.
  const limit = Math.min(to, at + 24);
  let verb = -1;
  for (let i = at; i < limit; i++) {
    const { norm, text } = tokens[i]!;
    if (
      i > at &&
      isSpeechVerb(scene, i) &&
      !/^(?:a|the|an|his|her|its|of|in)$/u.test(tokens[i - 1]!.norm) &&
      scene.covering(i) === undefined
    ) {
      verb = i;
      break;
    }
    if (remarks.test(norm) && i - at <= 3 && /^(?:that|which)$/u.test(scene.norm(i + 1))) return null;
    if (
      text === ';' ||
      text === ':' ||
      (i === at &&
        (norm === 'and' ||
          norm === 'but' ||
          norm === 'that' ||
          norm === 'which' ||
          norm === 'as' ||
          norm === 'because'))
    ) {
      if (norm !== 'as') return null;
    }
  }
  if (verb === -1) return null;
  const subject = bestSubject(scene, at, verb);
  const apposed = subject !== null && tokens[subject.from - 1]!.text === ',';
  if (subject === null || subject.from > skip(at) + (apposed ? 12 : 6)) return null;
  return {
    subject,
    verb: { at: verb, class: language.speechVerbs.get(tokens[verb]!.norm)! },
    how: 'verb',
    confidence: 0.92,
    reported: false,
  };
}

/** Whose name stands behind a dash, and nothing that is said of them: `“…” — Anna Orr, Port Ennis`. */
function signature(scene: Scene, at: number, to: number): Attribution | null {
  const { tokens } = scene.reading;
  const named = scene.covering(at);
  if (!/^[—–-]$/u.test(tokens[at - 1]!.text) || named === undefined || named.mention.from !== at) return null;
  if (named.group.kind === 'place' || tokens.slice(at, to).some((token) => isVerb(token, scene))) return null;
  const subject: Subject = { from: at, to: named.mention.to, type: 'named', group: named.group };
  return { subject, verb: null, how: 'colon', confidence: 0.9, reported: false };
}

/** An attribution before a quotation, in the range of tokens up to it. */
export function attributionBefore(scene: Scene, from: number, to: number): Attribution | null {
  const { tokens } = scene.reading;
  const { language } = scene;
  if (to <= from) return null;
  let end = to;
  const colon = tokens[end - 1]!.text === ':';
  while (end > from && tokens[end - 1]!.kind === 'mark') end -= 1;
  for (let at = end - 1; at >= from; at--) {
    const { norm } = tokens[at]!;
    const kind = language.speechVerbs.get(norm);
    if (kind === undefined || !isSpeechVerb(scene, at) || scene.covering(at) !== undefined || tokens[at]!.capital)
      continue;
    const distance = end - at;
    // "We were told that": whoever told it is not named.
    if (
      /^(?:told|asked|informed|warned|advised|reminded)$/u.test(norm) &&
      /^(?:was|were|been|being|is|are|be)$/u.test(scene.norm(at - 1))
    )
      continue;
    if (language.looseVerbs.has(norm) && distance > 12) continue;
    // "X said that Y had found “…”": the words are X's.
    if (
      /^(?:found|ruled|believed?s?|thought|hoped?|feared?|considered|ordered)$/u.test(norm) &&
      isReportedBy(scene, from, at)
    )
      continue;
    if (
      /^(?:the|a|an|his|her|its|their|this|that|to|of|no)$/u.test(tokens[at - 1]?.norm ?? '') &&
      at > from &&
      !isVerbAfterThat(scene, at)
    ) {
      if (
        tokens[at - 1]!.norm !== 'to' ||
        (!(scene.norm(at - 2) === 'on' && /^(?:went|goes|go)$/u.test(scene.norm(at - 3))) &&
          !/^(?:declined|refused|hastened|quick|keen|came|went|continued|appeared|seemed|had|has|began|used|liked|likes|wanted|wants)$/u.test(
            scene.norm(at - 2),
          ))
      )
        continue;
    }
    const asSaying = scene.norm(at - 1) === 'as' && /ing$/u.test(norm);
    const low = clauseStart(scene, from, at);
    const subject = asSaying
      ? quotedSubject(scene, low, at - 1)
      : (bestSubject(scene, low, at) ?? (low > from ? bestSubject(scene, from, low) : null));
    if (subject === null) continue;
    const refused = /^(?:declined|refused)$/u.test(scene.norm(at - 2)) && scene.norm(at - 1) === 'to';
    return {
      subject,
      verb: { at, class: refused ? 'declines' : kind },
      how: 'verb',
      confidence: distance <= 3 ? 0.92 : distance <= 10 ? 0.82 : 0.65,
      reported: asSaying,
    };
  }
  const by = accordingTo(scene, from, end, end);
  if (by !== null) return by;
  if (colon) {
    const subjects = subjectsIn(scene, from, end).filter(
      (subject) => subject.type !== 'document' && !tokens[subject.to - 1]!.possessive,
    );
    const subject = subjects.find(({ from: start }) => !isGoverned(scene, start)) ?? subjects[0];
    if (subject !== undefined) return { subject, verb: null, how: 'colon', confidence: 0.65, reported: false };
  }
  return null;
}

/** Whether a verb stands in a clause that another verb of saying opened with "that". */
function isReportedBy(scene: Scene, from: number, verb: number): boolean {
  for (let at = verb - 1; at > Math.max(from, verb - 14); at--) {
    if (scene.norm(at) !== 'that') continue;
    for (let i = at - 1; i >= Math.max(from, at - 4); i--) if (scene.language.thatVerbs.has(scene.norm(i))) return true;
    return false;
  }
  // "X said officers had found": without "that", the verb of saying stands right before who found.
  for (let at = verb - 1; at > Math.max(from, verb - 14); at--) {
    if (
      scene.language.thatVerbs.has(scene.norm(at)) &&
      scene.norm(at) !== 'found' &&
      scene.reading.tokens[at + 1]?.kind === 'word'
    )
      return true;
  }
  return false;
}

function isVerbAfterThat(scene: Scene, at: number): boolean {
  return scene.norm(at - 1) === 'that' && at >= 2;
}

/** "according to X", "in the words of X", "as X put it". */
export function accordingTo(scene: Scene, from: number, high: number, to: number): Attribution | null {
  const { tokens } = scene.reading;
  for (let at = from; at < high; at++) {
    const { norm } = tokens[at]!;
    let start = -1;
    if (norm === 'according' && scene.norm(at + 1) === 'to') start = at + 2;
    else if (norm === 'words' && scene.norm(at + 1) === 'of') start = at + 2;
    else if (norm === 'as') {
      // "as one official put it"
      const limit = Math.min(to, at + 12);
      for (let i = at + 2; i < limit && start === -1; i++) {
        if (
          /^(?:put|puts|phrased|says|said|describes|described)$/u.test(scene.norm(i)) &&
          /^(?:it|them)$/u.test(scene.norm(i + 1))
        )
          start = at + 1;
      }
    }
    if (start === -1 || start >= to) continue;
    const subject = subjectAfter(scene, start, Math.min(to, start + 12));
    if (subject === null) continue;
    return { subject, verb: { at, class: 'asserts' }, how: 'according', confidence: 0.85, reported: false };
  }
  return null;
}

/** The subject phrase that begins right here: "the harbour minister, Ilse Orr". */
export function subjectAfter(scene: Scene, from: number, to: number): Subject | null {
  const { tokens } = scene.reading;
  let limit = from;
  while (limit < to && limit - from < 12) {
    const { kind, norm, text } = tokens[limit]!;
    if (kind === 'mark' && text !== ',' && text !== '.') break;
    if (
      limit > from &&
      scene.covering(limit) === undefined &&
      (scene.language.irregularVerbs.has(norm) || scene.language.speechVerbs.has(norm))
    )
      break;
    limit += 1;
  }
  const subjects = subjectsIn(scene, from, limit).filter(({ to: end }) => !tokens[end - 1]!.possessive);
  const [first, second] = subjects;
  if (first === undefined) return null;
  if (first.from - from > 4 || isGovernedWithin(scene, from, first.from)) return null;
  // "the minister, Ilse Orr": the name says it better.
  if (first.type === 'common' && second?.type === 'named' && second.group?.kind === 'person') {
    if (tokens[second.from - 1]!.text === ',' && second.from - first.to <= 8) return second;
  }
  if (
    first.type === 'named' &&
    first.group !== null &&
    first.group.kind === 'state' &&
    second?.type === 'common' &&
    second.from === first.from
  )
    return second;
  return first;
}

function isGovernedWithin(scene: Scene, low: number, from: number): boolean {
  for (let at = low; at < from; at++) {
    if (/^(?:in|on|at|to|with|from|about|for|after|before|during)$/u.test(scene.norm(at))) return true;
  }
  return false;
}

/** Where the clause of a verb begins: after the last word that opens another one. */
function clauseStart(scene: Scene, from: number, verb: number): number {
  const { tokens } = scene.reading;
  for (let at = verb - 1; at > from; at--) {
    if (tokens[at]!.text === ';') return at + 1;
    if (tokens[at]!.quote !== -1) return from;
  }
  return from;
}

/** Whether a clause of its own stands in what is said of somebody; what commas enclose is none: "of Kesh, speaking by video,". */
function saysMore(scene: Scene, between: readonly Token[]): boolean {
  const comma = between.findIndex(({ text }) => text === ',');
  const outside = comma !== -1 && between.at(-1)!.text === ',' ? between.slice(0, comma) : between;
  return outside.some((token) => isVerb(token, scene));
}

/** Which phrase before a verb is its subject. */
export function bestSubject(scene: Scene, from: number, verb: number): Subject | null {
  const { tokens } = scene.reading;
  const { language } = scene;
  const subjects = subjectsIn(scene, Math.max(from, verb - 60), verb);
  let best: Subject | null = null;
  let bestScore = -Infinity;
  for (const subject of subjects) {
    if (tokens[subject.to - 1]!.possessive) continue;
    let score = -(verb - subject.to) / 12;
    const between = tokens.slice(subject.to, verb).filter(({ quote }) => quote === -1);
    const gap = between.filter(
      ({ norm, kind, text }) =>
        !(language.auxiliaries.has(norm) || /ly$/u.test(norm) || (kind === 'mark' && text === ',')),
    );
    if (gap.length === 0) score += 4;
    else if (between[0]!.text === ',' && between.at(-1)!.text === ',') score += 3.4;
    else if (between[0]!.text === '(' && between.at(-1)!.text === ')') score += 3.4;
    else if (isVerb(between.find(({ norm }) => !language.auxiliaries.has(norm)) ?? between[0]!, scene)) score += 2.4;
    else if (/^(?:of|in|at|for|from|on|with)$/u.test(between[0]!.norm) && !saysMore(scene, between)) score += 3;
    else if (between[0]!.text === ',' && /^(?:who|whose|the|a|an|then|now)$/u.test(between[1]?.norm ?? '')) score += 2;
    if (isGoverned(scene, subject.from)) score -= scene.norm(subject.from - 1) === 'by' ? 0 : 3;
    const before = tokens[subject.from - 1];
    if (before !== undefined && subject.from > from && isVerb(before, scene) && before.norm !== 'said') score -= 1.5;
    if (subject.type === 'named' && subject.group?.kind === 'place') score -= 2;
    // "Liu Xiaoming, a Chinese diplomat, wrote": the name says it better.
    if (
      subject.type === 'common' &&
      before?.text === ',' &&
      subjects.some(({ type, group, to }) => type === 'named' && group?.kind === 'person' && to === subject.from - 1)
    )
      score -= 3;
    if (subject.type === 'document') score -= 0.3;
    if (subject.type === 'common' && !determiner.test(tokens[subject.from]!.norm) && !tokens[subject.from]!.capital)
      score -= 0.7;
    if (subject.type === 'pronoun' && tokens[subject.from]!.norm === 'it' && gap.length > 0) score -= 3;
    if (score > bestScore) {
      bestScore = score;
      best = subject;
    }
  }
  return bestScore > -1.5 ? best : null;
}

function isVerb(token: { kind: string; norm: string; capital: boolean }, { language }: Scene): boolean {
  if (token.kind !== 'word' || token.capital) return false;
  return (
    language.irregularVerbs.has(token.norm) ||
    language.speechVerbs.has(token.norm) ||
    (/ed$/u.test(token.norm) && token.norm.length > 4)
  );
}

const nounToo =
  /^(?:states?|reports?|claims?|demands?|answers?|quotes?|notes?|cry|cries|fears?|hopes?|jokes?|labels?|brands?|appeals?|signals?|promises?|calls?|thanks|posts?|reads?|rules?|orders?|stress)$/u;

/** Whether a word is a verb of saying here: "state television" and "the report" are not. */
export function isSpeechVerb(scene: Scene, at: number): boolean {
  const { norm } = scene.reading.tokens[at]!;
  if (!scene.language.speechVerbs.has(norm)) return false;
  if (!nounToo.test(norm)) return true;
  const before = scene.norm(at - 1);
  if (scene.norm(at + 1) === 'that') return true;
  if (/^(?:he|she|it|they|we|i|you|who|which|not|also|to)$/u.test(before) || /ly$/u.test(before)) return true;
  const named = scene.covering(at - 1);
  if (named !== undefined && named.mention.form !== 'adjective') return true;
  return (
    scene.language.roleHeads.has(before.replace(/s$/u, '')) ||
    scene.language.bodyHeads.has(before) ||
    scene.reading.tokens[at - 1]?.text === ',' ||
    isDocument(before)
  );
}

/** "X was quoted by Y as saying", "Y quoted X as saying": X speaks, Y only passes it on. */
function quotedSubject(scene: Scene, from: number, as: number): Subject | null {
  for (let at = as - 1; at >= from; at--) {
    if (!/^(?:quoted|quotes|cited|cites|reported)$/u.test(scene.norm(at))) continue;
    const passive = /^(?:was|were|is|are|been|being)$/u.test(scene.norm(at - 1));
    return passive ? bestSubject(scene, from, at - 1) : subjectAfter(scene, at + 1, as);
  }
  return bestSubject(scene, from, as);
}
