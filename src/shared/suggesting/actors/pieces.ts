import type { Language } from '../language';
import type { Token } from '../text/tokens';
import type { Gazetteer, Listed } from './gazetteer';
import { titleAt } from './titles';

/** A part of a run of capitalised words, told apart by its own words alone; what stands around it is weighed later. */
export interface Piece {
  from: number;
  to: number;
  type: Listed['type'] | 'body' | 'place' | 'unknown' | 'bare';
  listed?: Listed;
  /** Office or honorific right before it, as a range of tokens. */
  title?: { from: number; to: number; kind: 'honorific' | 'role' };
  /** The state whose body it is: "Iranian Embassy"; `core` is where the body's own words begin. */
  owner?: string;
  core?: number;
  /** An ordinary word with a capital: somebody's name only if it is known to be one. */
  weak?: boolean;
}

interface Cut {
  tokens: readonly Token[];
  language: Language;
  gazetteer: Gazetteer;
}

/** Cuts a run of capitalised words into the names, nationalities and titles that it is made of. */
export function piecesOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: Language,
  gazetteer: Gazetteer,
): Piece[] {
  const cut: Cut = { tokens, language, gazetteer };
  const pieces: Piece[] = [];
  let title: Piece['title'];
  let at = from;
  while (at < to) {
    const token = tokens[at]!;
    if (token.kind !== 'word' || !token.capital) {
      at += 1;
      continue;
    }
    // "Ethiopian-born", "London-based": the state or the city, and no name.
    const compound =
      /^(.{3,})-(?:born|based|led|backed|made|speaking|controlled|occupied|funded|registered|flagged|owned|run|brokered|trained)$/u.exec(
        token.norm,
      );
    if (compound !== null) {
      const inner = gazetteer.at(
        [{ ...token, norm: compound[1]!, text: token.text.slice(0, compound[1]!.length) }],
        0,
        1,
      );
      if (inner !== null && /^(?:state|adjective|region)$/u.test(inner.value.type))
        pieces.push({
          from: at,
          to: at + 1,
          type: inner.value.type === 'region' ? 'region' : 'adjective',
          listed: inner.value,
        });
      title = undefined;
      at += 1;
      continue;
    }
    const listed = gazetteer.at(tokens, at, to);
    if (listed === null) {
      const skipped = skippable(cut, at, to);
      if (skipped > at) {
        at = skipped;
        title = undefined;
        continue;
      }
      const found = titleAt(tokens, at, to, language);
      if (found !== null && !(at > from && found.end === to && pieces.at(-1)?.to === at)) {
        title = { from: title?.to === at ? title.from : at, to: found.end, kind: found.kind };
        at = complement(cut, found.end, to, pieces, title);
        continue;
      }
    }
    at = takeName(cut, at, to, pieces, title, listed);
    title = undefined;
  }
  return pieces;
}

/** Past the first words of a sentence that are no part of a name, and days and months. */
function skippable({ tokens, language }: Cut, at: number, to: number): number {
  const { norm, initial } = tokens[at]!;
  if (language.months.has(norm) || language.weekdays.has(norm)) {
    return language.givenNames.has(norm) && at + 1 < to && tokens[at + 1]!.capital ? at : at + 1;
  }
  // "A. J. Lindqvist": an initial is no article.
  if (language.functionWords.has(norm) && !tokens[at]!.text.endsWith('.')) return at + 1;
  if (!initial) return at;
  if (language.givenNames.has(norm) && at + 1 < to) return at;
  if (at + 1 < to && (titleAt(tokens, at, to, language) !== null || hasHead(tokens, at, to, language))) return at;
  if (language.placeFirsts.has(norm) && at + 1 < to) return at;
  if (language.commonWords.has(norm)) return at + 1;
  if (language.commonEnding.test(norm) && !language.givenNames.has(norm) && at + 1 < to) {
    return titleAt(tokens, at + 1, to, language) === null ? at : at + 1;
  }
  return at;
}

function hasHead(tokens: readonly Token[], at: number, to: number, language: Language): boolean {
  for (let i = at + 1; i < to; i++) {
    const { norm } = tokens[i]!;
    if (language.organisationHeads.has(norm) || language.placeHeads.has(norm) || language.thingHeads.has(norm))
      return true;
  }
  return false;
}

