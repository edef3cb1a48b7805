import type { Group } from '../actors/book';
import type { Quote } from '../text/quotes';
import type { Scene } from '../text/scene';
import { attributionAfter, attributionBefore, type Attribution } from './attribution';
import { isGoverned, resolve, unnamedBefore, type Subject } from './phrases';

/** Somebody's words: one passage in quotation marks, or several that "he said" parts. */
export interface Utterance {
  parts: { start: number; end: number }[];
  sentence: number;
  attribution: Attribution | null;
  /** Who it is; null for nobody who is named in the text. */
  group: Group | null;
  ambiguous: readonly Group[];
  confidence: number;
  reason: string;
}

/** All direct quotations, in order. Titles, terms and scare quotes are left out. */
export function findUtterances(scene: Scene): Utterance[] {
  const { reading } = scene;
  const utterances: Utterance[] = [];
  let last: Utterance | null = null;
  let speaking: { group: Group; at: number } | null = null;
  const perSentence = quotesBySentence(scene);
  for (const [sentence, { from, to, block, titled }] of reading.sentences.entries()) {
    const quotes = perSentence.get(sentence) ?? [];
    let previous: { utterance: Utterance; end: number } | null = null;
    for (const [index, at] of quotes.entries()) {
      const quote = reading.quotes[at]!;
      if (titled && wordCount(scene, quote) < 5) continue;
      const [first, end] = tokensOf(scene, at, from, to);
      if (quote.continues && last !== null) {
        last.parts.push({ start: quote.start, end: quote.end });
        previous = { utterance: last, end };
        continue;
      }
      const preFrom: number = previous?.end ?? from;
      const postTo = index + 1 < quotes.length ? tokensOf(scene, quotes[index + 1]!, from, to)[0] : to;
      const attribution = choose(scene, quote, preFrom, first, end, postTo, from, index > 0);
      const shares = previous !== null && isInterrupted(scene, previous.utterance, previous.end, first);
      if (shares && previous !== null) {
        previous.utterance.parts.push({ start: quote.start, end: quote.end });
        if (previous.utterance.attribution === null && attribution !== null)
          assign(scene, previous.utterance, attribution, speaking);
        previous = { utterance: previous.utterance, end };
        continue;
      }
      const utterance: Utterance = {
        parts: [{ start: quote.start, end: quote.end }],
        sentence,
        attribution: null,
        group: null,
        ambiguous: [],
        confidence: 0.4,
        reason: 'words in quotation marks; nobody near is said to speak them',
      };
      const alone = quotes.length === 1 && first === from && end >= to - 1;
      if (attribution !== null && isSpeech(scene, quote, first, end, attribution))
        assign(scene, utterance, attribution, speaking);
      else if (alone && last !== null && goesOn(scene, last, sentence)) {
        // “A,” he said. “B.”: the same speaker goes on.
        last.parts.push({ start: quote.start, end: quote.end });
        previous = { utterance: last, end };
        continue;
      } else if (alone && wordCount(scene, quote) >= 4 && introduce(scene, utterance, sentence, speaking)) {
        utterance.confidence = 0.55;
      } else if (attribution === null && wordCount(scene, quote) >= 8 && looksSpoken(scene, quote, first)) {
        if (last !== null && reading.sentences[last.sentence]!.block >= block - 1 && alone) {
          utterance.group = last.group;
          utterance.attribution = last.attribution;
          utterance.confidence = 0.5;
          utterance.reason = 'it follows words of the same speaker';
        }
      } else continue;
      utterances.push(utterance);
      last = utterance;
      previous = { utterance, end };
      if (utterance.group !== null) speaking = { group: utterance.group, at: sentence };
    }
  }
  return utterances;
}

function quotesBySentence({ reading }: Scene): Map<number, number[]> {
  const map = new Map<number, number[]>();
  let before = -1;
  for (const [index, token] of reading.tokens.entries()) {
    if (token.quote === -1 || token.quote === before) continue;
    before = token.quote;
    const sentence = reading.sentenceOf[index]!;
    const list = map.get(sentence) ?? [];
    list.push(token.quote);
    map.set(sentence, list);
  }
  return map;
}

