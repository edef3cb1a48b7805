import { fold } from '../../../shared/search/fold';
import { wordsWithRanges } from '../../../shared/search/tokens';
import type { RankedDocument } from './ranking/rank';
import type { RecallPlan } from './recall/plan';

/** So many of the best results say what may have been meant. */
const consulted = 10;

/**
 * The query as it was probably meant, in the spelling of the results: words that the library does not have, replaced by the
 * likes of them that the best results have. Null if every word is there, or nothing was found.
 */
export function didYouMean(query: string, plan: RecallPlan, ranked: readonly RankedDocument[]): string | null {
  const replacements = new Map<string, string[]>();
  for (const [clause, { words, phrases }] of plan.clauses.entries()) {
    const [only] = words;
    if (only === undefined || words.length > 1 || phrases.length > 0) continue;
    if (only.variants.some(({ how }) => how !== 'similar')) continue;
    const best = likest(ranked.slice(0, consulted), clause);
    const known = replacements.get(only.word) ?? [];
    // A word that may be two stands for two clauses.
    if (best !== null && !known.includes(best)) replacements.set(only.word, [...known, best]);
  }
  if (replacements.size === 0) return null;
  let meant = '';
  let from = 0;
  let before = { text: '', at: 0 };
  for (const { text, range } of wordsWithRanges(query)) {
    meant += query.slice(from, range[0]);
    from = range[0];
    let at = meant.length;
    const replacement = replacements.get(text)?.join(' ');
    if (replacement !== undefined) {
      // Of two words that are one, the first goes.
      if (fold(replacement) === before.text + text) at = before.at;
      meant = meant.slice(0, at) + replacement;
      from = range[1];
    }
    before = { text, at };
  }
  return meant + query.slice(from);
}

/** The word that meets the clause best and in most results, as the text has it. */
function likest(ranked: readonly RankedDocument[], clause: number): string | null {
  const votes = new Map<string, { worth: number; written: string }>();
  for (const { title, text } of ranked) {
    const seen = new Set<string>();
    for (const field of [text, title]) {
      for (const match of field.matches) {
        const term = match.token.text;
        if (match.clause !== clause || seen.has(term)) continue;
        seen.add(term);
        const vote = votes.get(term);
        if (vote !== undefined) vote.worth += 1 - match.cost;
        else {
          const written = field.original.slice(...field.map().toOriginal(match.token.start, match.token.end));
          votes.set(term, { worth: 1 - match.cost, written });
        }
      }
    }
  }
  let best: { worth: number; written: string } | null = null;
  for (const vote of votes.values()) if (best === null || vote.worth > best.worth) best = vote;
  return best?.written ?? null;
}