/** What belongs to a title: "of State", "of Foreign Affairs", "for Trade". Adds a state that is named there. */
function complement(cut: Cut, at: number, to: number, pieces: Piece[], title: NonNullable<Piece['title']>): number {
  const { tokens, language, gazetteer } = cut;
  const joint = /^(?:of|for|to|in)$/u;
  const last = tokens[at - 1]!.norm;
  let start = at;
  if (at < to && joint.test(tokens[at]!.norm) && !tokens[at]!.capital) start = at + 1;
  else if (!joint.test(last)) return at;
  if (start < to && tokens[start]!.norm === 'the') start += 1;
  if (start >= to) return at;
  const listed = gazetteer.at(tokens, start, to);
  if (listed !== null) {
    title.to = listed.end;
    pieces.push({ from: start, to: listed.end, type: listed.value.type, listed: listed.value });
    return listed.end;
  }
  let end = start;
  while (end < to && !language.givenNames.has(tokens[end]!.norm)) {
    const { norm, capital } = tokens[end]!;
    if (
      capital &&
      !language.roleModifiers.has(norm) &&
      !language.organisationHeads.has(norm) &&
      !language.commonWords.has(norm)
    )
      break;
    end += 1;
  }
  if (end < to && end > start && tokens[end - 1]!.norm === 'and')
    end = tokens[end]!.norm === '' || language.givenNames.has(tokens[end]!.norm) ? end : end + 1;
  if (end === start) {
    // What the office is of ends with a body's head, or where a given name begins; else it is all of it.
    let high = to;
    for (let i = start + 1; i < to && high === to; i++) {
      if (language.givenNames.has(tokens[i]!.norm) && i + 1 < to) high = i;
      else if (language.organisationHeads.has(tokens[i - 1]!.norm) && tokens[i]!.capital) high = i;
    }
    const chunk = classify(cut, start, high);
    if (chunk !== null) pieces.push(chunk);
    title.to = high;
    return high;
  }
  title.to = end;
  return end;
}

/** One name from `at` on; answers where it ends. */
function takeName(
  cut: Cut,
  at: number,
  to: number,
  pieces: Piece[],
  title: Piece['title'],
  listed: { value: Listed; end: number } | null,
): number {
  const { tokens, language, gazetteer } = cut;
  let end = at + 1;
  while (end < to) {
    const found = titleAt(tokens, end, to, language);
    const first = tokens[end]!;
    if (found !== null && first.capital && (found.end < to || found.kind === 'role')) {
      // "Martin King", "Anna Bishop": a title that ends the run may be a family name.
      const alone = found.end === to && found.end - end === 1 && language.givenNames.has(tokens[end - 1]!.norm);
      const inside =
        tokens[end - 1]!.norm === 'of' || tokens[end - 1]!.norm === 'the' || tokens[end - 1]!.norm === 'for';
      if (!alone && !inside) break;
    }
    end += 1;
  }
  if (listed === null) {
    for (let i = at + 1; i < end; i++) {
      const inner = gazetteer.at(tokens, i, end);
      if (inner === null || !/^(?:state|adjective)$/u.test(inner.value.type)) continue;
      if (/^(?:of|for|the|and)$/u.test(tokens[i - 1]!.norm) || hasHead(tokens, at - 1, end, language)) break;
      end = i;
    }
    const chunk = classify(cut, at, end);
    if (chunk !== null) pieces.push({ ...chunk, ...(title === undefined ? {} : { title }) });
    return Math.max(chunk?.to ?? end, at + 1);
  }
  const { value } = listed;
  if (listed.end < end && value.type !== 'library' && value.type !== 'organisation') {
    const whole = classify(cut, at, end);
    if (whole?.type === 'body') {
      pieces.push(
        /^(?:state|adjective)$/u.test(value.type) ? { ...whole, owner: value.name, core: listed.end } : whole,
      );
      return whole.to;
    }
    if (whole?.type === 'place' && value.type !== 'adjective') {
      pieces.push(whole);
      return whole.to;
    }
    // "Sahel Witness", "Seoul Daily": what a city or region gives its name to.
    if (whole?.type === 'unknown' && /^(?:region|capital)$/u.test(value.type) && isTitleOf(cut, listed.end, whole.to)) {
      pieces.push({ ...whole, type: 'body' });
      return whole.to;
    }
    if (whole === null && value.type !== 'state' && value.type !== 'adjective') return end;
    // "Michael Jordan" is cut before; "Jordan Smith" begins with what is also a state.
    if (whole?.type === 'unknown' && listed.end === at + 1 && language.givenNames.has(tokens[at]!.norm)) {
      pieces.push({ ...whole, ...(title === undefined ? {} : { title }) });
      return whole.to;
    }
  }
  if (title !== undefined && listed.end === at + 1 && title.kind === 'honorific') {
    pieces.push({ from: at, to: listed.end, type: 'unknown', title });
    return listed.end;
  }
  pieces.push({
    from: at,
    to: listed.end,
    type: value.type,
    listed: value,
    ...(title !== undefined && value.type === 'library' ? { title } : {}),
  });
  return listed.end;
}

