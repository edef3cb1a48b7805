import { isEdtf } from '../dates/edtf';
import { edtfOf } from '../suggesting/dates/days';
import { findExpressions, type DateExpression } from '../suggesting/dates/expressions';
import { english } from '../suggesting/english';
import type { Token } from '../suggesting/text/tokens';
import type { ActorFact, ProvenanceFacts } from './facts';
import type { Sentence } from './sentences';

type TokenSpan = readonly [from: number, to: number];

/** After these, a date is of something else than the name before it. */
const turns =
  /^(?:that|which|who|whom|whose|when|where|had|because|after|before|how|whether|if|while|although|than|since|until|whereas|and|but|or)$/u;
const present =
  /^(?:is|has|says|holds|remains|serves|heads|leads|denies|insists|maintains|argues|claims|warns|rejects|wants|calls)$/u;

/**
 * On which dates a sentence speaks of somebody named in it, EDTF: those written beside the name; else those of the positions
 * that the actor took on claims marked here; else the memo's, where the name is followed by a verb in the present.
 */
export function datesBeside(
  sentence: Sentence,
  tokens: readonly Token[],
  [low, high]: TokenSpan,
  [from, to]: TokenSpan,
  actor: ActorFact,
  { claims, memoDate }: ProvenanceFacts,
): string[] {
  const all = findExpressions(tokens, low, high, english);
  const written = all.flatMap((expression) => {
    const between = expression.from >= to ? tokens.slice(to, expression.from) : tokens.slice(expression.to, from);
    const parted = between.some(({ norm, text }) => turns.test(norm) || /^["“”„«»;:]$/u.test(text));
    const date = expression.explicit && isLed(expression, tokens, low) && !parted ? dateOf(expression) : null;
    return date === null ? [] : [date];
  });
  if (written.length > 0) return written;
  const taken = sentence.marks.flatMap(({ kind, id }) =>
    kind === 'claim' ? (claims.get(id)?.positions ?? []).filter(({ actorId }) => actorId === actor.id) : [],
  );
  const dates = taken.map(({ date }) => date).filter((date) => date !== '' && isEdtf(date));
  if (dates.length > 0) return dates;
  const next = tokens.slice(to, Math.min(high, to + 2)).some(({ norm }) => present.test(norm));
  return next && all.length === 0 && isEdtf(memoDate) ? [memoDate] : [];
}

/** "on 3 February", "in 2021": not "the 2016 dam". */
function isLed({ from, value }: DateExpression, tokens: readonly Token[], low: number): boolean {
  return value.kind === 'day' || from === low || /^(?:on|in|during|by|throughout)$/u.test(tokens[from - 1]?.norm ?? '');
}

function dateOf({ value, relation, approximate }: DateExpression): string | null {
  if (relation !== 'at') return null;
  const about = approximate ? '~' : '';
  if (value.kind === 'year') return `${edtfOf({ year: value.year })}${about}`;
  if ((value.kind !== 'day' && value.kind !== 'month') || value.year === undefined) return null;
  const day = value.kind === 'day' ? { year: value.year, month: value.month, day: value.day } : null;
  return `${edtfOf(day ?? { year: value.year, month: value.month })}${about}`;
}
