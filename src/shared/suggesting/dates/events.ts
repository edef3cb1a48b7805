import type { SuggestedEvent } from '../../domain/suggestions';
import { keyOf } from '../keys';
import { isGoverned } from '../quotations/phrases';
import type { Sentence } from '../text/reading';
import type { Scene } from '../text/scene';
import { endsSentence } from '../text/tokens';
import { daysBetween, isWhole, type Day } from './days';
import { findExpressions, type DateExpression } from './expressions';
import { resolveDate, type DateContext } from './resolve';

const coming =
  /^(?:will|shall|scheduled|due|expected|expects|upcoming|forthcoming|intends|resumes|begins|starts|opens|closes|expires|meets|convenes|takes|watching|awaits)$/u;
/** Future only with what follows: "plans to", "planned for", "is to". */
const comingTo = /^(?:plans?|hopes?|planned|planning|is|are|due|wants?|aims?|ahead)$/u;
/** How far, in blocks, a story's year reaches. */
const storyReach = 3;
const longestTitle = 140;

/** The date named last: where, and whether the text tells a story of its year. */
interface Anchor {
  day: Day;
  block: number;
  story: boolean;
}

/** Every date that the text says, resolved, with its sentence, its actors and its place. */
export function findEvents(
  scene: Scene,
  published: Day | null,
  actorKey: (index: number) => string | null,
): SuggestedEvent[] {
  const { reading, language } = scene;
  const { tokens, ranges, sentences, sentenceOf } = reading;
  const perBlock = ranges.map(({ from, to }) => findExpressions(tokens, from, to, language));
  const historical = isHistorical(perBlock.flat(), published);
  const events: SuggestedEvent[] = [];
  let anchor = null as Anchor | null;
  let whole = null as { day: Day; block: number } | null;
  let counted = published;
  for (const [block, expressions] of perBlock.entries()) {
    const range = ranges[block]!;
    for (const expression of expressions) {
      const sentence = sentenceOf[expression.from]!;
      const quoted = tokens[expression.from]!.quote !== -1;
      const clues = cluesIn(scene, expression, sentences[sentence]!);
      const near = anchor;
      const distance = near === null ? Infinity : block - near.block;
      const context: DateContext = {
        published: counted,
        anchor: near !== null && distance <= storyReach ? near.day : null,
        wholeDay:
          whole !== null && block - whole.block <= (historical ? storyReach : 1)
            ? whole.day
            : historical
              ? null
              : counted,
        narrative:
          near !== null &&
          near.story &&
          (distance === 0 ||
            (historical && distance <= storyReach * 2 && near.day.year < (published?.year ?? 0) - 5)) &&
          near.day.year !== published?.year &&
          (historical || !isRecent(expression, counted)),
        ...clues,
      };
      const resolved = resolveDate(expression, context);
      if (resolved === null) continue;
      const day: Day | null = resolved.anchor;
      const kind = placeKind(scene, expression, range.from, range.to);
      if (kind === 'dateline' || kind === 'line') {
        // Where and when it was written: no event, but what "on Tuesday" is counted from.
        if (day !== null && isWhole(day) && counted === null) counted = day;
        continue;
      }
      const named = expression.explicit && !isAdverbial(scene, expression);
      if (day !== null && !quoted && !(named && near !== null && distance <= storyReach)) {
        const story: boolean = expression.explicit
          ? !named && (historical || day.day !== undefined || expression.from - sentences[sentence]!.from <= 2)
          : near !== null && distance === 0
            ? near.story && near.day.year === day.year
            : near?.story === true && historical;
        anchor = { day, block, story };
        if (isWhole(day)) whole = { day, block };
      }
      events.push(eventOf(scene, expression, resolved, sentence, quoted, actorKey));
    }
  }
  return events;
}

/** How many days before publication a day may be for a text that is no history to mean that day, whatever year stands before it. */
const recent = 10;

