import { reanchor, verdicts, type Verdict } from '../src/shared/anchoring';
import type { TextRange } from '../src/shared/search/types';
import { seeded, type Random } from './random';
import { rounded } from './statistics';
import { writeParagraph } from './words';

const paragraphGap = '\n\n';
/** Shares of words replaced: corrections, a revised article, one written anew. */
const rates = [0.0005, 0.005, 0.05];

interface Result {
  characters: number;
  quotations: number;
  runs: AnchoringRun[];
}

interface AnchoringRun {
  /** Share of the words that were replaced in the new snapshot. */
  changedWords: number;
  tookMs: number;
  verdicts: Record<Verdict, number>;
  /** Quotations found exact or moved at a place that is not theirs. Must be 0. */
  misplaced: number;
}

/** Re-anchors quotations of a long text in new versions of it, each with more words replaced. */
export function benchAnchoring(characters: number, quotations: number): Result {
  const random = seeded(56);
  const paragraphs: string[][] = [];
  for (let length = 0; length < characters;) {
    const words = writeParagraph(random, 0).text.split(' ');
    paragraphs.push(words);
    length += words.join(' ').length + paragraphGap.length;
  }
  const picks = Array.from({ length: quotations }, () => {
    const paragraph = random.below(paragraphs.length);
    const from = random.below(paragraphs[paragraph]!.length - 8);
    return { paragraph, from, to: from + 5 + random.below(30) };
  });
  const older = textOf(paragraphs);
  const ranges = rangesOf(paragraphs, picks);
  const runs = rates.map((changedWords): AnchoringRun => {
    const changed = paragraphs.map((words) => words.map((word) => replaced(random, word, changedWords)));
    const newer = textOf(changed);
    const started = performance.now();
    const results = reanchor(older, newer, ranges);
    const tookMs = rounded(performance.now() - started);
    const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
    const places = rangesOf(changed, picks);
    const misplaced = results.filter(({ verdict, candidates: [best] }, index) => {
      if (verdict !== 'exact' && verdict !== 'moved') return false;
      const [start, end] = places[index]!;
      return best?.start !== start || best.end !== end;
    }).length;
    return {
      changedWords,
      tookMs,
      verdicts: Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)])) as Record<Verdict, number>,
      misplaced,
    };
  });
  return { characters, quotations, runs };
}

const textOf = (paragraphs: readonly (readonly string[])[]) =>
  paragraphs.map((words) => words.join(' ')).join(paragraphGap);

const lengthOf = (words: readonly string[]) => words.join(' ').length;

function rangesOf(
  paragraphs: readonly (readonly string[])[],
  picks: readonly { paragraph: number; from: number; to: number }[],
): TextRange[] {
  const starts: number[] = [];
  let next = 0;
  for (const words of paragraphs) {
    starts.push(next);
    next += lengthOf(words) + paragraphGap.length;
  }
  return picks.map(({ paragraph, from, to }) => {
    const words = paragraphs[paragraph]!;
    const start = starts[paragraph]! + (from === 0 ? 0 : lengthOf(words.slice(0, from)) + 1);
    return [start, start + lengthOf(words.slice(from, to))];
  });
}

function replaced(random: Random, word: string, rate: number): string {
  return random.number() < rate ? writeParagraph(random, 0).text.split(' ')[1]! : word;
}
