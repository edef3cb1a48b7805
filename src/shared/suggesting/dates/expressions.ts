import type { Language } from '../language';
import type { Token } from '../text/tokens';
import { daysIn, isRealDay, type Unit } from './days';

/** What a date expression says, before it is known when. */
export type DateValue =
  /** `yearsOn` counts from the year of publication: "5 May this year", "January next year". */
  | { kind: 'day'; month: number; day: number; year?: number; yearsOn?: number }
  | { kind: 'month'; month: number; year?: number; which?: Which; yearsOn?: number }
  | { kind: 'season'; season: number; year?: number; which?: Which }
  | { kind: 'year'; year: number }
  | { kind: 'decade'; decade: number }
  | { kind: 'century'; century: number }
  | { kind: 'weekday'; weekday: number; which?: Which }
  /** So many units from the day of publication, or from the date named last. */
  | { kind: 'shift'; unit: Unit; amount: number; from: 'publication' | 'text' }
  /** "the past two years" up to publication. */
  | { kind: 'past'; unit: Unit; amount: number }
  | { kind: 'range'; start: DateValue; end: DateValue }
  /** "on the 9th": its month is that of what stands before it. */
  | { kind: 'monthday'; day: number }
  /** "the following spring", "the following Friday": the first one after the date named last. */
  | { kind: 'following'; season?: number; month?: number; weekday?: number }
  | { kind: 'months'; year: number; first: number; last: number };
export type Which = 'last' | 'next' | 'this' | 'that';

export interface DateExpression {
  from: number;
  to: number;
  value: DateValue;
  relation: 'at' | 'since' | 'until' | 'before' | 'after';
  approximate: boolean;
  /** The year is written with it. */
  explicit: boolean;
}

interface Part {
  end: number;
  value: DateValue;
}

const dash = /^[–—‐‑-]$/u;
const rangeWord = /^(?:to|until|till|through|and)$/u;
const unitOf = (norm: string): Unit | undefined =>
  norm === 'fortnight'
    ? 'week'
    : ((/^(day|week|month|year|decade)s?$/u.exec(norm)?.[1] as Unit | undefined) ??
      (/^centur(?:y|ies)$/u.test(norm) ? 'century' : undefined));

/** Date expressions in a range of tokens, in order; none overlap. */
export function findExpressions(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: Language,
): DateExpression[] {
  const parser = new Parser(tokens, to, language);
  const found: DateExpression[] = [];
  for (let at = from; at < to;) {
    const expression = parser.at(at);
    if (expression === null) at += 1;
    else {
      found.push(expression);
      at = Math.max(expression.to, at + 1);
    }
  }
  return found;
}

class Parser {
  constructor(
    private readonly tokens: readonly Token[],
    private readonly high: number,
    private readonly language: Language,
  ) {}