function isRecent({ value }: DateExpression, published: Day | null): boolean {
  if (value.kind !== 'day' || !isWhole(published)) return false;
  const days = daysBetween({ year: published.year, month: value.month, day: value.day }, published);
  return days >= 0 && days <= recent;
}

/** Whether a text mostly tells of years long before it was written. */
function isHistorical(expressions: readonly DateExpression[], published: Day | null): boolean {
  let past = 0;
  let recent = 0;
  for (const { value } of expressions) {
    const end = value.kind === 'range' ? value.end : value;
    if (end.kind === 'shift' && end.from === 'publication') recent += 1;
    if (end.kind === 'weekday') recent += 1;
    if (!('year' in end) || end.year === undefined) continue;
    if (published === null || end.year < published.year - 3) past += 1;
    else recent += 1;
  }
  return past >= 3 && past > recent * 1.5;
}

function cluesIn(
  scene: Scene,
  { from, to, relation }: DateExpression,
  sentence: Sentence,
): { future: boolean; would: boolean; open: boolean } {
  const { tokens } = scene.reading;
  let future = false;
  let would = false;
  const quote = tokens[from]!.quote;
  const low = Math.max(sentence.from, from - 25);
  for (let at = low; at < Math.min(sentence.to, to + 15); at++) {
    const { norm } = tokens[at]!;
    if (tokens[at]!.quote !== quote) continue;
    if (
      at >= to &&
      (/^[,;]$/u.test(tokens[at]!.text) || /^(?:and|but|when|while|after|which|who|as|because)$/u.test(norm))
    )
      break;
    if (coming.test(norm)) future = true;
    if (
      comingTo.test(norm) &&
      /^(?:to|for|of)$/u.test(tokens[at + 1]?.norm ?? '') &&
      !(tokens[at + 1]!.norm === 'for' && norm !== 'planned')
    )
      future = true;
    if (
      /^(?:has|have|is|are|lasts?|remains?)$/u.test(norm) &&
      from - at <= 3 &&
      at < from &&
      /^(?:until|before)$/u.test(relation)
    )
      future = true;
    if (/^(?:should|must|can|could|may|might)$/u.test(norm) && !tokens[at]!.capital && at < from && from - at <= 12)
      would = true;
    if (norm === 'would' && at < from && from - at <= 9) would = true;
    // A past verb between says that the clause has changed.
    if (at > low && at < from && (norm === 'and' || norm === 'but' || tokens[at]!.text === ';')) future = false;
  }
  const verb = verbBefore(scene, from, low);
  return { future, would: would || verb === 'infinitive', open: verb === 'none' };
}

/** What kind of verb stands nearest before a date in its clause: something that happened, or that is to happen. */
function verbBefore(
  { reading: { tokens }, language }: Scene,
  from: number,
  low: number,
): 'past' | 'infinitive' | 'none' {
  for (let at = from - 1; at >= low; at--) {
    const { norm, kind, capital } = tokens[at]!;
    if (kind !== 'word' || capital) continue;
    if (
      tokens[at - 1]?.norm === 'to' &&
      at - 1 >= low &&
      (!language.functionWords.has(norm) ||
        /^(?:keep|take|make|get|go|give|come|see|let|put|set|show|find|begin|leave|be|do|have|call|meet|try)$/u.test(
          norm,
        )) &&
      !/(?:ed|s)$/u.test(norm) &&
      // "by nine to seven", "from five to nine"
      !language.numbers.has(norm) &&
      !/^(?:none|nil)$/u.test(norm)
    ) {
      return 'infinitive';
    }
    if (/ed$/u.test(norm) && norm.length > 4) return 'past';
    if (pastForms.test(norm)) return 'past';
    if (language.irregularVerbs.has(norm) && !sameInPresent.test(norm) && !/s$/u.test(norm)) return 'past';
  }
  return 'none';
}

const pastForms = /^(?:was|were|had|did|sank|swam|sang|rang|grew|rose|died|bit|lay|said|told)$/u;
const sameInPresent =
  /^(?:is|are|be|has|have|will|would|can|could|may|might|shall|should|must|cut|hit|put|set|shut|read)$/u;

