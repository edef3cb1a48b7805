import { importHtml } from '../../src/main/importing/html';
import type { CslName } from '../../src/shared/domain/csl';
import { sameTitle } from '../../src/main/importing/metadata/titles';
import { Draft } from './draft';
import { makeStory } from './stories';
import { templates, type Template } from './templates';

export interface PageScore {
  name: string;
  title: boolean;
  /** null where the page does not state it. */
  date: boolean | null;
  author: boolean | null;
  sentences: number;
  kept: number;
  characters: number;
  furniture: number;
  /** What is wrong, in words. */
  misses: string[];
}

export interface PagesResult {
  pages: number;
  titlePercent: number;
  datePercent: number;
  authorPercent: number;
  keptPercent: number;
  furniturePercent: number;
  misses: string[];
}

/** Imports a page of every template and compares what comes of it with what was put into it. */
export function measurePages(storiesEach = 2): PagesResult {
  const scores = templates.flatMap((template, place) =>
    Array.from({ length: storiesEach }, (_, round) => score(template, place * 31 + round)),
  );
  const share = (values: (boolean | null)[]) =>
    percent(values.filter((value) => value === true).length, values.filter((value) => value !== null).length);
  const sum = (of: (score: PageScore) => number) => scores.reduce((total, one) => total + of(one), 0);
  return {
    pages: scores.length,
    titlePercent: share(scores.map((one) => one.title)),
    datePercent: share(scores.map((one) => one.date)),
    authorPercent: share(scores.map((one) => one.author)),
    keptPercent: percent(
      sum((one) => one.kept),
      sum((one) => one.sentences),
    ),
    furniturePercent: percent(
      sum((one) => one.furniture),
      sum((one) => one.characters),
    ),
    misses: scores.flatMap((one) => one.misses.map((miss) => `${one.name}: ${miss}`)),
  };
}

function score({ name, language, make, without = [] }: Template, number: number): PageScore {
  const draft = new Draft(makeStory(language, number));
  const { csl, text } = importHtml(make(draft), 'file');
  const { story } = draft;
  const misses: string[] = [];
  const check = (what: string, isRight: boolean, found: unknown) => {
    if (!isRight) misses.push(`${what} ${JSON.stringify(found)}`);
    return isRight;
  };
  const title = check('title', sameTitle(String(csl.title), story.title), csl.title);
  const date = without.includes('date')
    ? null
    : check('date', csl.issued?.['date-parts']?.[0]?.join() === story.date.join(), csl.issued?.['date-parts']?.[0]);
  const author = without.includes('author')
    ? null
    : check('author', namesOf(csl.author ?? []).join() === story.authors.map(folded).join(), csl.author);
  const whole = folded(text);
  const sentences = draft.sentences.flatMap((paragraph) => paragraph.split(/(?<=[.!?。]["”»]?)\s+(?=\S)/u)).map(folded);
  const lost = sentences.filter((sentence) => !whole.includes(sentence));
  for (const sentence of lost.slice(0, 3)) misses.push(`lost “${sentence.slice(0, 80)}”`);
  const foreign = new Set(draft.furniture.map(folded));
  const lines = text.split(/\n+|\t/u).map(folded);
  const kept = lines.filter(
    (line) =>
      line !== '' && (foreign.has(line) || [...foreign].some((part) => part.length > 20 && line.includes(part))),
  );
  for (const line of kept.slice(0, 3)) misses.push(`kept “${line.slice(0, 80)}”`);
  return {
    name,
    title,
    date,
    author,
    sentences: sentences.length,
    kept: sentences.length - lost.length,
    characters: whole.length,
    furniture: kept.join('').length,
    misses,
  };
}

function namesOf(names: readonly CslName[]): string[] {
  return names.map((name) =>
    folded(
      name.literal ?? [name.given, name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' '),
    ),
  );
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10;
}