/** Whether the words behind a city's name can be the rest of a body's name: no names, days or words for what one is. */
function isTitleOf({ tokens, language, gazetteer }: Cut, from: number, to: number): boolean {
  if (to - from > 2) return false;
  for (let at = from; at < to; at++) {
    const { norm, capital } = tokens[at]!;
    if (!capital || language.givenNames.has(norm) || language.neverActors.has(norm)) return false;
    if (language.months.has(norm) || language.weekdays.has(norm) || gazetteer.at(tokens, at, to) !== null) return false;
  }
  return (
    language.commonWords.has(tokens[to - 1]!.norm) ||
    /^(?:daily|witness|independent|today|now|voice|insider|monitor|tribune|weekly)$/u.test(tokens[to - 1]!.norm)
  );
}

/** What some words are by their own head; null for things that are nobody. */
function classify({ tokens, language }: Cut, from: number, high: number): Piece | null {
  let to = high;
  while (to > from && !tokens[to - 1]!.capital) to -= 1;
  if (to <= from) return null;
  const count = to - from;
  const last = tokens[to - 1]!.norm;
  for (let i = to - 1; i >= from; i--) {
    const { norm, capital } = tokens[i]!;
    if (!capital || !language.organisationHeads.has(norm)) continue;
    if (count === 1) return { from, to, type: 'bare' };
    const next = tokens[i + 1];
    const closes = i === to - 1;
    const opens = !closes && next !== undefined && /^(?:of|for|on|&)$/u.test(next.norm === '' ? next.text : next.norm);
    if (closes || opens) {
      // "Ministry of Defence Spokesman" was cut at the title already.
      if (closes && language.thingHeads.has(norm) && count === 1) return null;
      return { from, to, type: 'body' };
    }
  }
  if (count > 1 && /^(?:defence|defense|protection)$/u.test(last) && tokens[to - 2]!.norm === 'civil') {
    return { from, to, type: 'body' };
  }
  if (count === 2 && last === 'water' && !language.commonWords.has(tokens[from]!.norm))
    return { from, to, type: 'body' };
  if (count > 1 && language.thingHeads.has(last)) return null;
  if (count > 1 && language.organisationFirsts.has(tokens[from]!.norm)) return { from, to, type: 'body' };
  const ofAt = tokens.slice(from, to).findIndex(({ norm, capital }) => !capital && (norm === 'of' || norm === 'on'));
  if (ofAt > 0 && language.thingHeads.has(tokens[from + ofAt - 1]!.norm)) return null;
  if (
    count > 1 &&
    /^(?:telegram|twitter|facebook|youtube|instagram|whatsapp|tiktok|google|boeing|airbus)$/u.test(tokens[from]!.norm)
  )
    return null;
  if (count > 1 && (language.placeHeads.has(last) || language.placeFirsts.has(tokens[from]!.norm))) {
    // "Anna Hill" and "Ji-woo Park" are people.
    const { norm, text } = tokens[from]!;
    const given = language.givenNames.has(norm) || /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(text);
    if (!given || language.placeFirsts.has(norm)) return { from, to, type: 'place' };
  }
  if (ofAt > 0 && language.placeHeads.has(tokens[from + ofAt - 1]!.norm)) return { from, to, type: 'place' };
  if (count === 1 && language.commonBodies.has(last) && tokens[from]!.caps) return { from, to, type: 'body' };
  if (
    count === 1 &&
    (language.neverActors.has(last) || language.thingHeads.has(last) || language.placeHeads.has(last))
  ) {
    if (language.organisationHeads.has(last) || language.roleHeads.has(last)) return { from, to, type: 'bare' };
    return { from, to, type: 'unknown', weak: true };
  }
  return { from, to, type: 'unknown' };
}
