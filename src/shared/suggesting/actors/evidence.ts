import type { ActorKind } from '../../domain/actors';
import type { Language } from '../language';
import type { Reading } from '../text/reading';
import type { Found } from './mentions';
import { roleAfter, roleBefore } from './titles';

export type Scores = Record<ActorKind, number>;

export const noScores = (): Scores => ({ person: 0, state: 0, organisation: 0, group: 0, place: 0 });

/** What one mention says about its kind, and the reasons in words. */
export interface Evidence {
  scores: Scores;
  reasons: string[];
  /** The role beside the name, as a range of tokens. */
  role: [number, number] | null;
  gender: 'm' | 'f' | null;
  /** "the" stands before it. */
  definite: boolean;
}

const placeWords = /^(?:in|near|outside|around|throughout|across|inside)$/u;
const weakPlaceWords =
  /^(?:from|to|toward|towards|at|via|into|leaving|reached|left|entered|visited|visit|visiting|off|through|above|over|beyond)$/u;
const departing =
  /^(?:left|leave|leaves|leaving|departed|departs|headed|heading|bound|sailed|sails|embarked|fled|train|ship|bus|flight|ferry)$/u;
const assaults = /^(?:attacks?|strikes?|assaults?|raids?|offensive|march|advance|bombardment|airstrikes?)$/u;
const bodyBefore =
  /^(?:daily|newspaper|weekly|magazine|broadcaster|agency|company|firm|airline|operator|group|website|outlet|retailer|giant|maker|manufacturer|charity|think-tank|watchdog|startup|supermarket|carrier|shipbuilder|insurer|bank|contractor|publisher|conglomerate|tabloid|journal)$/u;
const banks = /^(?:banks?|shores?|mouth|source|waters|valley|course|north|south|east|west|coast|heart|edge)$/u;
const bodyAfter =
  /^(?:party|movement|newspaper|bloc|coalition|faction|militia|consortium|foundation|website|channel|broadcaster|airline|conglomerate|mine|brand)$/u;
const placeNouns =
  /^(?:province|region|district|city|town|village|port|harbour|harbor|valley|river|island|airport|border|coast|governorate|county|prefecture|oblast|street|station|area|peninsula|suburb|quarter|camp|refinery|crossing|bridge|dam|road)$/u;
const stateNouns =
  /^(?:government|president|presidency|parliament|army|navy|military|troops|forces|police|embassy|ambassador|minister|ministry|foreign|prime|defence|defense|interior|finance|border|borders|territory|sovereignty|independence|airspace|airforce|economy|capital|constitution|king|queen|monarchy|intelligence|diplomats|citizens|authorities|regime|leadership|state|supreme|central|population|neighbour|neighbours|neighbor|neighbors|accession|envoy|exports|imports|coastguard|coast)$/u;
const memberNouns =
  /^(?:members?|fighters|militants|leader|leaders|commander|commanders|spokesman|spokeswoman|spokesperson|supporters|activists|chairman|chairwoman|director|founder|branch|employees|shareholders|headquarters|website|report|officials?|executives?|staff)$/u;

