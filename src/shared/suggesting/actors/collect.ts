import type { ActorKind } from '../../domain/actors';
import type { Language } from '../language';
import { Phrases } from '../text/phrases';
import type { Reading } from '../text/reading';
import { abbreviates } from './abbreviations';
import { bodyKey, findLowerBodies, stateBodies } from './bodies';
import { ActorBook, type Group } from './book';
import { evidenceFor, noScores, type Evidence, type Scores } from './evidence';
import { gazetteerOf, type KnownActor } from './gazetteer';
import { addInvented } from './invented';
import { findPieces, type Found } from './mentions';
import { standsForState } from './metonymy';
import { PersonIndex } from './persons';
import { phraseOf } from './titles';

interface Entry {
  words: readonly string[];
  text: string;
  mentions: { found: Found; evidence: Evidence }[];
  scores: Scores;
}

/** Everybody and everything that acts in a text, with every mention. */
export function collectActors(reading: Reading, language: Language, known: readonly KnownActor[]): ActorBook {
  const collector = new Collector(reading, language, known);
  collector.run();
  return collector.book;
}

/** "Republic of Maron", "Tarsk Republic". */
const realm =
  /^(?:republic|kingdom|emirate|emirates|sultanate|principality|duchy|empire|federation|confederation|commonwealth|state|khanate|caliphate)$/u;
/** What cities and regions have: "the Batumi Chamber of Commerce". */
const civic =
  /^(?:chamber|port|harbour|harbor|city|university|police|municipal|regional|district|airport|county|stock|appeals|provincial|museum|fire|zoo|hospital)$/u;
/** Bodies that are named by one word. */
const soloBodies =
  /^(?:treasury|exchequer|vatican|politburo|presidium|parliament|senate|congress|admiralty|senate|cabinet|soviet|synod|curia)$/u;

class Collector {
  readonly book = new ActorBook();
  readonly #persons = new PersonIndex(this.book);
  readonly #lower = new Set<string>();
  #pieces: Found[] = [];

  constructor(
    private readonly reading: Reading,
    private readonly language: Language,
    private readonly known: readonly KnownActor[],
  ) {}

  run(): void {
    const { reading, language } = this;
    const gazetteer = gazetteerOf(language, this.known);
    addInvented(reading.tokens, language, gazetteer);
    for (const token of reading.tokens) if (token.kind === 'word' && !token.capital) this.#lower.add(token.norm);
    this.#pieces = findPieces(reading, language, gazetteer);
    const taken = new Map(this.#pieces.map((piece) => [piece.from, piece]));
    const bodies = findLowerBodies(reading, language, taken);
    const aliases = this.#abbreviations(taken);
    this.#takeListed();
    this.#takeNames(aliases);
    this.#takeBodies(bodies, taken, aliases);
    this.#takeAliases(aliases);
    this.#takeBare();
    this.#takeInitials();
    this.#takeFirstWords();
    this.#takeTitled();
    for (const group of this.book.groups) this.#uncapped(group);
  }

  /** The same spelling without capitals throughout, if the text has one: "PORT ANSEL" is Port Ansel. */
  #uncapped(group: Group): void {
    if (group.name.length < 7 || group.name !== group.name.toUpperCase() || group.name === group.name.toLowerCase())
      return;
    const texts = group.mentions.map((mention) => this.#text(mention));
    const other = texts.find((text) => text !== group.name && text.toUpperCase() === group.name);
    if (other !== undefined) group.name = other;
    else if (group.kind === 'place' || group.kind === 'person')
      group.name = group.name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
    group.aliases = group.aliases.filter((alias) => alias !== group.name);
  }

  #text({ from, to }: { from: number; to: number }): string {
    const { text, tokens } = this.reading;
    return text.slice(tokens[from]!.start, tokens[to - 1]!.end).replace(/\s+/gu, ' ');
  }