/** "In 1921," and "on 6 April 1921" carry a story; "the 2020 war" only names something. */
function isAdverbial({ reading: { tokens } }: Scene, { from, to, value, relation }: DateExpression): boolean {
  const before = tokens[from - 1]?.norm ?? '';
  const kind = value.kind === 'range' ? value.end.kind : value.kind;
  if (relation === 'since' || relation === 'until') return false;
  if (kind === 'day' || kind === 'month' || kind === 'season') return true;
  const next = tokens[to];
  const adjective = next?.kind === 'word' && before === 'the';
  return !adjective && /^(?:in|by|during|between|of)$/u.test(before === '' ? 'in' : before);
}

/** Whether a date is the line under a headline or the beginning of an agency's report. */
function placeKind(
  { reading: { tokens } }: Scene,
  { from, to }: DateExpression,
  low: number,
  high: number,
): 'text' | 'line' | 'dateline' {
  const size = high - low;
  // subtle: the length first, or a long paragraph would be gone through for every date in it.
  // "Stockholm, 30 May 1938.": nothing but names and numbers, so the stop at the end makes no sentence of it.
  const bare = size <= 14 && tokens.slice(low, high).every(({ kind, capital }) => kind !== 'word' || capital);
  const verbless =
    size <= 14 &&
    !tokens
      .slice(low, high)
      .some(
        ({ norm, text }, index) =>
          /ed$/u.test(norm) ||
          (/^[.!?]$/u.test(text) && (index < size - 1 || !bare)) ||
          /^(?:was|is|were|are|has|had|will|said)$/u.test(norm),
      );
  if (
    size <= 14 &&
    (verbless || /^(?:updated|published|posted|released|issued|dated)$/u.test(tokens[low]!.norm)) &&
    size - (to - from) <= 9
  )
    return 'line';
  if (from - low <= 10) {
    const closing = tokens[to]?.text ?? '';
    const leading = tokens.slice(low, from);
    const plain =
      leading.length > 0 &&
      leading.every(
        ({ capital, kind, norm, text }) =>
          capital || kind === 'number' || /^[,()/.—–-]$/u.test(text) || /^(?:of|the)$/u.test(norm),
      );
    if (plain && /^(?:[—–-]{1,3}|--|:|\(|\))$/u.test(closing)) return 'dateline';
    if (plain && leading[0]!.caps && /^[,.]$/u.test(closing) && tokens[from - 1]!.text === ',') return 'dateline';
  }
  return 'text';
}

function eventOf(
  scene: Scene,
  expression: DateExpression,
  resolved: { edtf: string; reason: string; confidence: number },
  sentence: number,
  quoted: boolean,
  actorKey: (index: number) => string | null,
): SuggestedEvent {
  const { tokens, text, sentences } = scene.reading;
  const { from, to } = quoted ? within(scene, expression.from, sentences[sentence]!) : sentences[sentence]!;
  const start = tokens[from]!.start;
  const end = tokens[to - 1]!.end;
  const actors: SuggestedEvent['actors'] = [];
  let place = '';
  const [clauseFrom, clauseTo] = clauseOf(scene, expression, from, to);
  for (const { group, mention } of scene.inSentence(sentence)) {
    if (mention.from < clauseFrom || mention.to > clauseTo) continue;
    const key = actorKey(group.index);
    if (key === null) continue;
    const before = tokens[mention.from - 1]?.norm ?? '';
    if (
      (group.kind === 'place' || group.kind === 'state') &&
      /^(?:in|at|near|outside|off|to)$/u.test(before) &&
      mention.form === 'name'
    ) {
      if (place === '' || /^(?:in|at|near)$/u.test(before)) place = place === '' ? group.name : place;
      if (group.kind === 'place') continue;
    }
    if (actors.some(({ actorKey: known }) => known === key)) continue;
    const acts =
      mention.form !== 'adjective' &&
      !isGoverned(scene, mention.from) &&
      !tokens[mention.to - 1]!.possessive &&
      actors.every(({ role }) => role !== 'acts');
    actors.push({ actorKey: key, name: group.name, role: acts ? 'acts' : 'named' });
  }
  const words = text.slice(tokens[expression.from]!.start, tokens[expression.to - 1]!.end);
  return {
    key: keyOf('event', resolved.edtf, text.slice(start, end)),
    date: resolved.edtf,
    expression: { start: tokens[expression.from]!.start, end: tokens[expression.to - 1]!.end, text: words },
    title: titleOf(scene, expression, clauseFrom, clauseTo),
    start,
    end,
    text: text.slice(start, end),
    place,
    actors,
    confidence: Math.round(resolved.confidence * (quoted ? 0.75 : 1) * 100) / 100,
    reason: `“${words.replace(/\s+/gu, ' ')}”: ${resolved.reason}`,
  };
}

