import { suggest, type Found } from '../../src/shared/suggesting';
import { fold } from '../../src/shared/search/fold';
import { rounded } from '../statistics';
import { readGold, type GoldText } from './gold';

export interface Score {
  gold: number;
  found: number;
  right: number;
  precision: number;
  recall: number;
  f1: number;
}
const kinds = ['actors', 'quotations', 'events'] as const;
type Kind = (typeof kinds)[number];
export type Scores = Record<Kind, Score> & { actorKindsRight: number };

export interface SuggestResult {
  texts: number;
  words: number;
  all: Scores;
  /** Texts that were written before the rules were finished. */
  seen: Scores;
  /** Texts that were written after them. */
  heldOut: Scores;
  perText: { name: string; style: string; set: string; actors: number; quotations: number; events: number }[];
  misses: string[];
  /** For an article of 2,000 words made of these texts. */
  article: { words: number; tookMs: number };
}

interface Tally {
  gold: number;
  found: number;
  right: number;
}
interface Judged {
  tallies: Record<Kind, Tally>;
  kindsRight: number;
  misses: string[];
}

/** Compares what is suggested with what a reader marked, over all annotated texts. */
export function measureSuggestions(texts: readonly GoldText[] = readGold()): SuggestResult {
  const judged = texts.map((text) => ({ text, judged: judge(text) }));
  const of = (set?: GoldText['set']) =>
    scoresOf(judged.filter(({ text }) => set === undefined || text.set === set).map((item) => item.judged));
  return {
    texts: texts.length,
    words: texts.reduce((sum, { text }) => sum + wordCount(text), 0),
    all: of(),
    seen: of('seen'),
    heldOut: of('held-out'),
    perText: judged.map(({ text: { name, style, set }, judged: { tallies } }) => ({
      name,
      style,
      set,
      actors: scoreOf([tallies.actors]).f1,
      quotations: scoreOf([tallies.quotations]).f1,
      events: scoreOf([tallies.events]).f1,
    })),
    misses: judged.flatMap(({ text, judged: { misses } }) => misses.map((miss) => `${text.name}: ${miss}`)),
    article: timeArticle(texts),
  };
}

function judge(gold: GoldText): Judged {
  const found = suggest({ ...gold, language: 'en', known: [] });
  const misses: string[] = [];
  const actors = judgeActors(gold, found, misses);
  return {
    tallies: {
      actors: actors.tally,
      quotations: judgeQuotations(gold, found, misses),
      events: judgeEvents(gold, found, misses),
    },
    kindsRight: actors.kindsRight,
    misses,
  };
}