/** Weighs what stands around a mention of something unlisted. */
export function evidenceFor(reading: Reading, found: Found, language: Language): Evidence {
  const { tokens, sentences } = reading;
  const { from: low, to: high } = sentences[found.sentence]!;
  const { from, to, title } = found;
  const scores = noScores();
  const reasons: string[] = [];
  const quote = tokens[from]!.quote;
  const before = from > low && tokens[from - 1]!.quote === quote ? tokens[from - 1] : undefined;
  const after = to < high && tokens[to]!.quote === quote ? tokens[to] : undefined;
  const last = tokens[to - 1]!;
  const count = to - from;
  let gender: Evidence['gender'] = null;
  let role: [number, number] | null = null;
  const definite = before?.norm === 'the';
  const add = (kind: ActorKind, score: number, reason?: string) => {
    scores[kind] += score;
    if (reason !== undefined) reasons.push(reason);
  };

  if (title !== undefined) {
    const words = tokens.slice(title.from, title.to);
    const text = words.map(({ text: word }) => word).join(' ');
    add('person', 4, `“${text}” stands before the name`);
    for (const { norm } of words)
      gender ??= language.honorificGender.get(norm) ?? language.roleGender.get(norm) ?? null;
    if (title.kind === 'role') role = [title.from, title.to];
  }
  // "the Minister of Water, Dr X": the office stands before the honorific.
  const prior =
    title === undefined || title.kind === 'honorific' ? roleBefore(tokens, title?.from ?? from, low, language) : null;
  if (prior !== null && !(definite && count === 1)) {
    const adjacent = before?.text !== ',';
    add('person', adjacent ? 3 : 2, `it is called ${quoted(reading, prior)}`);
    role = prior;
  } else {
    const later = roleAfter(tokens, to, high, language);
    if (later !== null) {
      add('person', 2.5, `it is called ${quoted(reading, later)}`);
      role ??= later;
    }
  }
  if (role !== null) {
    for (let i = role[0]; i < role[1]; i++) gender ??= language.roleGender.get(tokens[i]!.norm) ?? null;
  }
  if (count > 1) {
    const given = language.givenNames.get(tokens[from]!.norm);
    if (given !== undefined) {
      add('person', 2.5, `“${tokens[from]!.text}” is a given name`);
      if (given !== 'both') gender ??= given;
    } else if (/^\p{Lu}\.$/u.test(tokens[from]!.text)) add('person', 2, 'it begins with an initial');
    const family = found.words.at(-1)!;
    if (family.length > 4)
      gender ??= /(?:ova|eva|dottir)$/u.test(family) ? 'f' : /(?:[kntlrmdbzsh]ov|yev)$/u.test(family) ? 'm' : null;
    if (family.length > 4 && language.familyNameEnding.test(family))
      add('person', 1, `“${last.text}” ends like a family name`);
    for (let i = from + 1; i < to - 1; i++) {
      if (!tokens[i]!.capital && language.nameParticles.has(tokens[i]!.norm)) add('person', 1);
      if (/^\p{Lu}\.$/u.test(tokens[i]!.text)) add('person', 1.5);
    }
    if (!definite && count <= 4) add('person', 1, 'two or more words with capitals stand together');
  } else if (language.familyNameEnding.test(last.norm) && last.norm.length > 5) add('person', 0.7);
  if (after !== undefined) {
    if (last.possessive) {
      if (stateNouns.test(after.norm)) add('state', 2.5, `it has a ${after.norm}`);
      else if (
        /^(?:wife|husband|son|daughter|brother|sister|mother|father|lawyer|lawyers|family|widow|office|successor|predecessor|deputy)$/u.test(
          after.norm,
        )
      )
        add('person', 1.5);
    } else if (definite && count === 1 && language.speechVerbs.has(after.norm)) add('organisation', 0.5);
    else if (language.speechVerbs.has(after.norm) && !language.looseVerbs.has(after.norm)) {
      add('person', count === 1 ? 0.8 : 0.7);
      add('organisation', 0.5);
    } else if (after.norm === 'who') add('person', 2, '“who” follows');
    else if (definite && bodyAfter.test(after.norm)) add('organisation', 3.5, `“${after.text}” follows`);
    else if (placeNouns.test(after.norm)) add('place', definite ? 3.5 : 1.5, `“${after.text}” follows`);
    else if (memberNouns.test(after.norm) && count <= 4) add('organisation', 1.5, `“${after.text}” follows`);
    if (after.text === ',') {
      const next = tokens[to + 1];
      if (next?.norm === 'who' || next?.norm === 'whose') add('person', 2, '“who” follows');
      const noun = appositionNoun(reading, to + 1, high);
      if (noun === 'place') add('place', 3, 'it is called a place');
      if (noun === 'body') add('organisation', 3, 'it is called a body of people');
      if (next?.norm === 'which' || next?.norm === 'where')
        add(next.norm === 'where' ? 'place' : 'organisation', next.norm === 'where' ? 2 : 1);
      if (next?.kind === 'number' && /^\d{2}$/u.test(next.text) && tokens[to + 2]?.text === ',')
        add('person', 3, 'an age follows');
    }
  }
  if (before !== undefined && title === undefined && prior === null) {
    if (placeWords.test(before.norm) && !(last.possessive && before.norm !== 'in'))
      add('place', count === 1 ? 2.2 : 1.6, `“${before.text}” stands before it`);
    else if (before.norm === 'for' && departing.test(tokens[from - 2]?.norm ?? '') && from - 2 >= low)
      add('place', 2.2, `“${tokens[from - 2]!.text} for” stands before it`);
    else if (
      definite &&
      count === 1 &&
      !last.caps &&
      !/s$/u.test(last.norm) &&
      from - 2 >= low &&
      placeWords.test(tokens[from - 2]!.norm)
    )
      add('place', 3, `“${tokens[from - 2]!.text} the” stands before it`);
    else if (
      definite &&
      count === 1 &&
      tokens[from - 2]?.norm === 'of' &&
      from - 3 >= low &&
      banks.test(tokens[from - 3]!.norm)
    )
      add('place', 3, `“${tokens[from - 3]!.text} of the” stands before it`);
    else if (before.norm === 'on' && from - 2 >= low && assaults.test(tokens[from - 2]!.norm))
      add('place', 2.2, `“${tokens[from - 2]!.text} on” stands before it`);
    else if (before.text === '(' && after?.text === ')' && tokens[to + 1]?.text === ':')
      add('place', 3, 'it stands in brackets behind a speaker');
    else if (weakPlaceWords.test(before.norm)) add('place', count === 1 ? 1.2 : 0.8);
    else if (before.norm === 'between' && after?.norm === 'and') add('place', 1.2);
    else if (
      /^[–—-]$/u.test(before.text) &&
      /^(?:line|border|road|railway|route|highway|pipeline|corridor|train|ferry)$/u.test(after?.norm ?? '')
    )
      add('place', 1.5);
    else if (language.speechVerbs.has(before.norm) && !language.looseVerbs.has(before.norm)) add('person', 1);
    else if (before.norm === 'of' && from - 2 >= low) {
      const head = tokens[from - 2]!.norm;
      if (
        /^(?:government|republic|kingdom|president|parliament|people|state|emirate|sultanate|ambassador|king|queen|sovereignty|independence|territory)$/u.test(
          head,
        )
      )
        add('state', 3, `“${head} of” stands before it`);
      else if (
        /^(?:representatives?|delegates?|delegation|side|envoy|minister|borders?|coast|army|citizens|nationals|waters|airspace|invasion)$/u.test(
          head,
        )
      )
        add('state', 2, `“${head} of” stands before it`);
      else if (
        placeNouns.test(head) ||
        /^(?:regions|territories|cities|towns|villages|provinces|districts|ports|islands|valleys|counties|suburbs|states)$/u.test(
          head,
        ) ||
        /^(?:north|south|east|west|outskirts|centre|center|mayor|master|governor|bishop|archbishop|port|harbour|harbor|capital|streets|siege|battle|fall|shelling|people)$/u.test(
          head,
        )
      )
        add('place', 3, `“${head} of” stands before it`);
      else if (memberNouns.test(head)) add('organisation', 1.5);
    } else if (bodyBefore.test(before.norm) && from - 2 >= low)
      add('organisation', 3, `“${before.text}” stands before it`);
    else if (/^(?:town|city|village|capital|port|island|province|district|region|river)$/u.test(before.norm))
      add('place', 2.5, `“${before.text}” stands before it`);
    else if (before.norm === 'mr' || before.norm === 'ms') add('person', 3);
    if (before.text === ',' && from - 2 >= low) {
      const head = tokens[from - 2]!.norm;
      if (head === 'capital') add('place', 4, 'it is called a capital');
    }
  }
  if (
    from === low &&
    to === high - 1 &&
    after?.text === '.' &&
    count <= 2 &&
    tokens[from]!.block <= 1 &&
    !language.commonWords.has(last.norm)
  )
    add('place', 3, 'it stands where the place of a report stands');
  if (definite && before.capital && !before.initial && title === undefined)
    add('organisation', 3.5, '“The” is a part of its name');
  if (from === low && last.caps && count <= 3 && /^(?:[—–]|--)$/u.test(after?.text ?? ''))
    add('place', 4, 'it stands where the place of a report stands');
  if (definite && title === undefined) {
    add('organisation', 1.2, '“the” stands before it');
    scores.person -= 2;
    if (count === 1) scores.place -= 0.3;
  }
  if (before?.norm === 'a' || before?.norm === 'an') scores.person -= 1.5;
  if (count === 1 && last.caps && last.text.length <= 6)
    add('organisation', 2, 'it is written in capitals, as abbreviations are');
  return { scores, reasons, role, gender, definite };
}

