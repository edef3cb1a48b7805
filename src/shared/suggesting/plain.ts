import type { SuggestedActor, SuggestedEvent, SuggestedQuotation } from '../domain/suggestions';
import type { KnownActor } from './actors/gazetteer';
import { edtfOf, isRealDay } from './dates/days';
import { keyOf } from './keys';
import { Phrases } from './text/phrases';
import type { Reading } from './text/reading';

/** Words of a passage in quotation marks that make it a quotation where nothing else is known. */
const enough = 6;

/**
 * What can be found in a language without rules: names that the library has, longer passages in quotation marks, and dates in
 * numbers. Nobody is guessed as their speaker.
 */
export function findPlainly(reading: Reading, known: readonly KnownActor[]) {
  return {
    language: '',
    actors: knownActors(reading, known),
    quotations: quotations(reading),
    statements: [],
    events: numericDates(reading),
  };
}

function knownActors({ tokens, ranges, text }: Reading, known: readonly KnownActor[]): SuggestedActor[] {
  const phrases = new Phrases<KnownActor>();
  for (const actor of known)
    for (const name of [actor.name, ...actor.aliases]) if (name.length > 2) phrases.add(name, actor);
  const actors = new Map<string, SuggestedActor>();
  for (const { from, to } of ranges) {
    for (let at = from; at < to; at++) {
      const match = tokens[at]!.norm === '' ? null : phrases.at(tokens, at, to);
      if (match === null) continue;
      const { id, name, kind } = match.value;
      const [start, end] = [tokens[at]!.start, tokens[match.end - 1]!.end];
      const actor = actors.get(id) ?? {
        key: keyOf('actor', kind, name),
        kind,
        name,
        aliases: [],
        roles: [],
        mentions: [],
        confidence: 0.9,
        reason: 'it is in your library',
        existing: { actorId: id, name, confidence: 0.9, reason: 'its name stands in the text' },
        candidates: [],
      };
      actor.mentions.push({ start, end, text: text.slice(start, end), form: 'name' });
      actors.set(id, actor);
      at = match.end - 1;
    }
  }
  return [...actors.values()];
}

function quotations({ quotes, text }: Reading): SuggestedQuotation[] {
  return quotes
    .filter(({ start, end }) => text.slice(start, Math.min(end, start + 500)).split(/\s+/u).length >= enough)
    .map(({ start, end }) => ({
      key: keyOf('quotation', text.slice(start, end)),
      start,
      end,
      parts: [{ start, end }],
      text: text.slice(start, end),
      speaker: null,
      verb: null,
      stance: 'asserts' as const,
      manner: 'held' as const,
      confidence: 0.4,
      reason: 'words in quotation marks; there are no rules yet for this language that say who speaks',
    }));
}

function numericDates({ sentences, tokens, text }: Reading): SuggestedEvent[] {
  const events: SuggestedEvent[] = [];
  for (const { from, to, start, end } of sentences) {
    for (let at = from; at < to; at++) {
      const token = tokens[at]!;
      if (token.kind !== 'number') continue;
      const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(token.text);
      const iso =
        tokens[at + 1]?.text === '-' && tokens[at + 3]?.text === '-' && /^\d{4}$/u.test(token.text) && at + 4 < to;
      const [year, month, day, last] =
        dotted !== null
          ? [dotted[3], dotted[2], dotted[1], at]
          : iso
            ? [token.text, tokens[at + 2]!.text, tokens[at + 4]!.text, at + 4]
            : [];
      if (last === undefined || !isRealDay(Number(year), Number(month), Number(day))) continue;
      const expression = {
        start: token.start,
        end: tokens[last]!.end,
        text: text.slice(token.start, tokens[last]!.end),
      };
      const date = edtfOf({ year: Number(year), month: Number(month), day: Number(day) });
      const sentence = text.slice(start, end);
      events.push({
        key: keyOf('event', date, sentence),
        date,
        expression,
        title: sentence.replace(/\s+/gu, ' ').slice(0, 140),
        start,
        end,
        text: sentence,
        place: '',
        actors: [],
        confidence: 0.7,
        reason: `“${expression.text}”: the date is written in full`,
      });
      at = last;
    }
  }
  return events;
}