const plain = (name: string) =>
  fold(name)
    .replace(/^(?:the|mr|mrs|ms|dr) /u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function judgeActors(gold: GoldText, { actors }: Found, misses: string[]): { tally: Tally; kindsRight: number } {
  const left = new Set(actors);
  let right = 0;
  let kindsRight = 0;
  for (const wanted of gold.actors) {
    const names = new Set(wanted.names.map(plain));
    const fits = (actor: (typeof actors)[number]) =>
      [actor.name, ...actor.aliases].some((name) => names.has(plain(name)));
    const hit = [...left].find((actor) => actor.kind === wanted.kind && fits(actor)) ?? [...left].find(fits);
    if (hit === undefined) misses.push(`actor missed: ${wanted.name}`);
    else {
      left.delete(hit);
      right += 1;
      if (hit.kind === wanted.kind) kindsRight += 1;
    }
  }
  for (const { kind, name } of left) misses.push(`no actor: ${name} (${kind})`);
  return { tally: { gold: gold.actors.length, found: actors.length, right }, kindsRight };
}

interface Place {
  start: number;
  end: number;
}
const shared = (a: Place, b: Place) => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const length = (parts: readonly Place[]) => parts.reduce((sum, { start, end }) => sum + end - start, 0);
const overlap = (a: readonly Place[], b: readonly Place[]) =>
  a.reduce((sum, part) => sum + b.reduce((more, other) => more + shared(part, other), 0), 0);

function judgeQuotations(gold: GoldText, { quotations, actors }: Found, misses: string[]): Tally {
  const namesOf = (speaker: string) => {
    const actor = gold.actors.find(({ names }) => names.some((name) => plain(name) === plain(speaker)));
    return new Set([speaker, ...(actor?.names ?? [])].map(plain));
  };
  /** Share of the longer of both that they have in common; 0 where they are not the same. */
  const likeness = (wanted: (typeof gold.quotations)[number], got: (typeof quotations)[number]) => {
    const common = overlap(wanted.parts, got.parts);
    const longer = Math.max(length(wanted.parts), length(got.parts));
    return common > 0.5 * Math.min(length(wanted.parts), length(got.parts)) && common > 0.3 * longer
      ? common / longer
      : 0;
  };
  let right = 0;
  const used = new Set<(typeof quotations)[number]>();
  for (const wanted of gold.quotations) {
    const words = gold.text.slice(wanted.parts[0]!.start, wanted.parts[0]!.end).slice(0, 50);
    // subtle: the likest one, because what somebody quotes within a speech lies in the speech.
    const [got] = quotations
      .filter((quotation) => !used.has(quotation) && likeness(wanted, quotation) > 0)
      .sort((one, other) => likeness(wanted, other) - likeness(wanted, one));
    if (got === undefined) {
      misses.push(`quotation missed: ${words} (${wanted.speaker})`);
      continue;
    }
    used.add(got);
    const names = namesOf(wanted.speaker);
    const actor = actors.find(({ key }) => key === got.speaker?.actorKey);
    const said = got.speaker === null ? [] : [got.speaker.name, ...(actor?.aliases ?? [])];
    if (said.some((name) => names.has(plain(name)))) right += 1;
    else misses.push(`speaker wrong: ${words} is by ${wanted.speaker}, not ${got.speaker?.name ?? 'nobody'}`);
  }
  for (const quotation of quotations) {
    if (!used.has(quotation))
      misses.push(`no quotation: ${quotation.text.slice(0, 50)} (${quotation.speaker?.name ?? 'nobody'})`);
  }
  return { gold: gold.quotations.length, found: quotations.length, right };
}

function judgeEvents(gold: GoldText, { events }: Found, misses: string[]): Tally {
  const used = new Set<(typeof events)[number]>();
  let right = 0;
  for (const wanted of gold.events) {
    const got = events.find((event) => !used.has(event) && shared(wanted, event.expression) > 0);
    const words = gold.text.slice(wanted.start, wanted.end);
    if (got !== undefined) used.add(got);
    if (got?.date === wanted.date) right += 1;
    else
      misses.push(
        got === undefined
          ? `date missed: ${words} (${wanted.date})`
          : `date wrong: ${words} is ${wanted.date}, not ${got.date}`,
      );
  }
  for (const event of events) if (!used.has(event)) misses.push(`no date: ${event.expression.text} (${event.date})`);
  return { gold: gold.events.length, found: events.length, right };
}

function scoresOf(judged: readonly Judged[]): Scores {
  const scores = Object.fromEntries(
    kinds.map((kind) => [kind, scoreOf(judged.map(({ tallies }) => tallies[kind]))]),
  ) as Record<Kind, Score>;
  const right = judged.reduce((sum, { kindsRight }) => sum + kindsRight, 0);
  return { ...scores, actorKindsRight: ratio(right, scores.actors.right) };
}

function scoreOf(tallies: readonly Tally[]): Score {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const [gold, found, right] = [sum((tally) => tally.gold), sum((tally) => tally.found), sum((tally) => tally.right)];
  return {
    gold,
    found,
    right,
    precision: ratio(right, found),
    recall: ratio(right, gold),
    f1: ratio(2 * right, found + gold),
  };
}

const ratio = (part: number, whole: number) => (whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000);
const wordCount = (text: string) => text.split(/\s+/u).filter(Boolean).length;

function timeArticle(texts: readonly GoldText[]): SuggestResult['article'] {
  let text = '';
  const blocks: GoldText['blocks'] = [];
  for (let index = 0; wordCount(text) < 2000 && texts.length > 0; index++) {
    const next = texts[index % texts.length]!;
    if (text !== '') text += '\n\n';
    for (const block of next.blocks)
      blocks.push({ ...block, start: block.start + text.length, end: block.end + text.length });
    text += next.text;
  }
  const input = { text, blocks, language: 'en', published: '2031-05-08', known: [] };
  const times = Array.from({ length: 5 }, () => {
    const started = performance.now();
    suggest(input);
    return performance.now() - started;
  });
  return { words: wordCount(text), tookMs: rounded(times.sort((a, b) => a - b)[2]!) };
}