  /** Names with another name in brackets behind them: what is in the brackets, by the first token of either. */
  #abbreviations(taken: ReadonlyMap<number, Found>): Map<number, Found> {
    const { tokens } = this.reading;
    const inside = new Map<number, Found>();
    for (const piece of this.#pieces) {
      const known = this.#knownAs(piece.to, taken);
      if (known !== null && (known.sure || abbreviates(known.other.words.join(''), piece.words))) {
        inside.set(piece.from, known.other);
        continue;
      }
      let at = piece.to;
      if (tokens[at]?.text !== '(') continue;
      at += 1;
      if (tokens[at]?.kind === 'mark') at += 1;
      const other = taken.get(at);
      if (other === undefined) continue;
      let close = other.to;
      if (tokens[close]?.kind === 'mark' && tokens[close]!.text !== ')') close += 1;
      // "Anna Orr (Shrewsbury):" is whom she speaks for.
      if (tokens[close]?.text !== ')' || tokens[close + 1]?.text === ':') continue;
      const fits =
        abbreviates(other.words.join(''), piece.words) ||
        abbreviates(piece.words.join(''), other.words) ||
        (other.to - other.from === 1 && tokens[other.from]!.caps && piece.to - piece.from > 1);
      if (fits) inside.set(piece.from, other);
      else if (
        piece.type === 'unknown' &&
        other.type === 'unknown' &&
        piece.to - piece.from > 1 &&
        other.to - other.from === 1
      ) {
        inside.set(piece.from, other);
      }
    }
    return inside;
  }

  /** "…, also known as the CPC", "…, or CPC,": the other name; `sure` where the words say that it is one. */
  #knownAs(at: number, taken: ReadonlyMap<number, Found>): { other: Found; sure: boolean } | null {
    const { tokens } = this.reading;
    if (tokens[at]?.text !== ',' && tokens[at]?.text !== '(') return null;
    let sure = false;
    for (let i = at + 1; i < at + 7 && i < tokens.length; i++) {
      const other = taken.get(i);
      if (other !== undefined) return i > at + 1 ? { other, sure } : null;
      const { norm } = tokens[i]!;
      if (
        !/^(?:also|better|widely|formerly|previously|now|or|known|as|the|called|abbreviated|simply|in|short|locally|commonly|alias|aka)$/u.test(
          norm,
        )
      )
        return null;
      if (/^(?:known|alias|aka|formerly)$/u.test(norm)) sure = true;
    }
    return null;
  }

  #takeListed(): void {
    let before: Found | undefined;
    for (const piece of this.#pieces) {
      const { listed, from, to } = piece;
      if (listed === undefined) {
        before = piece;
        continue;
      }
      switch (piece.type) {
        case 'state': {
          const group = this.#state(listed.name);
          this.book.mention(group, from, to, 'name');
          if (listed.own !== listed.name) this.book.alias(group, listed.own);
          this.book.reason(group, `“${this.#text(piece)}” is a state`);
          break;
        }
        case 'adjective':
          if (this.#isLanguage(piece)) break;
          this.book.mention(this.#state(listed.name), from, to, 'adjective');
          this.book.reason(this.#state(listed.name), `“${this.#text(piece)}” is its adjective`);
          break;
        case 'metonym':
          this.book.mention(this.#state(listed.name), from, to, 'capital');
          this.book.reason(this.#state(listed.name), `“${listed.own}” stands for it`);
          break;
        case 'capital':
          if (standsForState(this.reading, piece, this.language, before)) {
            const group = this.#state(listed.name);
            this.book.mention(group, from, to, 'capital');
            this.book.reason(group, `its capital “${listed.own}” stands for it`);
          } else this.#simple('place', listed.own, piece, `“${listed.own}” is a capital`);
          break;
        case 'region':
          if (listed.own !== '') this.#simple('place', listed.name, piece, `“${listed.name}” is a known place`);
          break;
        default: {
          const group = this.#simple(
            listed.kind,
            listed.name,
            piece,
            piece.type === 'library' ? 'it is in your library' : `“${listed.name}” is a known ${listed.kind}`,
          );
          if (listed.own !== listed.name) this.book.alias(group, listed.own);
          if (piece.type === 'library' && listed.kind === 'person') {
            this.#persons.add(piece.words, this.#text(piece), this.language);
          }
          const evidence = evidenceFor(this.reading, piece, this.language);
          if (evidence.role !== null) this.#role(group, evidence.role);
        }
      }
      before = piece;
    }
  }

  #state(name: string): Group {
    const group = this.book.group(`state:${name.toLowerCase()}`, 'state', name);
    group.heads.add('state').add('country').add('government').add('republic');
    return group;
  }

  #simple(kind: ActorKind, name: string, piece: Found, reason: string): Group {
    const key = kind === 'person' ? '' : `${kind}:${name.toLowerCase()}`;
    const group =
      kind === 'person' ? this.#persons.add(piece.words, name, this.language) : this.book.group(key, kind, name);
    this.book.mention(group, piece.from, piece.to, this.reading.tokens[piece.from]!.caps ? 'abbreviation' : 'name');
    this.book.reason(group, reason);
    const last = piece.words.at(-1)!;
    if (kind === 'organisation' || kind === 'group') group.heads.add(last).add(kind);
    if (kind === 'organisation')
      for (const word of name.toLowerCase().split(' '))
        if (this.language.organisationHeads.has(word)) group.heads.add(word);
    return group;
  }

  /** "in English", "spoke French": the language, not the state. */
  #isLanguage({ from, to }: Found): boolean {
    const { tokens } = this.reading;
    const before = tokens[from - 1]?.norm ?? '';
    const next = tokens[to];
    const closed = next === undefined || next.kind === 'mark' || /^(?:and|or|but|as|on|to|at)$/u.test(next.norm);
    return closed && /^(?:in|speaks?|spoke|speaking|learned|learnt|from|into|fluent)$/u.test(before);
  }

  #role(group: Group, [from, to]: [number, number]): void {
    const title = phraseOf(this.reading.tokens, from, to);
    for (let i = from; i < to; i++) {
      const { norm } = this.reading.tokens[i]!;
      if (this.language.roleHeads.has(norm)) group.heads.add(norm);
    }
    if (
      title !== '' &&
      title.length < 120 &&
      !group.roles.some((role) => role.title.toLowerCase() === title.toLowerCase())
    ) {
      if (group.roles.length < 8) group.roles.push({ title, organisation: this.#organisationBefore(from) });
    }
  }

  /** The state or body whose office it is: "Azerbaijan’s president", "Iranian Ambassador". */
  #organisationBefore(from: number): string {
    for (let at = from - 1; at >= Math.max(0, from - 5); at--) {
      const named = this.book.at(at);
      if (named === undefined) continue;
      return named.mention.to === from && (named.group.kind === 'state' || named.group.kind === 'organisation')
        ? named.group.name
        : '';
    }
    return '';
  }

  /** People, places and bodies that no list has. */
  #takeNames(aliases: ReadonlyMap<number, Found>): void {
    const entries = new Map<string, Entry>();
    const seats = new Set(
      this.#pieces
        .filter(({ type, words }) => type === 'body' && words.length > 1 && civic.test(words[1]!))
        .map(({ words }) => words[0]!),
    );
    for (const [index, found] of this.#pieces.entries()) {
      if (found.type !== 'unknown' && found.type !== 'place') continue;
      const words = found.words;
      const key = words.join(' ');
      const entry = entries.get(key) ?? { words, text: this.#text(found), mentions: [], scores: noScores() };
      const evidence = evidenceFor(this.reading, found, this.language);
      if (this.#followsPlace(found, index)) evidence.scores.place += 1.5;
      for (const kind of Object.keys(entry.scores) as ActorKind[]) entry.scores[kind] += evidence.scores[kind];
      if (found.type === 'place') entry.scores.place += 4;
      if (words.length === 1 && entry.mentions.length === 0 && seats.has(key)) entry.scores.place += 3;
      if (realm.test(words.at(-1)!) || (realm.test(words[0]!) && words[1] === 'of')) entry.scores.state += 6;
      if (aliases.has(found.from))
        entry.scores[abbreviates(aliases.get(found.from)!.words.join(''), words) ? 'organisation' : 'person'] += 3;
      entry.mentions.push({ found, evidence });
      entries.set(key, entry);
    }
    const ordered = [...entries.values()].sort(
      (a, b) => b.words.length - a.words.length || a.mentions[0]!.found.from - b.mentions[0]!.found.from,
    );
    const singles: Entry[] = [];
    for (const entry of ordered) {
      if (entry.words.length === 1 && entry.words[0]!.length > 0) singles.push(entry);
      else this.#decide(entry);
    }
    for (const entry of singles) this.#decideSingle(entry);
  }

  /** "in Tarsk, Issen and Lorn": what is listed with a place. */
  #followsPlace({ from }: Found, index: number): boolean {
    const { tokens } = this.reading;
    const before = this.#pieces[index - 1];
    if (before === undefined || before.to < from - 2 || before.to >= from) return false;
    const joint = tokens
      .slice(before.to, from)
      .every(({ norm, text }) => norm === 'and' || norm === 'or' || text === ',');
    if (!joint) return false;
    const named = this.book.at(before.from);
    if (named !== undefined) return named.group.kind === 'place' && before.type !== 'unknown';
    const head = tokens[before.from - 2]?.norm ?? '';
    return (
      before.to - before.from === 1 &&
      (/^(?:in|near)$/u.test(tokens[before.from - 1]?.norm ?? '') ||
        /^(?:regions|territories|cities|towns|villages|provinces|districts|ports|islands)$/u.test(head))
    );
  }

  #decide(entry: Entry): void {
    const { scores, words } = entry;
    const last = words.at(-1)!;
    if (this.language.commonWords.has(last) || this.#lower.has(last)) scores.person -= 2;
    if (words.some((word) => this.language.neverActors.has(word)) && !this.language.givenNames.has(words[0]!))
      scores.person -= 1.5;
    // "Ben Khelifa" and "Benkhelifa": one family name, written apart.
    const whole = words.length === 2 ? this.#persons.named(words.join('')) : [];
    if (whole.length === 1) {
      for (const { found } of entry.mentions) this.book.mention(whole[0]!, found.from, found.to, 'short');
      this.book.alias(whole[0]!, entry.text);
      return;
    }
    const [kind, score] = best(scores);
    const count = entry.mentions.length;
    if (score < (kind === 'person' ? 1 : count > 1 ? 1.5 : 2)) return;
    this.#accept(entry, kind, score);
  }

  #accept(entry: Entry, kind: ActorKind, score: number): void {
    const { words, text, mentions } = entry;
    const group =
      kind === 'person'
        ? this.#persons.add(words, text, this.language)
        : kind === 'state'
          ? this.#realm(words, text)
          : this.book.group(`${kind}:${words.join(' ')}`, kind, text);
    if (kind === 'organisation')
      for (const word of words) if (this.language.organisationHeads.has(word)) group.heads.add(word);
    if (kind === 'organisation') group.heads.add('organisation').add('organization').add('company').add('group');
    for (const { found, evidence } of mentions) {
      this.book.mention(
        group,
        found.from,
        found.to,
        words.length === 1 && this.reading.tokens[found.from]!.caps ? 'abbreviation' : 'name',
      );
      group.gender ??= evidence.gender;
      if (evidence.role !== null && kind === 'person') this.#role(group, evidence.role);
      for (const reason of evidence.reasons) this.book.reason(group, reason);
    }
    const confidence = Math.min(0.97, 0.5 + 0.07 * Math.min(score, 6) + 0.02 * Math.min(mentions.length, 5));
    group.confidence = Math.max(group.confidence, confidence);
  }

  /** The state of "Republic of Maron" is Maron; the longer name is an alias. */
  #realm(words: readonly string[], text: string): Group {
    const short =
      words[1] === 'of'
        ? text.replace(/^\S+ of (?:the )?/u, '')
        : realm.test(words.at(-1)!) && words.length > 1
          ? text.replace(/ \S+$/u, '')
          : text;
    const known = this.book.find(`state:${short.toLowerCase()}`);
    const group = known ?? this.#state(words[1] === 'of' ? short : text);
    this.book.alias(group, text);
    this.book.also(`state:${short.toLowerCase()}`, group);
    if (words.length > 1) this.book.alias(group, short);
    return group;
  }

  #decideSingle(entry: Entry): void {
    const word = entry.words[0]!;
    const people = this.#persons.named(word);
    const weak = entry.mentions[0]!.found.weak === true;
    if (weak && people.length === 0) return;
    const { scores } = entry;
    const placed = scores.place + scores.state > 5 + scores.person;
    if (people.length === 1 && !placed) {
      const group = people[0]!;
      for (const { found, evidence } of entry.mentions) {
        if (weak && evidence.definite) continue;
        this.book.mention(group, found.from, found.to, 'short');
        group.gender ??= evidence.gender;
        if (evidence.role !== null) this.#role(group, evidence.role);
      }
      return;
    }
    if (people.length > 1 && !placed) {
      for (const { found, evidence } of entry.mentions) this.#oneOf(people, found, evidence);
      return;
    }
    const [kind, score] = best(scores);
    const sure = entry.mentions.some(({ found }) => !this.reading.tokens[found.from]!.initial);
    const plain = this.language.commonWords.has(word) || this.#lower.has(word) || this.language.commonEnding.test(word);
    if (plain && (!sure || score < 4)) return;
    if (this.language.givenNames.has(word)) scores.person += 1;
    if (score < (sure ? (kind === 'organisation' ? 1.5 : 1.2) : 2.5)) return;
    this.#accept(entry, kind, score);
  }

  /** A name that several bear: decided by the role or gender beside it, else left open. */
  #oneOf(people: readonly Group[], found: Found, evidence: Evidence): void {
    const { tokens } = this.reading;
    const heads = evidence.role === null ? [] : tokens.slice(...evidence.role).map(({ norm }) => norm);
    let fitting = people.filter((group) =>
      heads.some((head) => group.heads.has(head) && this.language.roleHeads.has(head)),
    );
    if (fitting.length !== 1)
      fitting = people.filter((group) => evidence.gender !== null && group.gender === evidence.gender);
    if (fitting.length === 1) {
      this.book.mention(fitting[0]!, found.from, found.to, 'short');
      return;
    }
    this.book.ambiguous.set(found.from, [...people]);
    const text = this.#text(found);
    for (const group of people) {
      const others = people.filter((other) => other !== group).map(({ name }) => name);
      this.book.reason(group, `“${text}” alone could also be ${others.join(' or ')}`);
    }
  }

  /** Bodies by their heads: ministries, agencies, courts, guards. */
  #takeBodies(lower: readonly Found[], taken: ReadonlyMap<number, Found>, aliases: ReadonlyMap<number, Found>): void {
    const bodies = [...this.#pieces.filter(({ type }) => type === 'body'), ...lower].sort((a, b) => a.from - b.from);
    const byKey = new Map<string, Group[]>();
    for (const body of bodies) {
      const { tokens } = this.reading;
      const core = body.core ?? body.from;
      let words = tokens.slice(core, body.to).map(({ norm, text }) => (norm === '' ? text : norm));
      let owner = body.owner ?? this.#ownerBefore(body, taken);
      const ofState = this.#ofState(body);
      if (ofState !== null) {
        owner ??= ofState.owner;
        words = words.slice(0, ofState.cut - core);
      } else if (owner === undefined && tokens[body.to]?.norm === 'of') owner = this.#ownerAfter(body.to + 1);
      const stands = words.length === 1 ? this.language.commonBodies.get(words[0]!) : undefined;
      if (stands !== undefined) words = stands.toLowerCase().split(' ');
      const last = words.at(-1)!;
      if (owner !== undefined && words.length === 1 && stateBodies.has(last)) {
        this.book.mention(this.#state(owner), body.from, body.to, 'name');
        continue;
      }
      const key = bodyKey(words);
      const fitting = byKey.get(key) ?? [];
      let group = fitting.find((candidate) => candidate.owner === (owner ?? null));
      if (group === undefined && owner === undefined) group = fitting.at(-1);
      if (group === undefined && owner !== undefined) group = fitting.find((candidate) => candidate.owner === null);
      if (group === undefined) {
        const coreText = stands ?? this.#text({ from: core, to: ofState?.cut ?? body.to });
        const kind = this.language.groupHeads.has(last) ? 'group' : 'organisation';
        group = this.book.group(`body:${key}@${owner ?? ''}`, kind, coreText);
        byKey.set(key, [...fitting, group]);
      }
      group.owner ??= owner ?? null;
      this.#nameBody(group, body, core, ofState?.cut ?? body.to, lower.includes(body));
      for (const word of words)
        if (this.language.organisationHeads.has(word) || this.language.bodyHeads.has(word)) group.heads.add(word);
      group.heads.add('organisation').add('organization').add('body').add('group');
      const brackets = aliases.get(body.from);
      if (brackets !== undefined) group.confidence = 0.95;
      group.confidence = Math.max(group.confidence, lower.includes(body) ? 0.7 : 0.85);
      this.book.mention(group, body.from, body.to, 'name');
      if (body.owner !== undefined && core > body.from)
        this.book.mention(this.#state(body.owner), body.from, core, 'adjective');
      this.book.reason(group, `“${this.#text({ from: core, to: body.to })}” is what bodies are called`);
    }
    this.#joinShort(byKey);
  }

  #ownerBefore({ from }: Found, taken: ReadonlyMap<number, Found>): string | undefined {
    const { tokens } = this.reading;
    if (tokens[from - 1]?.possessive !== true) return undefined;
    for (let at = from - 1; at >= Math.max(0, from - 6); at--) {
      const piece = taken.get(at);
      if (piece === undefined) continue;
      if (piece.to !== from) return undefined;
      if (piece.listed?.type === 'state' || piece.listed?.type === 'capital') return piece.listed.name;
      const named = this.book.at(at);
      return named?.group.kind === 'state' ? named.group.name : undefined;
    }
    return undefined;
  }

  /** "Embassy of Iran": the state at the end of the name, and where the body's own words end. */
  #ofState({ from, to }: Found): { owner: string; cut: number } | null {
    const { tokens } = this.reading;
    for (let at = to - 1; at > from + 1; at--) {
      if (tokens[at]!.norm !== 'of') continue;
      const start = tokens[at + 1]?.norm === 'the' ? at + 2 : at + 1;
      const owner = this.#ownerAfter(start);
      return owner === undefined ? null : { owner, cut: at };
    }
    return null;
  }

  #ownerAfter(at: number): string | undefined {
    const named = this.book.at(at) ?? this.book.at(at + 1);
    return named?.group.kind === 'state' ? named.group.name : undefined;
  }

  #nameBody(group: Group, body: Found, core: number, end: number, lower: boolean): void {
    const whole = this.#text(body);
    const own = this.#text({ from: core, to: end });
    const prefixed = core > body.from ? whole : null;
    const owned =
      prefixed ??
      (group.owner === null
        ? own
        : /^(?:ministry|department|embassy|bank|office)\b.* of /iu.test(own)
          ? `${own} of ${group.owner}`
          : `${this.#adjective(group.owner)} ${own}`);
    const better =
      group.name.length < owned.length &&
      (group.mentions.length === 0 || !lower || group.name === group.name.toLowerCase());
    if (better && group.name !== owned) {
      const old = group.name;
      group.name = owned;
      if (old !== owned) this.book.alias(group, old);
    }
    this.book.alias(group, own);
    this.book.alias(group, whole);
    if (group.owner !== null) this.book.alias(group, `${group.owner}’s ${own}`);
  }

  #adjective(state: string): string {
    const row = this.language.states.find(({ name }) => name === state);
    if (row?.adjectives[0] !== undefined) return row.adjectives[0];
    for (const { group, mention } of this.#adjectives(state)) {
      if (group.name === state) return this.#text(mention);
    }
    return `${state}’s`;
  }

  *#adjectives(state: string): Generator<{ group: Group; mention: { from: number; to: number } }> {
    const group = this.book.find(`state:${state.toLowerCase()}`);
    if (group === undefined) return;
    for (const mention of group.mentions) if (mention.form === 'adjective') yield { group, mention };
  }

  /** "the Border Guard" after "the Border Guard Directorate": a part of one body's name is that body. */
  #joinShort(byKey: ReadonlyMap<string, readonly Group[]>): void {
    const keys = [...byKey.keys()].filter((key) => !key.startsWith('ministry:')).sort((a, b) => b.length - a.length);
    for (const short of keys) {
      if (!short.includes(' ')) continue;
      const longer = keys.filter(
        (key) => key.length > short.length && (key.startsWith(`${short} `) || key.endsWith(` ${short}`)),
      );
      if (longer.length !== 1) continue;
      const [part] = byKey.get(short)!;
      const [whole] = byKey.get(longer[0]!)!;
      if (
        part === undefined ||
        whole === undefined ||
        part === whole ||
        (part.owner !== null && whole.owner !== null && part.owner !== whole.owner)
      )
        continue;
      for (const mention of part.mentions.splice(0)) {
        const at = this.book.at(mention.from);
        if (at !== undefined) at.group = whole;
        whole.mentions.push({ ...mention, form: 'short' });
      }
      this.book.alias(whole, part.name);
    }
  }

  /** Other names in brackets, and every later mention of them. */
  #takeAliases(aliases: ReadonlyMap<number, Found>): void {
    const byWords = new Map<string, Found[]>();
    if (aliases.size > 0) {
      for (const piece of this.#pieces) {
        const key = piece.words.join(' ');
        const list = byWords.get(key);
        if (list === undefined) byWords.set(key, [piece]);
        else list.push(piece);
      }
    }
    const taken = new Set<string>();
    for (const [from, other] of aliases) {
      const named = this.book.at(from);
      if (named === undefined) continue;
      const { group } = named;
      const text = this.#text(other);
      const key = other.words.join(' ');
      this.book.alias(group, text);
      this.book.reason(group, `“${text}” stands in brackets behind the name`);
      group.confidence = Math.max(group.confidence, 0.9);
      const form = this.reading.tokens[other.from]!.caps ? 'abbreviation' : 'short';
      if (group.kind === 'person' && other.words.length === 1) {
        // "Fazil Gazanfaroglu (Mustafa)": the same person under the other family name.
        const given = group.name.split(' ')[0]!;
        const twin = this.#persons.named(key).find((person) => person !== group && person.name.startsWith(`${given} `));
        if (twin !== undefined) {
          this.#merge(group, twin);
          continue;
        }
      }
      if (taken.has(`${group.index} ${key}`)) continue;
      taken.add(`${group.index} ${key}`);
      for (const piece of byWords.get(key) ?? []) {
        const at = this.book.at(piece.from);
        if (at === undefined) this.book.mention(group, piece.from, piece.to, form);
        else if (at.group !== group && at.mention.to === piece.to) this.#merge(at.group, group);
      }
    }
  }

  #merge(from: Group, into: Group): void {
    if (from === into) return;
    for (const mention of from.mentions.splice(0)) {
      const at = this.book.at(mention.from);
      if (at?.group === from) at.group = into;
      into.mentions.push(mention);
    }
    // "ICC" is listed as a court; here it is what this text calls so, and the court's name is not in it.
    const texts = new Set(into.mentions.map((mention) => this.#text(mention)));
    if (texts.has(from.name)) this.book.alias(into, from.name);
    for (const alias of from.aliases) this.book.alias(into, alias);
    for (const reason of from.reasons) this.book.reason(into, reason);
    into.confidence = Math.max(into.confidence, from.confidence);
  }

  /** "the Ministry", "the Directorate": the body of that head named last before. */
  #takeBare(): void {
    const { tokens } = this.reading;
    for (const piece of this.#pieces) {
      if (piece.type !== 'bare' || tokens[piece.from - 1]?.norm !== 'the') continue;
      const head = piece.words[0]!;
      let latest: Group | undefined;
      let place = -1;
      for (const group of this.book.groups) {
        if (!group.heads.has(head) || (group.kind !== 'organisation' && group.kind !== 'group')) continue;
        for (const { from } of group.mentions) {
          if (from < piece.from && from > place) {
            place = from;
            latest = group;
          }
        }
      }
      latest ??= this.#soloBody(head, this.#text(piece));
      if (latest !== undefined) this.book.mention(latest, piece.from, piece.to, 'short');
    }
  }

  /** "the Treasury", and "the Ministry" of somebody who is called its minister. */
  #soloBody(head: string, text: string): Group | undefined {
    let name = soloBodies.test(head) ? text : '';
    if (head === 'ministry') {
      const titles = this.book.groups.flatMap(({ kind, roles }) =>
        kind === 'person' ? roles.map(({ title }) => title) : [],
      );
      const minister = titles
        .map((title) => /^minister ((?:of|for) .+)$/iu.exec(title)?.[1])
        .find((topic) => topic !== undefined);
      if (minister !== undefined) name = `Ministry ${minister}`;
    }
    if (name === '') return undefined;
    const group = this.book.group(`body:${bodyKey(name.toLowerCase().split(' '))}@`, 'organisation', name);
    group.heads.add(head);
    group.confidence = 0.7;
    this.book.reason(group, `“the ${text}” is what bodies are called`);
    return group;
  }

  /** "CPC" in a text that names the Caspian Pipeline Consortium, and nothing else that it could stand for. */
  #takeInitials(): void {
    const bodies = this.book.groups.filter(
      ({ kind, mentions, name }) =>
        (kind === 'organisation' || kind === 'group') && mentions.length > 0 && name.includes(' '),
    );
    const byInitials = new Map<string, Group[]>();
    for (const body of bodies) {
      for (const name of [body.name, ...body.aliases]) {
        const initials = name
          .split(/[\s-]+/u)
          .filter((word) => /^\p{Lu}/u.test(word))
          .map((word) => word[0])
          .join('');
        const list = byInitials.get(initials) ?? [];
        if (initials.length >= 3 && !list.includes(body)) byInitials.set(initials, [...list, body]);
      }
    }
    for (const group of this.book.groups) {
      if (group.kind !== 'organisation' || group.mentions.length === 0 || !/^\p{Lu}{3,7}$/u.test(group.name)) continue;
      const [body, ...others] = byInitials.get(group.name) ?? [];
      if (body === undefined || others.length > 0 || body === group) continue;
      this.book.reason(body, `“${group.name}” is made of its first letters`);
      this.#merge(group, body);
    }
  }

  /** A family name at the beginning of a sentence that is also an ordinary word: "Price said". */
  #takeFirstWords(): void {
    const { tokens, sentences } = this.reading;
    const { speechVerbs, irregularVerbs } = this.language;
    for (const { from, to, titled } of sentences) {
      const token = tokens[from]!;
      const next = tokens[from + 1];
      if (titled || next === undefined || from + 1 >= to || !token.capital || this.book.at(from) !== undefined)
        continue;
      if (!this.language.commonWords.has(token.norm) || this.language.functionWords.has(token.norm)) continue;
      if (!token.possessive && !speechVerbs.has(next.norm) && !irregularVerbs.has(next.norm)) continue;
      const people = this.#persons.named(token.norm);
      if (people.length === 1) this.book.mention(people[0]!, from, from + 1, 'short');
    }
  }

  /** In headings everything has capitals, so only names that the rest of the text knows are taken from them. */
  #takeTitled(): void {
    const phrases = new Phrases<Group>();
    for (const group of this.book.groups) {
      if (group.mentions.length === 0) continue;
      for (const name of [group.name, ...group.aliases])
        if (name.length > 3) phrases.add(name, group, name === name.toUpperCase() && name.length < 7);
    }
    const { tokens, sentences } = this.reading;
    for (const { from, to, titled } of sentences) {
      if (!titled) continue;
      for (let at = from; at < to; at++) {
        if (!tokens[at]!.capital) continue;
        const match = phrases.at(tokens, at, to);
        if (match === null) continue;
        this.book.mention(match.value, at, match.end, 'name');
        at = match.end - 1;
      }
    }
  }
}

function best(scores: Scores): [ActorKind, number] {
  let kind: ActorKind = 'person';
  for (const candidate of Object.keys(scores) as ActorKind[]) if (scores[candidate] > scores[kind]) kind = candidate;
  return [kind, scores[kind]];
}
