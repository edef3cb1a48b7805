import { roleAt, roleInWords } from '../../actors/roles';
import { edtfBounds } from '../../dates/edtf';
import { displayDate } from '../../dates/display';
import type { ActorRole } from '../../domain/actors';
import { roleAfter, roleBefore } from '../../suggesting/actors/titles';
import { english } from '../../suggesting/english';
import { Phrases } from '../../suggesting/text/phrases';
import { tokenise, type Token } from '../../suggesting/text/tokens';
import type { ActorFact, ProvenanceFacts } from '../facts';
import { finding, type Finding, type Fix } from '../finding';
import { placeIn, type Passage } from '../passages';
import type { MemoReading } from '../read';
import type { Sentence } from '../sentences';
import { datesBeside } from '../sentence-dates';

/** An actor named in a sentence, as a range of tokens. */
interface Occurrence {
  actor: ActorFact;
  from: number;
  to: number;
}

/** Beside an office, these say that it is not held now. */
const gone = /^(?:former|ex|then|late|retired|outgoing|future|later|designate|elect|nominee|once|previous|erstwhile)$/u;

/**
 * Offices that stand beside a name in the text, but were certainly not held by that actor on the date that the sentence
 * gives. English only. What is not on record, or not dated, is not judged.
 */
export function rolesHeld({ passages, sentences }: MemoReading, facts: ProvenanceFacts): Finding[] {
  if (!/^en\b/iu.test(facts.locale)) return [];
  const dated = [...new Map([...facts.actors.values()].map((actor) => [actor.id, actor])).values()].filter(
    ({ roles, standing }) => standing === 'live' && roles.some(({ from, to }) => from !== '' || to !== ''),
  );
  if (dated.length === 0) return [];
  const names = new Phrases<ActorFact>();
  for (const actor of dated) {
    for (const text of new Set([actor.name, ...actor.names.map((name) => name.text)])) {
      if (/\S\s+\S/u.test(text)) names.add(text, actor);
    }
  }
  return passages.flatMap((passage) => {
    if (passage.kind === 'code' || (passage.footnote === null && /quotation$/u.test(passage.kind))) return [];
    const own = sentences.filter((sentence) => sentence.passage === passage);
    const { tokens } = tokenise(passage.text, [{ kind: 'paragraph', start: 0, end: passage.text.length, spans: [] }]);
    return own.flatMap((sentence) => {
      const [low, high] = tokensOf(tokens, sentence);
      return occurrences(tokens, low, high, names, passage, facts).flatMap((occurrence) =>
        judge(occurrence, tokens, [low, high], sentence, facts),
      );
    });
  });
}

function tokensOf(tokens: readonly Token[], { place }: Sentence): [number, number] {
  const low = tokens.findIndex(({ end }) => end > place.start);
  const high = tokens.findIndex(({ start }) => start >= place.end);
  return [low < 0 ? tokens.length : low, high < 0 ? tokens.length : high];
}

function occurrences(
  tokens: readonly Token[],
  low: number,
  high: number,
  names: Phrases<ActorFact>,
  passage: Passage,
  { actors }: ProvenanceFacts,
): Occurrence[] {
  const found: Occurrence[] = [];
  for (let at = low; at < high; at++) {
    const match = names.at(tokens, at, high);
    if (!match) continue;
    found.push({ actor: match.value, from: at, to: match.end });
    at = match.end - 1;
  }
  for (const { inline, start, end } of passage.pieces) {
    if (inline.type !== 'actor-mention') continue;
    const actor = actors.get(inline.actorId);
    const from = tokens.findIndex((token, index) => index >= low && index < high && token.end > start);
    const to = tokens.findIndex((token) => token.start >= end);
    if (!actor || from < 0 || tokens[from]!.start >= end || found.some((one) => one.from <= from && one.to > from))
      continue;
    found.push({ actor, from, to: to < 0 ? tokens.length : to });
  }
  return found;
}

function judge(
  { actor, from, to }: Occurrence,
  tokens: readonly Token[],
  [low, high]: readonly [number, number],
  sentence: Sentence,
  facts: ProvenanceFacts,
): Finding[] {
  const start = tokens[from]!.start;
  if (sentence.quotes.some(([a, b]) => start >= a && start < b)) return [];
  const title = roleBefore(tokens, from, low, english) ?? roleAfter(tokens, to, high, english);
  if (title === null) return [];
  const words = tokens.slice(...title);
  if ([...words, tokens[title[0] - 1]].some((token) => token && gone.test(token.norm))) return [];
  const meant = actor.roles.filter((role) => names(role, words));
  const dates = datesBeside(sentence, tokens, [low, high], [from, to], actor, facts);
  if (meant.length === 0 || dates.length === 0) return [];
  if (meant.some((role) => dates.some((date) => mayHaveHeld(role, date)))) return [];
  const [date] = dates;
  const place = placeIn(sentence.passage, words[0]!.start, words.at(-1)!.end);
  const text = sentence.passage.text.slice(place.start, place.end);
  const then = roleAt(actor.roles, date!).filter(({ certainty }) => certainty === 'held');
  const instead = then.length > 0 ? ` On record then: ${then.map(roleInWords).join('; ')}.` : '';
  const fixes: Fix[] = [{ kind: 'open', label: 'Open the actor', target: { kind: 'actor', id: actor.id } }];
  if (meant.every((role) => isOver(role, date!))) {
    const former = place.start === sentence.place.start ? 'Former ' : 'former ';
    const edits = [{ place: { ...place, end: place.start }, text: former }];
    fixes.unshift({ kind: 'edit', label: `Write “${former.trim()} ${text}”`, edits });
  }
  return [
    finding({
      rule: 'role-not-held',
      place,
      words: text,
      message: `${actor.name} was not ${roleInWords(meant[0]!)} on ${displayDate(date!)}: on record is ${span(meant[0]!)}.${instead}`,
      about: [actor.id, text, date!],
      fixes,
    }),
  ];
}

/** Whether every word of a title is one of a role's: "foreign minister" of "Minister of Foreign Affairs". */
function names({ title, organisation }: ActorRole, words: readonly Token[]): boolean {
  const own = `${title} ${organisation}`.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const said = words.filter(
    ({ norm }) =>
      norm !== '' && !/^(?:of|the|for|in|at|to|a|an|acting|interim|new|current|his|her|its|their)$/u.test(norm),
  );
  return said.length > 0 && said.every(({ norm }) => own.some((word) => alike(norm, word)));
}

/** The same word, or one made from the other: Merevia, Merevian. */
function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.length - short.length <= 3 && long.startsWith(short.slice(0, -1));
}

function mayHaveHeld(role: ActorRole, date: string): boolean {
  return (role.from === '' && role.to === '') || roleAt([role], date).length > 0;
}

function isOver({ to }: ActorRole, date: string): boolean {
  const [end, asked] = [edtfBounds(to), edtfBounds(date)];
  return end !== null && asked !== null && end[1] < asked[0];
}

function span({ from, to }: ActorRole): string {
  if (from === '') return `until ${displayDate(to)}`;
  return to === '' ? `since ${displayDate(from)}` : `${displayDate(from)} to ${displayDate(to)}`;
}