/** First token of a quotation, its marks included, and the index after its last. */
function tokensOf({ reading: { tokens } }: Scene, quote: number, from: number, to: number): [number, number] {
  let first = from;
  while (first < to && tokens[first]!.quote !== quote) first += 1;
  let end = first;
  while (end < to && tokens[end]!.quote === quote) end += 1;
  return [first, end];
}

/** The attribution before or behind, whichever belongs to this quotation. */
function choose(
  scene: Scene,
  quote: Quote,
  preFrom: number,
  first: number,
  end: number,
  postTo: number,
  sentenceFrom: number,
  later: boolean,
): Attribution | null {
  const { text } = scene.reading;
  const closing = text[quote.end - 1] ?? '';
  const comma = /[,?!—–-]/u.test(closing) || /^\s*[,—–]/u.test(text.slice(quote.outerEnd, quote.outerEnd + 2));
  const after = attributionAfter(scene, end, postTo);
  const before = attributionBefore(scene, preFrom, first);
  if (comma && after !== null && !(before !== null && before.confidence > 0.9 && later && !/,$/u.test(closing)))
    return after;
  if (before !== null) return before;
  if (
    after !== null &&
    (comma || first === sentenceFrom || /^according|said$/u.test(scene.norm(after.verb?.at ?? end)) || closing !== '.')
  )
    return after;
  // Between two quotations of one sentence stands no verb: "that it was “X” and “Y”".
  return later ? attributionBefore(scene, sentenceFrom, first) : null;
}

/** `“We will,” he said, “go on.”`: what stands between the parts is the attribution. */
function isInterrupted(scene: Scene, before: Utterance, from: number, to: number): boolean {
  const { tokens, text } = scene.reading;
  const { end } = before.parts.at(-1)!;
  const last = tokens[to - 1];
  if (to - from > 24 || to <= from || last === undefined) return false;
  const closed = /[,?!—–…-]/u.test(text[end - 1] ?? '') || /^[,—–]/u.test(tokens[from]!.text);
  if (!closed) return false;
  const inside = tokens.slice(from, to);
  return (
    inside.some(({ norm }) => scene.language.speechVerbs.has(norm) || norm === 'according') &&
    last.kind === 'mark' &&
    /^[,:;—–.]$/u.test(last.text)
  );
}

function wordCount({ reading: { text } }: Scene, { start, end }: Quote): number {
  return text
    .slice(start, Math.min(end, start + 2000))
    .split(/\s+/u)
    .filter(Boolean).length;
}