/** The sentence around a token inside a quotation. */
function within({ reading: { tokens } }: Scene, at: number, sentence: Sentence): { from: number; to: number } {
  const { quote } = tokens[at]!;
  let from = at;
  while (from > sentence.from && tokens[from - 1]!.quote === quote && !endsSentence(tokens[from - 1]!.text)) from -= 1;
  let to = at + 1;
  while (to < sentence.to && tokens[to]!.quote === quote && !endsSentence(tokens[to - 1]!.text)) to += 1;
  while (from < at && tokens[from]!.kind === 'mark') from += 1;
  return { from, to };
}

/** The clause of the date within a long sentence: between semicolons, or ", and" with a verb of its own. */
function clauseOf(
  { reading: { tokens } }: Scene,
  expression: DateExpression,
  from: number,
  to: number,
): [number, number] {
  let low = from;
  let high = to;
  for (let at = from; at < to; at++) {
    if (tokens[at]!.text !== ';') continue;
    if (at < expression.from) low = at + 1;
    else if (at >= expression.to && high === to) high = at;
  }
  return [low, high];
}

/** The clause without its date, as a title: at most 140 characters, cut between words. */
function titleOf(scene: Scene, expression: DateExpression, from: number, to: number): string {
  const { tokens } = scene.reading;
  let start = from;
  let end = to;
  let skipFrom = expression.from;
  let skipTo = expression.to;
  if (/^(?:on|in|by|during|of|as|at)$/u.test(scene.norm(skipFrom - 1)) && skipFrom - 1 >= from) skipFrom -= 1;
  while (end > start && tokens[end - 1]!.kind === 'mark' && /^[.,;:!?…]/u.test(tokens[end - 1]!.text)) end -= 1;
  const inside =
    /^(?:the|this|that|its|their|a)$/u.test(scene.norm(expression.from - 1)) ||
    /^(?:this|that)$/u.test(scene.norm(expression.from));
  const named = tokens[skipTo]?.kind === 'word' && (inside || tokens[skipTo - 1]!.possessive);
  if (named) {
    skipFrom = end;
    skipTo = end;
  } else if (skipFrom <= start + 1) {
    start = Math.max(skipTo, start);
    while (start < end && tokens[start]!.kind === 'mark' && tokens[start]!.quote === -1) start += 1;
    skipTo = start;
    skipFrom = start;
  }
  const words =
    skipFrom > start && skipTo < end
      ? `${scene.words(start, skipFrom)} ${scene.words(skipTo, end)}`
      : skipTo >= end && skipFrom > start
        ? scene.words(start, skipFrom)
        : scene.words(start, end);
  const clean =
    words
      .replace(/\s+([,.;:])/gu, '$1')
      .replace(/,\s*,/gu, ',')
      .replace(/^[,;:\s]+|,\s*$/gu, '')
      .trim() || scene.words(from, to);
  const capital = clean.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  if (capital.length <= longestTitle) return capital;
  const cut = capital.slice(0, longestTitle - 1).replace(/[\uD800-\uDBFF]$/u, '');
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60)).replace(/[,;:\s]+$/u, '')}…`;
}