function quoted({ text, tokens }: Reading, [from, to]: [number, number]): string {
  return `“${text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/gu, ' ')}”`;
}

const placeNames =
  /^(?:town|city|capital|port|village|island|region|province|district|suburb|harbour|harbor|settlement|resort|hamlet|peninsula|river|mountain|valley|area)$/u;
const bodyNames =
  /^(?:group|organisation|organization|company|alliance|network|newspaper|charity|association|coalition|party|firm|agency|movement|body|institute|union|bank|broadcaster|foundation|consortium|federation|militia|watchdog)$/u;

/** ", the largest town of", ", a group of": what an apposition calls the name before it. */
function appositionNoun({ tokens }: Reading, from: number, high: number): 'place' | 'body' | null {
  if (!/^(?:the|a|an|one|its|their)$/u.test(tokens[from]?.norm ?? '') && tokens[from]?.capital !== true) return null;
  for (let at = from + 1; at < Math.min(high, from + 6); at++) {
    const { norm, kind } = tokens[at]!;
    if (kind === 'mark' || /^(?:of|in|for|who|and)$/u.test(norm)) return null;
    const next = tokens[at + 1];
    const closes =
      next === undefined || next.kind === 'mark' || /^(?:of|in|on|for|that|which|near|where|with|by)$/u.test(next.norm);
    if (closes && placeNames.test(norm)) return 'place';
    if (closes && bodyNames.test(norm)) return 'body';
  }
  return null;
}