/** Whether what stands in marks is said, not named: no title of a work, no term, no scare quotes. */
function isSpeech(scene: Scene, quote: Quote, first: number, end: number, attribution: Attribution): boolean {
  const { text } = scene.reading;
  const inner = text.slice(quote.start, quote.end);
  const count = wordCount(scene, quote);
  const before = scene.norm(first - 1);
  const sentence = scene.reading.tokens[first - 1]?.quote === -1;
  const distance =
    attribution.verb === null
      ? 0
      : attribution.verb.at < first
        ? first - attribution.verb.at
        : attribution.verb.at - end;
  const ended = /[.,!?…]$/u.test(inner);
  // "called the project “an anchorage for navies”": said of it, not its name.
  const said =
    attribution.verb !== null &&
    count >= 3 &&
    !isTitleCase(inner) &&
    first - attribution.verb.at <= 5 &&
    /^(?:the|this|that|its|his|her|their)$/u.test(scene.norm(attribution.verb.at + 1)) &&
    /^(?:call|describ|dubb|label|brand|denounc|dismiss)/u.test(scene.norm(attribution.verb.at));
  if (
    sentence &&
    !said &&
    scene.language.namingWords.has(before) &&
    !/^(?:word|words|message|phrase|slogan|operation|exercise|report|paper|marked)$/u.test(before)
  ) {
    if (!(before === 'called' && attribution.confidence > 0.9) && !(ended && count > 6)) return count > 8;
  }
  if (
    sentence &&
    /^(?:so-called|term|word|phrase|nickname|novel|book|film|essay|article|play|poem|album|song|chapter|entitled|titled)$/u.test(
      before,
    ) &&
    count <= 8
  )
    return false;
  if (isTitleCase(inner) && !ended && count >= 2) return false;
  // "cited “credible” evidence", "spoke of “indications”": a word that somebody would not answer for.
  const following = scene.reading.tokens[end];
  if (
    count === 1 &&
    !ended &&
    !(
      attribution.verb !== null &&
      /^(?:call|describ|dubb|label|brand|denounc|dismiss)/u.test(scene.norm(attribution.verb.at)) &&
      attribution.verb.at < first
    ) &&
    (/^(?:of|to|about|for|on)$/u.test(before) ||
      (following?.kind === 'word' &&
        !scene.language.functionWords.has(following.norm) &&
        !scene.language.speechVerbs.has(following.norm)))
  )
    return false;
  if (count >= 5) return true;
  if (attribution.how === 'according') return distance < 8 || ended;
  // A few words: said only where the verb is close, or where they are what somebody calls something.
  const calls =
    attribution.verb !== null &&
    /^(?:call|describ|dubb|label|brand|denounc|dismiss|reject|consider|deem|judg|term|pronounc)/u.test(
      scene.norm(attribution.verb.at),
    );
  if (distance <= 3 && (calls || !/^(?:the|this|these|those|its|his|their|that|her|a|an)$/u.test(before))) return true;
  // "whether “the June scenario” should be": what a clause is about.
  if (
    count <= 3 &&
    !ended &&
    !calls &&
    /^(?:the|this|that|a|an)\b/iu.test(inner) &&
    following?.kind === 'word' &&
    scene.language.irregularVerbs.has(following.norm)
  )
    return false;
  if (count <= 2 && /^(?:the|this|these|those|its|his|their|that|her)$/u.test(before) && !ended) return false;
  return distance <= 18;
}