  #norm(at: number): string {
    return at >= 0 && at < this.high ? this.tokens[at]!.norm : '';
  }
  #text(at: number): string {
    return at >= 0 && at < this.high ? this.tokens[at]!.text : '';
  }

  at(at: number): DateExpression | null {
    const norm = this.#norm(at);
    let start = at;
    let relation: DateExpression['relation'] = 'at';
    let approximate = false;
    if (/^(?:since|until|till|before|after)$/u.test(norm)) {
      relation = norm === 'till' ? 'until' : (norm as 'since');
      start += 1;
    }
    if (/^(?:around|about|circa|ca|c|approximately|roughly)$/u.test(this.#norm(start))) {
      approximate = true;
      start += 1;
      if (this.#text(start) === '.') start += 1;
    }
    let span: Part | null = null;
    if (/^(?:from|between)$/u.test(norm) && start === at) span = this.#fromTo(at + 1, norm === 'between');
    const part = span ?? this.#one(start, start > at);
    if (part === null) return null;
    const inner = relation === 'at' || part.value.kind === 'range' ? 'at' : relation;
    return { from: at, to: part.end, value: part.value, relation: inner, approximate, explicit: hasYear(part.value) };
  }

  /** "from 2015 to 2018", "between March and May 2022", "between 9 and 12 March". */
  #fromTo(at: number, between: boolean): Part | null {
    const first = this.#one(at, true) ?? this.#bareDay(at);
    if (first === null || first.value.kind === 'range') return first?.value.kind === 'range' ? first : null;
    const joint = this.#norm(first.end);
    if (!(between ? joint === 'and' : /^(?:to|until|till|through)$/u.test(joint)) && !dash.test(this.#text(first.end)))
      return null;
    const second = this.#one(first.end + 1, true);
    if (second === null || second.value.kind === 'range') return null;
    return { end: second.end, value: joined(first.value, second.value) };
  }

  #bareDay(at: number): Part | null {
    const day = this.#day(at);
    return day === null ? null : { end: at + 1, value: { kind: 'day', month: 0, day } };
  }

  /** One date; `led` when a word before it says that a date follows. */
  #one(at: number, led: boolean): Part | null {
    if (at >= this.high) return null;
    return (
      this.#numeric(at) ??
      this.#weekdayThen(at) ??
      this.#dayMonth(at) ??
      this.#monthFirst(at, led) ??
      this.#season(at) ??
      this.#edgeOfMonth(this.#norm(at) === 'the' ? at + 1 : at) ??
      this.#relative(at) ??
      this.#quarter(at) ??
      this.#century(at) ??
      this.#year(at, led)
    );
  }

  /** 2023-04-06, 6.4.2023, 13/04/2023. */
  #numeric(at: number): Part | null {
    const token = this.tokens[at]!;
    if (token.kind !== 'number') return null;
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(token.text);
    if (dotted !== null) return dayPart(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]), at + 1);
    const sign = this.#text(at + 1);
    if ((sign !== '-' && sign !== '/') || this.#text(at + 3) !== sign) return null;
    const [a, b, c] = [token.text, this.#text(at + 2), this.#text(at + 4)];
    if (/^\d{4}$/u.test(a) && /^\d{1,2}$/u.test(b) && /^\d{1,2}$/u.test(c))
      return dayPart(Number(a), Number(b), Number(c), at + 5);
    if (sign === '/' && /^\d{1,2}$/u.test(a) && /^\d{1,2}$/u.test(b) && /^\d{4}$/u.test(c)) {
      // Which number is the month is certain only where one is above twelve, or both are the same.
      if (Number(a) > 12 || a === b) return dayPart(Number(c), Number(b), Number(a), at + 5);
      if (Number(b) > 12) return dayPart(Number(c), Number(a), Number(b), at + 5);
      return { end: at + 5, value: { kind: 'year', year: Number(c) } };
    }
    return null;
  }

  /** "Thursday, 6 April", and "last Thursday" or "Thursday" alone. */
  #weekdayThen(at: number): Part | null {
    const which = this.#which(at);
    const start = which === undefined ? at : at + 1;
    const token = this.tokens[start];
    if (token === undefined || start >= this.high || !token.capital) return null;
    const weekday = this.language.weekdays.get(token.norm);
    if (weekday === undefined || (token.norm.length === 3 && !/^\p{Lu}\p{Ll}{2}\.?$/u.test(token.text))) return null;
    if (/^(?:sun|sat|wed|mon)$/u.test(token.norm))
      return this.#text(start + 1) === ',' ? this.#dated(start + 2) : this.#dated(start + 1);
    const comma = this.#text(start + 1) === ',' ? start + 2 : start + 1;
    const dated = this.#dated(comma) ?? (this.#norm(comma) === 'the' ? this.#dated(comma + 1) : null);
    if (dated !== null) return dated;
    const before = this.#norm(at - 1);
    if (
      /^(?:every|each|black|bloody|good|palm|easter|ash|holy|maundy)$/u.test(before) ||
      (at > 0 && /^(?:Black|Bloody|Good)$/u.test(this.#text(at - 1)))
    )
      return null;
    const next = this.tokens[start + 1];
    if (
      next !== undefined &&
      start + 1 < this.high &&
      next.capital &&
      next.spaced &&
      next.norm !== 'i' &&
      !this.language.months.has(next.norm) &&
      (/^(?:the|an?|of)$/u.test(before) ||
        (start > 0 &&
          this.tokens[start - 1]!.capital &&
          which === undefined &&
          !/^(?:on|by|since|until|after|before|from)$/u.test(before)))
    )
      return null;
    let end = start + 1;
    if (/^(?:morning|afternoon|evening|night)$/u.test(this.#norm(end))) end += 1;
    return { end, value: { kind: 'weekday', weekday, ...(which === undefined ? {} : { which }) } };
  }

  #dated(at: number): Part | null {
    if (at >= this.high) return null;
    const part = this.#dayMonth(at) ?? this.#monthFirst(at, false);
    return part !== null && part.value.kind === 'day' ? part : null;
  }

  #which(at: number): Which | undefined {
    const norm = this.#norm(at);
    if (norm === 'last' || norm === 'next' || norm === 'this') return norm;
    return norm === 'past' ? 'last' : norm === 'coming' ? 'next' : undefined;
  }

  #month(at: number): number | null {
    const token = this.tokens[at];
    if (token === undefined || at >= this.high || !token.capital || token.kind !== 'word') return null;
    return this.language.months.get(token.norm) ?? null;
  }

  #day(at: number): number | null {
    const token = this.tokens[at];
    if (token === undefined || at >= this.high) return null;
    if (token.kind === 'number') {
      const match = /^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(token.text);
      const day = match === null ? 0 : Number(match[1]);
      return day >= 1 && day <= 31 ? day : null;
    }
    return this.language.ordinals.get(token.norm) ?? null;
  }

  #yearAt(at: number): number | null {
    const token = this.tokens[at];
    if (token === undefined || at >= this.high || !/^\d{4}$/u.test(token.text)) return null;
    const year = Number(token.text);
    return year >= 1000 && year <= 2199 ? year : null;
  }

  /** A year behind a month or day, with or without comma or "of". */
  #yearAfter(at: number): { year: number; end: number } | null {
    for (const next of this.#text(at) === ',' || this.#norm(at) === 'of' ? [at + 1] : [at]) {
      const year = this.#yearAt(next);
      if (year !== null) return { year, end: next + 1 };
    }
    return null;
  }

  /** "6 April 2023", "the 6th of April", "9–12 March", "28 March to 2 April". */
  #dayMonth(at: number): Part | null {
    const start = this.#norm(at) === 'the' ? at + 1 : at;
    const day = this.#day(start);
    if (day === null) return null;
    let next = start + 1;
    let lastDay = day;
    if (dash.test(this.#text(next)) || rangeWord.test(this.#norm(next)) || this.#text(next) === '/') {
      const joint = this.#norm(next) === 'the' ? next + 2 : next + 1;
      const other = this.#day(joint);
      if (other !== null) {
        lastDay = other;
        next = joint + 1;
      }
    } else if (this.#text(next) === ',' && this.#day(next + 1) !== null) {
      // "11, 22 and 29 March": each is taken from its own place; see below.
      const months = this.#listedMonth(next);
      if (months !== null)
        return {
          end: start + 1,
          value: { kind: 'day', month: months.month, day, ...(months.year === undefined ? {} : { year: months.year }) },
        };
    }
    if (this.#norm(next) === 'of') next += 1;
    const month = this.#month(next);
    if (month === null || day > 31) return null;
    const year = this.#yearAfter(next + 1);
    let end = year?.end ?? next + 1;
    const withYear = year === null ? {} : { year: year.year };
    if (lastDay === day && (dash.test(this.#text(end)) || /^(?:to|until|till|through)$/u.test(this.#norm(end)))) {
      const other = this.#day(end + 1);
      const otherMonth = other === null ? null : this.#month(this.#norm(end + 2) === 'of' ? end + 3 : end + 2);
      if (other !== null && otherMonth !== null) {
        const otherYear = this.#yearAfter(end + 3);
        end = otherYear?.end ?? end + 3;
        return {
          end,
          value: joined(
            { kind: 'day', month, day, ...withYear },
            { kind: 'day', month: otherMonth, day: other, ...(otherYear === null ? {} : { year: otherYear.year }) },
          ),
        };
      }
    }
    if (lastDay < day) return null;
    const value: DateValue & { kind: 'day' } = { kind: 'day', month, day, ...withYear };
    if (this.#norm(start + 1) === 'and' && lastDay !== day) {
      // Two days, not all between them.
      return { end: start + 1, value };
    }
    return lastDay === day
      ? this.#ofTurn(end, value)
      : { end, value: { kind: 'range', start: value, end: { kind: 'day', month, day: lastDay, ...withYear } } };
  }

  /** Whether the clause ends at a token. */
  #closes(at: number): boolean {
    return /^(?:[.,;!?]|)$/u.test(this.#text(at));
  }

  /** "last year", "of next year" behind a month or a day. */
  #turn(at: number): { end: number; yearsOn: number } | null {
    const from = this.#norm(at) === 'of' ? at + 1 : at;
    const which = this.#which(from);
    if (which === undefined || which === 'that' || this.#norm(from + 1) !== 'year') return null;
    return { end: from + 2, yearsOn: which === 'last' ? -1 : which === 'next' ? 1 : 0 };
  }

  /** A day, with "last year" and the like behind it where no year is written. */
  #ofTurn(end: number, value: DateValue & { kind: 'day' }): Part {
    const turn = value.year === undefined ? this.#turn(end) : null;
    return turn === null ? { end, value } : { end: turn.end, value: { ...value, yearsOn: turn.yearsOn } };
  }

  /** The month that a list of days ends with. */
  #listedMonth(at: number): { month: number; year?: number } | null {
    let next = at;
    for (let count = 0; count < 8; count++) {
      if (this.#text(next) === ',' || this.#norm(next) === 'and') next += 1;
      else return null;
      if (this.#norm(next) === 'and') next += 1;
      if (this.#day(next) === null) return null;
      const month = this.#month(next + 1);
      if (month !== null) {
        const year = this.#yearAfter(next + 2);
        return { month, ...(year === null ? {} : { year: year.year }) };
      }
      next += 1;
    }
    return null;
  }

  /** "April 6, 2023", "March 9–12", "March 2023", "March to May 2022", "late March", "last March". */
  #monthFirst(at: number, led: boolean): Part | null {
    const which = this.#which(at);
    let start = which === undefined ? at : at + 1;
    const fused = /^(?:early|mid|late)-(\p{L}+)$/u.exec(this.#norm(start));
    let phased = fused !== null;
    if (fused === null && /^(?:early|mid|late|mid-to-late)$/u.test(this.#norm(start))) {
      phased = true;
      start += 1;
      if (dash.test(this.#text(start))) start += 1;
    }
    const month = fused === null ? this.#month(start) : (this.language.months.get(fused[1]!) ?? null);
    if (month === null) return null;
    let end = start + 1;
    const day = this.#day(this.#norm(end) === 'the' ? end + 1 : end);
    if (
      day !== null &&
      !phased &&
      which === undefined &&
      this.tokens[end]!.kind !== 'mark' &&
      !/^(?:first|second|third)$/u.test(this.#norm(end))
    ) {
      return this.#monthDay(this.#norm(end) === 'the' ? end + 1 : end, month, day);
    }
    // "January next year", "in May of last year"
    const turn = which === undefined ? this.#turn(end) : null;
    if (turn !== null) return { end: turn.end, value: { kind: 'month', month, yearsOn: turn.yearsOn } };
    // "October of that year"
    if (
      this.#norm(end) === 'of' &&
      (this.#norm(end + 1) === 'that' || (this.#norm(end + 1) === 'the' && this.#norm(end + 2) === 'same'))
    ) {
      const unit = this.#norm(end + 1) === 'that' ? end + 2 : end + 3;
      if (this.#norm(unit) === 'year') return { end: unit + 1, value: { kind: 'month', month, which: 'that' } };
    }
    const year = this.#yearAfter(end);
    if (year !== null) {
      end = year.end;
      if (dash.test(this.#text(end)) || /^(?:to|until|through)$/u.test(this.#norm(end))) {
        const other = this.#month(end + 1);
        const otherYear = other === null ? null : this.#yearAfter(end + 2);
        if (other !== null && otherYear !== null) {
          return {
            end: otherYear.end,
            value: joined(
              { kind: 'month', month, year: year.year },
              { kind: 'month', month: other, year: otherYear.year },
            ),
          };
        }
      }
      return { end, value: { kind: 'month', month, year: year.year } };
    }
    if (dash.test(this.#text(end)) || rangeWord.test(this.#norm(end))) {
      const other = this.#month(end + 1);
      if (other !== null && this.#day(end + 2) === null) {
        const otherYear = this.#yearAfter(end + 2);
        const value = joined(
          { kind: 'month', month },
          { kind: 'month', month: other, ...(otherYear === null ? {} : { year: otherYear.year }) },
        );
        return { end: otherYear?.end ?? end + 2, value };
      }
    }
    // A month alone: where nothing says that it is one, "May" and "March" are other words.
    const before = this.#norm(at - 1);
    const context =
      led ||
      phased ||
      which !== undefined ||
      /^(?:in|by|of|for|from|to|during|throughout|this|that|and|or|between|last|next|early|late|mid|end|every|as|since|until)$/u.test(
        before,
      );
    const name = this.tokens[start]!;
    const possessive = name.possessive && !name.initial;
    if (!context && !possessive) return null;
    if (name.text.length <= 3 && month !== 5) return null;
    if (/^(?:and|or|of|for|to|from)$/u.test(before) && (month === 3 || month === 5) && !led && !phased) {
      if (this.#text(start).length < 4 && before !== 'of' && before !== 'from') return null;
    }
    const next = this.tokens[end];
    if (next !== undefined && end < this.high && next.capital && next.spaced && !name.possessive) return null;
    return { end, value: { kind: 'month', month, ...(which === undefined ? {} : { which }) } };
  }

  #monthDay(at: number, month: number, day: number): Part | null {
    let end = at + 1;
    let lastDay = day;
    let lastMonth = month;
    if (dash.test(this.#text(end)) || /^(?:to|until|through|and)$/u.test(this.#norm(end))) {
      const otherMonth = this.#month(end + 1);
      const other = this.#day(otherMonth === null ? end + 1 : end + 2);
      const both = this.#norm(end) === 'and';
      if (
        other !== null &&
        !(both && (otherMonth !== null || this.#month(end + 2) !== null)) &&
        !(both && other <= day)
      ) {
        if (!both) {
          lastDay = other;
          lastMonth = otherMonth ?? month;
          end = otherMonth === null ? end + 2 : end + 3;
        }
      }
    }
    const year = this.#yearAfter(end);
    if (year !== null) end = year.end;
    const withYear = year === null ? {} : { year: year.year };
    if (!isRealDay(year?.year ?? 2000, month, day)) return null;
    const value: DateValue & { kind: 'day' } = { kind: 'day', month, day, ...withYear };
    if (lastDay === day && lastMonth === month) return this.#ofTurn(end, value);
    return {
      end,
      value: { kind: 'range', start: value, end: { kind: 'day', month: lastMonth, day: lastDay, ...withYear } },
    };
  }

  /** "spring 2021", "the autumn of 2019", "last summer", "in the spring". */
  #season(at: number): Part | null {
    let start = this.#norm(at) === 'the' ? at + 1 : at;
    const which = this.#which(start);
    if (which !== undefined) start += 1;
    if (/^(?:early|mid|late)$/u.test(this.#norm(start))) start += 1;
    const season = this.language.seasons.get(this.#norm(start).replace(/^(?:mid|early|late)-/u, ''));
    if (season === undefined) return null;
    const year = this.#yearAfter(start + 1);
    if (year !== null) {
      // "winter of 1941–42" begins in the first year.
      let end = year.end;
      if ((dash.test(this.#text(end)) || this.#text(end) === '/') && /^\d{2}(?:\d{2})?$/u.test(this.#text(end + 1)))
        end += 2;
      return { end, value: { kind: 'season', season, year: year.year } };
    }
    if (which !== undefined) return { end: start + 1, value: { kind: 'season', season, which } };
    const that = this.#norm(at - 1) === 'that' || this.#norm(at - 1) === 'same';
    if (this.#norm(start) === 'fall' && !that && this.#norm(at - 1) !== 'in') return null;
    if (that || (this.#norm(start - 1) === 'the' && /^(?:in|during|since|by|until)$/u.test(this.#norm(start - 2)))) {
      return { end: start + 1, value: { kind: 'season', season } };
    }
    return null;
  }

  /** Everything that counts from the day of publication or from the date before. */
  #relative(at: number): Part | null {
    const norm = this.#norm(at);
    const shift = (end: number, unit: Unit, amount: number, from: 'publication' | 'text' = 'publication'): Part => ({
      end,
      value: { kind: 'shift', unit, amount, from },
    });
    if (norm === 'yesterday') return shift(this.#dayPart(at + 1), 'day', -1);
    if (norm === 'tomorrow') return shift(this.#dayPart(at + 1), 'day', 1);
    if (norm === 'tonight') return shift(at + 1, 'day', 0);
    if (norm === 'today') return this.#todayIsADate(at) ? shift(at + 1, 'day', 0) : null;
    if (norm === 'last' && this.#norm(at + 1) === 'night') return shift(at + 2, 'day', -1);
    if (norm === 'this' && /^(?:morning|afternoon|evening)$/u.test(this.#norm(at + 1))) return shift(at + 2, 'day', 0);
    const which = this.#which(at);
    if (which !== undefined && norm !== 'past' && norm !== 'coming') {
      const unit = unitOf(this.#norm(at + 1));
      if (unit !== undefined && unit !== 'day' && this.#norm(at - 1) !== 'the' && !/s$/u.test(this.#norm(at + 1))) {
        return shift(at + 2, unit, which === 'last' ? -1 : which === 'next' ? 1 : 0);
      }
    }
    if (/^(?:earlier|later)$/u.test(norm) && this.#norm(at + 1) === 'in' && this.#norm(at + 2) === 'the') {
      const unit = unitOf(this.#norm(at + 3));
      const closed = this.#norm(at + 4) !== 'of';
      if (unit !== undefined && closed && /^(?:day|week|month|year)$/u.test(this.#norm(at + 3)))
        return shift(at + 4, unit, 0);
    }
    const ends = this.#endOf(at);
    if (ends !== null) return shift(ends.end, ends.unit, 0);
    if (norm === 'the' || norm === 'that' || norm === 'same') return this.#monthday(at) ?? this.#theRelative(at, shift);
    const count = this.#count(at);
    if (count !== null) {
      const unit = unitOf(this.#norm(count.end));
      if (unit === undefined) return null;
      const amount = this.#norm(count.end) === 'fortnight' ? count.value * 2 : count.value;
      const word = this.#norm(count.end + 1);
      if (word === 'ago') return shift(count.end + 2, unit, -amount);
      if (word === 'later' || word === 'afterwards') return shift(count.end + 2, unit, amount, 'text');
      // "two days before." counts from what was said; "two days before the vote" does not.
      const back = word === 'before' && this.#closes(count.end + 2);
      if (word === 'earlier' || word === 'previously' || back) return shift(count.end + 2, unit, -amount, 'text');
    }
    return null;
  }

  /** "the end of the month", "year's end": within that month or year. */
  #endOf(at: number): { end: number; unit: Unit } | null {
    const start = this.#norm(at) === 'the' ? at + 1 : at;
    if (
      /^(?:week|month|year)$/u.test(this.#norm(start)) &&
      this.tokens[start]!.possessive &&
      this.#norm(start + 1) === 'end'
    )
      return { end: start + 2, unit: this.#norm(start) as Unit };
    if (!/^(?:end|beginning|start)$/u.test(this.#norm(start)) || this.#norm(start + 1) !== 'of') return null;
    const unit = this.#norm(start + 3);
    const which = this.#norm(start + 2);
    if (!/^(?:the|this)$/u.test(which) || !/^(?:week|month|year)$/u.test(unit)) return null;
    return { end: start + 4, unit: unit as Unit };
  }

  /** The season, month or weekday of "the following spring". */
  #following(at: number): Part | null {
    const season = this.language.seasons.get(this.#norm(at));
    const month = this.#month(at);
    const weekday = this.tokens[at]?.capital === true ? this.language.weekdays.get(this.#norm(at)) : undefined;
    if (season !== undefined) return { end: at + 1, value: { kind: 'following', season } };
    if (month !== null && this.#yearAt(at + 1) === null) return { end: at + 1, value: { kind: 'following', month } };
    return weekday === undefined ? null : { end: at + 1, value: { kind: 'following', weekday } };
  }

  /** "on the 9th", where nothing that could be counted follows. */
  #monthday(at: number): Part | null {
    if (this.#norm(at) !== 'the' || !/^(?:on|by|since|until|from|before|after)$/u.test(this.#norm(at - 1))) return null;
    const match = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(this.#text(at + 1));
    const day = match === null ? 0 : Number(match[1]);
    const next = at + 2 < this.high ? this.tokens[at + 2] : undefined;
    const closed =
      next === undefined ||
      next.kind === 'mark' ||
      /^(?:and|but|or|when|while|where|after|before|at|by|in|with|he|she|they|we|it|was|were|had)$/u.test(next.norm);
    return day < 1 || day > 31 || !closed || next?.text === '-'
      ? null
      : { end: at + 2, value: { kind: 'monthday', day } };
  }

  #dayPart(at: number): number {
    return /^(?:morning|afternoon|evening|night)$/u.test(this.#norm(at)) ? at + 1 : at;
  }

  /** "announced today" is a date; "today the alliance is weak" is the present. */
  #todayIsADate(at: number): boolean {
    if (/(?:ed|ing)$/u.test(this.#norm(at + 1)) && this.#norm(at + 1).length > 4) return true;
    if (/^(?:began|took|gave|made|signed|wrote|sent|went|said|told|met|held)$/u.test(this.#norm(at + 1))) return true;
    for (let i = at - 1; i >= Math.max(0, at - 25); i--) {
      const { norm, text } = this.tokens[i]!;
      if (/^[.!?]$/u.test(text)) break;
      if (/^(?:is|are|has|have|still|even|until|as)$/u.test(norm)) return false;
      if (
        /ed$/u.test(norm) ||
        /^(?:said|told|met|held|was|were|began|took|gave|made|signed|wrote|sent|went)$/u.test(norm)
      )
        return true;
    }
    return false;
  }

  #theRelative(
    at: number,
    shift: (end: number, unit: Unit, amount: number, from?: 'publication' | 'text') => Part,
  ): Part | null {
    let next = at + 1;
    const first = this.#norm(at);
    if (first === 'that' || this.#norm(next) === 'same' || first === 'same') {
      if (this.#norm(next) === 'same') next += 1;
      const unit = unitOf(this.#norm(next));
      if (
        unit === undefined ||
        /s$/u.test(this.#norm(next)) ||
        unit === 'decade' ||
        unit === 'century' ||
        unit === 'week'
      )
        return null;
      if (
        first === 'that' &&
        !/^(?:in|on|earlier|later|of|by|until|since|during)$/u.test(this.#norm(at - 1)) &&
        !this.tokens[at]!.initial
      )
        return null;
      return shift(next + 1, unit, 0, 'text');
    }
    const word = this.#norm(next);
    if (/^(?:next|following)$/u.test(word)) {
      if (/^(?:morning|afternoon|evening|night)$/u.test(this.#norm(next + 1))) return shift(next + 2, 'day', 1, 'text');
      const after = this.#following(next + 1);
      if (after !== null && word === 'following') return after;
    }
    if (/^(?:next|following|previous|preceding)$/u.test(word)) {
      const unit = unitOf(this.#norm(next + 1));
      if (unit === undefined || /s$/u.test(this.#norm(next + 1))) return null;
      if (word === 'next' && unit !== 'day') return null;
      return shift(this.#dayPart(next + 2), unit, /^(?:next|following)$/u.test(word) ? 1 : -1, 'text');
    }
    if (/^(?:week|month|year)$/u.test(word) && /^(?:before|after)$/u.test(this.#norm(next + 1))) {
      const end = next + 2 < this.high ? this.tokens[next + 2] : undefined;
      if (end === undefined || (end.kind === 'mark' && !/^[“"‘'(]$/u.test(end.text)))
        return shift(next + 2, word as Unit, this.#norm(next + 1) === 'after' ? 1 : -1, 'text');
    }
    if (word === 'day' && /^(?:before|after)$/u.test(this.#norm(next + 1))) {
      if (this.#norm(next + 2) === 'yesterday') return shift(next + 3, 'day', -2);
      if (this.#norm(next + 2) === 'tomorrow') return shift(next + 3, 'day', 2);
      const end = this.tokens[next + 2];
      const closed = end === undefined || next + 2 >= this.high || end.kind === 'mark';
      return closed ? shift(next + 2, 'day', this.#norm(next + 1) === 'after' ? 1 : -1, 'text') : null;
    }
    // "the past year", "the last three months"
    if (/^(?:past|last)$/u.test(word)) {
      const count = this.#count(next + 1);
      const unitAt = count?.end ?? next + 1;
      const unit = unitOf(this.#norm(unitAt));
      if (unit === undefined) return null;
      if (count === null && /s$/u.test(this.#norm(unitAt))) return null;
      return { end: unitAt + 1, value: { kind: 'past', unit, amount: count?.value ?? 1 } };
    }
    return null;
  }

  #count(at: number): { value: number; end: number } | null {
    const token = this.tokens[at];
    if (token === undefined || at >= this.high) return null;
    if (token.kind === 'number' && /^\d{1,3}$/u.test(token.text)) return { value: Number(token.text), end: at + 1 };
    const value = this.language.numbers.get(token.norm);
    return value === undefined ? null : { value, end: at + 1 };
  }

  /** "the first quarter of 2023", "the second half of 2022". */
  #quarter(at: number): Part | null {
    const start = this.#norm(at) === 'the' ? at + 1 : at;
    const which = this.language.ordinals.get(this.#norm(start));
    const part = this.#norm(start + 1);
    if (which === undefined || which > 4 || (part !== 'quarter' && part !== 'half')) return null;
    const year = this.#yearAfter(start + 2);
    if (year === null || (part === 'half' && which > 2)) return null;
    const size = part === 'half' ? 6 : 3;
    return {
      end: year.end,
      value: { kind: 'months', year: year.year, first: (which - 1) * size + 1, last: which * size },
    };
  }

  /** "the last day of June", "the first day of May 1994". */
  #edgeOfMonth(at: number): Part | null {
    const word = this.#norm(at);
    if (!/^(?:first|last)$/u.test(word) || this.#norm(at + 1) !== 'day' || this.#norm(at + 2) !== 'of') return null;
    const month = this.#month(at + 3);
    if (month === null) return null;
    const year = this.#yearAfter(at + 4);
    const day = word === 'first' ? 1 : daysIn(year?.year ?? 2023, month);
    return {
      end: year?.end ?? at + 4,
      value: { kind: 'day', month, day, ...(year === null ? {} : { year: year.year }) },
    };
  }

  /** "the 19th century", "the late nineteenth century". */
  #century(at: number): Part | null {
    let start = this.#norm(at) === 'the' ? at + 1 : at;
    if (/^(?:early|mid|late|mid-)$/u.test(this.#norm(start))) start += 1;
    const token = this.tokens[start];
    if (token === undefined || start >= this.high) return null;
    const match = /^(\d{1,2})(?:st|nd|rd|th)$/u.exec(token.text);
    const century = match === null ? this.language.ordinals.get(token.norm.replace(/^mid-/u, '')) : Number(match[1]);
    if (century === undefined || century < 10 || century > 22 || !/^centur/u.test(this.#norm(start + 1))) return null;
    return { end: start + 2, value: { kind: 'century', century } };
  }

  /** A year, a decade, or a range of years. */
  #year(at: number, led: boolean): Part | null {
    let start = at;
    let phased = false;
    const fused = /^(?:mid|early|late)-(\d{4})(s?)$/u.exec(this.#norm(at));
    if (fused !== null) {
      const year = Number(fused[1]);
      return {
        end: at + 1,
        value: fused[2] === 's' ? { kind: 'decade', decade: Math.floor(year / 10) } : { kind: 'year', year },
      };
    }
    if (this.#norm(start) === 'the' && /^(?:early|mid|late|\d{4}s)$/u.test(this.#norm(start + 1))) start += 1;
    if (/^(?:early|mid|late)$/u.test(this.#norm(start))) {
      phased = true;
      start += 1;
      if (dash.test(this.#text(start))) start += 1;
    }
    const decade = /^(\d{3})0s$/u.exec(this.#text(start)) ?? /^(?:mid|early|late)-(\d{3})0s$/u.exec(this.#norm(start));
    if (decade !== null && Number(decade[1]) >= 100)
      return { end: start + 1, value: { kind: 'decade', decade: Number(decade[1]) } };
    const year = this.#yearAt(start);
    if (year === null) return null;
    const sign = this.#text(start + 1);
    if (dash.test(sign) || sign === '/') {
      const other = this.#text(start + 2);
      const last = /^\d{4}$/u.test(other)
        ? Number(other)
        : /^\d{2}$/u.test(other)
          ? Math.floor(year / 100) * 100 + Number(other)
          : 0;
      if (last > year && last - year < 500)
        return {
          end: start + 3,
          value: { kind: 'range', start: { kind: 'year', year }, end: { kind: 'year', year: last } },
        };
      if (sign === '/' || /^\d/u.test(other)) return null;
    }
    if (!led && !phased && !this.#isYearHere(start)) return null;
    return { end: start + 1, value: { kind: 'year', year } };
  }

  /** Whether four digits are a year: by the word before them and what follows. */
  #isYearHere(at: number): boolean {
    const before = this.#norm(at - 1);
    const next = this.tokens[at + 1];
    const nextNorm = this.#norm(at + 1);
    if (
      /^(?:people|troops|soldiers|men|women|workers|km|kilometres|kilometers|miles|metres|meters|tonnes|tons|percent|per|barrels|dollars|euros|pounds|rounds|vehicles|homes|houses|families|refugees|hectares|acres|feet|hours|copies|votes|cases|pages|words|jobs|litres|ships|tanks|rifles|sheep|inhabitants)$/u.test(
        nextNorm,
      ) ||
      next?.text === '%'
    )
      return false;
    if (
      /^(?:in|by|of|during|throughout|early|late|mid|entire|whole|all|year|from|to|through|and|autumn|spring|summer|winter|is|was|around|onwards|until)$/u.test(
        before,
      )
    ) {
      if (before === 'to' || before === 'and' || before === 'of' || before === 'from' || before === 'by') {
        // "grew to 1500", "by 1200": a number unless a year is likely.
        const year = Number(this.#text(at));
        return (
          year >= 1700 &&
          year <= 2100 &&
          !(
            next?.kind === 'word' &&
            !next.capital &&
            /s$/u.test(nextNorm) &&
            before !== 'of' &&
            !/^(?:was|is|has|its|his|this|as)$/u.test(nextNorm)
          )
        );
      }
      return true;
    }
    const year = Number(this.#text(at));
    if (before === 'the' && year >= 1500 && year <= 2100 && next?.kind === 'word' && !this.#isDocument(at + 1))
      return true;
    return this.tokens[at]!.initial && /^(?:was|saw|began|brought|marked|ended)$/u.test(nextNorm);
  }

  /** "the 1961 Vienna Convention": the year belongs to the name of a text. */
  #isDocument(at: number): boolean {
    for (let i = at; i < Math.min(this.high, at + 6); i++) {
      const token = this.tokens[i]!;
      if (token.kind !== 'word') return false;
      if (
        /^(?:convention|treaty|act|constitution|protocol|charter|agreement|accord|accords|resolution|declaration|law|directive|regulation|edition|code|report|census|budget)$/u.test(
          token.norm,
        )
      )
        return true;
      if (!token.capital) return false;
    }
    return false;
  }
}

function dayPart(year: number, month: number, day: number, end: number): Part | null {
  return isRealDay(year, month, day) && year >= 1000 && year <= 2199
    ? { end, value: { kind: 'day', month, day, year } }
    : null;
}

function hasYear(value: DateValue): boolean {
  if (value.kind === 'range') return hasYear(value.end) || hasYear(value.start);
  return 'year' in value ? value.year !== undefined : value.kind === 'decade' || value.kind === 'century';
}

/** A range; what the first end leaves out it takes from the second. */
function joined(start: DateValue, end: DateValue): DateValue {
  let first = start;
  if (first.kind === 'day' && end.kind === 'day') {
    first = {
      ...first,
      month: first.month === 0 ? end.month : first.month,
      ...(first.year === undefined && end.year !== undefined ? { year: yearBefore(first, end) } : {}),
    };
  } else if (first.kind === 'month' && end.kind === 'month' && first.year === undefined && end.year !== undefined) {
    first = { ...first, year: first.month > end.month ? end.year - 1 : end.year };
  } else if (first.kind === 'day' && first.month === 0) return end;
  return { kind: 'range', start: first, end };
}

function yearBefore(first: { month: number }, end: { month: number; year?: number }): number {
  return first.month > end.month && first.month !== 0 ? end.year! - 1 : end.year!;
}