function isTitleCase(text: string): boolean {
  const words = text.match(/[\p{L}’']+/gu) ?? [];
  const long = words.filter((word) => word.length > 3);
  return long.length >= 2 && long.every((word) => /^\p{Lu}/u.test(word));
}

/** A whole sentence in marks, though nobody near speaks. */
function looksSpoken(scene: Scene, quote: Quote, first: number): boolean {
  const { text } = scene.reading;
  if (scene.language.namingWords.has(scene.norm(first - 1))) return false;
  const inner = text.slice(quote.start, quote.end);
  return /[.!?…,]$/u.test(inner) || /^[.,]/u.test(text.slice(quote.outerEnd, quote.outerEnd + 1));
}

function goesOn(scene: Scene, last: Utterance, sentence: number): boolean {
  const { sentences } = scene.reading;
  return (
    last.sentence < sentence &&
    sentence - last.sentence <= 3 &&
    sentences[last.sentence]!.block === sentences[sentence]!.block &&
    allQuoted(scene, last.sentence + 1, sentence)
  );
}

function allQuoted({ reading: { sentences, tokens } }: Scene, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (tokens[sentences[at]!.from]!.quote === -1) return false;
  }
  return true;
}

/** The sentence before ends with a colon, or says who is about to speak. */
function introduce(
  scene: Scene,
  utterance: Utterance,
  sentence: number,
  speaking: { group: Group; at: number } | null,
): boolean {
  const before = scene.reading.sentences[sentence - 1];
  const own = scene.reading.sentences[sentence]!;
  if (before === undefined || before.titled) return false;
  if (own.block - before.block > 1) return false;
  const attribution = attributionBefore(scene, before.from, before.to);
  const colon = scene.reading.tokens[before.to - 1]!.text === ':';
  if (attribution === null || (before.block !== own.block && !colon)) return false;
  assign(scene, utterance, attribution, speaking);
  utterance.reason = 'the sentence before says who speaks';
  return true;
}

/** Who speaks, how it is known, and how surely. */
export function assign(
  scene: Scene,
  target: Pick<Utterance, 'attribution' | 'group' | 'ambiguous' | 'confidence' | 'reason'>,
  attribution: Attribution,
  speaking: { group: Group; at: number } | null,
): void {
  const unnamed = unnamedBefore(scene, attribution.subject);
  if (unnamed !== null) attribution = { ...attribution, subject: unnamed };
  const { subject } = attribution;
  target.attribution = attribution;
  target.ambiguous = scene.book.ambiguous.get(subject.from) ?? [];
  target.group = subject.type === 'document' ? ownerOf(scene, subject, speaking) : resolve(scene, subject, speaking);
  if (target.ambiguous.length > 0) target.group = nearest(target.ambiguous, subject.from);
  const verb = attribution.verb === null ? null : scene.words(attribution.verb.at, attribution.verb.at + 1);
  const who = scene.words(subject.from, subject.to);
  const resolved = subject.type !== 'named' && target.group !== null;
  target.confidence = attribution.confidence * (target.ambiguous.length > 0 ? 0.6 : resolved ? 0.85 : 1);
  target.reason =
    attribution.how === 'according'
      ? `“according to ${who}”`
      : attribution.how === 'colon'
        ? `a colon after a sentence about ${who}`
        : `“${who} … ${verb ?? ''}”`;
  if (resolved) target.reason += `; “${who}” seems to be ${target.group!.name}`;
  if (target.ambiguous.length > 0)
    target.reason += `; it could be ${target.ambiguous.map(({ name }) => name).join(' or ')}`;
}

function nearest(groups: readonly Group[], before: number): Group | null {
  let best: Group | null = null;
  let place = -1;
  for (const group of groups) {
    for (const { from } of group.mentions) {
      if (from < before && from > place) {
        place = from;
        best = group;
      }
    }
  }
  return best ?? groups[0] ?? null;
}

/** "The ministry’s statement", "a letter from the union": the words are those of whoever made it. */
function ownerOf(scene: Scene, subject: Subject, speaking: { group: Group; at: number } | null): Group | null {
  const { tokens, sentenceOf } = scene.reading;
  const before = scene.covering(subject.from - 1) ?? scene.covering(subject.from);
  if (before !== undefined && tokens[before.mention.to - 1]!.possessive) return before.group;
  // "the IRGC Telegram channel"
  for (let at = subject.from - 1; at >= Math.max(0, subject.from - 3) && before === undefined; at--) {
    const named = scene.covering(at);
    if (named !== undefined && named.group.kind !== 'state') return named.group;
    if (tokens[at]!.kind === 'word' && !tokens[at]!.capital) break;
  }
  for (let at = subject.from; at < subject.to; at++) {
    const named = scene.covering(at);
    if (named !== undefined && named.mention.form !== 'adjective') return named.group;
  }
  for (let at = subject.to; at < Math.min(tokens.length, subject.to + 8); at++) {
    const { norm } = tokens[at]!;
    if (!/^(?:by|from|of)$/u.test(norm)) continue;
    for (let next = at + 1; next < at + 4; next++) {
      const named = scene.covering(next);
      if (named !== undefined) return named.group;
    }
  }
  const sentence = sentenceOf[subject.from]!;
  const own = scene
    .inSentence(sentence)
    .find(
      ({ group, mention }) =>
        mention.to <= subject.from &&
        group.kind !== 'place' &&
        mention.form !== 'adjective' &&
        !isGoverned(scene, mention.from),
    );
  if (own !== undefined) return own.group;
  // "according to a communiqué": nobody says whose.
  if (/^an?$/u.test(scene.norm(subject.from)) && scene.norm(subject.from - 1) === 'to') return null;
  if (speaking !== null && sentence - speaking.at <= 3) return speaking.group;
  const prior = scene.inSentence(sentence - 1).find(({ group }) => group.kind !== 'place');
  return prior?.group ?? null;
}
